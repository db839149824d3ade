import type { Assertion, Paraphrase } from '../model/assertion.ts';
import { isAcronym } from '../text/fold.ts';
import { once } from '../text/memoise.ts';
import { normalise } from './article/normalise.ts';
import { findQuotations } from './article/sentences.ts';
import { hasPhrase, type Passage } from './article/word-index.ts';
import { findContentWords, findWhole, splitWords } from './article/words.ts';
import { hasCurrency } from './language/currency.ts';
import { hasDay, readMonths } from './language/dates.ts';
import type { Lexicon } from './language/lexicon.ts';
import { isSameNumber, parseAmount } from './language/numbers.ts';

/** Passages in which assertions are checked. */
export interface EvidenceContext {
  readonly passages: readonly Passage[];
  readonly lexicon: Lexicon;
  /** Returns the stems of all words. */
  readonly stems: () => ReadonlySet<string>;
}

export function createEvidenceContext(
  passages: readonly Passage[],
  lexicon: Lexicon,
): EvidenceContext {
  const listWords = () =>
    passages.flatMap(({ normalised }) => splitWords(normalised).map(({ text }) => text));
  return { passages, lexicon, stems: once(() => new Set(listWords().map(lexicon.stem))) };
}

/**
 * Result of checking an assertion. `missing` is the text that was not found; `searchTerms` are the spellings of each
 * missing text, to look up in the rest of the article.
 */
export type Result =
  | { readonly state: 'passed' }
  | {
      readonly state: 'failed';
      readonly missing: string;
      readonly searchTerms: readonly (readonly string[])[];
    }
  | { readonly state: 'not checked'; readonly reason: string };

const passed: Result = { state: 'passed' };

const nothingToFind: Result = { state: 'not checked', reason: 'no words to look for' };

const fail = (missing: string, ...searchTerms: readonly (readonly string[])[]): Result => ({
  state: 'failed',
  missing,
  searchTerms,
});

function checkPhrase(spellings: readonly string[], { passages }: EvidenceContext): Result {
  const worded = spellings.filter((spelling) => normalise(spelling) !== '');
  if (worded.length === 0) return nothingToFind;
  return hasPhrase(passages, worded) ? passed : fail(worded.join(' or '), worded);
}

function checkQuotation(words: string, { passages }: EvidenceContext): Result {
  const needle = normalise(words);
  if (needle === '') return nothingToFind;
  const isQuoted = passages
    .filter(({ normalised }) => findWhole(normalised, needle) >= 0)
    .some(({ paragraphText, from, to }) =>
      findQuotations(paragraphText)
        .filter((quotation) => quotation.from < to && quotation.to > from)
        .some((quotation) => findWhole(normalise(quotation.words), needle) >= 0),
    );
  return isQuoted ? passed : fail(`“${words}”`, [`“${words}”`]);
}

function checkWords(text: string, { passages, stems, lexicon }: EvidenceContext): Result {
  const words = findContentWords(text);
  if (words.length === 0) return nothingToFind;
  const missing = words.filter((word) =>
    isAcronym(word) ? !hasPhrase(passages, [word]) : !stems().has(lexicon.stem(normalise(word))),
  );
  return missing.length === 0 ? passed : fail(missing.join(', '), [text]);
}

/** Checks for a year in figures, or for a month by name that has no other year next to it. */
function checkMonth(date: string, { passages, lexicon: { dates } }: EvidenceContext): Result {
  const [year = '', month] = date.split('-');
  if (month === undefined) return hasPhrase(passages, [year]) ? passed : fail(year, [year]);
  const isNamed = passages
    .flatMap(({ text }) => readMonths(text, dates))
    .some((one) => one.month === Number(month) && (one.year ?? Number(year)) === Number(year));
  return isNamed ? passed : fail(dates.monthAndYear().format(Date.parse(date)));
}

function checkDate(
  date: string,
  inferredYears: readonly string[],
  context: EvidenceContext,
  article: EvidenceContext,
): Result {
  const { passages, lexicon } = context;
  const [year = '', month, day] = date.split('-');
  if (!inferredYears.includes(year) && !hasPhrase(article.passages, [year])) {
    return fail(`the year ${year}`);
  }
  if (day === undefined) return checkMonth(date, context);
  const named = passages
    .flatMap(({ text }) => lexicon.daysIn(text))
    .filter((range) => hasDay(range, Number(month), Number(day)));
  if (named.some((range) => (range.year ?? Number(year)) === Number(year))) return passed;
  const [short, full] = [lexicon.dates.short(), lexicon.dates.full()];
  const moment = Date.parse(date);
  // Name the year only if the passages give that day with another year.
  const missing = (named.length > 0 ? full : short).format(moment);
  return fail(missing, [short.format(moment)]);
}

