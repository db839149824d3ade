import {
  type CollectionName,
  collectionNames,
  getFields,
} from '../../src/dataset/schema/collections.ts';
import { type Field, listChoices } from '../../src/dataset/schema/fields.ts';

type Loose = Readonly<Record<string, unknown>>;
type File = { readonly summit: Loose } & Readonly<
  Partial<Record<CollectionName, readonly Loose[]>>
>;

/** A dataset with one wrong value. */
export interface Mutation {
  /** What has been done to it. */
  readonly way: string;
  readonly record: string;
  readonly field: string;
  readonly value: unknown;
  readonly file: unknown;
}

type Ways = Readonly<Record<string, readonly unknown[]>>;

/** What a record is changed with: all of its file, and the words of what the file is drawn from. */
interface Context {
  readonly file: File;
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** One of several by a number, so that each run has the same. */
const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % items.length];

/** A number that depends on a text alone. */
const seedOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);

function otherDays(day: string): readonly string[] {
  const parts = day.split('-').map(Number);
  return parts.map((part, at) => {
    const most = [9999, 12, 28][at] ?? 28;
    const other = part >= most ? part - 1 : part + 1;
    return parts
      .with(at, other)
      .map((one, place) => String(one).padStart(place === 0 ? 4 : 2, '0'))
      .join('-');
  });
}

const negations: readonly (readonly [RegExp, string])[] = [
  [/\b(is|are|was|were|has|have|had|will|would|can|could) (?!not\b)/, '$1 not '],
  [/\b(\w+)s (a|an|the|of|to|for|in)\b/, 'fails to $1 $2'],
  [/^(\p{L}+)/u, 'Nobody says that $1'],
  [/[.]?$/, ', which it has refused.'],
  [/[.]?$/, ' without any of it being so.'],
];

/** Words and what says the contrary. */
const opposites: readonly (readonly [string, string])[] = [
  ['first', 'last'],
  ['adds force to', 'takes force from'],
  ['is over', 'goes on'],
  ['more', 'less'],
  ['widen', 'narrow'],
  ['willing', 'unwilling'],
  ['lead', 'follow'],
  ['rival', 'ally'],
  ['under', 'free of'],
  ['stepped-up', 'reduced'],
  ['received', 'turned away'],
  ['before', 'after'],
  ['old', 'new'],
  ['closes', 'opens'],
  ['opened', 'closed'],
  ['down', 'up'],
  ['agreed', 'declined'],
  ['empty', 'full'],
  ['possible', 'impossible'],
  ['key', 'minor'],
  ['great', 'small'],
  ['vast', 'tiny'],
];

function negated(text: string): readonly string[] {
  const without = text.replace(/\b(no|not|nobody|neither|never|without) /i, '');
  if (without !== text) return [without];
  return negations.map(([from, to]) => text.replace(from, to)).filter((one) => one !== text);
}

function opposed(text: string): readonly string[] {
  return opposites
    .flatMap(([left, right]) => [
      text.replace(new RegExp(`\\b${left}\\b`, 'i'), right),
      text.replace(new RegExp(`\\b${right}\\b`, 'i'), left),
    ])
    .filter((one) => one !== text)
    .slice(0, 1);
}

/** The text with one name of the file in another one's place. */
function renamed(text: string, { names }: Context): readonly string[] {
  const own = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return own.slice(0, 2).flatMap((name, at) => {
    const others = names.filter((one) => !own.includes(one) && !one.includes(name));
    const other = pick(others, seedOf(text) + at);
    return other === undefined ? [] : [text.replace(name, other)];
  });
}

const ended = (text: string, more: string) => `${text.replace(/[.]?$/, '')} ${more}.`;

function prose(text: string, field: Field, others: readonly string[], context: Context): Ways {
  const isStatement = field.name !== 'note';
  return {
    'a number inserted': [ended(text, 'of 47')],
    'a name inserted': [ended(text, 'with Marlund')],
    'a name replaced': renamed(text, context),
    ...(isStatement && {
      'a statement negated': negated(text),
      'a word replaced by its opposite': opposed(text),
      'a statement from another record': others.slice(0, 1),
    }),
  };
}

/** A text with two letters of its longest word exchanged. */
function misspelt(text: string): string {
  const [word = ''] = [...(text.match(/\p{L}+/gu) ?? [])].sort((a, b) => b.length - a.length);
  const at = word.split('').findIndex((letter, place) => place > 0 && letter !== word[place + 1]);
  const slip = `${word.slice(0, at)}${word[at + 1] ?? 'x'}${word[at]}${word.slice(at + 2)}`;
  return text.replace(word, slip);
}

function texts(text: string, others: readonly string[], { words }: Context): Ways {
  const parts = text.split(' ');
  const other = pick(words, seedOf(text)) ?? '';
  const at = seedOf(text) % parts.length;
  return {
    'text from another record': others.slice(0, 1),
    'a word replaced': other === parts[at] ? [] : [parts.with(at, other).join(' ')],
    'a word misspelt': [misspelt(text)],
  };
}

function references(
  id: string,
  ids: readonly string[],
  used: readonly string[],
): readonly string[] {
  const other = pick(
    ids.filter((one) => !used.includes(one)),
    seedOf(id),
  );
  return other === undefined ? [] : [other];
}

function targetsOf({ schema }: Field, { file }: Context): readonly string[] {
  const collection = schema['x-reference'] as CollectionName | 'any';
  const among = collection === 'any' ? collectionNames : [collection];
  return among.flatMap((name) => (file[name] ?? []).map(({ id }) => String(id)));
}

