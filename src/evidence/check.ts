import type { Expectation } from '../model/assertion.ts';
import { isAcronym } from '../text/fold.ts';
import { normalise } from './article/normalise.ts';
import { findQuotations } from './article/sentences.ts';
import { hasPhrase } from './article/word-index.ts';
import { findContentWords, findWhole, splitWords } from './article/words.ts';
import type { EvidenceContext } from './context.ts';
import { hasCurrency } from './language/currency.ts';
import { hasDay, readMonths } from './language/dates.ts';
import { isSameNumber, parseAmount } from './language/numbers.ts';

/**
 * Result of checking a value. `missing` is the text that was not found; `searchTerms` are the spellings of each missing
 * text, to look up in the rest of the article. `idle`: the value contains nothing to look for.
 */
export type Finding =
  | { readonly state: 'passed' }
  | {
      readonly state: 'missing';
      readonly missing: string;
      readonly searchTerms: readonly (readonly string[])[];
    }
  | { readonly state: 'idle'; readonly reason: string };

type Check<Kind extends Expectation['kind']> = (
  expectation: Extract<Expectation, { kind: Kind }>,
  context: EvidenceContext,
  /** Context of the whole article. */
  whole: EvidenceContext,
) => Finding;

const nothingToFind: Finding = { state: 'idle', reason: 'no words to look for' };

const passed: Finding = { state: 'passed' };

function toFinding(
  isHeld: boolean,
  missing: string,
  searchTerms: readonly (readonly string[])[],
): Finding {
  return isHeld ? passed : { state: 'missing', missing, searchTerms };
}

const checkPhrase: Check<'phrase'> = ({ alternatives }, { passages }) => {
  const spellings = alternatives.filter((spelling) => normalise(spelling) !== '');
  if (spellings.length === 0) return nothingToFind;
  return toFinding(hasPhrase(passages, spellings), spellings.join(' or '), [spellings]);
};

const checkQuotation: Check<'quotation'> = ({ words }, { passages }) => {
  const needle = normalise(words);
  if (needle === '') return nothingToFind;
  const isHeld = passages
    .filter(({ normalised }) => findWhole(normalised, needle) >= 0)
    .some(({ paragraphText, from, to }) =>
      findQuotations(paragraphText)
        .filter((quotation) => quotation.from < to && quotation.to > from)
        .some((quotation) => findWhole(normalise(quotation.words), needle) >= 0),
    );
  return toFinding(isHeld, `“${words}”`, [[`“${words}”`]]);
};

const checkWords: Check<'words'> = ({ text }, { passages, stems, lexicon }) => {
  const words = findContentWords(text);
  if (words.length === 0) return nothingToFind;
  const hasForm = (word: string) => stems().has(lexicon.stem(normalise(word)));
  const missing = words.filter((word) =>
    isAcronym(word) ? !hasPhrase(passages, [word]) : !hasForm(word),
  );
  return toFinding(missing.length === 0, missing.join(', '), [[text]]);
};

/** Checks for a year in figures, or for a month by name that has no other year next to it. */
function checkMonth(date: string, { passages, lexicon: { dates } }: EvidenceContext): Finding {
  const year = date.slice(0, 4);
  const [, month] = date.split('-');
  if (month === undefined) return toFinding(hasPhrase(passages, [year]), year, [[year]]);
  const isHeld = passages
    .flatMap(({ text }) => readMonths(text, dates))
    .some((one) => one.month === Number(month) && (one.year ?? Number(year)) === Number(year));
  return isHeld ? passed : toFinding(false, dates.monthAndYear().format(Date.parse(date)), []);
}

