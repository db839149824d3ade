import {
  type AnyCollection,
  type CollectionName,
  collectionNames,
  describeCollection,
} from '../dataset/schema/collections.ts';
import {
  type FieldSchema,
  isNullable,
  listChoices,
  type RecordSchema,
} from '../dataset/schema/fields.ts';
import { indexNames } from '../dataset/schema/names.ts';
import { source } from '../dataset/schema/records.ts';
import type { ArticleDraft } from '../evidence/extract/draft.ts';
import type { Value } from '../model/record.ts';
import { completeFiles } from '../options/completers.ts';
import { toSafeJson } from '../output/escape.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { fold } from '../text/fold.ts';
import { defineCommand, groups } from './command.ts';
import { readArticleFile } from './verification-input.ts';

const passage = { paragraph: 1, start: 'one to six words', end: 'the last words' };

const createSampleId = (collection: AnyCollection): string =>
  `first-${describeCollection(collection).singular}`;

/** Returns a minimal valid value for a field. Text without an example or choices is the description of the field. */
function createSampleValue(schema: FieldSchema): Value {
  if (isNullable(schema)) return null;
  const target = collectionNames.find((name) => name === schema['x-reference']);
  if (schema.minItems === 1) return [passage];
  if (schema.type === 'array') return target ? [createSampleId(target)] : [];
  return schema.examples?.[0] ?? listChoices(schema)?.[0] ?? schema.description;
}

/** Fields of a record or of the source. */
type Fields = Readonly<Record<string, Value>>;

const createSampleFields = ({ properties }: RecordSchema): Fields =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, createSampleValue(schema)]),
  );

/** Creates a sample record. Sample countries are not the host, because the host is the country of the summit. */
const createSampleRecord = (collection: AnyCollection): Fields => ({
  ...createSampleFields(describeCollection(collection).schema),
  id: createSampleId(collection),
  ...(collection === 'countries' && { role: 'mentioned' }),
});

type Known = Readonly<
  Partial<Record<CollectionName, readonly Fields[]> & Record<'source' | 'summit', Fields>>
>;

/** Collections in the order in which to complete them: first those that the others refer to. */
const writingOrder = new Set<CollectionName>([
  ...(['countries', 'organizations', 'leaders'] as const),
  ...collectionNames,
]);

/** Builds a dataset from the known fields, with samples for the rest and for what they refer to. */
function buildDataset(known: Known): object {
  const isEmpty = (name: CollectionName) => !known[name]?.length;
  const samples = collectionNames.filter(isEmpty).map(createSampleRecord);
  const needed = new Set(samples.flatMap((sample) => Object.values(sample).flat()));
  const buildRecords = (name: CollectionName) => {
    const sample = createSampleRecord(name);
    const hasSample = isEmpty(name) || needed.has(createSampleId(name));
    const records = [...(known[name] ?? []), ...(hasSample ? [{}] : [])];
    return records.map((fields) => ({ ...sample, ...fields }));
  };
  return {
    $schema: './summit.schema.json',
    source: { ...createSampleFields(source), ...known.source },
    summit: { ...createSampleRecord('summit'), ...known.summit },
    ...Object.fromEntries(Array.from(writingOrder, (name) => [name, buildRecords(name)])),
  };
}

/** Maximum length of a generated id in characters; a text may be one long word. */
const maxIdLength = 60;

/** Returns a function that makes ids from the first words of texts, with a number if a record or sample has the id. */
function createIdMaker(): (text: string) => string {
  const taken = new Set((['summit', ...collectionNames] as const).map(createSampleId));
  const counts = new Map<string, number>();
  return (text) => {
    const words = fold(text).match(/[a-z0-9]+/g) ?? [];
    const name = words.slice(0, 6).join('-').slice(0, maxIdLength).replace(/-$/, '') || 'record';
    let count = counts.get(name) ?? 1;
    const getId = () => (count === 1 ? name : `${name}-${count}`);
    while (taken.has(getId())) count += 1;
    counts.set(name, count);
    taken.add(getId());
    return getId();
  };
}

