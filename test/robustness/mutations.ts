import {
  type CollectionName,
  collectionNames,
  getFields,
} from '../../src/dataset/schema/collections.ts';
import { type Field, listChoices, listFields } from '../../src/dataset/schema/fields.ts';
import { source } from '../../src/dataset/schema/records.ts';
import {
  type Context,
  exchangeLetters,
  type FieldContext,
  getSeed,
  listParagraphs,
  type MutatedFile,
  pick,
  type RawRecord,
  type Ways,
} from './mutations-context.ts';
import { changeMeaning, changeQuestion } from './mutations-of-meaning.ts';
import { changeEvidence, changeSource } from './mutations-of-passages.ts';

/**
 * Sorts of mistakes: a `slip`, such as a misspelt name, is found by construction; a mistake in the `structure` is
 * another value of the right type; one in the `meaning` is in a paraphrase.
 */
export type Sort = 'slip' | 'structure' | 'meaning';

/** Sort of each way in which a value may be wrong. */
export const sorts = {
  'a word replaced': 'slip',
  'a word misspelt': 'slip',
  'an extra name in a list': 'slip',
  'an id misspelt': 'slip',
  'another year': 'slip',
  'a number inserted': 'slip',
  'a name inserted': 'slip',
  'the start of an anchor misspelt': 'slip',
  'the end of an anchor misspelt': 'slip',
  'another status': 'structure',
  'another kind': 'structure',
  'another role': 'structure',
  'another valid choice': 'structure',
  'another month': 'structure',
  'another day': 'structure',
  'another amount': 'structure',
  'another currency': 'structure',
  'another code': 'structure',
  'another name for a country': 'structure',
  'an alias of another record': 'structure',
  'text from another record': 'structure',
  'a reference replaced': 'structure',
  'a reference replaced in a list': 'structure',
  'an extra reference in a list': 'structure',
  'about another record': 'structure',
  'evidence of another record': 'structure',
  'the paragraph before or after': 'structure',
  'another source of the paragraph': 'structure',
  'no source': 'structure',
  'a source where there is none': 'structure',
  'another field of the source': 'structure',
  'a name replaced': 'meaning',
  'two names exchanged': 'meaning',
  'a statement negated': 'meaning',
  'a word replaced by its opposite': 'meaning',
  'a statement from another record': 'meaning',
  'another quantity': 'meaning',
  'another certainty': 'meaning',
  'another time': 'meaning',
  'a detail invented': 'meaning',
  'a number in words invented': 'meaning',
  'a question with an answer': 'meaning',
} as const satisfies Readonly<Record<string, Sort>>;

export type Way = keyof typeof sorts;

/** Dataset with one wrong value. */
export interface Mutation {
  /** Kind of change, as in the table of the guide. */
  readonly way: Way;
  readonly record: string;
  readonly field: string;
  readonly value: unknown;
  readonly file: unknown;
}

function listOtherDays(day: string): readonly string[] {
  const parts = day.split('-').map(Number);
  return parts.map((part, at) => {
    const max = [9999, 12, 28][at] ?? 28;
    const other = part >= max ? part - 1 : part + 1;
    return parts
      .with(at, other)
      .map((one, place) => String(one).padStart(place === 0 ? 4 : 2, '0'))
      .join('-');
  });
}

function changeDay(day: string): Ways {
  const [year, month, date] = listOtherDays(day);
  return {
    'another year': [year],
    'another month': month === undefined ? [] : [month],
    'another day': date === undefined ? [] : [date],
  };
}

function changeChoice(value: string, field: Field): Ways {
  const others = (listChoices(field.schema) ?? []).filter((one) => one !== value);
  const named = ['status', 'kind', 'role'].find((name) => name === field.name);
  return { [named ? `another ${named}` : 'another valid choice']: others };
}

function changeText(text: string, others: readonly string[], { words }: Context): Ways {
  const parts = text.split(' ');
  const other = pick(words, getSeed(text)) ?? '';
  const at = getSeed(text) % parts.length;
  return {
    'text from another record': others.slice(0, 1),
    'a word replaced': other === parts[at] ? [] : [parts.with(at, other).join(' ')],
    'a word misspelt': [exchangeLetters(text)],
  };
}

const pickReference = (
  id: string,
  ids: readonly string[],
  used: readonly string[],
): readonly string[] =>
  [
    pick(
      ids.filter((one) => !used.includes(one)),
      getSeed(id),
    ),
  ].filter((one) => one !== undefined);

function listTargets({ schema }: Field, { file }: Context): readonly string[] {
  const collection = schema['x-reference'] as CollectionName | 'any';
  const among = collection === 'any' ? collectionNames : [collection];
  return among.flatMap((name) => (file[name] ?? []).map(({ id }) => String(id)));
}

function changeReference(value: unknown, { record, field, context }: FieldContext): Ways {
  const ids = listTargets(field, context);
  if (!Array.isArray(value)) {
    return {
      'a reference replaced': pickReference(String(value), ids, [String(value)]),
      'an id misspelt': [exchangeLetters(String(value))],
    };
  }
  const used = [...value, String(record.id)];
  const isAbout = field.name === 'about';
  return {
    'an id misspelt': value.map((id: string, at) => value.with(at, exchangeLetters(id))),
    [isAbout ? 'about another record' : 'a reference replaced in a list']: value.flatMap(
      (id: string, at) => pickReference(id, ids, used).map((other) => value.with(at, other)),
    ),
    // A statement may truly be about one more record.
    'an extra reference in a list': isAbout
      ? []
      : pickReference(`${record.id}`, ids, used).map((other) => [...value, other]),
  };
}

