import type { Value } from '../model/record.ts';
import type { SqlTable } from '../model/sql-table.ts';
import { toSafeJson } from './escape.ts';

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;

const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Formats a text for SQLite and DuckDB. Unsafe characters are escaped in JSON, which both read. SQLite ends such a text
 * at a NUL, so it gets the bytes of one instead.
 */
function formatText(value: string): string {
  const text = value.toWellFormed();
  const json = toSafeJson(text);
  if (!/\\[bfnrtu]/.test(json)) return quoteText(text);
  const parsed = `(${quoteText(json)} ->> '$')`;
  if (!text.includes('\0')) return parsed;
  const bytes = Buffer.from(text).toString('hex');
  return `CASE WHEN length('"\\u0000"' ->> '$') = 1 THEN ${parsed} ELSE CAST(X'${bytes}' AS TEXT) END`;
}

function formatValue(value: Value): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return formatText(Array.isArray(value) ? value.join(';') : String(value));
}

function formatTable({ name, columns, primaryKey }: SqlTable): string {
  const list = (names: readonly string[]) => names.map(quoteName).join(', ');
  const lines = [
    ...columns.map((one) => {
      return `${quoteName(one.name)} ${one.type}${one.isRequired ? ' NOT NULL' : ''}`;
    }),
    ...(primaryKey.length > 0 ? [`PRIMARY KEY (${list(primaryKey)})`] : []),
    ...columns.flatMap(({ name: column, references }) =>
      references === undefined
        ? []
        : `FOREIGN KEY (${quoteName(column)}) REFERENCES ${quoteName(references)} ("id")`,
    ),
  ];
  return `CREATE TABLE ${quoteName(name)} (\n  ${lines.join(',\n  ')}\n);\n`;
}

/** Maximum number of rows in a statement. DuckDB takes 20 times as long with one row in each. */
const maxRows = 100;

function* formatRows({ name, columns, rows }: SqlTable): Generator<string> {
  for (let from = 0; from < rows.length; from += maxRows) {
    const lines = rows.slice(from, from + maxRows).map((row) => {
      const values = columns.map((column) => formatValue(row[column.name] ?? null));
      return `(${values.join(', ')})`;
    });
    yield `INSERT INTO ${quoteName(name)} VALUES\n  ${lines.join(',\n  ')};\n`;
  }
}

/** Sorts tables so that each follows those that it refers to. */
function sortTables(tables: readonly SqlTable[]): readonly SqlTable[] {
  const sorted = new Set<SqlTable>();
  const add = (table: SqlTable): void => {
    const targets = new Set(table.columns.map(({ references }) => references));
    for (const one of tables) if (one !== table && targets.has(one.name)) add(one);
    sorted.add(table);
  };
  for (const table of tables) add(table);
  return [...sorted];
}

/** Formats tables as SQL that SQLite (3.38 or later) and DuckDB read. No table may refer to itself through others. */
export function* formatSql(tables: readonly SqlTable[]): Generator<string> {
  const sorted = sortTables(tables);
  yield 'BEGIN TRANSACTION;\n';
  yield* sorted.map(formatTable);
  for (const table of sorted) yield* formatRows(table);
  yield 'COMMIT;\n';
}
