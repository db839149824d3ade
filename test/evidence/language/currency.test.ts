import { expect, test } from 'vitest';
import { normalise } from '../../../src/evidence/article/normalise.ts';
import { indexArticle, listParagraphPassages } from '../../../src/evidence/article/word-index.ts';
import { findCurrencySigns, hasCurrency } from '../../../src/evidence/language/currency.ts';
import { article } from '../text.ts';

const containsCurrency = (text: string, code: string, language: string): boolean =>
  listParagraphPassages(indexArticle(article(text))).some((passage) =>
    hasCurrency(passage, findCurrencySigns(language, code)),
  );

test('lists the names of a currency in a language, and only the code if it has none', () => {
  expect(findCurrencySigns('en', 'USD').names).toEqual([
    'us dollar',
    'us dollars',
    'dollar',
    'dollars',
  ]);
  for (const code of ['QQQ', 'XUSD', 'USDX'])
    expect(findCurrencySigns('en', code).names).toEqual([]);
  expect(findCurrencySigns('en', 'QQQ').signs.test('QQQ 5')).toBe(true);
});

test.each([
  [
    'USD',
    'en',
    ['$5', 'US$5', 'U$5', 'USD5', 'USD 5', '5 dollars', 'a US dollar', 'in US$', 'dollars, 5'],
  ],
  ['USD', 'fr', ['5 $US', 'en $US hier', '5 dollars']],
  ['BRL', 'en', ['paid in R$ alone', 'R$5']],
  ['EGP', 'fr', ['payé en £E hier', '5 £E']],
  ['EUR', 'en', ['€5', '5 €', 'EUR 5', 'five euros', 'a euro']],
  ['SEK', 'sv', ['5 kr', '5kr', 'SEK 5', 'fem svenska kronor', 'fem kronor']],
  ['RUB', 'ru', ['5 рублей', 'два рубля', 'один российский рубль', 'полтора рубля']],
  ['KGS', 'ru', ['пять сомов']],
  ['USD', 'ru', ['6 миллиардов долларов', 'доллар США']],
  ['PLN', 'pl', ['5 złotych', 'dwa złote']],
  ['CZK', 'cs', ['pět korun', 'dvě české koruny']],
  ['USD', 'el', ['5 δολάρια', 'ένα δολάριο']],
  ['ZAR', 'en', ['R5', 'R 5', 'ZAR 5', '5 rand']],
  ['QQQ', 'en', ['QQQ 5']],
] as const)('recognises %s in %s by its signs and names', (code, language, texts) => {
  expect(texts.filter((text) => !containsCurrency(text, code, language))).toEqual([]);
});

test.each([
  ['USD', 'en', ['5 euros', 'USDA', 'xUSD', 'a dollarette', 'xUS$5']],
  ['SEK', 'sv', ['kr', 'en kr', '5 kra', 'skr 5', 'svenska båtar']],
  ['RUB', 'ru', ['российских компаний', '5 сомов']],
  ['KGS', 'ru', ['киргизских городов']],
  ['USD', 'el', ['των ΗΠΑ']],
  ['USD', 'fr', ['des États-Unis']],
  ['ZAR', 'en', ['R', 'Room 5', '5 Rx', 'the R of it', 'South African']],
  ['QQQ', 'en', ['¤5', 'QQ 5']],
  ['usd', 'en', ['$5', 'USD 5']],
  ['XXX', 'en', ['¤5']],
] as const)('does not mistake other texts for %s in %s', (code, language, texts) => {
  expect(texts.filter((text) => containsCurrency(text, code, language))).toEqual([]);
});

test('treats a name that is only a sign as one of the signs', () => {
  expect(findCurrencySigns('tr', 'TRY').names).toEqual(['Türk lirası', 'lirası'].map(normalise));
  expect(containsCurrency('5 ₺', 'TRY', 'tr')).toBe(true);
});
