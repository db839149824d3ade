import type { Entry } from '../schema/dataset.ts';
import type { RecordIndex } from './record-index.ts';

/** Records linked to one record, each group in the order of the dataset. */
export interface Relations {
  readonly refersTo: readonly Entry[];
  /** Records that refer to it, directly or through other records. */
  readonly referredToBy: readonly Entry[];
  /** Records that mention it by name and are not in the other groups. */
  readonly mentionedIn: readonly Entry[];
}

/** Finds the records linked to a record, in both directions. */
export function findRelations(
  { record }: Entry,
  entries: readonly Entry[],
  links: RecordIndex,
): Relations {
  const out = new Set(links.outgoing(record));
  const others = entries.filter((other) => other.record.id !== record.id);
  const refersTo = others.filter((other) => out.has(other.record.id));
  const leading = links.leadingTo([record.id]);
  const referredToBy = others.filter((other) => leading.has(other.record.id));
  const linked = new Set([...refersTo, ...referredToBy]);
  const mentionedIn = others.filter(
    (other) => !linked.has(other) && links.mentions(other.record, record),
  );
  return { refersTo, referredToBy, mentionedIn };
}
