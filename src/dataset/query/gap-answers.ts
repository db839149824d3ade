import type { AnyRecord } from '../../model/record.ts';
import type { Field } from '../schema/fields.ts';
import type { ComparedPair } from './compare.ts';
import type { ComparedField } from './compare-fields.ts';
import { splitFolded } from './match-rules.ts';

/** Gap of one dataset that a field of the other answers. */
export interface GapAnswer {
  readonly gap: AnyRecord;
  readonly side: 'here' | 'there';
  readonly pair: ComparedPair;
  readonly field: Field;
}

/** Words in the question of a gap that ask for a field. */
const questionWords: Readonly<Record<string, readonly string[]>> = {
  name: ['who', 'name', 'called'],
  title: ['title', 'office'],
  date: ['when', 'day', 'date'],
  start: ['when', 'day', 'date', 'begin'],
  end: ['when', 'day', 'date', 'end'],
  place: ['where', 'place', 'town'],
  amount: ['cost', 'sum', 'amount', 'much', 'worth'],
  currency: ['currency', 'dollars'],
  speaker: ['who'],
  leader: ['who'],
};

/** Finds the fields that the gaps of one dataset ask for and the other states. */
export function findAnswers(
  gaps: readonly AnyRecord[],
  side: GapAnswer['side'],
  pairs: readonly ComparedPair[],
): readonly GapAnswer[] {
  const other = side === 'here' ? 'there' : 'here';
  const byId = new Map(pairs.map((pair) => [pair[side].id, pair]));
  return gaps.flatMap((gap) => {
    const asked = new Set(splitFolded(gap.question));
    return (gap.about as readonly string[]).flatMap((id) => {
      const pair = byId.get(id);
      if (!pair || gap.kind !== 'unstated') return [];
      const isAnswer = ({ field: { name } }: ComparedField) =>
        pair[side][name] === null &&
        pair[other][name] !== null &&
        questionWords[name]?.some((word) => asked.has(word));
      return pair.fields.filter(isAnswer).map(({ field }) => ({ gap, side, pair, field }));
    });
  });
}
