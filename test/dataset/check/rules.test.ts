import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rules } from '../../../src/dataset/check/validate.ts';
import { collectionNames } from '../../../src/dataset/schema/collections.ts';
import { warningNames } from '../../../src/model/vocabulary.ts';
import { project } from '../../run.ts';

const formatAsCode = (field: string) => (field.startsWith('any ') ? field : `\`${field}\``);

/** Lists the rows of the table with this heading in the guide. */
function listTableRows(head: string): readonly string[] {
  const guide = readFileSync(project('data', 'README.md'), 'utf8');
  const [, table = ''] = guide.split(`${head}\n`);
  return table.split('\n\n')[0]?.split('\n').slice(1) ?? [];
}

it('describes a record of each collection in the guide, in the order of the collections', () => {
  const named = listTableRows('| collection | one record is |');
  expect(named.map((row) => row.split('|')[1]?.trim())).toEqual(
    collectionNames.map((name) => `\`${name}\``),
  );
  expect(named.filter((row) => !/^\| `\w+` \| .{20,} \|$/.test(row))).toEqual([]);
});

it('lists every rule in the guide by its fields, and no others', () => {
  const fields = rules.map((rule) => rule.fields.split(', ').map(formatAsCode).join(', '));
  const rows = listTableRows('| field | rule |').map((row) => row.split(' | '));
  expect(rows.map(([field]) => field?.replace('| ', ''))).toEqual(fields);
  expect(rows.filter(([, rule]) => !/^[A-Z].{20,}\. \|$/.test(rule ?? ''))).toEqual([]);
});

it('describes every warning in the guide, and no others', () => {
  const rows = listTableRows('| warning | field | possible error |');
  expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(
    warningNames.map((name) => `\`${name}\``),
  );
  expect(rows.filter((row) => !/^\| `\w+` \| .+ \| .{20,} \|$/.test(row))).toEqual([]);
});