/** Builds a dataset from the draft extracted from an article. Values not stated are null or samples. */
function buildDatasetFrom(draft: ArticleDraft): object {
  const { title, credits, language, days } = draft;
  const makeId = createIdMaker();
  const evidence = [...draft.titleEvidence, ...(days?.evidence ?? [])];
  const countryIds = new Map(draft.countries.map(({ code, name }) => [code, makeId(name)]));
  const getId = ({ code }: { readonly code: string }) => assertDefined(countryIds.get(code));
  const countryNames = indexNames(draft.countries, ({ name, aliases }) => [name, ...aliases]);
  const organizationIds = new Map(draft.organizations.map(({ name }) => [name, makeId(name)]));
  const people = new Map(
    draft.people.map(({ name, countryCode, organization, ...person }) => {
      const country = countryIds.get(countryCode ?? '') ?? null;
      const own = { id: makeId(name), name, ...person, country };
      return [name, { ...own, organization: organizationIds.get(organization ?? '') ?? null }];
    }),
  );
  return buildDataset({
    source: { title, language, ...credits },
    summit: {
      start: days?.start ?? null,
      end: days?.end ?? null,
      ...(evidence.length > 0 && { evidence }),
    },
    countries: draft.countries.map((country) => {
      const { code: iso, ...fields } = country;
      return { id: getId(country), iso, ...fields };
    }),
    organizations: draft.organizations.map(({ countryCode, ...organization }) => {
      const id = assertDefined(organizationIds.get(organization.name));
      const country = countryIds.get(countryCode ?? '');
      return { id, ...organization, countries: country === undefined ? [] : [country] };
    }),
    leaders: [...people.values()],
    talks: draft.talks.map((talk) => {
      const leaders = talk.leaders.map((name) => assertDefined(people.get(name)));
      const ids = leaders.map(({ id }) => id);
      const countries = [...new Set(leaders.flatMap(({ country }) => country ?? []))];
      return { id: makeId(ids.join(' ')), ...talk, leaders: ids, countries };
    }),
    deals: draft.deals.map((deal) => {
      const countries = countryNames.findAll(deal.name).map(getId);
      return { id: makeId(deal.name), ...deal, countries };
    }),
    quotes: draft.quotations.map(({ leader, ...quote }) => {
      const id = makeId(quote.words);
      return { id, ...quote, leader: people.get(leader ?? '')?.id ?? null };
    }),
    events: draft.events.map((event) => ({ id: makeId(event.name), about: [], ...event })),
  });
}

export const newDataset = defineCommand({
  name: 'new',
  group: groups.datasets,
  summary: 'Print a minimal valid dataset to start from.',
  operands: {
    article: {
      form: 'optional',
      description: 'article to pre-fill the dataset from',
      complete: completeFiles,
    },
  },
  options: {},
  ignores: ['data', 'color', 'width'],
  examples: () => [
    ['new > my.json', 'a file to fill in'],
    ['new article.txt > my.json', 'filled in with what can be extracted from an article'],
    ['validate my.json', 'check that it is still valid'],
    ['--data my.json', 'explore it'],
  ],
  more:
    'Given an article, fills in title, credits, language, countries and quotations and, in English, organizations, ' +
    'people with a title or a country, amounts as deals, talks between two people, and dated events, each with its ' +
    'evidence. The collections come in the order in which to complete them. Review everything.',
  async run({ io, operands: { article: path }, print }) {
    let dataset = buildDataset({});
    if (path !== undefined) {
      const article = await readArticleFile(io, path);
      const { extractDraft } = await import('../evidence/extract/draft.ts');
      dataset = buildDatasetFrom(extractDraft(article));
    }
    await print([`${toSafeJson(dataset, 2)}\n`]);
    return 0;
  },
});
