import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { type AnyCollection, collectionNames } from '../schema/collections.ts';
import { type Dataset, type Entry, getRecords } from '../schema/dataset.ts';
import type { Source } from '../schema/records.ts';
import { type ComparedField, compareField, isWithin, listComparable } from './compare-fields.ts';
import { findAnswers, type GapAnswer } from './gap-answers.ts';
import { matchRecordsBetween, type RecordPair, type Sides } from './match-records.ts';
import { type Side, splitFolded } from './match-rules.ts';
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
const referencedFirst: readonly AnyCollection[] = [
  ...new Set<AnyCollection>([
    'countries',
    'organizations',
    'leaders',
    'summit',
    ...collectionNames,
  ]),
];

const listRecords = (dataset: Dataset, collection: AnyCollection): readonly AnyRecord[] =>
  collection === 'summit' ? [dataset.summit] : getRecords(dataset, collection);

/** Matches the records of two datasets. `same` are pairs that the user settles. */
function matchAll(sides: Sides, same: readonly RecordPair[], isVersion: boolean) {
  const [left, right] = sides;
  const shared = new Map<string, string>();
  const withShared: Sides = [left, { ...right, share: (id) => shared.get(id) ?? `other ${id}` }];
  const found = referencedFirst.map((collection) => {
    const records = [left, right].map(({ index }) => listRecords(index.dataset, collection));
    const [here = [], there = []] = records;
    const settled = same.filter(([one]) => here.includes(one));
    const matches = matchRecordsBetween(collection, [here, there], withShared, settled, isVersion);
    for (const [one, other] of matches.pairs) shared.set(other.id, one.id);
    return { collection, here, there, ...matches };
  });
  return { found, sides: withShared };
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
  const own: Side = { index: here, share: (id) => id };
  const { found, sides } = matchAll([own, { index: there, share: (id) => id }], same, isVersion);
  const order = [...new Set<AnyCollection>(['summit', ...collectionNames])];
  const sorted = order.map((name) =>
    assertDefined(found.find(({ collection }) => collection === name)),
  );
  const pairs = sorted.flatMap((one) =>
    one.pairs.map((pair) => comparePair(one.collection, pair, sides, isVersion)),
  );
  const perhaps = sorted.flatMap((one) =>
    one.perhaps.map(([here, there]) => ({ collection: one.collection, here, there })),
  );
  const matched = new Set([...pairs, ...perhaps].flatMap((pair) => [pair.here, pair.there]));
  const isListed = ({ collection }: Entry) => !isVersion && ['claims', 'gaps'].includes(collection);
  const rest = (index: RecordIndex) => index.entries.filter(({ record }) => !matched.has(record));
  const split = (index: RecordIndex, wanted: boolean) =>
    rest(index).filter((entry) => isListed(entry) === wanted);
  return {
    here,
    there,
    isVersion,
    sourceFields: isVersion ? findSourceChanges(one, other) : [],
    origin: isVersion ? undefined : findOrigin(one, other),
    pairs,
    perhaps,
    onlyHere: split(here, false),
    onlyThere: split(there, false),
    answers: [...findAnswers(one.gaps, 'here', pairs), ...findAnswers(other.gaps, 'there', pairs)],
    unmatched: { here: split(here, true), there: split(there, true) },
  };
}
