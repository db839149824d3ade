import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateDataset } from '../../src/dataset/check/validate.ts';
import { buildAssertions } from '../../src/dataset/query/assertions.ts';
import { readArticle } from '../../src/evidence/article/article.ts';
import type { Report } from '../../src/evidence/verify.ts';
import { verifyRecords } from '../../src/evidence/verify.ts';
import type { AssertedRecord } from '../../src/model/assertion.ts';
import { assertDefined } from '../../src/text/assert-defined.ts';
import { articles, project, summit } from '../run.ts';
import { isThorough, selectErrors } from '../seed.mts';
import { mutationsOf } from './mutations.ts';

/** How many wrong values there are, how many are errors, and how many errors or warnings. */
interface Caught {
  readonly all: number;
  readonly byErrors: number;
  readonly withWarnings: number;
}

const none: Caught = { all: 0, byErrors: 0, withWarnings: 0 };
const plus = (left: Caught, right: Caught): Caught => ({
  all: left.all + right.all,
  byErrors: left.byErrors + right.byErrors,
  withWarnings: left.withWarnings + right.withWarnings,
});

/** What a dataset has to be borne out, if it is one. */
function targetsOf(data: string): readonly AssertedRecord[] | undefined {
  const { dataset } = validateDataset(new TextEncoder().encode(data));
  return dataset && buildAssertions(dataset);
}

const warningsIn = ({ warnings }: Report): readonly string[] =>
  warnings.map((warning) => JSON.stringify(warning));

/** A true dataset with what it has to be borne out, and the article that bears it out. */
async function open(data: string, text: string) {
  const dataset = readFileSync(data, 'utf8');
  const article = await readArticle(readFileSync(text));
  const verify = (targets: readonly AssertedRecord[]) => verifyRecords(article, targets, 'en');
  return { dataset, targets: assertDefined(targetsOf(dataset)), verify };
}

/** What is caught of a dataset with one wrong value each, by what was done to it. */
async function caughtIn(data: string, text: string): Promise<ReadonlyMap<string, Caught>> {
  const { dataset, targets, verify } = await open(data, text);
  const table = new Map<string, Caught>();
  const known = warningsIn(verify(targets));
  const mutations = [...mutationsOf(JSON.parse(dataset), readFileSync(text, 'utf8'))];
  for (const { way, record, file } of selectErrors(mutations)) {
    const wrong = targetsOf(JSON.stringify(file));
    // Most are errors of the record itself, for which the others need not be looked at.
    const own = wrong?.filter(({ id }) => id === record) ?? [];
    const report = wrong && verify(own).failures.length === 0 ? verify(wrong) : undefined;
    const isError = !report || report.failures.length > 0;
    const isWarned = isError || warningsIn(report).some((warning) => !known.includes(warning));
    const one = { all: 1, byErrors: Number(isError), withWarnings: Number(isWarned) };
    table.set(way, plus(table.get(way) ?? none, one));
  }
  return table;
}

const percent = (part: number, { all }: Caught) => `${Math.floor((100 * part) / all)} %`;

const total = (table: ReadonlyMap<string, Caught>) => [...table.values()].reduce(plus, none);

/** The table as the guide has it. */
function rows(table: ReadonlyMap<string, Caught>): readonly string[] {
  return [...table, ['total', total(table)] as const].map(([way, caught]) => {
    const { byErrors, withWarnings } = caught;
    return `| ${way} | ${caught.all} | ${percent(byErrors, caught)} | ${percent(withWarnings, caught)} |`;
  });
}

function expectEnough(table: ReadonlyMap<string, Caught>): void {
  const { all, byErrors, withWarnings } = total(table);
  expect(all).toBeGreaterThan(500);
  expect(byErrors / all).toBeGreaterThanOrEqual(0.75);
  expect(withWarnings / all).toBeGreaterThanOrEqual(0.9);
}

const invented = articles.slice(0, 2);

describe('datasets with one wrong value each, of the invented articles', () => {
  const table = new Map<string, Caught>();
  beforeAll(async () => {
    for (const [dataset, article] of invented) {
      const caught = await caughtIn(dataset, article);
      for (const [way, one] of caught) table.set(way, plus(table.get(way) ?? none, one));
    }
  }, 120_000);

  it.runIf(isThorough)(
    'are caught to three quarters by errors, and to nine tenths with warnings',
    () => {
      expectEnough(table);
    },
  );

  it.skipIf(isThorough)(
    'are caught in the quarter to the exact number, so that no rule can be lost',
    () => {
      expect(total(table)).toEqual({ all: 320, byErrors: 238, withWarnings: 296 });
    },
  );

  it.runIf(isThorough)('are caught as the guide says, by what was done to them', () => {
    const guide = readFileSync(project('data', 'README.md'), 'utf8');
    const [, rest = ''] = guide.split('| change | values | errors | errors or warnings |\n');
    expect(rest.split('\n\n')[0]?.trimEnd().split('\n').slice(1)).toEqual(rows(table));
  });

  it.runIf(isThorough)('are caught as the README says', () => {
    const { all, byErrors, withWarnings } = total(table);
    const readme = readFileSync(project('README.md'), 'utf8').replace(/\s+/g, ' ');
    const sum = { all, byErrors, withWarnings };
    expect(readme).toContain(
      `Of ${all.toLocaleString('en')} errors injected into the datasets of the tests, ${percent(byErrors, sum)} are reported as errors and ${percent(withWarnings, sum)} as errors or warnings`,
    );
  });
});

// Only the facts belong to this project; the article is checked where there is a copy of it.
const real = project('..', 'shared', 'article.txt');
const embedded = project('data', 'xian-2023.json');

describe.runIf(existsSync(real))('datasets with one wrong value each, of the embedded one', () => {
  it('are caught as much as is known of them', async () => {
    const table = await caughtIn(embedded, real);
    if (isThorough) expectEnough(table);
    else expect(total(table)).toEqual({ all: 223, byErrors: 174, withWarnings: 202 });
  }, 120_000);
});

describe('a true dataset', () => {
  const pairs = [...articles, ...(existsSync(real) ? [[embedded, real] as const] : [])];

  it.each(pairs)('raises no error and no warning, and is covered: %s', async (data, text) => {
    const { targets, verify } = await open(data, text);
    const report = verify(targets);
    expect(report.failures).toEqual([]);
    expect(report.warnings).toEqual([]);
    expect((await summit(`coverage ${text} --data ${data}`)).status).toBe(0);
  });
});
