import type { AssertedRecord, Assertion, Choice, UncheckedValue } from '../../model/assertion.ts';
import type { Anchor, AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { once } from '../../text/memoise.ts';
import { collectionNames, describeCollection, getFields } from '../schema/collections.ts';
import { type Dataset, getRecords, listEntries } from '../schema/dataset.ts';
import { anyCollection, type Field, listFields } from '../schema/fields.ts';
import { indexNames, listNames } from '../schema/names.ts';
import { type Settled, source } from '../schema/records.ts';
import { indexRecords } from './record-index.ts';

type NameIndex = ReturnType<typeof indexDatasetNames>;

/** Indexes what the assertions of all records draw on. */
function indexDatasetNames(dataset: Dataset) {
  const countries = getRecords(dataset, 'countries').map(listNames);
  const named = collectionNames
    .filter((name) => getFields(name).some((field) => field.name === 'aliases'))
    .flatMap((name) => getRecords(dataset, name));
  const { published, note } = dataset.source;
  return {
    links: indexRecords(dataset),
    /** Finds the countries that a text names; each is the list of its names and aliases. */
    countries: indexNames(countries, (names) => names),
    /** Names and aliases of each record that can have aliases, by its name. */
    byName: new Map<unknown, readonly string[]>(
      named.map((record) => [record.name, listNames(record)]),
    ),
    allNames: named.flatMap(listNames),
    /** Years that the dataset declares as inferred. */
    years: Array.from(`${published} ${note}`.matchAll(/\b[12]\d{3}\b/g), ([year]) => year),
  };
}

/** Lists the names of the records that a record refers to, by the ids that they refer to in turn: Xi by China. */
function listMemberNames(record: AnyRecord, { links }: NameIndex) {
  const pairs = links.listTargets(record.id).flatMap((member) => {
    const one = assertDefined(links.record(member));
    return links.listTargets(one.id).map((id) => ({ id, names: listNames(one) }));
  });
  return groupBy(pairs, ({ id }) => id);
}

/** Asserts a name of the referenced record. In a list, the name of one of its members will do, such as Xi for China. */
function assertReference(
  { name: field, kind }: Field,
  id: string,
  { links }: NameIndex,
  memberNames: () => ReturnType<typeof listMemberNames>,
): Assertion | UncheckedValue {
  const own = listNames(assertDefined(links.record(id)));
  const [value] = own;
  if (value === undefined) return { field, reason: 'references to unnamed records' };
  const members = kind === 'list' ? (memberNames().get(id) ?? []) : [];
  const spellings = [...own, ...members.flatMap(({ names }) => names)];
  return { field, value, kind: 'phrase', spellings };
}

/** Explains why a field without a check cannot be verified. */
function explainUnchecked({ schema }: Field): string {
  if (schema.enum) return 'classifications';
  if (schema['x-reference']) return 'links between records';
  return 'added by the dataset';
}

function assertValue(
  value: string,
  record: AnyRecord,
  field: Field,
  names: NameIndex,
  memberNames: () => ReturnType<typeof listMemberNames>,
): Assertion | UncheckedValue {
  const { countries, byName, allNames, years } = names;
  const { name, schema } = field;
  const check = schema['x-check'];
  switch (check) {
    case 'phrase':
      return { field: name, value, kind: 'phrase', spellings: [value] };
    case 'words': {
      const spellings = byName.get(value);
      return spellings
        ? { field: name, value, kind: 'phrase', spellings }
        : { field: name, value, kind: check };
    }
    case 'date':
      return { field: name, value, kind: 'date', years };
    case 'amount': {
      const written = record[assertDefined(schema['x-written'])];
      return typeof written === 'string'
        ? { field: name, value, kind: 'amount', written }
        : { field: name, reason: 'without its wording in the article' };
    }
    case 'prose':
    case 'statement':
    case 'question': {
      const named = countries.findAll(value);
      const lists = [record.leaders, record.countries, record.about].filter(Array.isArray);
      return {
        field: name,
        value,
        kind: 'prose',
        purpose: check === 'prose' ? 'remark' : check,
        named,
        counts: [...lists.map(({ length }) => length), named.length],
        names: check === 'question' ? undefined : allNames,
      };
    }
    case 'reference':
      return assertReference(field, value, names, memberNames);
    case undefined:
      return { field: name, reason: explainUnchecked(field) };
    default:
      return { field: name, value, kind: check };
  }
}

/** Lists the ids that a record refers to: its parts, and the records that it is about. */
function listLinks(
  record: AnyRecord,
  fields: readonly Field[],
): Pick<AssertedRecord, 'parts' | 'about'> {
  const listIds = (isAbout: boolean) =>
    fields
      .filter(({ schema: { 'x-reference': to } }) => to && (to === anyCollection) === isAbout)
      .flatMap(({ name }) => (record[name] ?? []) as string | readonly string[]);
  return { parts: listIds(false), about: listIds(true) };
}

/** Returns the choice of a field, if its schema gives the chosen word a meaning. */
function listMeanings(record: AnyRecord, { name, schema }: Field): readonly Choice[] {
  const value = String(record[name]);
  const meaning = schema['x-means']?.[value];
  return meaning ? [{ field: name, value, meaning }] : [];
}

function buildRecord(
  identity: Pick<AssertedRecord, 'collection' | 'id' | 'anchors' | 'countsForCoverage'>,
  record: AnyRecord,
  fields: readonly Field[],
  names: NameIndex,
  reviewed: readonly Settled[] = [],
): AssertedRecord {
  const memberNames = once(() => listMemberNames(record, names));
  const values = fields
    .filter(({ name, kind }) => name !== 'id' && kind !== 'evidence')
    .flatMap((field) =>
      [record[field.name] ?? []]
        .flat()
        .map((value) => assertValue(String(value), record, field, names, memberNames)),
    );
  return {
    ...identity,
    assertions: values.filter((value) => 'kind' in value),
    unchecked: values.filter((value) => 'reason' in value),
    names: listNames(record),
    ...listLinks(record, fields),
    choices: fields.flatMap((field) => listMeanings(record, field)),
    reviewed,
  };
}

/** Builds what is to be verified of a dataset: its source, then every record. */
export function buildAssertions(dataset: Dataset): readonly AssertedRecord[] {
  const names = indexDatasetNames(dataset);
  const settled = groupBy(dataset.settled ?? [], ({ record }) => record);
  const records = listEntries(dataset).map(({ collection, record }) => {
    const { id, evidence } = record;
    const anchors = evidence as readonly Anchor[];
    const countsForCoverage = !describeCollection(collection).excludeFromCoverage;
    const identity = { collection, id, anchors, countsForCoverage };
    return buildRecord(identity, record, getFields(collection), names, settled.get(id));
  });
  const article = { collection: 'source', id: 'source', anchors: 'article' } as const;
  return [
    buildRecord(
      { ...article, countsForCoverage: false },
      { id: article.id, ...dataset.source },
      listFields(source),
      names,
    ),
    ...records,
  ];
}
