import { expect, test } from 'vitest';
import type { Article } from '../../src/evidence/article/article.ts';
import {
  indexArticle,
  listParagraphPassages,
  type Passage,
} from '../../src/evidence/article/word-index.ts';
import { checkAssertion } from '../../src/evidence/check.ts';
import { createEvidenceContext } from '../../src/evidence/evidence-context.ts';
import { openLexicon } from '../../src/evidence/language/lexicon.ts';
import { createPhraseIndex } from '../../src/evidence/phrase-index.ts';
import { article, type Check, prose, value } from './text.ts';

const lexicons = { en: openLexicon('en'), de: openLexicon('de'), fr: openLexicon('fr') };

/** Creates the context of an article, or of other passages in it. */
function createContext(
  text: Article,
  language: keyof typeof lexicons = 'en',
  select = (whole: readonly Passage[]) => whole,
) {
  const [index, lexicon] = [indexArticle(text), lexicons[language]];
  const passages = select(listParagraphPassages(index));
  return createEvidenceContext(passages, createPhraseIndex(index, lexicon.stem), lexicon);
}

/** Lists what is missing from passages, or says `passed` or `not checked` if nothing is. */
function describeMissing(
  passages: string | readonly string[],
  check: Check,
  language: keyof typeof lexicons = 'en',
): string {
  const context = createContext(article(...[passages].flat()), language);
  const finding = checkAssertion(value(check), context, context);
  if ('reason' in finding) return 'not checked';
  return finding.length === 0 ? 'passed' : finding.map(({ label }) => label).join(', ');
}

const phrase = (...spellings: readonly string[]): Check => ({
  kind: 'phrase',
  spellings,
});
const words = (text: string): Check => ({ kind: 'words', value: text });
const currency = (code: string): Check => ({ kind: 'currency', value: code });
const amount = (sum: number, written: string): Check => ({
  kind: 'amount',
  value: String(sum),
  written,
});

test('a phrase passes by any of its spellings, as whole words of one passage', () => {
  const text = ['The crew’s “new pier”', 'cost $6 billion in all'];
  for (const check of [
    phrase('THE CREW\u2019S'),
    phrase('old', 'crew\'s "new'),
    phrase('$6 billion'),
  ]) {
    expect(describeMissing(text, check)).toBe('passed');
  }
  expect(describeMissing(text, phrase('new pie'))).toBe('new pie');
  expect(describeMissing(text, phrase('pier cost', 'pier costs'))).toBe('pier cost or pier costs');
  expect(describeMissing('cost $7 billion', phrase('$6 billion'))).toBe('$6 billion');
  expect(describeMissing('cost $6.5 billion', phrase('$6'))).toBe('$6');
  expect(describeMissing(text, phrase())).toBe('not checked');
  expect(describeMissing('they told us', phrase('US'))).toBe('US');
  expect(describeMissing('they told the US', phrase('US'))).toBe('passed');
  expect(describeMissing('US crews left', phrase('US'))).toBe('passed');
});

test('a quotation passes within quotation marks of any kind, complete or in part', () => {
  const quotation = (text: string): Check => ({ kind: 'quotation', value: text });
  for (const text of [
    'a “new pier,” she said',
    'a «new pier» now',
    'a \'b\' "new pier"',
    'a ‘new pier’',
  ]) {
    expect(describeMissing(text, quotation('new pier'))).toBe('passed');
  }
  expect(describeMissing('we want “a new pier at last”', quotation('New pier'))).toBe('passed');
  expect(describeMissing('a new pier, the “old” crew’s', quotation('new pier'))).toBe('“new pier”');
  expect(describeMissing('a “new” pier', quotation('new pier'))).toBe('“new pier”');
  expect(describeMissing('the crew’s new pier’s', quotation('s new pier'))).toBe('“s new pier”');
  expect(describeMissing('a “new pier”', quotation('\u00ad'))).toBe('not checked');
});

test('words pass in any order and any passage', () => {
  const text = ['an expansion of the north–south gas pipeline', 'the EU and Xi at the G7'];
  expect(describeMissing(text, words('Expansion of the North–South pipeline'))).toBe('passed');
  expect(describeMissing(text, words('Pipeline of Xi'))).toBe('passed');
});

