import type { Cues } from '../language/cues.ts';
import { eachChoice, foundIn, type Subject, type WarningRule } from './rule.ts';

type Tense = 'past' | 'told' | 'present' | 'future';
const tenses = ['past', 'told', 'present', 'future'] as const;

/** The words of each tense in some texts. */
function tensesIn(texts: readonly string[], cues: Cues): ReadonlyMap<Tense, string> {
  return new Map(
    tenses.flatMap((tense) => {
      const found = foundIn(texts, cues[tense]);
      return found === undefined ? [] : [[tense, found] as const];
    }),
  );
}

/** The tenses of the passages; where these have no verb, those of their sentences. */
function tensesOf({ passages, sentences }: Subject, cues: Cues): ReadonlyMap<Tense, string> {
  const own = tensesIn(passages, cues);
  return own.size > 0
    ? own
    : tensesIn(
        sentences.map(({ text }) => text),
        cues,
      );
}

/** The word of a tense that the passages have in place of those that would bear a choice out. */
function otherTense(
  found: ReadonlyMap<Tense, string>,
  wanted: readonly Tense[],
): string | undefined {
  if (wanted.some((tense) => found.has(tense))) return undefined;
  return tenses.flatMap((tense) => found.get(tense) ?? [])[0];
}

export const statusAgainstTense: WarningRule = {
  name: 'tense',
  field: 'status of talks, events and the summit',
  warns: 'The passages tell it in another tense.',
  check: eachChoice(['past', 'present', 'future', 'mentioned'], (choice, subject, { cues }) => {
    const found = tensesOf(subject, cues);
    const says = (word: string | undefined) =>
      word === undefined ? undefined : `“${choice.value}”, and the passages say “${word}”`;
    switch (choice.meaning) {
      case 'past':
        return says(otherTense(found, found.has('future') ? ['past'] : ['past', 'told']));
      case 'present':
        return says(otherTense(found, ['present']));
      case 'future':
        return says(otherTense(found, ['future']));
      default:
        return says(foundIn(subject.passages, cues.met));
    }
  }),
};

export const statusOfDeal: WarningRule = {
  name: 'progress',
  field: 'deals.status',
  warns: 'No word of the passages says that a deal has come so far.',
  check: eachChoice(
    ['sought', 'expected', 'agreed', 'signed'],
    ({ field, value, meaning }, { sentences }, { cues }) => {
      if (field !== 'status') return undefined;
      const pattern = cues[meaning as 'sought' | 'expected' | 'agreed' | 'signed'];
      const texts = sentences.map(({ text }) => text);
      if (texts.length === 0 || foundIn(texts, pattern) !== undefined) return undefined;
      return `“${value}”, and no word of the passages says so`;
    },
  ),
};
