import { listParaphrases } from '../../model/assertion.ts';
import { dealSubjects, organizationKinds } from '../../model/vocabulary.ts';
import { findQuotations } from '../article/sentences.ts';
import type { Text } from '../article/word-index.ts';
import { checkChoices, findFirst, toText } from './rule.ts';

const tenses = ['past', 'reportingVerb', 'present', 'future'] as const;

const removeNames = (text: string, names: readonly string[]): Text =>
  toText(names.reduce((rest, name) => rest.replaceAll(name, ' '), text));

/** Rules for the words that the dataset chose. */
export const choiceRules = {
  /** Warns of a status in another tense than the passages, or than the sentences around them if these have no verb. */
  tense: checkChoices(
    ['past', 'present', 'future', 'mentioned'],
    ({ meaning }, { collection, passages: all, sentences }, { cues }) => {
      // Other passages of a meeting say who takes part.
      const met = all.filter((one) => findFirst([one], cues.meeting));
      const passages = collection === 'talks' && met.length > 0 ? met : all;
      if (meaning === 'mentioned') {
        const word = findFirst(passages, cues.met);
        return word && `the passages say “${word}”`;
      }
      const findTenses = (texts: readonly Text[]) =>
        tenses.flatMap((tense) => {
          const word = findFirst(texts, cues[tense]);
          return word === undefined ? [] : { tense, word };
        });
      const inPassages = findTenses(passages);
      const found = inPassages.length > 0 ? inPassages : findTenses(sentences);
      const has = (wanted: string) => found.some(({ tense }) => tense === wanted);
      // A reporting verb shows a past event only if nothing is announced.
      const isReported = meaning === 'past' && has('reportingVerb') && !has('future');
      // What is to come may be told in the present: the talks begin on Monday.
      const isScheduled = meaning === 'future' && findFirst(passages, cues.scheduled) !== undefined;
      const [first] = found;
      if (!first || isReported || isScheduled || has(meaning)) return undefined;
      const source = inPassages.length > 0 ? 'the passages' : 'the sentences around the passages';
      return `${source} say “${first.word}”`;
    },
  ),
  /** Warns of a deal that is at another stage than the sentences around its passages say. */
  progress: checkChoices(
    ['sought', 'expected', 'agreed', 'signed'],
    ({ field, meaning }, { names, passages, sentences, paragraphs }, { cues }) => {
      if (field !== 'status' || sentences.length === 0) return undefined;
      const signed = meaning === 'agreed' ? findFirst(passages, cues.signed) : undefined;
      if (signed !== undefined) return `the passages say “${signed}”`;
      const isSaid =
        meaning === 'agreed' || meaning === 'signed'
          ? // An accord need not be agreed.
            (findFirst(
              sentences.map(({ text }) => removeNames(text, names)),
              cues[meaning],
            ) ??
            // What a signed text provides for is agreed.
            (meaning === 'agreed' && findFirst([...paragraphs.values()], cues.signed)))
          : findFirst(sentences, cues[meaning as 'sought' | 'expected']);
      return isSaid ? undefined : 'the sentences around the passages do not say so';
    },
  ),
  /** Warns of a claim that the article makes with a different degree of certainty. */
  certainty: checkChoices(
    ['stated', 'expected', 'opinion'],
    ({ field, meaning }, record, { cues }) => {
      const { passages, sentences } = record;
      if (field !== 'certainty' || sentences.length === 0) return undefined;
      if (meaning === 'expected') {
        const word = findFirst(sentences, cues.expected) ?? findFirst(sentences, cues.future);
        return word ? undefined : 'the sentences around the passages do not say so';
      }
      if (meaning === 'opinion') {
        const isQuoted = sentences.some(({ text }) => findQuotations(text).length > 0);
        if (isQuoted || findFirst(sentences, cues.thinking) || findFirst(sentences, cues.saying))
          return undefined;
        return 'the sentences around the passages do not say that anybody thinks so';
      }
      const own = listParaphrases(record).map(({ value }) => toText(value));
      const isAttributed = findFirst(own, cues.thinking) !== undefined;
      const word = isAttributed ? undefined : findFirst(passages, cues.uncertain);
      return word && `the passages say “${word}”`;
    },
  ),
  /** Warns of an absence that the role does not mention, or the reverse, and of a chair that nothing mentions. */
  attendance: checkChoices(['there', 'chair', 'away'], ({ meaning }, record, { cues }) => {
    const { passages, sentences } = record;
    const isChair = meaning === 'chair' && sentences.length > 0;
    if (isChair && !findFirst(sentences, cues.chair)) {
      return 'the sentences around the passages do not say so';
    }
    const found = findFirst(passages, cues.away);
    if (passages.length === 0 || (meaning === 'away') === (found !== undefined)) return undefined;
    if (meaning === 'away' && findFirst(passages, cues.proxy)) return undefined;
    return found ? `the passages say “${found}”` : 'the passages do not say so';
  }),
  /**
   * Warns of a deal whose name has a word for another kind, or nothing for its own, and of an organization that is
   * called another.
   */
  kind: checkChoices(
    [...dealSubjects, ...organizationKinds, 'other'],
    ({ meaning }, { collection, names, passages }, { cues }) => {
      const isDeal = collection === 'deals';
      const own = names.map(toText);
      const texts = isDeal ? own : [...own, ...passages];
      const kinds = isDeal ? dealSubjects : organizationKinds;
      const chosen = kinds.find((kind) => kind === meaning);
      // An institute may be a body or not.
      if (!(isDeal || chosen) || (chosen && findFirst(texts, cues[chosen]))) return undefined;
      const [word] = kinds.flatMap((one) => findFirst(texts, cues[one]) ?? []);
      if (word) return `the ${isDeal ? 'name says' : 'name or its passages say'} “${word}”`;
      return isDeal && chosen && !findFirst(passages, cues[chosen])
        ? 'neither the name nor the passages have a word of that'
        : undefined;
    },
  ),
  /** Warns of a conflict with only one passage. Two readings need two. */
  conflict: checkChoices(['conflict'], (_, { passages }) =>
    passages.length > 1 ? undefined : 'there are fewer than two passages',
  ),
};
