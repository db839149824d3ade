import type { AnyRecord } from '../../model/record.ts';
import { groupBy } from '../../text/group-by.ts';
import { listParties } from '../schema/labels.ts';
import type { RecordIndex } from './record-index.ts';

/** Maximum number of parties that are named; those of a larger meeting are counted. */
const maxNamedParties = 8;

/**
 * Lists who took part in talks, in the order of the talks, each with these talks. `others` has the names of the other
 * parties, or their number if there are many.
 */
export function listMeetings({ dataset, record, label }: RecordIndex) {
  const meetings = dataset.talks.flatMap((talk) => {
    const parties = listParties(talk, record);
    return parties.map((party) => {
      const others = parties.length > maxNamedParties ? [] : parties.filter((id) => id !== party);
      const names = others.map((id) => label(id) ?? id);
      return {
        party,
        talk: talk as AnyRecord,
        others: names.length > 0 ? names : parties.length - 1,
      };
    });
  });
  return [...groupBy(meetings, ({ party }) => party)].map(([id, talks]) => {
    return { id, name: label(id) ?? id, talks };
  });
}
