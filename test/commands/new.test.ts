import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectionNames, collections } from '../../src/dataset/schema/collections.ts';
import type { Anchor } from '../../src/model/record.ts';
import { listCountryNames } from '../../src/text/country-names.ts';
import { located } from '../evidence/text.ts';
import { example, fixture, summit } from '../run.ts';
import { numRuns } from '../seed.mts';

describe('summit new', () => {
  it('prints a valid dataset', async () => {
    const { status, out, err } = await summit('new');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const checked = await summit('validate -', { stdin: out });
    expect(checked).toMatchObject({ status: 0, err: '' });
    expect(checked.out).toBe(`standard input: valid, ${collectionNames.length} records\n`);
  });

  it('names the schema, and prints placeholders that say what to write', async () => {
    const dataset = JSON.parse((await summit('new')).out);
    expect(dataset.$schema).toBe('./summit.schema.json');
    expect(dataset.source.title).toBe('The headline.');
    expect(dataset.claims[0].claim).toBe('The statement, paraphrased.');
  });

  it('prints a dataset that can be explored', async () => {
    const { out: stdin } = await summit('new');
    expect((await summit('--data - leaders', { stdin })).out).toBe(`\
name        title       country     role  id
──────────────────────────────────────────────────────
not stated  not stated  not stated  –     first-leader
`);
    expect((await summit('--data -', { stdin })).out.split('\n').slice(0, 2)).toEqual([
      'The name, in the words of the article.',
      'place not stated · dates not stated · status not stated',
    ]);
  });

  it('leaves host and host country open', async () => {
    const { summit: about, leaders, countries } = JSON.parse((await summit('new')).out);
    expect(about).toMatchObject({ country: null, host: null });
    expect(leaders).toMatchObject([{ country: null }]);
    expect(countries).toMatchObject([{ role: 'mentioned' }]);
  });

  it('prints a record of every collection, with every field', async () => {
    const dataset = JSON.parse((await summit('new')).out);
    for (const name of collectionNames) {
      const [record] = dataset[name];
      expect(Object.keys(record)).toEqual(Object.keys(collections[name].schema.properties));
    }
  });

  it('does not read the current dataset', async () => {
    expect((await summit('new --data missing.json')).status).toBe(0);
  });
});

/** JSON of a dataset, with the parts that these tests read. */
type Json = Readonly<Record<string, unknown>>;
type RecordJson = Json & { readonly id: string; readonly evidence: readonly Anchor[] };
type DatasetJson = { readonly source: Json; readonly summit: RecordJson } & {
  readonly [N in (typeof collectionNames)[number]]: readonly RecordJson[];
};

/** Runs `new` on a text, and returns the dataset. */
async function makeDataset(text: string | Uint8Array): Promise<DatasetJson> {
  const { status, out, err } = await summit('new a.txt', { files: { 'a.txt': text } });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out);
}

/** Collects all texts and numbers in a JSON value. */
function collectLeaves(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(collectLeaves)
    : [value];
}

interface Failure {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
}

/** Finds the value that a failure of `verify` is about: at `name`, or at `evidence[0].start`. */
function findFailedValue(dataset: DatasetJson, { collection, id, field }: Failure): unknown {
  const records = [(dataset as Json)[collection]].flat() as readonly Json[];
  const record = collection === 'source' ? dataset.source : records.find((one) => one.id === id);
  const path = field.split(/[[\].]+/).filter((step) => step !== '');
  return path.reduce<unknown>((value, step) => (value as Json)[step], record);
}

/** Checks that the dataset that `new` makes of a text is valid, and that only placeholders fail in `verify`. */
async function checkOnlyPlaceholdersFail(text: string | Uint8Array): Promise<DatasetJson> {
  const dataset = await makeDataset(text);
  const stdin = JSON.stringify(dataset);
  expect(await summit('validate -', { stdin })).toMatchObject({ status: 0, err: '' });
  const verified = await summit('verify a.txt --data - -f json', {
    stdin,
    files: { 'a.txt': text },
  });
  const { failures } = JSON.parse(verified.out) as { failures: readonly Failure[] };
  const placeholders = new Set(collectLeaves(JSON.parse((await summit('new')).out)));
  const wrong = failures.filter((failure) =>
    collectLeaves(findFailedValue(dataset, failure)).some((value) => !placeholders.has(value)),
  );
  expect(wrong).toEqual([]);
  return dataset;
}

