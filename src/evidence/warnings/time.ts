import type { Cues } from '../language/languages.ts';
import { checkEachChoice, findFirst, type RecordContext, type WarningRule } from './rule.ts';

type Tense = 'past' | 'told' | 'present' | 'future';
const tenses = ['past', 'told', 'present', 'future'] as const;

/** Finds the first word of each tense in some texts. */
function findTenses(texts: readonly string[], cues: Cues): ReadonlyMap<Tense, string> {
  return new Map(
    tenses.flatMap((tense) => {
      const found = findFirst(texts, cues[tense]);
      return found === undefined ? [] : [[tense, found] as const];
    }),
  );
}

/** Finds the tenses in the passages or, if there are none, in the sentences around them; also says which. */
function getTenses({ passages, sentences }: RecordContext, cues: Cues) {
  const own = findTenses(passages, cues);
  if (own.size > 0) return { found: own, whoSays: 'the passages say' };
  const texts = sentences.map(({ text }) => text);
  return { found: findTenses(texts, cues), whoSays: 'the sentences around the passages say' };
}

/** Returns a word of another tense, unless there is one of the wanted tenses. */
function findOtherTense(
  found: ReadonlyMap<Tense, string>,
  wanted: readonly Tense[],
): string | undefined {
  if (wanted.some((tense) => found.has(tense))) return undefined;
  return tenses.flatMap((tense) => found.get(tense) ?? [])[0];
}

export const statusAgainstTense: WarningRule = {
  name: 'tense',
  field: 'status of talks, events and the summit',
  warns:
    'The passages are in a different tense. If they have no verb, the sentences around them are checked.',
  check: checkEachChoice(
    ['past', 'present', 'future', 'mentioned'],
    (choice, subject, { cues }) => {
      const { found, whoSays } = getTenses(subject, cues);
      const describeTense = (word: string | undefined, who = whoSays) =>
        word === undefined ? undefined : `is “${choice.value}”, but ${who} “${word}”`;
      switch (choice.meaning) {
        case 'past':
          return describeTense(
            findOtherTense(found, found.has('future') ? ['past'] : ['past', 'told']),
          );
        case 'present':
          return describeTense(findOtherTense(found, ['present']));
        case 'future':
          return describeTense(findOtherTense(found, ['future']));
        default:
          return describeTense(findFirst(subject.passages, cues.met), 'the passages say');
      }
    },
  ),
};

export const statusOfDeal: WarningRule = {
  name: 'progress',
  field: 'deals.status',
  warns: 'The sentences around the passages do not say that the deal has reached this stage.',
  check: checkEachChoice(
    ['sought', 'expected', 'agreed', 'signed'],
    ({ field, value, meaning }, { sentences }, { cues }) => {
      if (field !== 'status') return undefined;
      const pattern = cues[meaning as 'sought' | 'expected' | 'agreed' | 'signed'];
      const texts = sentences.map(({ text }) => text);
      if (texts.length === 0 || findFirst(texts, pattern) !== undefined) return undefined;
      return `is “${value}”, but the sentences around the passages do not say so`;
    },
  ),
};
