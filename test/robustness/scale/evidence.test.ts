import { expect, test } from 'vitest';
import { buildAssertions } from '../../../src/dataset/query/assertions.ts';
import { readArticle } from '../../../src/evidence/article/article.ts';
import { splitSentences } from '../../../src/evidence/article/sentences.ts';
import { indexArticle } from '../../../src/evidence/article/word-index.ts';
import { measureCoverage } from '../../../src/evidence/coverage.ts';
import { extractDraft } from '../../../src/evidence/extract/draft.ts';
import { buildDateWords, readDays } from '../../../src/evidence/language/dates.ts';
import { locateAll } from '../../../src/evidence/locate.ts';
import { createPassageFinder } from '../../../src/evidence/nearest-passage.ts';
import { findAnchorAround } from '../../../src/evidence/shortest-anchor.ts';
import { verifyRecords } from '../../../src/evidence/verify.ts';
import { anchor, article, prose, target } from '../../evidence/text.ts';
import { readDataset } from '../../read-dataset.ts';
import { example } from '../../run.ts';

test('reads a page nested a hundred thousand levels deep', async () => {
  const depth = 100_000;
  const page = `<body>${'<div>'.repeat(depth)}Deep${'</div>'.repeat(depth)}`;
  expect((await readArticle(new TextEncoder().encode(page))).paragraphs).toEqual(['Deep']);
});

test('splits a paragraph of a megabyte into its sentences, even very long ones', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const one = `A ${'word '.repeat(5_000)}ends.`;
  const paragraph = `${one} ${one} Short. `.repeat(10);
  expect(splitSentences(paragraph, segmenter).map(({ text }) => text)).toEqual(
    Array.from({ length: 10 }, () => [one, one, 'Short.']).flat(),
  );
});

test('reads a hundred thousand numbers in a row', () => {
  expect(readDays('1, '.repeat(100_000), buildDateWords('en'))).toEqual([]);
});

test('does not take a sentence for a heading because of a megabyte of capitals', () => {
  const { sentences } = measureCoverage(article(`${'AB '.repeat(300_000)}are letters`), [], 'en');
  expect([...sentences].map(({ isHeading }) => isHeading)).toEqual([false]);
});

test('locates a word that fills a megabyte', () => {
  const text = article('boat '.repeat(200_000).trim());
  const [[several, none] = []] = locateAll(
    [target('boat', [anchor(1, 'boat boat', 'boat'), anchor(1, 'boat', 'pier')])],
    indexArticle(text),
  );
  expect(several?.state).toBe('ambiguous');
  expect(none).toMatchObject({ state: 'not found', part: 'end' });
});

test('finds no anchor for any occurrence of a word that fills a paragraph', () => {
  const index = indexArticle(article('boat '.repeat(20_000).trim()));
  const ranges = index.findOccurrences('boat');
  expect(ranges).toHaveLength(20_000);
  expect(ranges.filter((range) => findAnchorAround(range, index))).toEqual([]);
});

test('verifies thousands of records, even if all of them fail', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `w${(index * 7919) % 4801}x`);
  const text = article(
    ...Array.from({ length: 200 }, (_, at) => words.slice(at * 100, at * 100 + 100).join(' ')),
  );
  const records = Array.from({ length: 1000 }, (_, index) => {
    const start = `${words[index]} ${words[index + 1]} missing${index} ${words[index + 3]}`;
    return target(`r${index}`, [anchor(1, start)], { kind: 'phrase', spellings: [start] });
  });
  expect(verifyRecords(text, records, 'en', true).failures).toHaveLength(1000);
});

test('reads credits with very many brackets, and punctuation that fills a sentence', () => {
  const [brackets, signs] = [' ('.repeat(100_000), '!'.repeat(100_000)];
  const { credits, events } = extractDraft(
    article(
      'Talks',
      `Ulm (Quay${brackets}) - It was said.`,
      `They left on Monday ${signs}x to the sea.`,
      `Published by Post${brackets}.`,
    ),
  );
  expect(credits.publisher).toBe(`Post${brackets}`);
  expect(events).toHaveLength(1);
});