const listIds = (dataset: DatasetJson) =>
  [dataset.summit, ...collectionNames.flatMap((name) => dataset[name])].map(({ id }) => id);

const listQuotedWords = ({ quotes }: DatasetJson) => quotes.map(({ words }) => words);

/** Frequent words of some languages, enough to detect the language. */
const languageWords: Readonly<Record<string, string>> = {
  de: 'der die und das ist mit nicht',
  fr: 'le les des et est dans pour',
  es: 'el los las una por con del',
  it: 'il che gli di una per sono',
  pt: 'os que uma para com não dos',
  nl: 'het een van en is niet met',
  pl: 'w na z się że jest nie',
  ru: 'и в на что не с по для',
};

/** Returns a text of `count` words. */
const makeWords = (count: number) =>
  Array.from({ length: count }, (_, at) => `word${at}`).join(' ');

describe('summit new with an article', () => {
  it.each([
    example('lakes-summit.txt'),
    fixture('lakes-summit.html'),
    fixture('strait-forum.txt'),
    fixture('delta-talks.txt'),
    fixture('reef-dinner.txt'),
  ])('prints a valid dataset in which only placeholders fail verify: %s', async (path) => {
    const { quotes, source } = await checkOnlyPlaceholdersFail(readFileSync(path));
    expect(quotes.length).toBeGreaterThan(1);
    expect(source.title).not.toBe('');
  });

  it('extracts title, credits and dateline', async () => {
    const { out } = await summit(`new ${example('lakes-summit.txt')}`);
    expect(JSON.parse(out).source).toMatchObject({
      title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda',
      publisher: 'Oreval Courier & Post',
      agency: 'Northlake Press Agency (NPA)',
      dateline: 'VELLMOUTH, Arvenia',
      language: 'en',
    });
  });

  it('extracts each country with its code, names and passages', async () => {
    const text =
      'Talks\n\nThe Norwegian king met the president of Chad. The U.S. sent nobody; Norway did.\n';
    const { countries } = await checkOnlyPlaceholdersFail(text);
    expect(countries).toMatchObject([
      { id: 'norway', name: 'Norway', aliases: ['Norwegian'], iso: 'NO', role: 'mentioned' },
      { id: 'chad', name: 'Chad', aliases: [], iso: 'TD' },
      { id: 'united-states', name: 'United States', aliases: ['U.S.'], iso: 'US' },
      { id: 'first-country', name: 'The name.' },
    ]);
    expect(located(text, countries[0]?.evidence)).toEqual([
      expect.stringMatching(/^Norway\b/),
      expect.stringMatching(/^Norwegian\b/),
    ]);
  });

  it('extracts a country that is named only by its adjective', async () => {
    const text = 'Talks\n\nThe Japanese minister met the crew.\n';
    const { countries } = await checkOnlyPlaceholdersFail(text);
    expect(countries).toMatchObject([
      { name: 'Japan', aliases: ['Japanese'] },
      { name: 'The name.' },
    ]);
    expect(located(text, countries[0]?.evidence)).toEqual([expect.stringMatching(/^Japanese\b/)]);
  });

  it('leaves open the host and the countries of leaders and deals', async () => {
    const dataset = await makeDataset('Talks\n\nThe king of Norway met the Albanians in Chad.\n');
    expect(dataset.countries.map(({ id }) => id)).toEqual([
      'norway',
      'albania',
      'chad',
      'first-country',
    ]);
    expect(dataset.summit).toMatchObject({ country: null, host: null, place: null });
    expect(dataset.leaders).toMatchObject([{ id: 'first-leader', country: null, role: null }]);
    const referred = collectLeaves([dataset.summit, dataset.leaders, dataset.talks, dataset.deals]);
    expect(referred).not.toContain('norway');
    expect(referred).not.toContain('albania');
    expect(referred).not.toContain('chad');
  });

  it('extracts each quotation with its own passage', async () => {
    const text = 'Talks\n\nAn “open” door and an “open” window, “she said so”.\n';
    const { quotes } = await checkOnlyPlaceholdersFail(text);
    expect(
      quotes.map(({ id, words, evidence }) => [id, words, ...located(text, evidence)]),
    ).toEqual([
      ['open', 'open', expect.stringMatching(/^open” door|open$/)],
      ['open-2', 'open', expect.stringMatching(/open” window/)],
      ['she-said-so', 'she said so', 'she said so'],
    ]);
  });

  it.each([
    [
      'quotations with the id of a sample record',
      'They call it “first claim” and “First summit!” and “first country”.',
    ],
    [
      'quotations with the id of a sample record in another collection',
      'It is the “first talk” of Chad and the “first deal”.',
    ],
    ['quotations that end in a number', 'It is “overdue” or “overdue 2” or “overdue” again.'],
    [
      'quotations with the id of a country',
      'It is “Chad” and “chad” to the people of Chad and in “Chad 2”.',
    ],
    ['quotations in another script', 'It is “да” or “нет” or “да, да” to us.'],
    ['quotations that are repeated many times', `It is ${'“late” so '.repeat(12)}and “late 3”.`],
  ])('gives each record a unique id: %s', async (_, text) => {
    const dataset = await checkOnlyPlaceholdersFail(`Talks\n\n${text}\n`);
    const ids = listIds(dataset);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(dataset.quotes.length).toBeGreaterThan(1);
  });

  it('truncates the id of a very long word', async () => {
    const { quotes } = await checkOnlyPlaceholdersFail(
      `Talks\n\nSo “${'x'.repeat(5000)}” it is.\n`,
    );
    expect(quotes).toMatchObject([{ id: 'x'.repeat(60), words: 'x'.repeat(5000) }]);
  });

  it('extracts the days of the summit, with their passage, only if the year is given', async () => {
    const text = 'Talks\n\nThe lake rose. They meet from June 3 to 5, 2031. The boats left.\n';
    const dated = await checkOnlyPlaceholdersFail(text);
    expect(dated.summit).toMatchObject({ start: '2031-06-03', end: '2031-06-05' });
    expect(located(text, dated.summit.evidence).at(-1)).toMatch(
      /^They meet from June 3 to 5, 2031\.?$/,
    );
    const undated = await makeDataset('Talks\n\nThey meet from June 3 to 5, as in 2022.\n');
    expect(undated.summit).toMatchObject({ start: null, end: null });
  });

  it.each([
    ['They meet on February 28-31, 2023.', null, null],
    ['They meet on February 28-29, 2023.', null, null],
    ['They meet on February 28-29, 2024.', '2024-02-28', '2024-02-29'],
    ['They meet on June 0-5, 2031.', null, null],
    [
      'They met from April 29 to 31, 2031. They meet from May 1 to 3, 2031.',
      '2031-05-01',
      '2031-05-03',
    ],
    ['They meet from April 31 to May 2, 2031.', null, null],
  ])('prints only valid dates: %s', async (text, start, end) => {
    const { summit: about } = await checkOnlyPlaceholdersFail(`Talks\n\n${text}\n`);
    expect(about).toMatchObject({ start, end });
  });

  it.each([
    ['a title of symbols', '* * *\n\nThe king of Norway met “somebody”.'],
    ['an invisible title', '\u00ad\n\nThe king of Norway met “somebody”.'],
    ['a title of one word', 'Talks\n\nThe king of Norway met “somebody”.'],
    [
      'a title that is repeated in the text',
      'All Is Well\n\nAll is well, all is well.\n\nAll Is Well',
    ],
    ['one paragraph', 'The king of Norway met “somebody” there, from June 3 to 5, 2031.'],
    ['one word', 'Norway'],
    ['an article without quotations', 'Talks\n\nThe king of Norway met somebody.'],
    ['paragraphs of one word', 'Talks\n\n“Yes!”\n\nNorway\n\nU.S.\n\n“Yes!”\n\n(Summary)'],
    ['identical paragraphs', 'Talks\n\nIn Norway “all is well”.\n\nIn Norway “all is well”.'],
    ['a long quotation', `Talks\n\nHe said “${makeWords(300)}” to the king of Norway.`],
    [
      'a quotation that ends in punctuation',
      'Talks\n\n“We must go!” she said. He asked: “Why not?”',
    ],
    [
      'a quotation that begins with punctuation',
      'Talks\n\nShe said “…and so on” and “-5 degrees”.',
    ],
    [
      'a quotation without a closing mark',
      'Talks\n\nShe said “all is well and so on.\n\nShe left.',
    ],
    ['quotations in quotations', 'Talks\n\nShe said “he said ‘all “is” well’ to me”, he said.'],
    [
      'quotation marks of all kinds',
      'Talks\n\n„Ja“, «oui», »doch«, "yes", ‘no’, ″hm″ and „eh” are “all”.',
    ],
    [
      'invisible characters',
      'Talks\n\nShe said “\u2060al\u00adl is\u200b well\u2060” in Nor\u00adway.',
    ],
    ['combining marks on a quotation mark', 'Talks\n\nShe said “\u0301all is well”\u0301 to him.'],
    ['long words', `${'x'.repeat(3000)}\n\n“${'y'.repeat(3000)}” ${'z'.repeat(3000)} in Norway.`],
    ['the same quotation many times', `Talks\n\n${'He said “yes” to Norway.\n\n'.repeat(30)}`],
    ['credits with a number', 'Talks\n\nAll is well.\n\nFirst published by The Post 1,200 times.'],
    ['capitals', 'TALKS\n\nUS AND UK MEET.\n\nTELL US ABOUT THE UAE.\n\nThey told us of the US.'],
  ])('prints a dataset in which only placeholders fail verify, given %s', async (_, text) => {
    expect((await checkOnlyPlaceholdersFail(text)).source.title).not.toBe('');
  });

  it('extracts each of five equal quotations', async () => {
    const paragraphs = ['one', 'two', 'three', 'four', 'five'].map(
      (at) => `He said “yes” at ${at}.`,
    );
    const dataset = await checkOnlyPlaceholdersFail(['Talks', ...paragraphs].join('\n\n'));
    expect(listQuotedWords(dataset)).toEqual(['yes', 'yes', 'yes', 'yes', 'yes']);
  });

  it('keeps the punctuation at the end of a quotation', async () => {
    const dataset = await makeDataset('Talks\n\n“We must go!” she said, and “Why not?” he asked.');
    expect(listQuotedWords(dataset)).toEqual(['We must go!', 'Why not?']);
  });

  it.each(['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru'])(
    'extracts every country by its name in another language: %s',
    async (language) => {
      const names = new Map(listCountryNames(language).map(({ code, name }) => [code, name]));
      const words = languageWords[language];
      const paragraphs = [...names.values()].map((name) => `${words} (${name}) ${words}`);
      const dataset = await checkOnlyPlaceholdersFail([words, ...paragraphs].join('\n\n'));
      expect(dataset.source.language).toBe(language);
      const found = new Set(dataset.countries.map(({ iso }) => iso));
      expect([...names].filter(([code]) => !found.has(code))).toEqual([]);
    },
  );

  it.each([
    [
      'de',
      'Die Minister der Schweiz und die von Ghana sind nicht in das Haus mit den Türen gegangen.',
    ],
    ['fr', 'Les ministres de la France et des pays voisins sont dans une maison pour les fêtes.'],
    ['en', 'Hm.'],
  ])('detects the language: %s', async (language, text) => {
    expect((await makeDataset(`${text}\n`)).source.language).toBe(language);
  });

  it('rejects a text without words', async () => {
    expect(await summit('new a.txt', { files: { 'a.txt': ' ' } })).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: cannot read a.txt as an article: no text in it\n',
    });
  });
});

