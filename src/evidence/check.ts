import type { Assertion, Paraphrase } from '../model/assertion.ts';
import { isAcronym } from '../text/fold.ts';
import { memoise, once } from '../text/memoise.ts';
import { normalise, normaliseKeepingCase } from './article/normalise.ts';
import { findQuotations } from './article/sentences.ts';
import { hasPhrase, type Passage } from './article/word-index.ts';
import { findWhole, splitWords } from './article/words.ts';
import { hasCurrency } from './language/currency.ts';
import { hasDay, readMonths } from './language/dates.ts';
import type { Lexicon } from './language/lexicon.ts';
import { isSameNumber, parseAmount } from './language/numbers.ts';

export type EvidenceContext = ReturnType<typeof createEvidenceContext>;

/**
 * Creates a context for checking assertions in some passages. `stems` returns the stems of all their words, and `words`
 * the words with their case.
 */
export const createEvidenceContext = (passages: readonly Passage[], lexicon: Lexicon) => ({
  passages,
  lexicon,
  stems: once((): ReadonlySet<string> => {
    const words = passages.flatMap(({ normalised }) => splitWords(normalised));
    return new Set(words.map(({ text }) => lexicon.stem(text)));
  }),
  words: once((): ReadonlySet<string> => {
    const words = passages.flatMap(({ text }) => splitWords(normaliseKeepingCase(text)));
    return new Set(words.map(({ text }) => text));
  }),
});

/** Text that the passages lack, and its spellings to look up in the rest of the article. */
export interface MissingText {
  readonly label: string;
  readonly spellings: readonly string[];
}

/** Texts that the passages lack, none if the assertion passes; or the reason why it cannot be checked. */
export type Result = readonly MissingText[] | { readonly reason: string };

const nothingToFind = { reason: 'no words to look for' };

const listMissing = (label: string, ...spellings: readonly string[]): Result => [
  { label, spellings },
];

function checkPhrase(spellings: readonly string[], { passages }: EvidenceContext): Result {
  const searchable = spellings.filter((spelling) => normalise(spelling) !== '');
  if (searchable.length === 0) return nothingToFind;
  return hasPhrase(passages, searchable) ? [] : listMissing(searchable.join(' or '), ...searchable);
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
  return isQuoted ? [] : listMissing(`“${words}”`, `“${words}”`);
}

function checkWords(text: string, { words, stems, lexicon }: EvidenceContext): Result {
  const content = lexicon.findContentWords(text);
  if (content.length === 0) return nothingToFind;
  const missing = content.filter((word) =>
    isAcronym(word)
      ? !words().has(word.normalize('NFD'))
      : !stems().has(lexicon.stem(normalise(word))),
  );
  return missing.length === 0 ? [] : listMissing(missing.join(', '), text);
}

/**
 * Looks for a day, for a month by name or for a year in figures. The year next to a day or a month must be that of the
 * date, and the article must have the year unless it is one of the `inferredYears`.
 */
function checkDate(
  date: string,
  inferredYears: readonly string[],
  context: EvidenceContext,
  article: EvidenceContext,
): Result {
  const { passages, lexicon } = context;
  const { dates } = lexicon;
  const [year = '', month, day] = date.split('-');
  if (!inferredYears.includes(year) && !hasPhrase(article.passages, [year])) {
    return listMissing(`the year ${year}`);
  }
  if (month === undefined) return checkPhrase([year], context);
  const hasYear = (one: { readonly year: number | undefined }) =>
    one.year === undefined || one.year === Number(year);
  const moment = Date.parse(date);
  if (day === undefined) {
    const months = passages.flatMap(({ text }) => readMonths(text, dates));
    if (months.some((one) => one.month === Number(month) && hasYear(one))) return [];
    return listMissing(dates.monthAndYear().format(moment));
  }
  const matchingDays = passages
    .flatMap(({ text }) => lexicon.readDays(text))
    .filter((range) => hasDay(range, Number(month), Number(day)));
  if (matchingDays.some(hasYear)) return [];
  const short = dates.short().format(moment);
  // Name the year only if the passages give that day with another year.
  return listMissing(matchingDays.length > 0 ? dates.full().format(moment) : short, short);
}

function checkCurrency(code: string, { passages, lexicon }: EvidenceContext): Result {
  const signs = lexicon.currency(code);
  if (passages.some((passage) => hasCurrency(passage, signs))) return [];
  return listMissing([code, ...signs.names].join(' or '));
}

/** Lists the normalised words of names. Memoised, since the paraphrases of a dataset share one long list of names. */
const listNameWords = memoise(
  (names: readonly string[]): ReadonlySet<string> =>
    new Set(names.flatMap((name) => splitWords(normalise(name))).map(({ text }) => text)),
);

/** Finds the names in a paraphrase that occur neither in the article nor in the dataset. */
function findUnknownNames(
  { value, names }: Paraphrase,
  { lexicon, stems }: EvidenceContext,
): readonly string[] {
  if (names === undefined) return [];
  const absent = lexicon.names(value).filter((name) => !stems().has(lexicon.stem(normalise(name))));
  if (absent.length === 0) return [];
  const known = listNameWords(names);
  return absent.filter((name) => !known.has(normalise(name)));
}

/** Looks for the numbers, the quotations, the countries and the other names in a paraphrase. */
function checkProse(
  prose: Paraphrase,
  { passages, lexicon }: EvidenceContext,
  article: EvidenceContext,
): Result {
  const numbers = lexicon
    .readQuantities(prose.value)
    // The word “one” is a pronoun as often as a number.
    .filter(({ text, value }) => text !== 'one' && !prose.counts.some((count) => count === value));
  const quotations = findQuotations(prose.value).map(({ words }) => {
    return { label: `“${words}”`, spellings: [words] };
  });
  const countries = prose.named.map((spellings) => ({ label: spellings.join(' or '), spellings }));
  const phrases = [...quotations, ...countries];
  const names = findUnknownNames(prose, article);
  if (numbers.length + phrases.length + names.length === 0) {
    return { reason: 'paraphrases without a number, quotation or name' };
  }
  const stated = passages.flatMap(({ text }) => lexicon.readQuantities(text));
  const unstated = numbers.filter(
    ({ value }) => !stated.some((other) => isSameNumber(value, other.value)),
  );
  // A number may count the names that a passage lists.
  const listed =
    unstated.length > 0 ? passages.flatMap(({ text }) => lexicon.countListed(text)) : [];
  return [
    ...unstated
      .filter(({ value }) => !listed.some((count) => count === value))
      .map(({ text }) => ({ label: text, spellings: [] })),
    ...phrases.filter(({ spellings }) => !hasPhrase(passages, spellings)),
    ...names.map((name) => ({ label: name, spellings: [name] })),
  ];
}

/** Checks an assertion against the passages of its record; `article` is the context of the whole article. */
export function checkAssertion(
  assertion: Assertion,
  context: EvidenceContext,
  article: EvidenceContext,
): Result {
  const { value } = assertion;
  switch (assertion.kind) {
    case 'phrase':
      return checkPhrase(assertion.spellings, context);
    case 'quotation':
      return checkQuotation(value, context);
    case 'words':
      return checkWords(value, context);
    case 'date':
      return checkDate(value, assertion.years, context, article);
    case 'amount': {
      const { written } = assertion;
      const amount = parseAmount(written, context.lexicon.numbers) ?? Number.NaN;
      return isSameNumber(amount, Number(value))
        ? []
        : listMissing(`${value} as “${written}”`, written);
    }
    case 'currency':
      return checkCurrency(value, context);
    case 'prose':
      return checkProse(assertion, context, article);
  }
}
