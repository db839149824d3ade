import type { Assertion, Paraphrase } from '../model/assertion.ts';
import { isAcronym } from '../text/fold.ts';
import { memoise } from '../text/memoise.ts';
import { normalise } from './article/normalise.ts';
import { cutPunctuation, findQuotations } from './article/sentences.ts';
import { splitWords } from './article/words.ts';
import type { EvidenceContext } from './evidence-context.ts';
import { listYearSpellings } from './language/dates.ts';
import { isSameNumber, parseAmount } from './language/numbers.ts';

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

/** Maximum number of spellings that are named. */
const maxListedSpellings = 20;

function formatSpellings(spellings: readonly string[]): string {
  const more = spellings.length - maxListedSpellings;
  const listed = spellings.slice(0, maxListedSpellings).join(' or ');
  return more > 0 ? `${listed} or ${more} more` : listed;
}

function checkPhrase(spellings: readonly string[], context: EvidenceContext): Result {
  if (context.hasPhrase(spellings)) return [];
  const searchable = context.phrases.listSearchable(spellings);
  if (searchable.length === 0) return nothingToFind;
  return [{ label: formatSpellings(searchable), spellings: searchable }];
}

function checkQuotation(quotation: string, context: EvidenceContext): Result {
  const words = cutPunctuation(quotation);
  if (normalise(words) === '') return nothingToFind;
  return context.hasQuotation(words) ? [] : listMissing(`“${words}”`, `“${words}”`);
}

function checkWords(text: string, { hasPhrase, hasStem, lexicon }: EvidenceContext): Result {
  const content = lexicon.findContentWords(text);
  if (content.length === 0) return nothingToFind;
  const missing = content.filter((word) =>
    // A word such as 000PORT, in 4,000PORT, is no phrase of its own.
    isAcronym(word) && !/^\p{N}/u.test(word) ? !hasPhrase([word]) : !hasStem(lexicon.stem(word)),
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
  const { dates } = context.lexicon;
  const [year = '', month, day] = date.split('-');
  const spellings = listYearSpellings(year);
  if (!inferredYears.includes(year) && !article.hasPhrase(spellings)) {
    return listMissing(`the year ${year}`);
  }
  if (month === undefined) return context.hasPhrase(spellings) ? [] : listMissing(year, year);
  const hasYear = (years: ReadonlySet<number | undefined>) =>
    years.has(undefined) || years.has(Number(year));
  const moment = Date.parse(date);
  if (day === undefined) {
    if (hasYear(context.listYearsOfMonth(Number(month)))) return [];
    return listMissing(dates.monthAndYear().format(moment));
  }
  const years = context.listYearsOfDay(Number(month) * 100 + Number(day));
  if (hasYear(years)) return [];
  const short = dates.short().format(moment);
  // Name the year only if the passages give that day with another year.
  return listMissing(years.size > 0 ? dates.full().format(moment) : short, short);
}

function checkCurrency(code: string, { hasCurrency: has, lexicon }: EvidenceContext): Result {
  if (has(code)) return [];
  return listMissing([code, ...lexicon.findCurrency(code).names].join(' or '));
}

/** Lists the normalised words of names. Memoised, since the paraphrases of a dataset share one long list of names. */
const listNameWords = memoise(
  (names: readonly string[]): ReadonlySet<string> =>
    new Set(names.flatMap((name) => splitWords(normalise(name))).map(({ text }) => text)),
);

/** Finds the names in a paraphrase that occur neither in the article nor in the dataset. */
function findUnknownNames(
  { value, names }: Paraphrase,
  { lexicon, hasStem, hasPhrase }: EvidenceContext,
): readonly string[] {
  if (names === undefined) return [];
  const absent = lexicon.findNames(value).filter((name) => !hasStem(lexicon.stem(name)));
  if (absent.length === 0) return [];
  const known = listNameWords(names);
  return absent.filter(
    (name) => !known.has(normalise(name)) && !hasPhrase(lexicon.listCountryWords(name)),
  );
}

/** Looks for the numbers, the quotations, the countries and the other names in a paraphrase. */
function checkProse(
  prose: Paraphrase,
  { lexicon, hasNumber, hasPhrase, isListLength }: EvidenceContext,
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
  return [
    ...numbers
      .filter(
        ({ text, value }) =>
          !hasNumber(value) &&
          !(/^[12]\d{3}$/.test(text) && hasPhrase(listYearSpellings(text))) &&
          // “The two” are two people, or two readings.
          !(typeof value === 'number' && (value === 1 || value === 2 || isListLength(value))),
      )
      .map(({ text }) => ({ label: text, spellings: [text] })),
    ...phrases.filter(({ spellings }) => !hasPhrase(spellings)),
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