test('long words, names and words with a digit are required, but not other short words', () => {
  const text = 'the pipeline was long';
  expect(describeMissing(text, words('A pipeline is not new'))).toBe('passed');
  expect(describeMissing(text, words('The gas pipelines of Xi and G7 by EU'))).toBe('Xi, G7, EU');
  expect(describeMissing(text, words('EU pipeline'))).toBe('EU');
  expect(describeMissing('so they told us', words('The US told'))).toBe('US');
  expect(describeMissing('so the US told', words('The US told'))).toBe('passed');
  expect(describeMissing(text, words('G7 pipeline'))).toBe('G7');
  expect(describeMissing('длинный мост', words('Новый мост'))).toBe('Новый');
  expect(describeMissing(text, words('is an'))).toBe('not checked');
  expect(describeMissing(text, words('New pipeline between these'))).toBe('passed');
  expect(describeMissing('Western-led work', words('West'))).toBe('passed');
});

test('a word passes by another of its forms, but not by another word', () => {
  const passed: readonly (readonly [string, string])[] = [
    ['They leave the harbour', 'Crew leaves harbour'],
    ['the pipelines', 'pipeline'],
    ['the charter that they signed', 'Signing of the charter'],
    ['agreeing to build', 'Agreed'],
    ['two countries', 'Country'],
  ];
  const crew = 'the Crew ';
  expect(
    passed.filter(([text, name]) => describeMissing(crew + text, words(name)) !== 'passed'),
  ).toEqual([]);
  expect(describeMissing('the ministry', words('Minister'))).toBe('Minister');
  expect(describeMissing('the signal', words('Signing'))).toBe('Signing');
});

test('an amount passes if it equals the written one', () => {
  expect(describeMissing('x', amount(6e9, '$6 billion'))).toBe('passed');
  expect(describeMissing('x', amount(1.1e6, '€1.1 million'))).toBe('passed');
  expect(describeMissing('x', amount(6e6, '$6 billion'))).toBe('6000000 as “$6 billion”');
  expect(describeMissing('x', amount(6, 'six or seven'))).toBe('6 as “six or seven”');
});

test('a currency passes by its code, sign or name', () => {
  const passed: readonly (readonly [string, string])[] = [
    ['cost $6 billion', 'USD'],
    ['cost US$6 billion', 'USD'],
    ['cost six billion dollars', 'USD'],
    ['one US dollar', 'USD'],
    ['cost 6bn USD', 'USD'],
    ['cost €6', 'EUR'],
    ['a 6bn-euro bridge', 'EUR'],
    ['C$5', 'CAD'],
    ['CHF 30', 'CHF'],
    ['kr 500', 'NOK'],
    ['500 kr', 'NOK'],
    ['6 Chinese yuan', 'CNY'],
    ['a sum of ¥5', 'JPY'],
  ];
  expect(
    passed.filter(([text, code]) => describeMissing(text, currency(code)) !== 'passed'),
  ).toEqual([]);
  expect(describeMissing('quatre dollars', currency('USD'), 'fr')).toBe('passed');
  expect(describeMissing('vier Millionen Dollar', currency('USD'), 'de')).toBe('passed');
});

test('another currency, or a word that looks like a currency, fails', () => {
  const failing: readonly (readonly [string, string])[] = [
    ['cost €6 billion', 'USD'],
    ['cost CA$6 billion', 'USD'],
    ['cost $6 billion', 'EUR'],
    ['we all try', 'ALL'],
    ['the crew R and kr', 'NOK'],
    ['Europe', 'EUR'],
    ['no money', 'XX'],
  ];
  expect(
    failing.filter(([text, code]) => describeMissing(text, currency(code)) === 'passed'),
  ).toEqual([]);
  expect(describeMissing('cost €6', currency('USD'))).toMatch(/^USD or .*dollars/);
});