/** The paragraphs of the passages of a record. */
const paragraphsOf = ({ evidence = [] }: Loose): readonly number[] =>
  (evidence as readonly { readonly paragraph: number }[]).map(({ paragraph }) => paragraph);

/** What a value is changed with: its record, and those that are drawn from elsewhere. */
interface Place {
  readonly record: Loose;
  readonly field: Field;
  readonly away: readonly Loose[];
  readonly context: Context;
}

function waysOfReference(value: unknown, { record, field, context }: Place): Ways {
  const ids = targetsOf(field, context);
  if (!Array.isArray(value)) {
    return {
      'a reference replaced': references(String(value), ids, [String(value)]),
      'an id misspelt': [misspelt(String(value))],
    };
  }
  const used = [...value, String(record.id)];
  return {
    'an id misspelt': value.map((id: string, at) => value.with(at, misspelt(id))),
    'a reference replaced in a list': value.flatMap((id: string, at) =>
      references(id, ids, used).map((other) => value.with(at, other)),
    ),
    // One more thing that a statement is about need not be wrong.
    'an extra reference in a list':
      field.name === 'about'
        ? []
        : references(`${record.id}`, ids, used).map((other) => [...value, other]),
  };
}

function waysOfEvidence(
  value: readonly { readonly start: string; readonly end?: string }[],
  { record, away }: Place,
): Ways {
  const others = away.filter((one) => paragraphsOf(one).length > 0);
  const other = pick(others, seedOf(String(record.id)));
  return {
    'evidence of another record': value.length === 0 || other === undefined ? [] : [other.evidence],
    'the start of an anchor misspelt': value.map((anchor, at) =>
      value.with(at, { ...anchor, start: misspelt(anchor.start) }),
    ),
    'the end of an anchor misspelt': value.flatMap((anchor, at) =>
      anchor.end === undefined ? [] : [value.with(at, { ...anchor, end: misspelt(anchor.end) })],
    ),
  };
}

function waysOfDay(day: string): Ways {
  const [year, month, date] = otherDays(day);
  return {
    'another year': [year],
    'another month': month === undefined ? [] : [month],
    'another day': date === undefined ? [] : [date],
  };
}

function waysOfText(value: string, { field, away, context }: Place): Ways {
  const others = away
    .map((one) => one[field.name])
    .filter((one): one is string => typeof one === 'string' && one !== value);
  switch (field.schema['x-check']) {
    case undefined:
    case 'question':
      return {};
    case 'currency':
      return { 'another currency': ['INR'] };
    case 'prose':
    case 'statement':
      return prose(value, field, others, context);
    default:
      return texts(value, others, context);
  }
}

/** The wrong values that may stand in a field, by the way in which they are wrong. */
function waysOf(place: Place): Ways {
  const { record, field, context } = place;
  const value = record[field.name] ?? null;
  const choices = listChoices(field.schema);
  if (field.name === 'id' || value === null) return {};
  if (choices) return { 'another valid choice': choices.filter((one) => one !== value) };
  if (field.schema['x-reference'] !== undefined) return waysOfReference(value, place);
  switch (field.kind) {
    case 'evidence':
      return waysOfEvidence(value as readonly { readonly start: string }[], place);
    case 'date':
      return waysOfDay(String(value));
    case 'number':
      return { 'another amount': [Number(value) * 10, Number(value) + 1] };
    case 'list': {
      const other = pick(context.words, seedOf(`${record.id}`));
      return { 'an extra name in a list': [[...(value as readonly string[]), other]] };
    }
    default:
      // A code of two letters is added by the dataset.
      return field.name === 'iso' ? { 'another code': ['SE'] } : waysOfText(String(value), place);
  }
}

/** The mutations of a record, one for each field and way. */
function* mutationsIn(collection: string, place: Omit<Place, 'field'>): Generator<Mutation> {
  const { record, context } = place;
  for (const field of getFields(collection as CollectionName)) {
    for (const [way, values] of Object.entries(waysOf({ ...place, field }))) {
      const value = pick(values, seedOf(`${record.id} ${field.name} ${way}`));
      if (value === undefined) continue;
      const file = withValue(context.file, collection, record.id, field.name, value);
      yield { way, record: String(record.id), field: field.name, value, file };
    }
  }
}

/** The file with a value in a field of a record. */
function withValue(
  file: File,
  collection: string,
  id: unknown,
  field: string,
  value: unknown,
): unknown {
  if (collection === 'summit') return { ...file, summit: { ...file.summit, [field]: value } };
  const records = file[collection as CollectionName] ?? [];
  return {
    ...file,
    [collection]: records.map((one) => (one.id === id ? { ...one, [field]: value } : one)),
  };
}

/** Each field of each record changed in each way that its type allows, one at a time. */
export function* mutationsOf(file: File, article: string): Generator<Mutation> {
  const named = [...(file.leaders ?? []), ...(file.countries ?? [])];
  const context: Context = {
    file,
    names: named.map(({ name }) => name).filter((name) => typeof name === 'string'),
    words: article.match(/\p{L}{5,}/gu) ?? [],
  };
  const lists = [
    ['summit', [file.summit]] as const,
    ...collectionNames.map((name) => [name, file[name] ?? []] as const),
  ];
  for (const [collection, records] of lists) {
    for (const [at, record] of records.entries()) {
      // The next record is the first that a value is borrowed from; what shares a paragraph may be as true.
      const mine = paragraphsOf(record);
      const away = [...records.slice(at + 1), ...records.slice(0, at)].filter(
        (one) => !paragraphsOf(one).some((paragraph) => mine.includes(paragraph)),
      );
      yield* mutationsIn(collection, { record, away, context });
    }
  }
}