function changeNames(value: readonly string[], { record, context }: FieldContext): Ways {
  const isOther = ({ id, name }: RawRecord) => id !== record.id && typeof name === 'string';
  const others = context.named.filter(isOther).map(({ name }) => String(name));
  const seed = getSeed(`${record.id}`);
  return {
    'an extra name in a list': [[...value, pick(context.words, seed)]],
    'an alias of another record': others.length === 0 ? [] : [[...value, pick(others, seed)]],
  };
}

function changeWords(value: string, place: FieldContext): Ways {
  const { field, unrelated, context } = place;
  const others = unrelated
    .map((one) => one[field.name])
    .filter((one): one is string => typeof one === 'string' && one !== value);
  switch (field.schema['x-check']) {
    case undefined:
      return {};
    case 'currency':
      return { 'another currency': ['INR', 'EUR', 'USD'].filter((code) => code !== value) };
    case 'prose':
    case 'statement':
      return changeMeaning(value, others, place);
    case 'question':
      return changeQuestion(value, place);
    default:
      return { ...changeText(value, others, context), ...changeSource(value, place) };
  }
}

/** Lists the wrong values of a field, by the way in which they are wrong. */
function changeValue(place: FieldContext): Ways {
  const { record, field } = place;
  const value = record[field.name] ?? null;
  if (field.name === 'id') return {};
  if (value === null) return changeSource(null, place);
  if (listChoices(field.schema)) return changeChoice(String(value), field);
  if (field.schema['x-reference'] !== undefined) return changeReference(value, place);
  switch (field.kind) {
    case 'evidence':
      return changeEvidence(value as readonly { readonly start: string }[], place);
    case 'date':
      return changeDay(String(value));
    case 'number':
      return { 'another amount': [Number(value) * 10, Number(value) + 1] };
    case 'list':
      return changeNames(value as readonly string[], place);
    default:
      // Two-letter codes are added by the dataset.
      return field.name === 'iso'
        ? { 'another code': [pick(['SE', 'PE', 'KE'], getSeed(String(record.id)))] }
        : changeWords(String(value), place);
  }
}

/** Gives a country the name of one that the article does not mention. */
const changeCountry = (collection: string, { record, field }: FieldContext): Ways =>
  collection === 'countries' && field.name === 'name' && record.iso
    ? { 'another name for a country': ['Sweden', 'Peru', 'Kenya'] }
    : {};

/** Sets a field of a record in a file. */
function setValue(
  file: MutatedFile,
  collection: string,
  id: unknown,
  field: string,
  value: unknown,
): unknown {
  if (collection === 'summit' || collection === 'source') {
    return { ...file, [collection]: { ...file[collection], [field]: value } };
  }
  const records = file[collection as CollectionName] ?? [];
  return {
    ...file,
    [collection]: records.map((one) => (one.id === id ? { ...one, [field]: value } : one)),
  };
}

/** Yields the mutations of a record, one for each field and way. */
function* mutateRecord(
  collection: string,
  record: RawRecord,
  place: Omit<FieldContext, 'record' | 'field'>,
) {
  const { context } = place;
  const fields =
    collection === 'source' ? listFields(source) : getFields(collection as CollectionName);
  for (const field of fields) {
    const here = { ...place, record, field };
    const ways = { ...changeValue(here), ...changeCountry(collection, here) };
    for (const [way, values] of Object.entries(ways)) {
      const value = pick(values, getSeed(`${record.id} ${field.name} ${way}`));
      if (value === undefined) continue;
      const file = setValue(context.file, collection, record.id, field.name, value);
      const id = String(record.id ?? collection);
      yield { way: way as Way, record: id, field: field.name, value, file } satisfies Mutation;
    }
  }
}

/** Changes each field of each record in each way that its type allows, one at a time. */
export function* listMutations(
  file: MutatedFile,
  paragraphs: readonly string[],
): Generator<Mutation> {
  const named = [...(file.leaders ?? []), ...(file.countries ?? [])];
  const context: Context = {
    file,
    paragraphs,
    named: [...named, ...(file.organizations ?? [])],
    names: named.map(({ name }) => name).filter((name) => typeof name === 'string'),
    words: paragraphs.join('\n').match(/\p{L}{5,}/gu) ?? [],
  };
  yield* mutateRecord('source', file.source, { collection: 'source', unrelated: [], context });
  const lists = [
    ['summit', [file.summit]] as const,
    ...collectionNames.map((name) => [name, file[name] ?? []] as const),
  ];
  for (const [collection, records] of lists) {
    for (const [at, record] of records.entries()) {
      // Values are borrowed from the next records first. A record with a passage in the same paragraph may be just as
      // true.
      const mine = listParagraphs(record);
      const unrelated = [...records.slice(at + 1), ...records.slice(0, at)].filter(
        (one) => !listParagraphs(one).some((paragraph) => mine.includes(paragraph)),
      );
      yield* mutateRecord(collection, record, { collection, unrelated, context });
    }
  }
}
