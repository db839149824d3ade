import type { Paraphrase } from '../../model/assertion.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { removeQuotations } from '../article/sentences.ts';
import { hasPhrase, type Text } from '../article/word-index.ts';
import type { Cues } from '../language/languages.ts';
import {
  checkParaphrases,
  findAll,
  findFirst,
  haveCommonKey,
  type RecordContext,
  toText,
  type WarningContext,
} from './rule.ts';

/** Sums the weights of stems; a stem in n sentences of the article weighs 1/n. */
const weighStems = (stems: readonly string[], { findSentences }: WarningContext): number =>
  stems.reduce((sum, stem) => sum + 1 / findSentences(stem).length, 0);

/** Finds a word that is negated in some texts but not in others. These have the word, and fewer negations. */
function findNegation(
  texts: readonly Text[],
  others: readonly Text[],
  { cues, findStems, listNegations }: WarningContext,
): string | undefined {
  const negations = texts.flatMap(listNegations);
  if (negations.length === 0) return undefined;
  const matches = others.flatMap(listNegations);
  const weak = findAll(others, cues.weakNegation);
  if (negations.length <= matches.length + weak.length) return undefined;
  const matched = new Set(matches.flatMap(({ negated }) => negated));
  const isAffirmed = (stem: string) => others.some(({ text }) => findStems(text).has(stem));
  return negations.find(
    ({ negated }) => negated.some(isAffirmed) && !negated.some((stem) => matched.has(stem)),
  )?.word;
}

/** Finds a “not” of the passages, outside their quotations, of which a statement has nothing like a negation. */
function findLostNegation(
  own: readonly Text[],
  { passages, assertions }: RecordContext,
  { cues }: WarningContext,
): string | undefined {
  const word = findFirst(passages, cues.no);
  // A statement about a quotation need not repeat its negation.
  if (word === undefined || assertions.some(({ kind }) => kind === 'quotation')) return undefined;
  if (findFirst(own, cues.not) ?? findFirst(own, cues.weakNegation)) return undefined;
  const outside = passages.map(({ text }) => toText(removeQuotations(text)));
  return findFirst(outside, cues.no);
}

/** Checks whether a negation is directly before a word. */
const hasNegated = (word: string, texts: readonly Text[], { not }: Cues): boolean =>
  findAll(texts, not).some((negation) => hasPhrase(texts, [`${negation} ${word}`]));

/** Number of content words that a record needs for some of them to be in its paragraphs, however it is worded. */
const minRecordWords = 5;

/** Checks whether neither a word of a record nor a record that it is about is in the paragraphs of its passages. */
function isElsewhere(value: string, record: RecordContext, context: WarningContext): boolean {
  const paragraphs = [...record.paragraphs.values()];
  const isInParagraph = (stem: string) => paragraphs.some(({ stems }) => stems.has(stem));
  // Most paraphrases have a word of their paragraph, so that the others need not be looked at.
  if ([...context.findStems(value).keys()].some(isInParagraph)) return false;
  const stems = [...context.getValueStems(record)];
  const isNear = (id: string) => {
    const other = context.findRecord(id);
    return other !== undefined && haveCommonKey(record.paragraphs, other.paragraphs);
  };
  return stems.length >= minRecordWords && !stems.some(isInParagraph) && !record.about.some(isNear);
}

/** Finds another sentence with which a paraphrase has more words in common than with those around its passages. */
function findCloserSentence(
  value: string,
  { about, sentences }: RecordContext,
  context: WarningContext,
) {
  const own = [...context.findStems(value).keys()];
  const shared = own.filter((stem) => sentences.some(({ stems }) => stems.has(stem)));
  // The record's own sentences never exceed this weight.
  const maxWeight = 2 * weighStems(shared, context) + 0.5;
  // A sentence that exceeds it has a stem of at least the average weight. Common words are in too many sentences.
  const rare = own.filter((stem) => weighStems([stem], context) >= maxWeight / own.length);
  const isSubject = (order: number) =>
    about.some((id) => {
      const theirs = context.findRecord(id)?.sentences;
      return theirs?.[countLeading(theirs, (one) => one.order < order)]?.order === order;
    });
  const [best] = [...new Set(rare.flatMap(context.findSentences))]
    .map(({ paragraph, order, stems }) => {
      const common = own.filter((stem) => stems.has(stem));
      const words = common.map((stem) => assertDefined(stems.get(stem)));
      return { paragraph, order, words, weight: weighStems(common, context) };
    })
    .filter(({ words, order }) => words.some((word) => /^\p{Ll}/u.test(word)) && !isSubject(order))
    .sort((left, right) => right.weight - left.weight || left.order - right.order);
  return best && best.weight > maxWeight && best.words.length > 1 ? best : undefined;
}

const isAsked = ({ purpose, field }: Paraphrase) => purpose !== 'question' || field === 'question';

/** Rules for paraphrases. */
export const paraphraseRules = {
  /** Warns of a word that is negated in a paraphrase but not in its passages, or the reverse. */
  polarity: checkParaphrases(['statement'], ({ value }, record, context) => {
    const { passages } = record;
    const own = [toText(value)];
    const added = findNegation(own, passages, context);
    if (added) return `says “${added}”, but the passages have no such negation`;
    const lost = findNegation(passages, own, context) ?? findLostNegation(own, record, context);
    return lost && `the passages say “${lost}”, but the paraphrase has no such negation`;
  }),
  /** Warns of a word in a paraphrase that means the opposite of one in the passages. */
  opposite: checkParaphrases(['statement'], ({ value }, { passages, sentences }, { cues }) => {
    const own = [toText(value)];
    const pairs = cues.opposites.flatMap(([one, other]) => [
      [one, other] as const,
      [other, one] as const,
    ]);
    for (const [mine, opposite] of pairs) {
      const word = findFirst(own, mine);
      const against = word === undefined ? undefined : findFirst(passages, opposite);
      if (word === undefined || against === undefined) continue;
      const isBoth = findFirst(sentences, mine) ?? findFirst(own, opposite);
      // “Not accepted” is rejected.
      const isNegated = hasNegated(word, own, cues) || hasNegated(against, passages, cues);
      if (isBoth === undefined && !isNegated)
        return `says “${word}”, but the passages say “${against}”`;
    }
    return undefined;
  }),
  /**
   * Warns of a record without a word in common with the paragraphs of its passages, and of a statement with more in
   * common with another sentence. Names and titles alone do not make a sentence another one's.
   */
  overlap: checkParaphrases(['statement', 'question'], (paraphrase, record, context) => {
    const { value } = paraphrase;
    // Quotations are compared word for word.
    const isCompared = record.collection !== 'quotes' && isAsked(paraphrase);
    if (isCompared && isElsewhere(value, record, context)) {
      return 'has no words in common with the paragraphs of its passages';
    }
    if (paraphrase.purpose === 'question') return undefined;
    const closer = findCloserSentence(value, record, context);
    return (
      closer &&
      `has more words in common with a sentence in ¶${closer.paragraph}: ${closer.words.join(', ')}`
    );
  }),
};
