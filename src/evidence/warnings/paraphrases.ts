import { assertDefined } from '../../text/assert-defined.ts';
import { findQuotations } from '../article/sentences.ts';
import { hasPhrase, type Text } from '../article/word-index.ts';
import { checkParaphrases, findAll, findFirst, toText, type WarningContext } from './rule.ts';

/** Sums the weights of stems; a stem in n sentences of the article weighs 1/n. */
const weighStems = (stems: readonly string[], { findSentences }: WarningContext): number =>
  stems.reduce((sum, stem) => sum + 1 / findSentences(stem).length, 0);

const quoteAll = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

/** Removes the quotations from a passage, except those of which the paraphrase has a word. */
function dropOtherQuotations(
  passage: Text,
  ownStems: ReadonlySet<string>,
  { findStems }: WarningContext,
): Text {
  const others = findQuotations(passage.text).filter(
    ({ words }) => ![...findStems(words).keys()].some((stem) => ownStems.has(stem)),
  );
  return others.length === 0
    ? passage
    : toText(others.reduce((rest, { words }) => rest.replace(words, ' '), passage.text));
}

/** Rules for paraphrases. */
export const paraphraseRules = {
  /** Warns of a paraphrase that is negated although its passages are not, or the reverse. */
  polarity: checkParaphrases(['statement'], ({ value }, { passages, assertions }, context) => {
    const { cues, findStems } = context;
    const own = [toText(value)];
    const [ownNegations, negations] = [findAll(own, cues.not), findAll(passages, cues.not)];
    if (ownNegations.length > negations.length + findAll(passages, cues.weakNegation).length) {
      return negations.length > 0
        ? `has more negations than the passages: ${quoteAll(ownNegations)}`
        : `says “${ownNegations[0]}”, but the passages have no such negation`;
    }
    // A statement about a quotation need not repeat its negation.
    const isQuoted = assertions.some(({ kind }) => kind === 'quotation');
    const notes = assertions
      .filter(({ field }) => field === 'note')
      .map(({ value: note }) => toText(note));
    const ownCount =
      ownNegations.length +
      findAll(own, cues.weakNegation).length +
      findAll(notes, cues.not).length;
    if (isQuoted || negations.length <= ownCount) return undefined;
    const stems = new Set(findStems(value).keys());
    const told = findAll(
      passages.map((passage) => dropOtherQuotations(passage, stems, context)),
      cues.not,
    );
    if (told.length <= ownCount) return undefined;
    return ownCount > 0
      ? `the passages have more negations than the paraphrase: ${quoteAll(told)}`
      : `the passages say “${told[0]}”, but the paraphrase has no such negation`;
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
      if (against === undefined) continue;
      const isBoth = findFirst(sentences, mine) ?? findFirst(own, opposite);
      // “Not accepted” is rejected.
      const isNegated = findAll(own, cues.not).some((not) => hasPhrase(own, [`${not} ${word}`]));
      if (isBoth === undefined && !isNegated)
        return `says “${word}”, but the passages say “${against}”`;
    }
    return undefined;
  }),
  /**
   * Warns of a paraphrase that has no words in common with the paragraphs of its passages, or more with another
   * sentence. Names and titles alone do not make a sentence another one's.
   */
  overlap: checkParaphrases(
    ['statement'],
    ({ value }, { about, sentences, paragraphs }, context) => {
      const own = [...context.findStems(value).keys()];
      const shared = own.filter((stem) => sentences.some(({ stems }) => stems.has(stem)));
      const isInParagraph = (stem: string) =>
        [...paragraphs.keys()].some((at) => context.listStems(at).has(stem));
      if (own.length > 4 && !own.some(isInParagraph)) {
        return 'has no words in common with the paragraphs of its passages';
      }
      // The record's own sentences never exceed this weight.
      const maxWeight = 2 * weighStems(shared, context) + 0.5;
      // A sentence that exceeds it has a stem of at least the average weight. Common words are in too many sentences.
      const rare = own.filter((stem) => weighStems([stem], context) >= maxWeight / own.length);
      const isSubject = (order: number) =>
        about.some((id) => context.findRecord(id)?.sentences.some((one) => one.order === order));
      const [best] = [...new Set(rare.flatMap(context.findSentences))]
        .map(({ paragraph, order, stems }) => {
          const common = own.filter((stem) => stems.has(stem));
          const words = common.map((stem) => assertDefined(stems.get(stem)));
          return { paragraph, order, words, weight: weighStems(common, context) };
        })
        .filter(
          ({ words, order }) => words.some((word) => /^\p{Ll}/u.test(word)) && !isSubject(order),
        )
        .sort((left, right) => right.weight - left.weight || left.order - right.order);
      if (!best || best.weight <= maxWeight || best.words.length < 2) return undefined;
      return `has more words in common with a sentence in ¶${best.paragraph}: ${best.words.join(', ')}`;
    },
  ),
};
