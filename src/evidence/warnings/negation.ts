import { memoise } from '../../text/memoise.ts';
import { normalise } from '../article/normalise.ts';
import type { Cues } from '../language/languages.ts';
import {
  type ArticleSentence,
  findAll,
  findFirst,
  type Prose,
  type RecordContext,
  type WarningContext,
  type WarningRule,
  type WarningText,
} from './rule.ts';

/** Builds a check that runs `look` on each paraphrase; skips notes, and records without sentences. */
const checkEachStatement =
  (
    look: (
      statement: Prose,
      own: string,
      ...rest: Parameters<WarningRule['check']>
    ) => string | undefined,
    wanted: readonly Prose['purpose'][] = ['statement'],
  ): WarningRule['check'] =>
  (subject, scene) =>
    subject.prose
      .filter(
        ({ purpose, field }) =>
          wanted.includes(purpose) && field !== 'note' && subject.sentences.length > 0,
      )
      .flatMap((statement): readonly WarningText[] => {
        const text = look(statement, normalise(statement.text), subject, scene);
        return text === undefined ? [] : [{ field: statement.field, text }];
      });

export const negationMismatch: WarningRule = {
  name: 'polarity',
  field: 'paraphrased statements',
  warns: 'The paraphrase is negated but its passages are not, or the reverse.',
  check: checkEachStatement((_, own, { passages, target }, { cues }) => {
    // Most texts have no negation, so further searches are skipped.
    if (findFirst([own, ...passages], cues.not) === undefined) return undefined;
    const [denied, almostDenied] = [findAll([own], cues.not), findAll([own], cues.almostNot)];
    const [denies, almostDenies] = [findAll(passages, cues.not), findAll(passages, cues.almostNot)];
    if (denied.length > denies.length + almostDenies.length) {
      return `says “${denied[0]}”, but the passages have no such negation`;
    }
    // A statement about a quotation need not repeat its negation.
    const isQuoted = target.expected.some(({ expectation: { kind } }) => kind === 'quotation');
    if (isQuoted || denies.length <= denied.length + almostDenied.length) return undefined;
    return `the passages say “${denies[0]}”, but the paraphrase has no such negation`;
  }),
};

const listBothWays = memoise(({ opposites }: Cues) =>
  opposites.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]),
);

export const opposites: WarningRule = {
  name: 'opposite',
  field: 'paraphrased statements',
  warns: 'A word in the paraphrase means the opposite of one in the passages.',
  check: checkEachStatement((_, own, { passages, sentences }, { cues }) => {
    const texts = sentences.map(({ text }) => text);
    for (const [mine, contrary] of listBothWays(cues)) {
      const said = findFirst([own], mine);
      const against = said === undefined ? undefined : findFirst(passages, contrary);
      if (against === undefined) continue;
      const isBoth = findFirst(texts, mine) ?? findFirst([own], contrary);
      if (isBoth === undefined) return `says “${said}”, but the passages say “${against}”`;
    }
    return undefined;
  }),
};

/** Sums the weights of stems; a stem in n sentences of the article weighs 1/n. */
function weighStems(stems: readonly string[], { sentencesWith }: WarningContext): number {
  const counts = stems.map((stem) => sentencesWith(stem).length).filter((count) => count > 0);
  return counts.reduce((sum, count) => sum + 1 / count, 0);
}

/**
 * Finds the sentences that may share more than `weight` of these stems, in the order of the article. The commonest
 * stems together do not exceed `weight`, so such a sentence has at least one of the rarer stems.
 */
function findLikelySentences(
  stems: readonly string[],
  weight: number,
  scene: WarningContext,
): readonly ArticleSentence[] {
  const commonFirst = stems
    .map((stem) => ({ stem, own: weighStems([stem], scene) }))
    .sort((left, right) => left.own - right.own);
  let sum = 0;
  const telling = commonFirst.filter(({ own }) => {
    sum += own;
    return sum > weight;
  });
  const found = new Set(telling.flatMap(({ stem }) => scene.sentencesWith(stem)));
  return [...found].sort((left, right) => left.at - right.at);
}

/** Joins the paraphrases of a record; those of a question include why it is asked. */
const joinProse = (subject: RecordContext): string =>
  subject.prose.map(({ text }) => text).join(' ');

export const wordOverlap: WarningRule = {
  name: 'overlap',
  field: 'paraphrased statements and questions',
  warns:
    'The paraphrase has no words in common with the sentences around its passages, or more with another sentence.',
  check: checkEachStatement(
    ({ text, purpose }, _, subject, scene) => {
      const isQuestion = purpose === 'question';
      const own = [...scene.stemsOf(isQuestion ? joinProse(subject) : text).keys()];
      const listShared = (among: readonly ArticleSentence[]) =>
        own.filter((stem) => among.some(({ stems }) => stems.has(stem)));
      const mine = listShared(subject.sentences);
      if (mine.length === 0 && own.length > 2)
        return 'has no words in common with the sentences around its passages';
      if (isQuestion) return undefined;
      const most = 2 * weighStems(mine, scene) + 0.5;
      const [best] = findLikelySentences(own, most, scene)
        .map((one) => ({ ...one, shared: listShared([one]) }))
        .map((one) => ({ ...one, weight: weighStems(one.shared, scene) }))
        .sort((left, right) => right.weight - left.weight);
      // The record's own sentences never exceed this weight.
      if (!best || best.weight <= most) return undefined;
      if (best.shared.length < 2) return undefined;
      const words = best.shared.map((stem) => best.stems.get(stem));
      return `has more words in common with a sentence in ¶${best.paragraph}: ${words.join(', ')}`;
    },
    ['statement', 'question'],
  ),
};
