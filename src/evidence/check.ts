import type { Expectation } from '../contracts/verification-target.ts';
import { fold, foldKeepingCase } from './article/normalise.ts';
import { findWhole, wordsOf } from './article/word.ts';
import { type EvidenceContext, hasPhrase } from './evidence-context.ts';
import { hasCurrency } from './language/currency.ts';
import { hasDay } from './language/date.ts';
import type { Lexicon } from './language/lexicon.ts';
import { isWrittenAs } from './language/number.ts';
import { itemsOf, quotationsIn } from './prose.ts';

/** For each text that was looked for, the ways in which it may be spelt. */
type Spellings = readonly (readonly string[])[];

/**
 * What became of a value: `missing` is what was looked for in vain, `near` the spellings of each
 * missing text, for a look at the rest of the article. `idle` has nothing in it that a text could
 * bear out or not.
 */
export type Finding =
  | { readonly state: 'held' }
  | { readonly state: 'missing'; readonly missing: string; readonly near: Spellings }
  | { readonly state: 'idle'; readonly reason: string };

type Check<Kind extends Expectation['kind']> = (
  expectation: Extract<Expectation, { kind: Kind }>,
  context: EvidenceContext,
  lexicon: Lexicon,
) => Finding;

const held: Finding = { state: 'held' };

function decide(isHeld: boolean, missing: string, near: Spellings): Finding {
  return isHeld ? held : { state: 'missing', missing, near };
}

const checkPhrase: Check<'phrase'> = ({ anyOf }, context) => {
  const spellings = anyOf.filter((spelling) => fold(spelling) !== '');
  if (spellings.length === 0) return { state: 'idle', reason: 'no words to look for' };
  const isHeld = spellings.some((spelling) => hasPhrase(context, spelling));
  return decide(isHeld, spellings.join(' or '), [spellings]);
};

const checkQuotation: Check<'quotation'> = ({ words }, { passages }) => {
  const needle = fold(words);
  if (needle === '') return { state: 'idle', reason: 'no words to look for' };
  const isHeld = passages
    .filter(({ folded }) => findWhole(folded, needle) >= 0)
    .some(({ paragraphText, from, to }) =>
      quotationsIn(paragraphText)
        .filter((quotation) => quotation.from < to && quotation.to > from)
        .some((quotation) => findWhole(fold(quotation.words), needle) >= 0),
    );
  return decide(isHeld, `“${words}”`, [[`“${words}”`]]);
};

/** Takes a text; returns the words of it that carry its content: long ones, numbers and names. */
function contentWords(text: string): readonly string[] {
  return wordsOf(foldKeepingCase(text))
    .map((word) => word.text.normalize('NFC'))
    .filter((word, index) => {
      const letters = word.replace(/\P{L}/gu, '').length;
      // A short first word has its capital from the sentence, unless it is all capitals (EU).
      const isName = index > 0 ? /^\p{Lu}/u.test(word) : /^\p{Lu}{2,}$/u.test(word);
      return letters >= 4 || /\p{N}/u.test(word) || isName;
    });
}

const checkWords: Check<'words'> = ({ text }, { passages }) => {
  const words = contentWords(text);
  if (words.length === 0) return { state: 'idle', reason: 'no words to look for' };
  const missing = words.filter(
    (word) => !passages.some(({ folded }) => findWhole(folded, fold(word)) >= 0),
  );
  return decide(missing.length === 0, missing.join(', '), [[text]]);
};

const checkDate: Check<'date'> = ({ date }, context, { dates }) => {
  const [iso, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
  const moment = Date.parse(iso ?? '');
  if (Number.isNaN(moment)) return decide(false, date, []);
  const named = context.days().filter((range) => hasDay(range, Number(month), Number(day)));
  const isHeld = named.some((range) => range.year === undefined || range.year === Number(year));
  // The year is worth a word only where the day is there with another one.
  const missing = named.length > 0 ? dates.full.format(moment) : dates.short.format(moment);
  return decide(isHeld, missing, [[dates.short.format(moment)]]);
};

const checkAmount: Check<'amount'> = ({ amount, written }, _ground, { numbers }) =>
  decide(isWrittenAs(amount, written, numbers), `${amount} as “${written}”`, [[written]]);

const checkCurrency: Check<'currency'> = ({ code }, { passages }, lexicon) => {
  const signs = lexicon.currency(code);
  const isHeld = passages.some(({ text, folded }) => hasCurrency(text, folded, signs));
  return decide(isHeld, [code, ...signs.names].join(' or '), []);
};

const checkProse: Check<'prose'> = (prose, context, { numbers }) => {
  const items = itemsOf(prose, context, numbers);
  if (items.length === 0)
    return { state: 'idle', reason: 'own words with no number, quotation or name' };
  const missing = items.filter((item) => !item.isHeld);
  const labels = missing.map((item) => item.label).join(', ');
  return decide(
    missing.length === 0,
    labels,
    missing.map((item) => item.near),
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

/** Takes an expectation and the passages of its record; returns whether they bear it out. */
export function check(
  expectation: Expectation,
  context: EvidenceContext,
  lexicon: Lexicon,
): Finding {
  // A table loses the tie between a kind and its check; the key restores it.
  const checkKind = checks[expectation.kind] as Check<Expectation['kind']>;
  return checkKind(expectation as never, context, lexicon);
}
