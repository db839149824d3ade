import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold } from '../../text/fold.ts';
import { type AnyCollection, collectionNames, getFields } from '../schema/collections.ts';
import { type Dataset, type Entry, getRecords } from '../schema/dataset.ts';
import type { Field } from '../schema/fields.ts';
import { listNames } from '../schema/names.ts';
import type { Source } from '../schema/records.ts';
import { findAnswers, type GapAnswer } from './gap-answers.ts';
import {
  isDateWithin,
  matchRecordsBetween,
  type RecordPair,
  type Side,
  type Sides,
  splitFolded,
} from './match-records.ts';
import { readTexts } from './read.ts';
import type { RecordIndex } from './record-index.ts';

/** Result for one field: `more` if one says more than the other, which is no conflict. */
export type FieldResult = 'equal' | 'more' | 'differ';

export interface ComparedField {
  readonly field: Field;
  readonly result: FieldResult;
}

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

/** Checks whether all items of one of two lists are in the other. */
function isWithin(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const known = new Set(longer);
  return shorter.every((item) => known.has(item));
}

/** Fields that say how an article words or mentions something, on which two articles need not agree. */
const wordingFields = ['id', 'evidence', 'aliases', 'about', 'when', 'mention', 'attribution'];
const paraphraseChecks = ['prose', 'statement', 'question'];

/** Fields that another says better, if both datasets state it. */
const betterFields: Readonly<Record<string, string>> = {
  speaker: 'leader',
  amountAsWritten: 'amount',
};

/** Lists the fields on which two articles can contradict each other; all of two versions of one dataset. */
function listComparable(
  collection: AnyCollection,
  [here, there]: RecordPair,
  isVersion: boolean,
): readonly Field[] {
  const isStated = (name: string) => here[name] !== null && there[name] !== null;
  return getFields(collection).filter(({ name, schema }) => {
    if (isVersion) return true;
    const better = betterFields[name];
    const isWording =
      wordingFields.includes(name) || paraphraseChecks.includes(schema['x-check'] ?? '');
    return !isWording && !(better !== undefined && isStated(better));
  });
}

const readShared = (record: AnyRecord, field: Field, { index, share }: Side) => {
  const texts = readTexts(record, field, index);
  return field.schema['x-reference'] ? texts.map(share) : texts;
};

/** Compares the stated values of a field. */
function isInAgreement(
  { name, kind, schema }: Field,
  [here, there]: RecordPair,
  [one, other]: readonly [readonly string[], readonly string[]],
): boolean {
  if (schema['x-reference']) return isWithin(one, other);
  const [left, right] = [assertDefined(one[0]), assertDefined(other[0])];
  if (kind === 'date') return isDateWithin(left, right);
  if (schema.enum || schema.pattern || kind === 'number') return left === right;
  const names = new Set(listNames(here).map(fold));
  if (name === 'name' && listNames(there).some((text) => names.has(fold(text)))) return true;
  return isWithin(splitFolded(left), splitFolded(right));
}

function compareField(
  field: Field,
  pair: RecordPair,
  [left, right]: Sides,
  isVersion: boolean,
): FieldResult {
  const values = [readShared(pair[0], field, left), readShared(pair[1], field, right)] as const;
  const [one, other] = values;
  if (one.length === other.length && one.every((text, at) => text === other[at])) return 'equal';
  if (isVersion) return 'differ';
  if (one.length === 0 || other.length === 0) return 'more';
  return isInAgreement(field, pair, values) ? 'more' : 'differ';
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