test('does not compare an article or a text of a single word of a megabyte', () => {
  const one = 'x'.repeat(1_000_000);
  expect(
    createPassageFinder(indexArticle(article(one))).findNearest(['y', 'xx', `${one}y`]),
  ).toBeUndefined();
});

test('verifies very many paraphrases with an unknown name', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `Ortiz${at}x`);
  const records = names.map((_, at) =>
    target(`r${at}`, [anchor(1, 'The boat')], { ...prose(`The boat of Dahl${at}x left.`), names }),
  );
  const { failures } = verifyRecords(article('The boat left.'), records, 'en', true);
  expect(failures).toHaveLength(10_000);
});

test('distinguishes very many people with the same first name', () => {
  const people = Array.from({ length: 20_000 }, (_, at) => `Ana Ortiz${at}x`);
  const text = article(...people.map((name) => `${name} rowed.`));
  const records = people.map((name, at) => ({
    ...target(`r${at}`, [anchor(at + 1, name)], {
      ...prose(`${people[(at + 1) % people.length]} rowed.`),
      purpose: 'statement',
    }),
    names: [name],
  }));
  const { warnings } = verifyRecords(text, records, 'en');
  expect(warnings.filter(({ rule }) => rule === 'name')).toHaveLength(20_000);
});

test('checks very many records of one long paragraph, each against its own sentence', () => {
  const sentences = Array.from({ length: 20_000 }, (_, at) => `Boat${at}x will sail.`);
  const records = sentences.map((_, at) => ({
    ...target(`r${at}`, [anchor(1, `Boat${at}x will`, 'sail')]),
    choices: [{ field: 'status', value: 'held', meaning: 'past' as const }],
  }));
  const { warnings } = verifyRecords(article(sentences.join(' ')), records, 'en');
  expect(warnings).toHaveLength(20_000);
});

test('counts thousands of occurrences for each of thousands of anchors', () => {
  const text = article(Array.from({ length: 20_000 }, () => 'the boat came in').join('. '));
  const anchors = Array.from({ length: 20_000 }, (_, at) => anchor(at + 1, 'the boat', 'in'));
  const [located = []] = locateAll([target('boat', anchors)], indexArticle(text));
  expect(located.at(-1)).toMatchObject({ state: 'ambiguous', places: 20_000 });
});

test('locates thousands of anchors with the same start and different ends', () => {
  const numbers = Array.from({ length: 20_000 }, (_, at) => `n${at}x`);
  const text = article(...numbers.map((number) => `the boat ${number} left`));
  const anchors = numbers.map((number, at) => anchor(at + 1, 'the boat', number));
  const [located = []] = locateAll([target('boats', anchors)], indexArticle(text));
  expect(located.filter(({ state }) => state !== 'found')).toEqual([]);
});

test('asserts each of very many leaders of a talk, and their countries by any of their names', () => {
  const lakes = readDataset(example('lakes-summit.json'));
  const [leader] = lakes.leaders;
  const [talk] = lakes.talks;
  if (!leader || !talk) throw new Error('the example has lost its records');
  const leaders = Array.from({ length: 30_000 }, (_, at) => ({
    ...leader,
    id: `leader-${at}`,
    name: `Ana Ortiz${at}x`,
    aliases: [],
  }));
  const ids = leaders.map(({ id }) => id);
  const many = { ...talk, leaders: ids, countries: ['arvenia'] };
  const dataset = { ...lakes, leaders: [...lakes.leaders, ...leaders], talks: [many] };
  const record = buildAssertions(dataset).find(({ id }) => id === talk.id);
  const listAssertions = (field: string) =>
    record?.assertions.filter((assertion) => assertion.field === field);
  expect(listAssertions('leaders')).toHaveLength(30_000);
  expect(listAssertions('countries')).toEqual([
    {
      field: 'countries',
      kind: 'phrase',
      value: expect.any(String),
      spellings: expect.arrayContaining(['Arvenia', 'Ana Ortiz29999x']),
    },
  ]);
});