function checkAmount(amount: string, written: string, { lexicon }: EvidenceContext): Result {
  const parsed = parseAmount(written, lexicon.numbers) ?? Number.NaN;
  return isSameNumber(parsed, Number(amount))
    ? passed
    : fail(`${amount} as “${written}”`, [written]);
}

function checkCurrency(code: string, { passages, lexicon }: EvidenceContext): Result {
  const signs = lexicon.currency(code);
  if (passages.some((passage) => hasCurrency(passage, signs))) return passed;
  return fail([code, ...signs.names].join(' or '));
}

/** Finds the names in a paraphrase that occur neither in the article nor in the dataset. */
function findUnknownNames(
  { value, names }: Paraphrase,
  { lexicon, stems }: EvidenceContext,
): readonly string[] {
  if (names === undefined) return [];
  const strange = lexicon
    .names(value)
    .filter((name) => !stems().has(lexicon.stem(normalise(name))));
  // The set of known names is large, and most texts do not need it.
  if (strange.length === 0) return [];
  const known = new Set(
    names.flatMap((name) => splitWords(normalise(name)).map(({ text }) => text)),
  );
  return strange.filter((name) => !known.has(normalise(name)));
}

function checkProse(
  prose: Paraphrase,
  { passages, lexicon }: EvidenceContext,
  article: EvidenceContext,
): Result {
  const stated = passages.flatMap(({ text }) => lexicon.quantitiesIn(text));
  const numbers = lexicon
    .quantitiesIn(prose.value)
    // The word “one” is a pronoun as often as a number.
    .filter(({ text, value }) => text !== 'one' && !prose.counts.some((count) => count === value))
    .map(({ text, value }) => ({
      label: text,
      spellings: [],
      isFound: stated.some((other) => isSameNumber(value, other.value)),
    }));
  const quotations = findQuotations(prose.value).map(({ words }) => ({
    label: `“${words}”`,
    spellings: [words],
  }));
  const countries = prose.named
    .filter((spellings) => spellings.length > 0)
    .map((spellings) => ({ label: spellings.join(' or '), spellings }));
  const phrases = [...quotations, ...countries].map((item) => ({
    ...item,
    isFound: hasPhrase(passages, item.spellings),
  }));
  const names = findUnknownNames(prose, article).map((name) => ({
    label: name,
    spellings: [name],
    isFound: false,
  }));
  const items = [...numbers, ...phrases, ...names];
  if (items.length === 0) {
    return { state: 'not checked', reason: 'paraphrases without a number, quotation or name' };
  }
  const missing = items.filter(({ isFound }) => !isFound);
  if (missing.length === 0) return passed;
  return fail(
    missing.map(({ label }) => label).join(', '),
    ...missing.map(({ spellings }) => spellings),
  );
}

/** Description of each kind of check, after a number of values. */
export const kindTexts = {
  phrase: 'word for word',
  quotation: 'as quotations',
  words: 'word by word',
  date: 'as days',
  amount: 'as amounts',
  currency: 'as currencies',
  prose: 'paraphrases, by their numbers, names and quotations',
} as const satisfies Readonly<Record<Assertion['kind'], string>>;

/** Checks an assertion against the passages of its record; `article` is the context of the whole article. */
export function checkAssertion(
  assertion: Assertion,
  context: EvidenceContext,
  article: EvidenceContext,
): Result {
  switch (assertion.kind) {
    case 'phrase':
      return checkPhrase(assertion.spellings, context);
    case 'quotation':
      return checkQuotation(assertion.value, context);
    case 'words':
      return checkWords(assertion.value, context);
    case 'date':
      return checkDate(assertion.value, assertion.years, context, article);
    case 'amount':
      return checkAmount(assertion.value, assertion.written, context);
    case 'currency':
      return checkCurrency(assertion.value, context);
    case 'prose':
      return checkProse(assertion, context, article);
  }
}
