import type { AssertedRecord, Check } from '../../model/assertion.ts';
import type { Anchor, AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise, once } from '../../text/memoise.ts';
import { collectionNames, describeCollection, getFields } from '../schema/collections.ts';
import { type Dataset, getRecords, listEntries } from '../schema/dataset.ts';
import { anyCollection, type Field, listFields } from '../schema/fields.ts';
import { indexNames, listNames } from '../schema/names.ts';
import { type Review, source } from '../schema/records.ts';
import { indexRecords } from './record-index.ts';

/** Indexes the names that the assertions of all records draw on. */
function indexDatasetNames(dataset: Dataset) {
  const countries = getRecords(dataset, 'countries').map(listNames);
  const named = collectionNames
    .filter((name) => getFields(name).some((field) => field.name === 'aliases'))
    .flatMap((name) => getRecords(dataset, name));
  const { published, note } = dataset.source;
  const links = indexRecords(dataset);
  return {
    links,
    getName: memoise((id: string) => listNames(assertDefined(links.record(id)))[0]),
    /**
     * Lists the names of a record and, for an unnamed person with an alias, the title, then those of its members, whose
     * ids are joined. Very many records may refer to one of very many names, so the list is not copied for each.
     */
    listSpellings: memoise((id: string) =>
      memoise((members: string) => {
        const target = assertDefined(links.record(id));
        const title = target.name === null ? [target.title ?? []].flat().map(String) : [];
        const others = members.split(',').flatMap((one) => links.record(one) ?? []);
        return [...listNames(target), ...title, ...others.flatMap(listNames)];
      }),
    ),
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

type DatasetNames = ReturnType<typeof indexDatasetNames>;

/** Groups the records that a record refers to by the ids that they refer to in turn: Xi by China. */
function groupMembers(record: AnyRecord, { links }: DatasetNames) {
  const pairs = links
    .listTargets(record.id)
    .flatMap((member) => links.listTargets(member).map((id) => ({ id, member })));
  return groupBy(pairs, ({ id }) => id);
}

/** Explains why a field without a check cannot be verified. */
function explainUnchecked({ schema }: Field): string {
  if (schema.enum) return 'classifications';
  return schema['x-reference'] ? 'links between records' : 'added by the dataset';
}

type ChosenCheck = (Check & { readonly value?: string }) | { readonly reason: string };

/** Returns how the id of a record is checked: by its names and, for an unnamed person with an alias, by the title. */
function checkReference(
  id: string,
  { kind }: Field,
  { getName, listSpellings }: DatasetNames,
  getMembers: () => ReturnType<typeof groupMembers>,
): ChosenCheck {
  const name = getName(id);
  if (name === undefined) return { reason: 'references to unnamed records' };
  // In a list, the name of one of its members will do, such as Xi for China.
  const members = kind === 'list' ? (getMembers().get(id) ?? []) : [];
  const spellings = listSpellings(id)(members.map(({ member }) => member).join());
  return { kind: 'phrase', value: name, spellings };
}

/** Returns how a value is checked, and the value to report if that is another one; or why it is not checked. */
function chooseCheck(
  value: string,
  record: AnyRecord,
  field: Field,
  names: DatasetNames,
  getMembers: () => ReturnType<typeof groupMembers>,
): ChosenCheck {
  const { countries, byName, allNames, years } = names;
  const { schema } = field;
  // A template's text is in no article.
  if (value === schema.description) return { kind: 'phrase', spellings: [value] };
  const check = schema['x-check'];
  switch (check) {
    case 'phrase':
      return { kind: 'phrase', spellings: [value] };
    case 'words': {
      const spellings = byName.get(value);
      return spellings ? { kind: 'phrase', spellings } : { kind: check };
    }
    case 'date':
      return { kind: 'date', years };
    case 'amount': {
      const written = record[assertDefined(schema['x-written'])];
      if (typeof written === 'string') return { kind: 'amount', written };
      return { reason: 'without its wording in the article' };
    }
    case 'prose':
    case 'statement':
    case 'question': {
      const named = countries.findAll(value);
      const lists = [record.leaders, record.countries, record.about].filter(Array.isArray);
      return {
        kind: 'prose',
        purpose: check === 'prose' ? 'remark' : check,
        named,
        counts: [...lists.map(({ length }) => length), named.length],
        names: check === 'question' ? undefined : allNames,
      };
    }
    case 'reference':
      return checkReference(value, field, names, getMembers);
    case undefined:
      return { reason: explainUnchecked(field) };
    default:
      return { kind: check };
  }
}

/** Lists the ids in the reference fields of a record: those to any collection (`about`), or to a certain one. */
function listReferences(record: AnyRecord, fields: readonly Field[], isAbout: boolean) {
  return fields
    .filter(({ schema: { 'x-reference': to } }) => to && (to === anyCollection) === isAbout)
    .flatMap(({ name }) => (record[name] ?? []) as string | readonly string[]);
}

/** Formats a value as a review names it: the items of a list are joined. */
const formatValue = (value: unknown): string => [value].flat().join(', ');

function describeRecord(
  record: AnyRecord,
  fields: readonly Field[],
  names: DatasetNames,
  reviews: readonly Review[] = [],
) {
  const getMembers = once(() => groupMembers(record, names));
  const values = fields
    .filter(({ name, kind }) => name !== 'id' && kind !== 'evidence')
    .flatMap((field) =>
      [record[field.name] ?? []].flat().map((item) => {
        const value = String(item);
        const check = chooseCheck(value, record, field, names, getMembers);
        return 'reason' in check
          ? { field: field.name, ...check }
          : { field: field.name, value, ...check };
      }),
    );
  return {
    assertions: values.filter((value) => 'kind' in value),
    unchecked: values.filter((value) => 'reason' in value),
    missing: fields.filter(({ name }) => record[name] === null).map(({ name }) => name),
    names: listNames(record),
    parts: listReferences(record, fields, false),
    about: listReferences(record, fields, true),
    choices: fields.flatMap(({ name: field, schema }) => {
      const value = String(record[field]);
      const meaning = schema['x-means']?.[value];
      return meaning ? [{ field, value, meaning }] : [];
    }),
    reviewed: reviews.map((review) => {
      return { ...review, isCurrent: review.value === formatValue(record[review.field]) };
    }),
  };
}

/** Builds what is to be verified of a dataset: its source, then every record. */
export function buildAssertions(dataset: Dataset): readonly AssertedRecord[] {
  const names = indexDatasetNames(dataset);
  const reviews = groupBy(dataset.reviewed ?? [], ({ record }) => record);
  const id = 'source';
  const own: AssertedRecord = {
    collection: id,
    id,
    anchors: 'article',
    countsForCoverage: false,
    ...describeRecord({ id, ...dataset.source }, listFields(source), names),
  };
  const records = listEntries(dataset).map(
    ({ collection, record }): AssertedRecord => ({
      collection,
      id: record.id,
      anchors: record.evidence as readonly Anchor[],
      countsForCoverage: !describeCollection(collection).excludeFromCoverage,
      ...describeRecord(record, getFields(collection), names, reviews.get(record.id)),
    }),
  );
  return [own, ...records];
}
