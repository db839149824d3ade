import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../src/evidence/article/sentences.ts';
import { measureCoverage } from '../../src/evidence/coverage.ts';
import { anchor, article, target } from './text.ts';

const news = article(
  'Ferry plan divides the harbour',
  'The crew left on May 18. It came back, they said, on May 19. “Never again!” said Ana.',
);

/** Measures the coverage of an article, with its sentences as a list. */
function measure(...input: Parameters<typeof measureCoverage>) {
  const { sentences, totals } = measureCoverage(...input);
  return { sentences: [...sentences], totals };
}

const listRecords = (...ids: readonly string[]) => ids.map((id) => ({ collection: 'boats', id }));

test('a passage belongs to the sentence that contains it, not to one that it touches', () => {
  const text = article('他们走了。她们来了。');
  const records = [
    target('went', [anchor(1, '他们走了。')]),
    target('came', [anchor(1, '她们来了。')]),
  ];
  const { sentences } = measure(text, records, 'zh');
  expect(sentences.map((one) => one.records.map(({ id }) => id))).toEqual([['went'], ['came']]);
});

test('each sentence has the records with a passage in it, and the text that no passage covers', () => {
  const records = [
    target('back', [anchor(2, 'It came back'), anchor(2, 'on May 19')]),
    target('trip', [anchor(2, 'left on May', 'on May 19')]),
    target('crew', [anchor(2, 'The crew'), anchor(2, 'crew left')]),
    target('none', [anchor(2, 'nowhere to be found')]),
    target('all', 'article'),
  ];
  expect(measure(news, records, 'en')).toEqual({
    sentences: [
      {
        paragraph: 1,
        isHeading: false,
        sentence: 1,
        text: 'Ferry plan divides the harbour',
        records: [],
        uncovered: ['Ferry plan divides the harbour'],
      },
      {
        paragraph: 2,
        isHeading: false,
        sentence: 2,
        text: 'The crew left on May 18.',
        records: listRecords('trip', 'crew'),
        uncovered: [],
      },
      {
        paragraph: 2,
        isHeading: false,
        sentence: 3,
        text: 'It came back, they said, on May 19.',
        records: listRecords('back', 'trip'),
        uncovered: [],
      },
      {
        paragraph: 2,
        isHeading: false,
        sentence: 4,
        text: '“Never again!” said Ana.',
        records: [],
        uncovered: ['“Never again!” said Ana.'],
      },
    ],
    totals: { sentences: 4, covered: 2 },
  });
});

test('text between passages is uncovered, but punctuation alone is not', () => {
  const records = [target('back', [anchor(2, 'It came back'), anchor(2, 'on May 19')])];
  expect(measure(news, records, 'en').sentences[2]?.uncovered).toEqual([', they said,']);
  const spoken = [target('said', [anchor(2, 'Never again'), anchor(2, 'said Ana')])];
  expect(measure(news, spoken, 'en').sentences[3]?.uncovered).toEqual([]);
});

test('each sentence has the records with a passage that overlaps it, in their order', () => {
  const sentenceCount = 8;
  const words = Array.from({ length: 3 * sentenceCount }, (_, at) => `Word${at}`);
  const text = article(words.map((word, at) => (at % 3 === 2 ? `${word}.` : word)).join(' '));
  const range = fc.tuple(fc.nat(words.length - 1), fc.nat(words.length - 1));
  fc.assert(
    fc.property(fc.array(fc.array(range, { maxLength: 3 }), { maxLength: 12 }), (all) => {
      const ranges = all.map((some) => some.map((ends) => [Math.min(...ends), Math.max(...ends)]));
      const records = ranges.map((some, at) =>
        target(
          `record-${at}`,
          some.map(([from = 0, to = 0]) =>
            anchor(1, String(words[from]), from === to ? undefined : words[to]),
          ),
        ),
      );
      const listOverlapping = (first: number) =>
        records.filter((_, at) =>
          ranges[at]?.some(([from = 0, to = 0]) => from < first + 3 && to >= first),
        );
      const { sentences, totals } = measure(text, records, 'en');
      const expected = Array.from({ length: sentenceCount }, (_, at) =>
        listOverlapping(3 * at).map(({ id }) => id),
      );
      expect(sentences.map((one) => one.records.map(({ id }) => id))).toEqual(expected);
      expect(totals.covered).toBe(expected.filter((ids) => ids.length > 0).length);
    }),
  );
});

