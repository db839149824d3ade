import { expect, test } from 'vitest';
import type { Expectation } from '../../src/contracts/verification-target.ts';
import { indexArticle, wholeArticle } from '../../src/evidence/article/word-index.ts';
import { checkExpectation, contextOf } from '../../src/evidence/check.ts';
import { openLexicon } from '../../src/evidence/language/lexicon.ts';
import { article } from './text.ts';

const lexicons = { en: openLexicon('en'), de: openLexicon('de'), fr: openLexicon('fr') };

/** What is missing where each passage is a text; `held` or `idle` where nothing is. */
function missingIn(
  passages: string | readonly string[],
  expectation: Expectation,
  language: keyof typeof lexicons = 'en',
): string {
  const whole = wholeArticle(indexArticle(article(...[passages].flat())));
  const finding = checkExpectation(expectation, contextOf(whole, lexicons[language]));
  return finding.state === 'missing' ? finding.missing : finding.state;
}

const phrase = (...anyOf: readonly string[]): Expectation => ({ kind: 'phrase', anyOf });
const words = (text: string): Expectation => ({ kind: 'words', text });
const currency = (code: string): Expectation => ({ kind: 'currency', code });
const amount = (value: number, written: string): Expectation => ({
  kind: 'amount',
  amount: value,
  written,
});
const prose = (text: string, ...named: readonly (readonly string[])[]): Expectation => ({
  kind: 'prose',
  text,
  named,
});

test('a phrase holds by any of its spellings, as whole words of one passage', () => {
  const text = ['The crew’s “new pier”', 'cost $6 billion in all'];
  for (const held of [
    phrase('THE CREW\u2019S'),
    phrase('old', 'crew\'s "new'),
    phrase('$6 billion'),
  ]) {
    expect(missingIn(text, held)).toBe('held');
  }
  expect(missingIn(text, phrase('new pie'))).toBe('new pie');
  expect(missingIn(text, phrase('pier cost', 'pier costs'))).toBe('pier cost or pier costs');
  expect(missingIn('cost $7 billion', phrase('$6 billion'))).toBe('$6 billion');
  expect(missingIn('cost $6.5 billion', phrase('$6'))).toBe('$6');
  expect(missingIn(text, phrase())).toBe('idle');
});

test('a quotation holds within quotation marks of any kind, whole or in part', () => {
  const quotation = (text: string): Expectation => ({ kind: 'quotation', words: text });
  for (const text of [
    'a “new pier,” she said',
    'a «new pier» now',
    'a \'b\' "new pier"',
    'a ‘new pier’',
  ]) {
    expect(missingIn(text, quotation('new pier'))).toBe('held');
  }
  expect(missingIn('we want “a new pier at last”', quotation('New pier'))).toBe('held');
  expect(missingIn('a new pier, the “old” crew’s', quotation('new pier'))).toBe('“new pier”');
  expect(missingIn('a “new” pier', quotation('new pier'))).toBe('“new pier”');
  expect(missingIn('the crew’s new pier’s', quotation('s new pier'))).toBe('“s new pier”');
  expect(missingIn('a “new pier”', quotation('\u00ad'))).toBe('idle');
});

test('words hold in any order and any passage', () => {
  const text = ['an expansion of the north–south gas pipeline', 'the EU and Xi at the G7'];
  expect(missingIn(text, words('Expansion of the North–South pipeline'))).toBe('held');
  expect(missingIn(text, words('Pipeline of Xi'))).toBe('held');
});

test('long words, names and words with a digit are wanted; other short ones are not', () => {
  const text = 'the pipeline was long';
  expect(missingIn(text, words('A pipeline is not new'))).toBe('held');
  expect(missingIn(text, words('The gas pipelines of Xi and G7 by EU'))).toBe(
    'pipelines, Xi, G7, EU',
  );
  expect(missingIn(text, words('EU pipeline'))).toBe('EU');
  expect(missingIn(text, words('G7 pipeline'))).toBe('G7');
  expect(missingIn('the pipelines', words('pipeline'))).toBe('pipeline');
  expect(missingIn('длинный мост', words('Новый мост'))).toBe('Новый');
  expect(missingIn(text, words('is an'))).toBe('idle');
});

test('an amount is what the written one says', () => {
  expect(missingIn('x', amount(6e9, '$6 billion'))).toBe('held');
  expect(missingIn('x', amount(1.1e6, '€1.1 million'))).toBe('held');
  expect(missingIn('x', amount(6e6, '$6 billion'))).toBe('6000000 as “$6 billion”');
  expect(missingIn('x', amount(6, 'six or seven'))).toBe('6 as “six or seven”');
});

test('a currency holds by its code, sign or name', () => {
  const held: readonly (readonly [string, string])[] = [
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
  expect(held.filter(([text, code]) => missingIn(text, currency(code)) !== 'held')).toEqual([]);
  expect(missingIn('quatre dollars', currency('USD'), 'fr')).toBe('held');
  expect(missingIn('vier Millionen Dollar', currency('USD'), 'de')).toBe('held');
});

test('another currency, or a word that looks like one, does not hold', () => {
  const failing: readonly (readonly [string, string])[] = [
    ['cost €6 billion', 'USD'],
    ['cost CA$6 billion', 'USD'],
    ['cost $6 billion', 'EUR'],
    ['we all try', 'ALL'],
    ['the crew R and kr', 'NOK'],
    ['Europe', 'EUR'],
    ['no money', 'XX'],
  ];
  expect(failing.filter(([text, code]) => missingIn(text, currency(code)) === 'held')).toEqual([]);
  expect(missingIn('cost €6', currency('USD'))).toMatch(/^USD or .*dollars/);
});

test('every number of own words must stand in the text, in digits or in words', () => {
  const text = ['The two-day trip of 18 boats', 'with the G7, for $6 billion'];
  expect(missingIn(text, prose('On the 18th, for 2 days, the G7 paid 6bn.'))).toBe('held');
  expect(missingIn(text, prose('Eighteen boats, one crew'))).toBe('held');
  expect(missingIn(text, prose('19 boats, three days, G8, 6 million'))).toBe(
    '19, three, g8, 6 million',
  );
  expect(missingIn(text, prose('They had 6'))).toBe('6');
});

test('every quotation of own words must stand in one passage, verbatim', () => {
  const text = ['They spoke of “an old, ‘dear’ friend,” and', 'of a boat'];
  const quoted = [
    "“an old, 'dear' friend”",
    '"dear friend".',
    '„an old“ and «friend.»',
    'a »friend, «',
  ];
  expect(missingIn(text, prose(quoted[0] ?? ''))).toBe('held');
  expect(missingIn(text, prose(quoted[1] ?? ''))).toBe('“dear friend”');
  expect(missingIn(text, prose(quoted[2] ?? ''))).toBe('held');
  expect(missingIn(text, prose(quoted[3] ?? ''))).toBe('held');
  expect(missingIn(text, prose('“friend, and of”'))).toBe('“friend, and of”');
  expect(missingIn(text, prose('never closed: “a new boat'))).toBe('“a new boat”');
});

test('each country that own words name must stand there by one of its spellings', () => {
  const ruritania = ['Ruritania', 'Ruritanian'];
  expect(missingIn('the Ruritanian crew', prose('Ruritania won.', ruritania))).toBe('held');
  expect(missingIn('the crew', prose('Ruritania won.', ruritania, ['Freedonia']))).toBe(
    'Ruritania or Ruritanian, Freedonia',
  );
});

test('own words with nothing that can be looked for are not held to hold', () => {
  expect(missingIn('the crew', prose('The crew left, and no one else.'))).toBe('idle');
});
