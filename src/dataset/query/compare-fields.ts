import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { fold } from '../../text/fold.ts';
import { type AnyCollection, getFields } from '../schema/collections.ts';
import type { Field } from '../schema/fields.ts';
import { listNames } from '../schema/names.ts';
import type { RecordPair, Sides } from './match-records.ts';
import { isDateWithin, type Side, splitFolded } from './match-rules.ts';
import { readTexts } from './read.ts';

/** Result for one field: `more` if one says more than the other, which is no conflict. */
export type FieldResult = 'equal' | 'more' | 'differ';

export interface ComparedField {
  readonly field: Field;
  readonly result: FieldResult;
}

/** Checks whether all items of one of two lists are in the other. */
export function isWithin(one: readonly string[], other: readonly string[]): boolean {
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
export function listComparable(
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

/** Compares a field of two records; every change is a difference between two versions of one dataset. */
export function compareField(
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