describe('summit new with a random article', () => {
  const country = fc.constantFrom(
    ...'Norway|Saudi Arabia|South Africa|French|German|Danes|Turkish|U.S.|US|USA|UK|UAE|Britain'.split(
      '|',
    ),
    ...'Jordan|Michael Jordan|Chad Smith|in Chad|Georgia|Anthony Albanese|US$5|TELL US MORE'.split(
      '|',
    ),
    ...'Equatorial Guinea|Papua New Guinea|Guinea|Guinea-Bissau|Niger|Nigerian|South Sudan|Sudan'.split(
      '|',
    ),
    ...'Republic of Korea|Korea|Northern Ireland|Côte d’Ivoire|Cote d’Ivoire|Nor\u00adway|Saudi\u00a0Arabia'.split(
      '|',
    ),
  );
  const quoted = fc.oneof(
    fc.constantFrom(
      'first claim',
      'first summit',
      'first country',
      'overdue',
      'overdue 2',
      'record',
    ),
    fc.constantFrom(
      'We must go!',
      'Why not?',
      '…and so on',
      '(new)',
      '1,200',
      '5.',
      '-',
      'Norway',
      'US',
      'а',
    ),
    fc.constantFrom(
      'x'.repeat(300),
      makeWords(40),
      'he said ‘no’',
      'a\u00adb',
      '\u2060c',
      '\u0301d',
      'e\u0301',
    ),
  );
  const quotation = fc
    .tuple(fc.constantFrom('“”', '„“', '«»', '»«', '""', '‘’', '″″', '“ ', '”“', '“)'), quoted)
    .map(([[open = '', close = ''], words]) => `${open}${words}${close}`);
  const days = fc.constantFrom(
    ...'February 28-31, 2023|February 28 to 29, 2024|June 3 to 5, 2031|June 3 to 5|June 0-5, 2031'.split(
      '|',
    ),
    ...'from April 29 to May 31, 2031|December 30 to January 2, 2031|2031-06-03|June 3 and 4, 0000'.split(
      '|',
    ),
    ...'Nov. 28 to Dec. 2, 2031.|2031 June 3-4,000|Published by June 3-4, 2031'.split('|'),
  );
  const credit = fc.constantFrom(
    ...'Published by The Post 1,200 times|Reporting by D’Arcy & Sons|Source: AT&T (US)'.split('|'),
    ...'PORT QUAY, Arvenia — They met.|US: They met.|First published in Norway.'.split('|'),
  );
  const rareCharacter = fc.constantFrom(
    ...'\u00ad|\u200b|\u2060|\ufeff|\u202e|\u0301|***|—|(Summary)|.|!|’'.split('|'),
  );
  const filler = fc.constantFrom(
    'the ministers of',
    'met',
    'and said that',
    'In',
    'All is Well',
    'us',
  );
  const foreign = fc.constantFrom(
    ...Object.values(languageWords),
    'Norwegen',
    'Suisse',
    'Россия',
    '日本',
  );
  const piece = fc.oneof(filler, country, quotation, days, credit, rareCharacter, foreign);
  const sentence = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.constantFrom(' ', ' ', '', '-'))
    .map(([pieces, joint]) => pieces.join(joint));
  const paragraph = fc.oneof(
    fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join('. ')),
    fc.constantFrom('Norway', '“Yes.”', '(Summary)', 'All is Well', '“overdue”', 'U.S.', '* * *'),
  );
  const article = fc
    .array(paragraph, { minLength: 1, maxLength: 8 })
    .map((paragraphs) => paragraphs.join('\n\n'))
    .filter((text) => /[^\s\u200b]/u.test(text));

  it('prints a valid dataset in which only placeholders fail verify', {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(article, async (text) => {
        const dataset = await checkOnlyPlaceholdersFail(text);
        const ids = listIds(dataset);
        expect(ids).toHaveLength(new Set(ids).size);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});
