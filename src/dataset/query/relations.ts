import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { memoise } from '../../text/memoise.ts';
import type { Entry } from '../schema/dataset.ts';
import { indexByNames, listNames } from '../schema/names.ts';
import type { RecordIndex } from './record-index.ts';

/**
 * Number of linked records that are found for all the records together, besides those that refer to one directly.
 * Thousands of records that all lead to each other would take the square of the time.
 */
const maxLinks = 10_000_000;

/** Maximum number of records whose names are looked for one by one; an index of all names takes as long as a few. */
const maxTried = 16;

/** Creates a finder of the entries that mention one of these records by name, at most so many for each name. */
function createMentionFinder(records: readonly AnyRecord[], index: RecordIndex, maxCount: number) {
  const { entries, getTexts, mentions } = index;
  if (records.length <= maxTried) {
    return (record: AnyRecord) => entries.filter(({ record: other }) => mentions(other, record));
  }
  const listByName = memoise(indexByNames(entries, getTexts, records.flatMap(listNames)));
  return (record: AnyRecord) =>
    listNames(record).flatMap((name) => listByName(name).slice(0, maxCount));
}

/** Creates a finder of the records linked to each of these, in both directions, in the order of the dataset. */
export function createRelationFinder(records: readonly AnyRecord[], index: RecordIndex) {
  const { entries, findLeadingTo, listTargets } = index;
  const positions = new Map(entries.map(({ record: { id } }, at) => [id, at]));
  const sortIds = (ids: Iterable<string>): readonly Entry[] =>
    Array.from(ids, (id) => assertDefined(positions.get(id)))
      .sort((a, b) => a - b)
      .map((at) => assertDefined(entries[at]));
  const maxCount = maxLinks / records.length;
  const findMentioning = createMentionFinder(records, index, maxCount);
  return (record: AnyRecord) => {
    const targets = new Set(listTargets(record.id));
    const leading = new Set(findLeadingTo([record.id], maxCount));
    const mentioning = new Set(findMentioning(record).map((entry) => entry.record.id));
    for (const set of [targets, leading, mentioning]) set.delete(record.id);
    for (const id of [...targets, ...leading]) mentioning.delete(id);
    return {
      refersTo: sortIds(targets),
      /** Records that refer to it, directly or through other records. */
      referredToBy: sortIds(leading),
      /** Records that mention it by name and are not in the other groups. */
      mentionedIn: sortIds(mentioning),
    };
  };
}
