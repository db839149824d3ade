import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatSql } from '../../src/output/sql.ts';
import { articles, example, project, run, summit, type World } from '../run.ts';

const hasSqlite = spawnSync('sqlite3', ['--version']).status === 0;
const lakes: World = { env: { SUMMIT_DATA: example('lakes-summit.json') } };
const datasets = [project('data', 'xian-2023.json'), ...articles.map(([dataset]) => dataset)];

/** Runs a query with sqlite3 after some SQL, with foreign keys enforced. */
function runQuery(sql: string, question: string): string {
  const input = `PRAGMA foreign_keys = ON;\n${sql}${question}\n`;
  const { stdout, stderr, status } = spawnSync('sqlite3', ['-bail', ':memory:'], {
    input,
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

describe('export --sql', () => {
  it('creates a table before those whose keys refer to it', async () => {
    const { status, out, err } = await summit('export --sql', lakes);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain(`CREATE TABLE "talks_leaders" (
  "id" TEXT NOT NULL,
  "leader" TEXT NOT NULL,
  PRIMARY KEY ("id", "leader"),
  FOREIGN KEY ("id") REFERENCES "talks" ("id"),
  FOREIGN KEY ("leader") REFERENCES "leaders" ("id")
);
`);
    const tables = [...out.matchAll(/^CREATE TABLE "(\w+)"|REFERENCES "(\w+)"/gm)];
    const known = new Set<string>();
    for (const [, created, referred] of tables) {
      if (created) known.add(created);
      else expect(known).toContain(referred);
    }
    expect(known.size).toBeGreaterThan(0);
  });

  it('inserts a hundred rows per statement, because single rows are slow', () => {
    const columns = [{ name: 'id', type: 'TEXT', isRequired: true }] as const;
    const rows = Array.from({ length: 250 }, (_, at) => ({ id: `${at}` }));
    const sql = [...formatSql([{ name: 't', columns, primaryKey: [], rows }])];
    const inserts = sql.filter((one) => one.startsWith('INSERT'));
    expect(inserts.map((one) => one.match(/'\d+'/g)?.length)).toEqual([100, 100, 50]);
    expect(inserts[2]?.split('\n').slice(0, 3)).toEqual([
      'INSERT INTO "t" VALUES',
      "  ('200'),",
      "  ('201'),",
    ]);
  });

  it('rejects a folder and the options of a package', async () => {
    for (const options of ['facts', '--force', '--license MIT', '--dataset-version 1']) {
      const line = `export --sql ${options}`;
      expect(await summit(line, lakes)).toMatchObject({
        status: 2,
        out: '',
        err: 'summit: --sql takes no folder and no other option of export\n',
      });
    }
  });

  it('is the only way to export without a folder', async () => {
    expect(await summit('export', lakes)).toMatchObject({
      status: 2,
      err: 'summit: export needs the name of a folder\n',
    });
  });
});

describe.skipIf(!hasSqlite)('sqlite3', () => {
  it.each(datasets)('reads %s, and each key refers to a row', async (dataset) => {
    const { out } = await run(['export', '--sql', '--data', dataset]);
    const file = JSON.parse(readFileSync(dataset, 'utf8'));
    expect(runQuery(out, 'SELECT count(*) FROM talks; PRAGMA foreign_key_check;')).toBe(
      `${file.talks.length}\n`,
    );
  });

  it('joins talks, leaders and countries', async () => {
    const { out } = await summit('export --sql', lakes);
    const question = `SELECT leaders.name, talks.date FROM talks
      JOIN talks_leaders ON talks_leaders.id = talks.id
      JOIN leaders ON leaders.id = talks_leaders.leader
      WHERE leaders.country = 'belmarch' AND talks.status = 'held';`;
    expect(runQuery(out, question)).toBe('Ilse-Maarit Vandrel|2025-06-03\n');
  });

  it('keeps every text unchanged', () => {
    const points = Array.from({ length: 0x2100 }, (_, at) => String.fromCodePoint(at));
    const texts = [
      points.join(''),
      ...points.slice(0, 0x100).map((point) => `a${point}b`),
      `'); DROP TABLE "t"; --`,
      `a\r\n.quit\n.shell false\r\n;\n'`,
      `\\u0000 \\n "x" '\u202e'`,
      '🛶\u{e0041}',
      '',
    ];
    const name = `t"'; DROP`;
    const column = { type: 'TEXT', isRequired: true } as const;
    const sql = formatSql([
      {
        name,
        columns: [
          { ...column, name: 'id' },
          { ...column, name: 'when"' },
        ],
        primaryKey: ['id'],
        rows: texts.map((text, at) => ({ id: `${at}`, 'when"': text })),
      },
    ]);
    const answer = runQuery([...sql].join(''), `SELECT hex("when""") FROM "t""'; DROP";`);
    const found = answer.split('\n').slice(0, -1);
    expect(found.map((hex) => Buffer.from(hex, 'hex').toString())).toEqual(texts);
  });
});
