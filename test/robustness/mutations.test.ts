import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { articles, project, summit } from '../run.ts';
import { isThorough } from '../seed.mts';
import {
  countMistakes,
  formatDatasetRow,
  listRowsByWay,
  type Measure,
  measureMistakes,
  openPair,
  selectPlausible,
} from './mistakes.ts';

/** Lists the rows of a table in the guide, by its heading. */
function listGuideRows(head: string): readonly string[] {
  const guide = readFileSync(project('data', 'README.md'), 'utf8');
  const [, rest = ''] = guide.split(`${head}\n`);
  return rest.split('\n\n')[0]?.trimEnd().split('\n').slice(1) ?? [];
}

const datasetHead =
  '| dataset | true records | questioned | mistakes | errors | errors or warnings |';
const wayHead = '| mistake | sort | values | errors | errors or warnings |';

const getName = (path: string) => basename(path, '.json');

/** Checks that at least 80 of 100 plausible mistakes are found, and at most 3 of 100 true records questioned. */
function expectEnough({ records, questioned, mistakes }: Measure): void {
  const { all, found } = countMistakes(selectPlausible(mistakes));
  expect(found / all).toBeGreaterThanOrEqual(0.8);
  expect(questioned / records).toBeLessThanOrEqual(0.03);
}

describe('datasets of the invented articles, with one mistake each', () => {
  const measures = new Map<string, Measure>();
  beforeAll(async () => {
    for (const [data, text] of articles) {
      measures.set(getName(data), await measureMistakes(data, text));
    }
  }, 300_000);

  const joinAll = (): Measure => {
    const all = [...measures.values()];
    const sum = (count: (one: Measure) => number) => all.reduce((sum, one) => sum + count(one), 0);
    return {
      records: sum(({ records }) => records),
      questioned: sum(({ questioned }) => questioned),
      mistakes: all.flatMap(({ mistakes }) => mistakes),
    };
  };

  it.runIf(isThorough)(
    'have at least four fifths of their mistakes found, and true records not questioned',
    () => {
      expectEnough(joinAll());
    },
  );

  it.skipIf(isThorough)(
    'have exactly this number of mistakes found, so that no rule can be lost',
    () => {
      const all = joinAll();
      const { questioned, mistakes } = all;
      expect({ questioned, ...countMistakes(mistakes) }).toEqual({
        questioned: 0,
        all: 402,
        errors: 147,
        found: 320,
      });
    },
  );

  it.runIf(isThorough)('have the mistakes found that the guide lists by kind', () => {
    expect(listGuideRows(wayHead)).toEqual(listRowsByWay(joinAll().mistakes));
  });

  it.runIf(isThorough)('have the mistakes found that the guide lists by dataset', () => {
    const rows = [...measures].map(([name, measure]) => formatDatasetRow(name, measure));
    const all = formatDatasetRow('all four', joinAll());
    const guide = listGuideRows(datasetHead).filter((row) => !row.includes(getName(embedded)));
    expect(guide).toEqual([...rows, all]);
  });

  it.runIf(isThorough)('have the mistakes found that the README mentions', () => {
    const { records, questioned, mistakes } = joinAll();
    const { all, found } = countMistakes(selectPlausible(mistakes));
    const readme = readFileSync(project('README.md'), 'utf8').replace(/\s+/g, ' ');
    expect(readme).toContain(
      `Of 100 plausible mistakes in the datasets of the tests, it reports ${Math.floor((100 * found) / all)}; of their ${records} true records, it questions ${questioned === 0 ? 'none' : questioned}`,
    );
  });
});

// Only the facts belong to this project, so the article is checked if there is a copy of it.
const real = project('..', 'shared', 'article.txt');
const embedded = project('data', 'xian-2023.json');

describe.runIf(existsSync(real))('the embedded dataset, with one mistake each', () => {
  it('has as many mistakes found as the guide says', { timeout: 300_000 }, async () => {
    const measure = await measureMistakes(embedded, real);
    const { questioned, mistakes } = measure;
    if (isThorough) {
      expectEnough(measure);
      expect(listGuideRows(datasetHead)).toContain(formatDatasetRow(getName(embedded), measure));
    } else {
      expect({ questioned, ...countMistakes(mistakes) }).toEqual({
        questioned: 0,
        all: 139,
        errors: 55,
        found: 112,
      });
    }
  });
});

describe('a true dataset', () => {
  const pairs = [...articles, ...(existsSync(real) ? [[embedded, real] as const] : [])];

  it.each(pairs)(
    'raises no errors and no warnings, and covers its article: %s',
    async (data, text) => {
      const { records, verify } = await openPair(data, text);
      const report = verify(records);
      expect(report.failures).toEqual([]);
      expect(report.warnings).toEqual([]);
      expect((await summit(`coverage ${text} --data ${data}`)).status).toBe(0);
    },
  );
});
