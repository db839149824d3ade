import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { type AnyCollection, allCollections } from '../schema/collections.ts';
import { type Dataset, type Entry, getRecords } from '../schema/dataset.ts';
import type { Source } from '../schema/records.ts';
import { type ComparedField, compareField, isWithin, listComparable } from './compare-fields.ts';
import { findAnswers, type GapAnswer } from './gap-answers.ts';
import { type Matches, matchRecordsBetween, type RecordPair, type Sides } from './match-records.ts';
import { splitFolded } from './match-rules.ts';
import type { RecordIndex } from './record-index.ts';

/** Record of both datasets. */
export interface ComparedPair {
  readonly collection: AnyCollection;
  readonly here: AnyRecord;
  readonly there: AnyRecord;
  readonly fields: readonly ComparedField[];
  readonly result: 'agree' | 'differ';
}

/** Two records that are perhaps the same. */
type Likeness = Pick<ComparedPair, 'collection' | 'here' | 'there'>;

export interface Comparison {
  readonly here: RecordIndex;
  readonly there: RecordIndex;
  /** True if both are datasets of the same article. */
  readonly isVersion: boolean;
  /** Fields of the source that have changed between two versions. */
  readonly sourceFields: readonly string[];
  /** News agency that both articles credit. */
  readonly origin: string | undefined;
  readonly pairs: readonly ComparedPair[];
  readonly perhaps: readonly Likeness[];
  /** Records that only one dataset has, not even perhaps the other. */
  readonly onlyHere: readonly Entry[];
  readonly onlyThere: readonly Entry[];
  readonly answers: readonly GapAnswer[];
  /** Claims and gaps, which are not matched between two articles. */
  readonly unmatched: { readonly here: readonly Entry[]; readonly there: readonly Entry[] };
}

function comparePair(
  collection: AnyCollection,
  pair: RecordPair,
  sides: Sides,
  isVersion: boolean,
): ComparedPair {
  const [here, there] = pair;
  const fields = listComparable(collection, pair, isVersion).map((field) => ({
    field,
    result: compareField(field, pair, sides, isVersion),
  }));
  const result = fields.some((one) => one.result === 'differ') ? 'differ' : 'agree';
  return { collection, here, there, fields, result };
}

const findOrigin = ({ source: here }: Dataset, { source: there }: Dataset) =>
  here.agency !== null &&
  there.agency !== null &&
  isWithin(splitFolded(here.agency), splitFolded(there.agency))
    ? here.agency
    : undefined;

const findSourceChanges = ({ source: here }: Dataset, { source: there }: Dataset) =>
  Object.entries(here).flatMap(([name, value]) =>
    value === there[name as keyof Source] ? [] : [name],
  );

/** Collections in the order of matching: those that others refer to come first. */
const referencedFirst: ReadonlySet<AnyCollection> = new Set([
  'countries',
  'organizations',
  'leaders',
  ...allCollections,
]);

/** Matches the records of each collection of two datasets. `same` are pairs that the user settles. */
function matchAll(
  here: RecordIndex,
  there: RecordIndex,
  same: readonly RecordPair[],
  isVersion: boolean,
) {
  const shared = new Map<string, string>();
  const sides: Sides = [
    { index: here, share: (id) => id },
    { index: there, share: (id) => shared.get(id) ?? `other ${id}` },
  ];
  const byCollection = new Map<AnyCollection, Matches>();
  for (const collection of referencedFirst) {
    const records = getRecords(here.dataset, collection);
    const others = getRecords(there.dataset, collection);
    const settled = same.filter(([one]) => records.includes(one));
    const matches = matchRecordsBetween(collection, [records, others], sides, settled, isVersion);
    for (const [one, other] of matches.pairs) shared.set(other.id, one.id);
    byCollection.set(collection, matches);
  }
  const matches = allCollections.map((collection) => {
    return { collection, ...assertDefined(byCollection.get(collection)) };
  });
  return { matches, sides };
}

/**
 * Compares two datasets. Records match by keys, two versions of one dataset by id first.
 * @param same records of the first and of the second that are the same, which no key has to say
 */
export function compareDatasets(
  here: RecordIndex,
  there: RecordIndex,
  same: readonly RecordPair[] = [],
): Comparison {
  const [one, other] = [here.dataset, there.dataset];
  const isVersion =
    one.source.title === other.source.title && one.source.publisher === other.source.publisher;
  const { matches, sides } = matchAll(here, there, same, isVersion);
  const pairs = matches.flatMap((one) =>
    one.pairs.map((pair) => comparePair(one.collection, pair, sides, isVersion)),
  );
  const perhaps = matches.flatMap((one) =>
    one.perhaps.map(([here, there]) => ({ collection: one.collection, here, there })),
  );
  const matched = new Set([...pairs, ...perhaps].flatMap((pair) => [pair.here, pair.there]));
  const isListed = ({ collection }: Entry) => !isVersion && ['claims', 'gaps'].includes(collection);
  const listRest = ({ entries }: RecordIndex, areListed: boolean) =>
    entries.filter((one) => !matched.has(one.record) && isListed(one) === areListed);
  return {
    here,
    there,
    isVersion,
    sourceFields: isVersion ? findSourceChanges(one, other) : [],
    origin: isVersion ? undefined : findOrigin(one, other),
    pairs,
    perhaps,
    onlyHere: listRest(here, false),
    onlyThere: listRest(there, false),
    answers: [...findAnswers(one.gaps, 'here', pairs), ...findAnswers(other.gaps, 'there', pairs)],
    unmatched: { here: listRest(here, true), there: listRest(there, true) },
  };
}