test('lists a very long passage for its first hundred sentences, and at least one record for each further one', () => {
  const words = Array.from({ length: 300 }, (_, at) => `Word${at}.`);
  const records = [
    target('short', [anchor(1, 'Word0', 'Word119')]),
    target('long', [anchor(1, 'Word0', 'Word199')]),
    target('last', [anchor(1, 'Word150'), anchor(1, 'Word250', 'Word260')]),
  ];
  const { sentences, totals } = measure(article(words.join(' ')), records, 'en');
  const ids = sentences.map((one) => one.records.map(({ id }) => id).join(' '));
  expect([0, 99, 100, 119, 150, 199, 200, 250, 260, 261].map((at) => ids[at])).toEqual([
    ...['short long', 'short long', 'long', 'long', 'last', 'long', '', 'last', 'last', ''],
  ]);
  expect(totals).toEqual({ sentences: 300, covered: 211 });
  expect(sentences.filter(({ uncovered }) => uncovered.length > 0)).toHaveLength(300 - 211);
});

test('a gap covers nothing', () => {
  const gap = { ...target('gap', [anchor(2, 'The crew', 'May 18')]), countsForCoverage: false };
  expect(measure(news, [gap], 'en').totals).toEqual({ sentences: 4, covered: 0 });
});

test('a heading in capitals needs no record, but a sentence in capitals does', () => {
  const records = [target('crew', [anchor(2, 'The crew')])];
  const { sentences, totals } = measure(
    article('WHAT COMES NEXT', 'The crew left.', 'THEY CAME BACK.', '2023', 'what COMES NEXT'),
    records,
    'en',
  );
  expect(sentences.map(({ isHeading }) => isHeading)).toEqual([true, false, false, false, false]);
  expect(totals).toEqual({ sentences: 4, covered: 1 });
  const heading = target('heading', [anchor(1, 'WHAT COMES NEXT')]);
  expect(measure(article('WHAT COMES NEXT'), [heading], 'en').totals).toEqual({
    sentences: 1,
    covered: 1,
  });
});

test('counts an article without sentences, and one without records', () => {
  expect(measure(article(), [], 'en').totals).toEqual({ sentences: 0, covered: 0 });
  expect(measure(news, [], 'no such language').totals).toEqual({ sentences: 4, covered: 0 });
});

test('initials and abbreviations do not end a sentence', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const text = 'J. Ortiz and George W. Pier of the U.S. Harbour met Dr. Boat. They left.  ';
  expect(splitSentences(text, segmenter)).toEqual([
    { text: 'J. Ortiz and George W. Pier of the U.S. Harbour met Dr. Boat.', from: 0, to: 61 },
    { text: 'They left.', from: 62, to: 72 },
  ]);
  expect(splitSentences('They lack vitamin C. They left. Come! Why? 🚢', segmenter)).toHaveLength(
    5,
  );
});

test.each([
  ['PORT QUAY NEWS', true],
  ['PORT QUAY 2023', true],
  ['2023: PORT', true],
  ['Port Quay', false],
  ['PORT QUAY.', false],
  ['“PORT QUAY!”', false],
  ['PORT? ', false],
  ['PORT. QUAY', true],
  ['2023', false],
])(
  'a line in capitals without an end mark is a heading, which needs no record: %j, %s',
  (line, expected) => {
    const { sentences } = measure(article('A title here', line), [], 'en');
    expect(sentences.find(({ paragraph }) => paragraph === 2)?.isHeading ?? true).toBe(expected);
  },
);