test('every number in a paraphrase must be in the passages, in digits or in words', () => {
  const text = ['The two-day trip of 18 boats', 'with the G7, for $6 billion'];
  expect(describeMissing(text, prose('On the 18th, for 2 days, the G7 paid 6bn.'))).toBe('passed');
  expect(describeMissing(text, prose('Eighteen boats, one crew'))).toBe('passed');
  expect(describeMissing(text, prose('19 boats, three days, G8, 6 million'))).toBe(
    '19, three, g8, 6 million',
  );
  expect(describeMissing(text, prose('They had 6'))).toBe('6');
});

test.each(['both', 'twice', 'either', 'neither', 'pair', 'couple'])(
  'two is expressed in the passages by “%s”',
  (word) => {
    expect(describeMissing(`The crews met ${word}.`, prose('Two crews met.'))).toBe('passed');
    expect(describeMissing(`The crews met ${word}.`, prose('Three crews met.'))).toBe('three');
  },
);

test('“the two” is allowed in a paraphrase, because it is as often a pronoun as a number', () => {
  for (const purpose of ['remark', 'question', 'statement'] as const) {
    expect(describeMissing('The crews met.', { ...prose('In two readings.'), purpose })).toBe(
      'passed',
    );
    expect(describeMissing('The crews met.', { ...prose('In three readings.'), purpose })).toBe(
      'three',
    );
  }
  expect(describeMissing('The crews met.', prose('After 1.5 days.'))).toBe('1.5');
});

test.each([
  ['Half of it is paid.', 'It is 50 per cent.'],
  ['A quarter is paid.', 'It is 25 per cent.'],
  ['A third is paid.', 'It is 33 per cent.'],
  ['By the end of the decade.', 'It comes before 2030.'],
  ['A dozen came.', 'There were 12.'],
])('a paraphrase may use the number that a word expresses: %s %s', (text, statement) => {
  expect(describeMissing(text, { ...prose(statement), purpose: 'statement' })).toBe('passed');
  expect(describeMissing('They came.', { ...prose(statement), purpose: 'statement' })).not.toBe(
    'passed',
  );
});

test('a quotation may end with the comma or the full stop of its sentence', () => {
  const text = 'He said, “We met on the boat,” and left. “It sank.”';
  const quotation = (words: string): Check => ({ kind: 'quotation', value: words });
  expect(describeMissing(text, quotation('We met on the boat,'))).toBe('passed');
  expect(describeMissing(text, quotation('We met on the boat.'))).toBe('passed');
  expect(describeMissing(text, quotation('It sank.'))).toBe('passed');
  expect(describeMissing(text, quotation('It sank. He'))).not.toBe('passed');
});

test('a number in a paraphrase may count the names listed in a passage', () => {
  const listed = 'The crews of Ulm, Bonn and Port Quay met.';
  expect(describeMissing(listed, prose('Three crews met.'))).toBe('passed');
  expect(describeMissing('Ulm, Bonn, and the Quay', prose('3 of them met.'))).toBe('passed');
  expect(describeMissing('Ulm and the Quay met.', prose('The two met.'))).toBe('passed');
  expect(describeMissing(listed, prose('Four crews met.'))).toBe('four');
  expect(describeMissing('the boats, crews and ports', prose('Three met.'))).toBe('three');
  expect(describeMissing('Ulm, Bonn und Trier', prose('3 Orte'), 'de')).toBe('passed');
});

test('a paraphrase may use any word for a country in the article', () => {
  const text = 'The United States sent an observer.';
  expect(describeMissing(text, prose('The only American was an observer.'))).toBe('not checked');
  expect(describeMissing(text, prose('The only Briton was an observer.'))).toBe('Briton');
});

test('a number in a paraphrase may count what the record lists', () => {
  const createCountingCheck = (text: string): Check => ({
    kind: 'prose',
    value: text,
    purpose: 'remark',
    named: [],
    counts: [5],
    names: [],
  });
  expect(describeMissing('the crews', createCountingCheck('Five crews are there.'))).toBe(
    'not checked',
  );
  expect(describeMissing('the crews', createCountingCheck('Five crews and 12 boats'))).toBe('12');
});

