import { listParaphrases } from '../../model/assertion.ts';
import { type DealSubject, dealSubjects } from '../../model/vocabulary.ts';
import { normalise } from '../article/normalise.ts';
import { checkChoices, findFirst } from './rule.ts';

const tenses = ['past', 'told', 'present', 'future'] as const;
type Tense = (typeof tenses)[number];

/** Warns of a status in another tense than the passages, or than the sentences around them if these have no verb. */
export const checkTense = checkChoices(
  ['past', 'present', 'future', 'mentioned'],
  ({ meaning }, { passages, sentenceTexts }, { cues }) => {
    if (meaning === 'mentioned') {
      const met = findFirst(passages, cues.met);
      return met === undefined ? undefined : `the passages say “${met}”`;
    }
    const findTenses = (texts: readonly string[]): ReadonlyMap<Tense, string> =>
      new Map(
        tenses.flatMap((tense) => {
          const word = findFirst(texts, cues[tense]);
          return word === undefined ? [] : [[tense, word] as const];
        }),
      );
    const inPassages = findTenses(passages);
    const found = inPassages.size > 0 ? inPassages : findTenses(sentenceTexts);
    // A reporting verb shows a past event only if nothing is announced.
    const isReported = meaning === 'past' && found.has('told') && !found.has('future');
    const [word] = found.values();
    if (word === undefined || isReported || found.has(meaning as Tense)) return undefined;
    const source = inPassages.size > 0 ? 'the passages' : 'the sentences around the passages';
    return `${source} say “${word}”`;
  },
);

/** Warns of a deal that is at another stage than the sentences around its passages say. */
export const checkProgress = checkChoices(
  ['sought', 'expected', 'agreed', 'signed'],
  ({ field, meaning }, { sentenceTexts }, { cues }) => {
    if (field !== 'status' || sentenceTexts.length === 0) return undefined;
    const pattern = cues[meaning as 'sought' | 'expected' | 'agreed' | 'signed'];
    if (findFirst(sentenceTexts, pattern) !== undefined) return undefined;
    return 'the sentences around the passages do not say so';
  },
);

/** Warns of a claim that the article makes with a different degree of certainty. */
export const checkCertainty = checkChoices(
  ['stated', 'expected', 'opinion'],
  ({ field, meaning }, record, { cues }) => {
    const { passages, sentenceTexts } = record;
    if (field !== 'certainty' || sentenceTexts.length === 0) return undefined;
    if (meaning === 'expected') {
      const word = findFirst(sentenceTexts, cues.expected) ?? findFirst(sentenceTexts, cues.future);
      return word === undefined ? 'the sentences around the passages do not say so' : undefined;
    }
    if (meaning === 'opinion') {
      const isQuoted = sentenceTexts.some((text) => text.includes('"'));
      if (isQuoted || findFirst(sentenceTexts, cues.thinking) !== undefined) return undefined;
      return 'the sentences around the passages do not say that anybody thinks so';
    }
    const own = listParaphrases(record).map(({ value }) => normalise(value));
    const isAttributed = findFirst(own, cues.thinking) !== undefined;
    const thought = isAttributed ? undefined : findFirst(passages, cues.thinking);
    const word = thought ?? findFirst(passages, cues.foreseen);
    return word === undefined ? undefined : `the passages say “${word}”`;
  },
);

/** Warns of an absence that the role does not mention, or the reverse. */
export const checkAttendance = checkChoices(
  ['there', 'away'],
  ({ meaning }, { passages }, { cues }) => {
    const found = findFirst(passages, cues.away);
    if (passages.length === 0 || (meaning === 'away') === (found !== undefined)) return undefined;
    return found === undefined ? 'the passages do not say so' : `the passages say “${found}”`;
  },
);

/** Warns of a deal whose name contains a word for another kind. */
export const checkKind = checkChoices(dealSubjects, ({ meaning }, record, { cues }) => {
  const names = record.normalisedNames;
  if (findFirst(names, cues[meaning as DealSubject]) !== undefined) return undefined;
  const [word] = dealSubjects.flatMap((subject) => findFirst(names, cues[subject]) ?? []);
  return word === undefined ? undefined : `the name says “${word}”`;
});

/** Warns of a conflict with only one passage. Two readings need two. */
export const checkConflict = checkChoices(['conflict'], (_, { passages }) =>
  passages.length > 1 ? undefined : 'there are fewer than two passages',
);
