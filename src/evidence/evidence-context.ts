import { countLeading } from '../text/count-leading.ts';
import { groupBy } from '../text/group-by.ts';
import { memoise, once } from '../text/memoise.ts';
import type { Passage } from './article/word-index.ts';
import { hasCurrency } from './language/currency.ts';
import { hasDay, readMonths } from './language/dates.ts';
import type { Lexicon } from './language/lexicon.ts';
import { isSameNumber, type Quantity } from './language/numbers.ts';
import { createContainsTest, type PhraseIndex } from './phrase-index.ts';

export type EvidenceContext = ReturnType<typeof createEvidenceContext>;

/** Sorts numbers for a search, apart from names with a digit. */
function createNumberTest(quantities: readonly Quantity[]) {
  const values = quantities.map(({ value }) => value);
  const names = new Set(values.filter((value) => typeof value === 'string'));
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  return (value: Quantity['value']): boolean => {
    if (typeof value === 'string') return names.has(value);
    const next = countLeading(numbers, (number) => number < value);
    return [next - 1, next].some((at) => isSameNumber(value, numbers[at] ?? Number.NaN));
  };
}

/** Creates a context for checking assertions in some passages. What it finds there is kept for further assertions. */
export function createEvidenceContext(
  passages: readonly Passage[],
  phrases: PhraseIndex,
  lexicon: Lexicon,
) {
  const contains = createContainsTest(passages);
  const days = once(() => passages.flatMap(({ text }) => lexicon.readDays(text)));
  const months = once(() =>
    groupBy(
      passages.flatMap(({ text }) => readMonths(text, lexicon.dates)),
      ({ month }) => month,
    ),
  );
  const getNumberTest = once(() =>
    createNumberTest(passages.flatMap(({ text }) => lexicon.readQuantities(text))),
  );
  const isImplied = (value: Quantity['value']) =>
    (lexicon.words?.cues.impliedNumbers ?? []).some(
      ([pattern, numbers]) =>
        numbers.some((number) => number === value) &&
        passages.some(({ normalised }) => pattern.test(normalised)),
    );
  const listCounts = once(() => new Set(passages.flatMap(({ text }) => lexicon.countListed(text))));
  const listYears = (all: Iterable<{ readonly year: number | undefined }>) =>
    new Set(Array.from(all, ({ year }) => year));
  return {
    lexicon,
    phrases,
    hasPhrase: (spellings: readonly string[]) => contains(phrases.findSpellings(spellings)),
    hasQuotation: (words: string) => contains(phrases.findQuoted(words)),
    hasStem: memoise((stem: string) => contains(phrases.findStem(stem))),
    /** Returns the years of a month, or of a day, in the passages; one without a year has undefined. */
    listYearsOfMonth: memoise((month: number) => listYears(months().get(month) ?? [])),
    listYearsOfDay: memoise((monthAndDay: number) =>
      listYears(days().filter((range) => hasDay(range, monthAndDay))),
    ),
    hasCurrency: memoise((code: string) => {
      const signs = lexicon.findCurrency(code);
      return passages.some((passage) => hasCurrency(passage, signs));
    }),
    hasNumber: (value: Quantity['value']) => getNumberTest()(value) || isImplied(value),
    /** Checks whether a number is that of the names in a list of a passage. */
    isListLength: (count: number) => listCounts().has(count),
  };
}
