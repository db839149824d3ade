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

/** Something that stands in no article here. */
const alien = 'Quzzlewick';

const otherDay = (date: string) =>
  new Date(Date.parse(date) + 100 * 86_400_000).toISOString().slice(0, 10);

/** The value altered as a slip of whoever drew up the dataset would alter it. */
function altered(assertion: Assertion): Assertion {
  switch (assertion.kind) {
    case 'phrase':
      return {
        ...assertion,
        spellings: assertion.spellings.map((word) => `${word} ${alien}`),
      };
    case 'quotation':
    case 'words':
      return { ...assertion, value: `${assertion.value} ${alien}` };
    case 'date':
      return { ...assertion, value: otherDay(assertion.value) };
    case 'amount':
      return { ...assertion, value: String(Number(assertion.value) + 1) };
    case 'currency':
      return { ...assertion, value: 'INR' };
    case 'prose':
      return { ...assertion, value: `${assertion.value} Some 987,654 of “${alien}”.` };
  }
}

const withValue = (target: AssertedRecord, value: Assertion): AssertedRecord => ({
  ...target,
  assertions: [value],
});

const withAnchor = (target: AssertedRecord, at: number, anchor: Anchor): AssertedRecord => ({
  ...target,
  anchors: target.anchors === 'article' ? 'article' : target.anchors.with(at, anchor),
});

/** A pattern of a phrase with any kind of quotation mark. */
const anyQuotes = (phrase: string) => {
  const escaped = phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(escaped.replace(/['’‘]/g, "['’‘]"), 'g');
};

/** An article and the dataset drawn from it. */
interface Pair {
  readonly article: Article;
  readonly targets: readonly AssertedRecord[];
}

async function pair(text: string, data: string): Promise<Pair> {
  const dataset = readDataset(data);
  return {
    article: await readArticle(readFileSync(text)),
    targets: buildAssertions(dataset),
  };
}

function checkPair(open: () => Promise<Pair>): void {
  it('holds as it is, every anchor and value', async () => {
    const { article, targets } = await open();
    const { failures, anchors, values } = verify(article, targets, 'en');
    expect(failures).toEqual([]);
    expect(anchors.passed).toBeGreaterThan(100);
    expect(values.passed).toBeGreaterThan(100);
  });

  it('leaves no sentence bare', async () => {
    const { article, targets } = await open();
    const sentences = [...measureCoverage(article, targets, 'en').sentences];
    expect(sentences.filter(({ records }) => records.length === 0)).toEqual([]);
    expect(sentences.length).toBeGreaterThan(10);
  });

  it('is caught with any one value altered in the data', async () => {
    const { article, targets } = await open();
    const values = targets.flatMap((target) => {
      if (target.anchors.length === 0) return [];
      return target.assertions.map((value) => withValue(target, altered(value)));
    });
    const slipped = selectErrors(values).filter((one) => {
      const report = verify(article, [one], 'en');
      return report.failures.every(({ field }) => field !== one.assertions[0]?.field);
    });
    expect(slipped).toEqual([]);
    expect(values.length).toBeGreaterThan(100);
  });

  it('is caught with the start or the end of any one anchor altered', async () => {
    const { article, targets } = await open();
    const anchors = targets.flatMap((target) => {
      const list = target.anchors === 'article' ? [] : target.anchors;
      return list.flatMap((anchor, at) => [
        withAnchor(target, at, { ...anchor, start: `${anchor.start} ${alien}` }),
        withAnchor(target, at, { ...anchor, end: alien }),
      ]);
    });
    const slipped = selectErrors(anchors).filter(
      (one) => verify(article, [one], 'en').failures.length === 0,
    );
    expect(slipped).toEqual([]);
    expect(anchors.length).toBeGreaterThan(200);
  });

  it('is caught with any one name, title, quotation or amount altered in the text', async () => {
    const { article, targets } = await open();
    const phrases = targets.flatMap(({ assertions }) =>
      assertions.flatMap((assertion) => {
        if (assertion.kind === 'quotation') return [[assertion.value]];
        return assertion.kind === 'phrase' ? [assertion.spellings] : [];
      }),
    );
    const slipped = selectErrors(phrases).filter((spellings) => {
      const paragraphs = article.paragraphs.map((text) =>
        spellings.reduce((left, phrase) => left.replace(anyQuotes(phrase), alien), text),
      );
      // A spelling that the text has in other letters or marks is not to be found by replacing.
      if (paragraphs.join() === article.paragraphs.join()) return false;
      return verify({ paragraphs }, targets, 'en').failures.length === 0;
    });
    expect(slipped).toEqual([]);
    expect(phrases.length).toBeGreaterThan(50);
  });

  it('is caught with the marks of any one quotation taken away', async () => {
    const { article, targets } = await open();
    const text = article.paragraphs.join('\n');
    const places = [...text.matchAll(/“[^”]*”/gu)];
    const slipped = places.filter(({ index, 0: quoted }) => {
      const bare = quoted.slice(1, -1);
      const changed = `${text.slice(0, index)}${bare}${text.slice(index + quoted.length)}`;
      return verify({ paragraphs: changed.split('\n') }, targets, 'en').failures.length === 0;
    });
    expect(slipped.map(([quoted]) => quoted)).toEqual([]);
    expect(places.length).toBeGreaterThan(3);
  });

  it('is caught with any one number altered in the text', async () => {
    const { article, targets } = await open();
    const text = article.paragraphs.join('\n');
    const places = [...text.matchAll(/(?<![\p{L}\d])\d+(?!\w)/gu)];
    const slipped = places.filter(({ index, 0: number }) => {
      const changed = `${text.slice(0, index)}${Number(number) + 7}${text.slice(index + number.length)}`;
      return verify({ paragraphs: changed.split('\n') }, targets, 'en').failures.length === 0;
    });
    expect(slipped.map(([number]) => number)).toEqual([]);
    expect(places.length).toBeGreaterThan(3);
  });
}

describe('the invented article', () => {
  checkPair(() => pair(example('lakes-summit.txt'), example('lakes-summit.json')));
});

// Only the facts belong to this project; the article is checked where there is a copy of it.
const real = project('..', 'shared', 'article.txt');

describe.runIf(existsSync(real))('the article of the embedded dataset', () => {
  checkPair(() => pair(real, project('data', 'xian-2023.json')));
});