test('a name in a paraphrase must be in the article or in the dataset', () => {
  const text = 'Ana Ortiz met the crew.';
  expect(describeMissing(text, prose('The crew of Ortiz met again.'))).toBe('not checked');
  expect(describeMissing(text, prose('The crew met Quarrel.'))).toBe('Quarrel');
  expect(describeMissing(text, prose('Quarrels were had by the crew.'))).toBe('not checked');
  expect(describeMissing('They left by ferry.', prose('They left by Ferries.'))).toBe(
    'not checked',
  );
  const given: Check = { ...prose('The crew of Freedonia met.'), names: ['Freedonia'] };
  expect(describeMissing(text, given)).toBe('not checked');
  const question: Check = { ...prose('Who is Quarrel?'), names: undefined };
  expect(describeMissing(text, question)).toBe('not checked');
  expect(describeMissing('Ana traf die Crew.', prose('Die Mannschaft traf Quarrel.'), 'de')).toBe(
    'not checked',
  );
});

test('a date passes by day and month, if its year is in the article or recorded as inferred', () => {
  const createDateCheck = (text: string, years: readonly string[] = ['2023']): Check => ({
    kind: 'date',
    value: text,
    years,
  });
  expect(describeMissing('on May 18', createDateCheck('2023-05-18'))).toBe('passed');
  expect(describeMissing('on May 18', createDateCheck('2023-05-19'))).toBe('May 19');
  expect(describeMissing('on May 18', createDateCheck('2024-05-18'))).toBe('the year 2024');
  expect(describeMissing(['on May 18', 'in 2024'], createDateCheck('2024-05-18'))).toBe('passed');
  expect(describeMissing('in May', createDateCheck('2023-05'))).toBe('passed');
  expect(describeMissing('in May 2023', createDateCheck('2023-05', []))).toBe('passed');
  expect(describeMissing('in May 2022', createDateCheck('2023-05'))).toBe('May 2023');
  expect(describeMissing('in June', createDateCheck('2023-05'))).toBe('May 2023');
  expect(describeMissing('in 2031', createDateCheck('2031', []))).toBe('passed');
  expect(describeMissing('in May', createDateCheck('2031', ['2031']))).toBe('2031');
});

test('a span of years has its last year too, in a date and in a paraphrase', () => {
  const year = (text: string): Check => ({ kind: 'date', value: text, years: [] });
  for (const span of ['the drought of 2019–20', 'in 2019/20', 'since 2010-20', 'of 2019–2020']) {
    expect(describeMissing(span, year('2020'))).toBe('passed');
    expect(describeMissing(span, prose('It ended in 2020.'))).toBe('passed');
  }
  expect(describeMissing('on 1 May, after 2019–20', year('2020-05-01'))).toBe('passed');
  expect(describeMissing(['in 2018–20', 'in 2021'], year('2019'))).toBe('the year 2019');
  expect(describeMissing('on 20 boats in 2019', year('2020'))).toBe('the year 2020');
  expect(describeMissing('the drought of 2019–20', prose('It ended in 2021.'))).toBe('2021');
});

test('every quotation in a paraphrase must be in one passage, word for word', () => {
  const text = ['They spoke of “an old, ‘dear’ friend,” and', 'of a boat'];
  const quoted = [
    "“an old, 'dear' friend”",
    '"dear friend".',
    '„an old“ and «friend.»',
    'a »friend, «',
  ];
  expect(describeMissing(text, prose(quoted[0] ?? ''))).toBe('passed');
  expect(describeMissing(text, prose(quoted[1] ?? ''))).toBe('“dear friend”');
  expect(describeMissing(text, prose(quoted[2] ?? ''))).toBe('passed');
  expect(describeMissing(text, prose(quoted[3] ?? ''))).toBe('passed');
  expect(describeMissing(text, prose('“friend, and of”'))).toBe('“friend, and of”');
  expect(describeMissing(text, prose('never closed: “a new boat'))).toBe('“a new boat”');
});

test('each country that a paraphrase names must be in the passages by one of its names', () => {
  const ruritania = ['Ruritania', 'Ruritanian'];
  expect(describeMissing('the Ruritanian crew', prose('Ruritania won.', ruritania))).toBe('passed');
  expect(describeMissing('the crew', prose('Ruritania won.', ruritania, ['Freedonia']))).toBe(
    'Ruritania or Ruritanian, Freedonia',
  );
});