const checkDate: Check<'date'> = ({ date, years }, context, whole) => {
  const { days, lexicon } = context;
  const stated = date.slice(0, 4);
  // A year that the article does not state must be one that the dataset declares as inferred.
  if (!years.includes(stated) && !hasPhrase(whole.passages, [stated])) {
    return toFinding(false, `the year ${stated}`, []);
  }
  const { dates } = lexicon;
  const [year, month, day] = date.split('-');
  if (day === undefined) return checkMonth(date, context);
  const moment = Date.parse(date);
  const named = days().filter((range) => hasDay(range, Number(month), Number(day)));
  const isHeld = named.some((range) => range.year === undefined || range.year === Number(year));
  if (isHeld) return passed;
  const short = dates.short().format(moment);
  // Name the year only if the passages give that day with another year.
  return toFinding(false, named.length > 0 ? dates.full().format(moment) : short, [[short]]);
};

const checkAmount: Check<'amount'> = ({ amount, written }, { lexicon }) => {
  const parsed = parseAmount(written, lexicon.numbers) ?? Number.NaN;
  return toFinding(isSameNumber(parsed, amount), `${amount} as “${written}”`, [[written]]);
};

const checkCurrency: Check<'currency'> = ({ code }, { passages, lexicon }) => {
  const signs = lexicon.currency(code);
  const isHeld = passages.some((passage) => hasCurrency(passage, signs));
  return toFinding(isHeld, [code, ...signs.names].join(' or '), []);
};

/** Finds the names in a paraphrase that occur neither in the article nor in `names`. */
function findUnknownNames(
  { text, names }: Extract<Expectation, { kind: 'prose' }>,
  { lexicon, stems }: EvidenceContext,
): readonly string[] {
  if (names === undefined) return [];
  const strange = lexicon.names(text).filter((name) => !stems().has(lexicon.stem(normalise(name))));
  // The set of known names is large, and most texts do not need it.
  if (strange.length === 0) return [];
  const known = new Set(
    names.flatMap((name) => splitWords(normalise(name)).map((word) => word.text)),
  );
  return strange.filter((name) => !known.has(normalise(name)));
}

const checkProse: Check<'prose'> = (prose, { passages, numbers, lexicon }, whole) => {
  const stated = lexicon
    .quantitiesIn(prose.text)
    // The word “one” is a pronoun as often as a number.
    .filter(({ text, value }) => text !== 'one' && !prose.counts.some((count) => count === value))
    .map(({ text, value }) => ({
      label: text,
      searchTerms: [],
      isHeld: numbers().some((other) => isSameNumber(value, other.value)),
    }));
  const quoted = findQuotations(prose.text).map(({ words }) => ({
    label: `“${words}”`,
    searchTerms: [words],
  }));
  const named = prose.named
    .filter((spellings) => spellings.length > 0)
    .map((spellings) => ({ label: spellings.join(' or '), searchTerms: spellings }));
  const worded = [...quoted, ...named].map((item) => ({
    ...item,
    isHeld: hasPhrase(passages, item.searchTerms),
  }));
  const strange = findUnknownNames(prose, whole).map((name) => ({
    label: name,
    searchTerms: [name],
    isHeld: false,
  }));
  const items = [...stated, ...worded, ...strange];
  if (items.length === 0) {
    return { state: 'idle', reason: 'paraphrases without a number, quotation or name' };
  }
  const missing = items.filter(({ isHeld }) => !isHeld);
  const labels = missing.map(({ label }) => label).join(', ');
  return toFinding(
    missing.length === 0,
    labels,
    missing.map(({ searchTerms }) => searchTerms),
  );
};

const checks: { readonly [Kind in Expectation['kind']]: Check<Kind> } = {
  phrase: checkPhrase,
  quotation: checkQuotation,
  words: checkWords,
  date: checkDate,
  amount: checkAmount,
  currency: checkCurrency,
  prose: checkProse,
};

/** Checks an expectation against the passages of a record. */
export function checkExpectation(
  expectation: Expectation,
  context: EvidenceContext,
  whole: EvidenceContext,
): Finding {
  // The table loses the link between a kind and its check; the key restores it.
  const checkKind = checks[expectation.kind] as Check<Expectation['kind']>;
  return checkKind(expectation as never, context, whole);
}
