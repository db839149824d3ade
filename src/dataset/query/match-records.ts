import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import type { AnyCollection } from '../schema/collections.ts';
import { type ListKeys, listMatchRules, type MatchRule, type Side } from './match-rules.ts';

/** Maximum number of records with one key that each record is compared with, so that time grows with their number. */
const maxCandidates = 8;

type Links = ReadonlyMap<AnyRecord, ReadonlySet<AnyRecord>>;

const addLink = (links: Map<AnyRecord, Set<AnyRecord>>, from: AnyRecord, to: AnyRecord) =>
  links.set(from, (links.get(from) ?? new Set()).add(to));

const groupByKeys = (records: readonly AnyRecord[], keys: ListKeys, side: Side) =>
  groupBy(
    records.flatMap((record) => [...new Set(keys(record, side))].map((key) => ({ key, record }))),
    ({ key }) => key,
  );

/** Links the records that share a key and fit, in both directions. */
function linkRecords(
  [here, there]: Records,
  { keys, keysThere = keys, fits = () => true }: MatchRule,
  [left, right]: Sides,
): { readonly to: Links; readonly from: Links; readonly crowded: ReadonlySet<AnyRecord> } {
  const [to, from] = [new Map(), new Map()];
  const crowded = new Set<AnyRecord>();
  const others = groupByKeys(there, keysThere, right);
  for (const [key, some] of groupByKeys(here, keys, left)) {
    const candidates = others.get(key) ?? [];
    for (const { record } of some) {
      if (candidates.length > maxCandidates) crowded.add(record);
      for (const { record: other } of candidates.slice(0, maxCandidates)) {
        if (!fits(record, other)) continue;
        addLink(to, record, other);
        addLink(from, other, record);
      }
    }
  }
  return { to, from, crowded };
}

export type Sides = readonly [here: Side, there: Side];
type Records = readonly [here: readonly AnyRecord[], there: readonly AnyRecord[]];
export type RecordPair = readonly [here: AnyRecord, there: AnyRecord];

/** Maximum number of records that one is perhaps the same as. */
const maxPerhaps = 3;

export interface Matches {
  readonly pairs: readonly RecordPair[];
  readonly perhaps: readonly RecordPair[];
}

/** Matches records of one collection by its rules, in linear time. `known` are pairs of which no rule decides. */
export function matchRecordsBetween(
  collection: AnyCollection,
  [here, there]: Records,
  sides: Sides,
  known: readonly RecordPair[],
  hasIds: boolean,
): Matches {
  const pairs = [...known];
  const perhaps: RecordPair[] = [];
  const taken = new Set(known.flat());
  const isFree = (record: AnyRecord) => !taken.has(record);
  const byId: readonly MatchRule[] = hasIds ? [{ keys: ({ id }) => [id] }] : [];
  for (const rule of [...byId, ...listMatchRules(collection)]) {
    const free: Records = [here.filter(isFree), there.filter(isFree)];
    const { to, from, crowded } = linkRecords(free, rule, sides);
    for (const [record, links] of to) {
      const other = assertDefined([...links][0]);
      const isOnly = links.size === 1 && from.get(other)?.size === 1 && !crowded.has(record);
      if (rule.isSure === false || !isOnly) {
        perhaps.push(...[...links].slice(0, maxPerhaps).map((one) => [record, one] as const));
        continue;
      }
      pairs.push([record, other]);
      taken.add(record).add(other);
    }
  }
  const open = perhaps.filter((pair) => pair.every(isFree));
  const byIds = new Map(open.map((pair) => [`${pair[0].id} ${pair[1].id}`, pair]));
  return { pairs, perhaps: [...byIds.values()] };
}
