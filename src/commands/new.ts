import type { Value } from '../contracts/listing.ts';
import type { Anchor } from '../contracts/verification-target.ts';
import { type AnyCollection, collectionNames, describe } from '../dataset/schema/collections.ts';
import {
  choicesOf,
  type FieldSchema,
  isNullable,
  type RecordSchema,
} from '../dataset/schema/field-schema.ts';
import { source } from '../dataset/schema/records.ts';
import type { ReadOff } from '../evidence/read-off.ts';
import { files } from '../options/completers.ts';
import { operand } from '../options/operand.ts';
import { safeJson } from '../output/escape.ts';
import { fold } from '../text/fold.ts';
import { readArticleFile } from './check-article.ts';
import { command, groups } from './command.ts';

const passage = { paragraph: 1, start: 'one to six words', end: 'the last words' };

type Sample = Readonly<Record<string, Value>>;
type IdIn = (collection: AnyCollection) => string;

/** The least that a field may hold; a text says what is to stand in its place. */
function sampleValue(schema: FieldSchema, idIn: IdIn): Value {
  if (isNullable(schema)) return null;
  const target = collectionNames.find((name) => name === schema['x-reference']);
  if (schema.minItems === 1) return [passage];
  if (schema.type === 'array') return target ? [idIn(target)] : [];
  if (target) return idIn(target);
  return schema.examples?.[0] ?? choicesOf(schema)?.[0] ?? schema.description;
}

function sampleOf({ properties }: RecordSchema, idIn: IdIn): Sample {
  const fields = Object.entries(properties);
  return Object.fromEntries(fields.map(([name, schema]) => [name, sampleValue(schema, idIn)]));
}

const firstIn: IdIn = (collection) => `first-${describe(collection).singular}`;

/** A record as one would write it; what is not given is a sample. */
type Written = Readonly<Record<string, Value | readonly Anchor[]>>;

/** A dataset with these records, and a sample where there are none of a collection. */
function datasetWith(
  written: Partial<Record<AnyCollection | 'source', readonly Written[]>>,
): object {
  const idIn: IdIn = (collection) => String(written[collection]?.[0]?.id ?? firstIn(collection));
  const recordsIn = (name: AnyCollection) =>
    (written[name] ?? [{}]).map((one) => ({
      ...sampleOf(describe(name).schema, idIn),
      id: firstIn(name),
      ...one,
    }));
  const [summit] = recordsIn('summit');
  return {
    $schema: './summit.schema.json',
    source: { ...sampleOf(source, idIn), ...written.source?.[0] },
    summit: { ...summit, country: idIn('countries') },
    ...Object.fromEntries(collectionNames.map((name) => [name, recordsIn(name)])),
  };
}

/** The longest id that is made; a text may be a single long word. */
const maxIdLength = 60;

/** Makes ids of the first words of texts, with a number if there is such an id already, be it that of a sample. */
function idMaker(): (text: string) => string {
  const taken = new Set((['summit', ...collectionNames] as const).map(firstIn));
  const counts = new Map<string, number>();
  return (text) => {
    const words = fold(text).match(/[a-z0-9]+/g) ?? [];
    const name = words.slice(0, 6).join('-').slice(0, maxIdLength).replace(/-$/, '') || 'record';
    let id = name;
    let count = counts.get(name) ?? 1;
    while (taken.has(id)) {
      count += 1;
      id = `${name}-${count}`;
    }
    counts.set(name, count);
    taken.add(id);
    return id;
  };
}

/** A dataset with what has been read off an article. */
function datasetFrom(read: ReadOff): object {
  const { title, titleEvidence, publisher, agency, dateline, language, days } = read;
  const makeId = idMaker();
  const countries = read.countries.map(({ name, code, aliases, evidence }) => {
    return { id: makeId(name), name, aliases, iso: code, role: 'mentioned', evidence };
  });
  const quotes = read.quotations.map(({ words, evidence }) => {
    return { id: makeId(words), words, evidence };
  });
  const [start, end] = days ?? [null, null];
  return datasetWith({
    source: [{ title, publisher, agency, dateline, language }],
    summit: [{ start, end, ...(titleEvidence.length > 0 && { evidence: titleEvidence }) }],
    ...(countries.length > 0 && { countries }),
    ...(quotes.length > 0 && { quotes }),
  });
}

export const newDataset = command({
  name: 'new',
  group: groups.datasets,
  summary: 'Print a small valid dataset, to start one of your own from.',
  operands: {
    article: operand('optional', 'an article to read off what needs no understanding', files),
  },
  options: {},
  ignores: ['data', 'color', 'width'],
  examples: () => [
    ['new > my.json', 'a file to fill in'],
    ['new article.txt > my.json', 'with the countries, quotations and credits of an article'],
    ['validate my.json', 'is it still valid?'],
    ['--data my.json', 'explore it'],
  ],
  more:
    'Off an article it reads title, credits, language, the countries named, the words in quotation marks, each ' +
    'with its evidence, and days from one to another; to be looked at like all else.',
  async run({ io, operands: { article: path }, print }) {
    let dataset = datasetWith({});
    if (path !== undefined) {
      const article = await readArticleFile(io, path);
      const { readOff } = await import('../evidence/read-off.ts');
      dataset = datasetFrom(readOff(article));
    }
    await print([`${safeJson(dataset, 2)}\n`]);
    return 0;
  },
});