test('a paraphrase without anything to look for is not checked', () => {
  expect(describeMissing('the crew', prose('The crew left, and no one else.'))).toBe('not checked');
});

test('searches for the nearest passage by the spellings of what is missing', () => {
  const listSearchTerms = (check: Check, text = 'The crew met on May 19, 2022.') => {
    const context = createContext(article(text));
    const finding = checkAssertion(value(check), context, context);
    if ('reason' in finding) return 'not checked';
    return finding.length === 0 ? 'passed' : finding.map(({ spellings }) => spellings);
  };
  expect(listSearchTerms(phrase('a', '', 'b'))).toEqual([['a', 'b']]);
  expect(listSearchTerms(phrase('', ' '))).toBe('not checked');
  expect(listSearchTerms({ kind: 'quotation', value: 'old' })).toEqual([['“old”']]);
  expect(listSearchTerms(words('old boats'))).toEqual([['old boats']]);
  expect(listSearchTerms(amount(5, '$6 million'))).toEqual([['$6 million']]);
  expect(listSearchTerms(currency('EUR'))).toEqual([[]]);
  const createDateCheck = (date: string): Check => ({
    kind: 'date',
    value: date,
    years: ['2022', '2023'],
  });
  expect(listSearchTerms(createDateCheck('2023'))).toEqual([['2023']]);
  expect(listSearchTerms(createDateCheck('2023-06'))).toEqual([[]]);
  expect(listSearchTerms(createDateCheck('2022-05-18'))).toEqual([['May 18']]);
  expect(listSearchTerms(createDateCheck('2022-05-19'))).toBe('passed');
  expect(listSearchTerms(createDateCheck('2031-05-19'))).toEqual([[]]);
  expect(listSearchTerms(prose('They had 6 boats.'))).toEqual([['6']]);
  expect(listSearchTerms(prose('The crew met Quarrel.'))).toEqual([['Quarrel']]);
  expect(
    listSearchTerms(prose('On “new” terms with Ruritania', ['Ruritania', 'Ruritanian'])),
  ).toEqual([['new'], ['Ruritania', 'Ruritanian']]);
});

test('a month passes if one mention has it with this year or without a year', () => {
  const checkMonth = (text: string) =>
    describeMissing(text, { kind: 'date', value: '2023-05', years: ['2023'] });
  expect(checkMonth('in April and May')).toBe('passed');
  expect(checkMonth('in May 2022 and in May')).toBe('passed');
  expect(checkMonth('in May 2022 and in June')).toBe('May 2023');
});

test('a quotation passes only if the passage contains it', () => {
  const verifyQuotation = (text: string, words: string, from: number, to: number) => {
    const context = createContext(article(text), 'en', (whole) =>
      whole.map((one) => ({ ...one, range: { paragraph: 0, from, to } })),
    );
    const finding = checkAssertion(value({ kind: 'quotation', value: words }), context, context);
    return Array.isArray(finding) && finding.length === 0 ? 'passed' : 'failed';
  };
  const boat = 'The “old” boat is old.';
  expect(verifyQuotation(boat, 'old', 0, 9)).toBe('passed');
  expect(verifyQuotation(boat, 'old', 4, 9)).toBe('passed');
  expect(verifyQuotation(boat, 'old', 9, 22)).toBe('failed');
  expect(verifyQuotation(boat, 'old', 0, 4)).toBe('failed');
  // The words also occur before the quotation, and a part of it is in the passage.
  expect(verifyQuotation('An old “old” boat', 'old', 0, 6)).toBe('failed');
  expect(verifyQuotation('An old “old” boat', 'old', 0, 7)).toBe('failed');
  expect(verifyQuotation('The “old boat” left', 'boat', 0, 8)).toBe('failed');
});

test('names 20 of very many missing spellings, and counts the others', () => {
  const names = Array.from({ length: 22 }, (_, at) => `Ortiz${at}`);
  expect(describeMissing('the crew', phrase(...names))).toMatch(
    /^Ortiz0 or .* or Ortiz19 or 2 more$/,
  );
});
