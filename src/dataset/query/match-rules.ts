import type { AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan } from '../../text/dates.ts';
import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import type { AnyCollection } from '../schema/collections.ts';
import { listNames } from '../schema/names.ts';
import type { RecordIndex } from './record-index.ts';

/** One of two datasets that are compared. */
export interface Side {
  readonly index: RecordIndex;
  /** Returns the id that a record shares with its match in the other dataset. */
  readonly share: (id: string) => string;
}

export type ListKeys = (record: AnyRecord, side: Side) => readonly string[];
type Fits = (here: AnyRecord, there: AnyRecord) => boolean;

/** Rule by which records match: they share a key and fit. If it is not sure, they are perhaps the same. */
export interface MatchRule {
  readonly keys: ListKeys;
  /** Keys in the other dataset, if they are others. */
  readonly keysThere?: ListKeys;
  readonly fits?: Fits;
  readonly isSure?: false;
}

/** Splits a text into its folded words. Memoised, since a quotation is compared with several others by several rules. */
export const splitFolded = memoise(
  (text: unknown): readonly string[] =>
    fold(String(text ?? '')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
);

const joinFolded = memoise((text: unknown) => splitFolded(text).join(' '));

/** Checks whether one of two dates, as precise as they are, is within the other. */
export function isDateWithin(one: string, other: string): boolean {
  const [left, right] = [assertDefined(parseSpan(one)), assertDefined(parseSpan(other))];
  const holds = ([first, last]: typeof left, [from, to]: typeof left) =>
    first <= from && to <= last;
  return holds(left, right) || holds(right, left);
}

const fitsDay =
  (field: string): Fits =>
  (here, there) => {
    const [one, other] = [here[field], there[field]];
    return typeof one !== 'string' || typeof other !== 'string' || isDateWithin(one, other);
  };

const listText = (text: string) => (text === '' ? [] : [text]);
const listFoldedNames: ListKeys = (record) => listNames(record).map(joinFolded).flatMap(listText);
const nameKeys: ListKeys = ({ name }) => listText(joinFolded(name));
const named: readonly MatchRule[] = [{ keys: nameKeys }, { keys: listFoldedNames }];

const shareList = (ids: unknown, { share }: Side) =>
  [...new Set((ids as readonly string[]).map(share))].sort().join(' ');

const getAffiliation = ({ country, organization }: AnyRecord, { share }: Side) => {
  const id = country ?? organization;
  return typeof id === 'string' ? [share(id)] : [];
};

const isUnnamed: Fits = (here, there) => here.name === null || there.name === null;

/** Returns the parties of a talk: its countries, those of its leaders, and the leaders without a country. */
function formatParties({ leaders, countries }: AnyRecord, side: Side): readonly string[] {
  const led = (leaders as string[]).map((id) => String(side.index.record(id)?.country ?? id));
  return listText(shareList([...(countries as string[]), ...led], side));
}

/** Builds keys of the parties and the date, cut to a length: a day, a month or a year. */
const partiesUntil =
  (length: number): ListKeys =>
  (talk, side) =>
    typeof talk.date === 'string'
      ? formatParties(talk, side).map(
          (parties) => `${parties} ${String(talk.date).slice(0, length)}`,
        )
      : [];

const undatedParties: ListKeys = (talk, side) =>
  talk.date === null
    ? formatParties(talk, side).map((key) => `${key} ${joinFolded(talk.when)}`)
    : [];

const dealKey: ListKeys = ({ kind, countries }, side) => [`${kind} ${shareList(countries, side)}`];

const fitsKind: Fits = (here, there) =>
  here.kind === null || there.kind === null || here.kind === there.kind;

const sharesWord: Fits = (here, there) => {
  const words = new Set(splitFolded(there.name));
  return splitFolded(here.name).some((word) => words.has(word));
};

/** Number of words by which a quotation is looked up in another; all of it is compared then. */
const openingWords = 6;

const openingKey: ListKeys = ({ words }) =>
  listText(splitFolded(words).slice(0, openingWords).join(' '));

/** Lists what a quotation within this one could open with, from each of its words on. */
const listOpenings: ListKeys = ({ words }) => {
  const all = splitFolded(words);
  return all.flatMap((_, at) =>
    Array.from({ length: Math.min(openingWords, all.length - at) }, (_, more) =>
      all.slice(at, at + more + 1).join(' '),
    ),
  );
};

const isQuoteWithin: Fits = (here, there) => {
  const [one, other] = [` ${joinFolded(here.words)} `, ` ${joinFolded(there.words)} `];
  return one.includes(other) || other.includes(one);
};

/** Minimum length of a quotation that is the same if it is within another. */
const minSureWords = 3;

const isLongWithin: Fits = (here, there) =>
  [here, there].every(({ words }) => splitFolded(words).length >= minSureWords) &&
  isQuoteWithin(here, there);

const eventKey: ListKeys = ({ name, start }) => [`${joinFolded(name)} ${start ?? ''}`];

const eventWords: ListKeys = ({ name, start }) =>
  typeof start === 'string'
    ? splitFolded(name).flatMap((word) => (word.length > 3 ? [`${start} ${word}`] : []))
    : [];

/** Rules of the collections, the surest first. Others match by name. */
const rules: Partial<Record<AnyCollection, readonly MatchRule[]>> = {
  countries: [{ keys: ({ iso }) => (typeof iso === 'string' ? [iso] : []) }, ...named],
  leaders: [
    ...named,
    {
      keys: (record, side) => getAffiliation(record, side).map((id) => `${id} ${record.role}`),
      fits: isUnnamed,
    },
    { keys: getAffiliation, fits: isUnnamed, isSure: false },
  ],
  talks: [
    { keys: partiesUntil(10) },
    { keys: partiesUntil(7), fits: fitsDay('date') },
    { keys: partiesUntil(4), fits: fitsDay('date') },
    { keys: undatedParties },
    { keys: formatParties, isSure: false },
  ],
  deals: [
    { keys: (deal, side) => dealKey(deal, side).map((key) => `${key} ${joinFolded(deal.name)}`) },
    { keys: dealKey, fits: sharesWord },
    { keys: nameKeys, fits: fitsKind },
    { keys: dealKey, isSure: false },
    { keys: nameKeys, isSure: false },
  ],
  quotes: [
    { keys: ({ words }) => listText(joinFolded(words)) },
    { keys: listOpenings, keysThere: openingKey, fits: isLongWithin },
    { keys: openingKey, keysThere: listOpenings, fits: isLongWithin },
    { keys: listOpenings, keysThere: openingKey, fits: isQuoteWithin, isSure: false },
    { keys: openingKey, keysThere: listOpenings, fits: isQuoteWithin, isSure: false },
  ],
  events: [
    { keys: eventKey },
    { keys: nameKeys, fits: fitsDay('start') },
    { keys: nameKeys, isSure: false },
    { keys: eventWords, isSure: false },
  ],
  summit: [{ keys: () => ['summit'] }],
  claims: [],
  gaps: [],
};

/** Lists the rules of a collection, the surest first. */
export const listMatchRules = (collection: AnyCollection): readonly MatchRule[] =>
  rules[collection] ?? named;
