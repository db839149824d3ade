import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildAssertions } from '../../src/dataset/query/assertions.ts';
import type { Article } from '../../src/evidence/article/article.ts';
import { readArticle } from '../../src/evidence/article/article.ts';
import { measureCoverage } from '../../src/evidence/coverage.ts';
import { verifyRecords as verify } from '../../src/evidence/verify.ts';
import type { AssertedRecord, Assertion } from '../../src/model/assertion.ts';
import type { Anchor } from '../../src/model/record.ts';
import { readDataset } from '../read-dataset.ts';
import { example, project } from '../run.ts';
import { selectErrors } from '../seed.mts';

/** Word that is in none of these articles. */
const unknownWord = 'Quzzlewick';

const shiftDay = (date: string) =>
  new Date(Date.parse(date) + 100 * 86_400_000).toISOString().slice(0, 10);

/** Changes a value as a slip of the author would. */
function alterValue(assertion: Assertion): Assertion {
  switch (assertion.kind) {
    case 'phrase':
      return {
        ...assertion,
        spellings: assertion.spellings.map((word) => `${word} ${unknownWord}`),
      };
    case 'quotation':
    case 'words':
      return { ...assertion, value: `${assertion.value} ${unknownWord}` };
    case 'date':
      return { ...assertion, value: shiftDay(assertion.value) };
    case 'amount':
      return { ...assertion, value: String(Number(assertion.value) + 1) };
    case 'currency':
      return { ...assertion, value: 'INR' };
    case 'prose':
      return { ...assertion, value: `${assertion.value} Some 987,654 of “${unknownWord}”.` };
  }
}

const replaceAssertions = (target: AssertedRecord, value: Assertion): AssertedRecord => ({
  ...target,
  assertions: [value],
});

const replaceAnchor = (target: AssertedRecord, at: number, anchor: Anchor): AssertedRecord => ({
  ...target,
  anchors: target.anchors === 'article' ? 'article' : target.anchors.with(at, anchor),
});

/** Builds the pattern of a phrase with any kind of quotation mark. */
const buildPattern = (phrase: string) => {
  const escaped = phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(escaped.replace(/['’‘]/g, "['’‘]"), 'g');
};

/** Article and what its dataset asserts. */
interface Pair {
  readonly article: Article;
  readonly targets: readonly AssertedRecord[];
}

async function readPair(text: string, data: string): Promise<Pair> {
  const dataset = readDataset(data);
  return {
    article: await readArticle(readFileSync(text)),
    targets: buildAssertions(dataset),
  };
}

function checkPair(open: () => Promise<Pair>): void {
  it('passes verification, with every anchor and value', async () => {
    const { article, targets } = await open();
    const { failures, anchors, values } = verify(article, targets, 'en');
    expect(failures).toEqual([]);
    expect(anchors.passed).toBeGreaterThan(100);
    expect(values.passed).toBeGreaterThan(100);
  });

  it('has no uncovered sentence', async () => {
    const { article, targets } = await open();
    const sentences = [...measureCoverage(article, targets, 'en').sentences];
    expect(sentences.filter(({ records }) => records.length === 0)).toEqual([]);
    expect(sentences.length).toBeGreaterThan(10);
  });

  it('fails if any one value is changed in the dataset', async () => {
    const { article, targets } = await open();
    const values = targets.flatMap((target) => {
      if (target.anchors.length === 0) return [];
      return target.assertions.map((value) => replaceAssertions(target, alterValue(value)));
    });
    const unnoticed = selectErrors(values).filter((one) => {
      const report = verify(article, [one], 'en');
      return report.failures.every(({ field }) => field !== one.assertions[0]?.field);
    });
    expect(unnoticed).toEqual([]);
    expect(values.length).toBeGreaterThan(100);
  });

  it('fails if the start or the end of any one anchor is changed', async () => {
    const { article, targets } = await open();
    const anchors = targets.flatMap((target) => {
      const list = target.anchors === 'article' ? [] : target.anchors;
      return list.flatMap((anchor, at) => [
        replaceAnchor(target, at, { ...anchor, start: `${anchor.start} ${unknownWord}` }),
        replaceAnchor(target, at, { ...anchor, end: unknownWord }),
      ]);
    });
    const unnoticed = selectErrors(anchors).filter(
      (one) => verify(article, [one], 'en').failures.length === 0,
    );
    expect(unnoticed).toEqual([]);
    expect(anchors.length).toBeGreaterThan(200);
  });

  it('fails if any one name, title, quotation or amount is changed in the article', async () => {
    const { article, targets } = await open();
    const phrases = targets.flatMap(({ assertions }) =>
      assertions.flatMap((assertion) => {
        if (assertion.kind === 'quotation') return [[assertion.value]];
        return assertion.kind === 'phrase' ? [assertion.spellings] : [];
      }),
    );
    const unnoticed = selectErrors(phrases).filter((spellings) => {
      const paragraphs = article.paragraphs.map((text) =>
        spellings.reduce((left, phrase) => left.replace(buildPattern(phrase), unknownWord), text),
      );
      // A name written differently in the article cannot be replaced.
      if (paragraphs.join() === article.paragraphs.join()) return false;
      return verify({ paragraphs }, targets, 'en').failures.length === 0;
    });
    expect(unnoticed).toEqual([]);
    expect(phrases.length).toBeGreaterThan(50);
  });

  it('fails if the marks of any one quotation are removed', async () => {
    const { article, targets } = await open();
    const text = article.paragraphs.join('\n');
    const quotations = [...text.matchAll(/“[^”]*”/gu)];
    const unnoticed = quotations.filter(({ index, 0: quoted }) => {
      const bare = quoted.slice(1, -1);
      const changed = `${text.slice(0, index)}${bare}${text.slice(index + quoted.length)}`;
      return verify({ paragraphs: changed.split('\n') }, targets, 'en').failures.length === 0;
    });
    expect(unnoticed.map(([quoted]) => quoted)).toEqual([]);
    expect(quotations.length).toBeGreaterThan(3);
  });

  it('fails if any one number is changed in the article', async () => {
    const { article, targets } = await open();
    const text = article.paragraphs.join('\n');
    const numbers = [...text.matchAll(/(?<![\p{L}\d])\d+(?!\w)/gu)];
    const unnoticed = numbers.filter(({ index, 0: number }) => {
      const changed = `${text.slice(0, index)}${Number(number) + 7}${text.slice(index + number.length)}`;
      return verify({ paragraphs: changed.split('\n') }, targets, 'en').failures.length === 0;
    });
    expect(unnoticed.map(([number]) => number)).toEqual([]);
    expect(numbers.length).toBeGreaterThan(3);
  });
}

describe('the invented article', () => {
  checkPair(() => readPair(example('lakes-summit.txt'), example('lakes-summit.json')));
});

// Only the facts belong to this project, so the article is checked if there is a copy of it.
const real = project('..', 'shared', 'article.txt');

describe.runIf(existsSync(real))('the article of the embedded dataset', () => {
  checkPair(() => readPair(real, project('data', 'xian-2023.json')));
});
