import type { Fact } from '../../contracts/listing.ts';
import type {
  Anchor,
  Choice,
  ExpectedValue,
  UncheckedValue,
  VerificationTarget,
} from '../../contracts/verification-target.ts';
import { groupBy } from '../../text/group-by.ts';
import { once } from '../../text/memoise.ts';
import { present } from '../../text/present.ts';
import { describe, fieldsIn } from '../schema/collections.ts';
import { type Dataset, entriesOf } from '../schema/dataset.ts';
import { anyCollection } from '../schema/field-schema.ts';
import { type Field, fieldsOf } from '../schema/fields.ts';
import { spellings } from '../schema/names.ts';
import { type Settled, source } from '../schema/records.ts';
import { type NameIndex, nameIndexOf } from './name-index.ts';

type Part = ExpectedValue | UncheckedValue;

/** The records that a record refers to, under the ids that they refer to themselves. */
type Members = ReadonlyMap<string, readonly Fact[]>;

/** Groups the records that a record refers to by those that they are there for, as Xi is for China. */
function membersOf(record: Fact, { links }: NameIndex): Members {
  const fellows = links.outgoing(record).map((id) => present(links.lookup.record(id)));
  const pairs = fellows.flatMap((one) => links.outgoing(one).map((id) => ({ id, one })));
  const groups = groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ one }) => one)]));
}

/** The spellings of a record; in a list also those of its members that are there for it. */
function referencePart(
  field: Field,
  id: string,
  { links }: NameIndex,
  members: () => Members,
): Part {
  const own = spellings(present(links.lookup.record(id)));
  const [value] = own;
  if (value === undefined)
    return { field: field.name, reason: 'refers to a record without a name' };
  const anyOf =
    field.kind === 'list' ? [...own, ...(members().get(id) ?? []).flatMap(spellings)] : own;
  return { field: field.name, value, expectation: { kind: 'phrase', anyOf } };
}

function amountPart(record: Fact, { name: field, schema }: Field): Part {
  const written = record[present(schema['x-written'])];
  const amount = Number(record[field]);
  if (typeof written !== 'string') return { field, reason: 'without its wording in the article' };
  return { field, value: String(amount), expectation: { kind: 'amount', amount, written } };
}

/** Why a field without a check cannot be borne out by a text. */
function reasonOf({ schema }: Field): string {
  if (schema.enum) return 'a classification by the dataset';
  if (schema['x-reference']) return 'a link between records';
  return 'added by the dataset';
}

/** Own words, with the countries that they name and the numbers that count what the record lists. */
function proseOf(
  text: string,
  record: Fact,
  check: 'prose' | 'statement' | 'question',
  { countries, allNames }: NameIndex,
): ExpectedValue['expectation'] {
  const named = countries.findAll(text);
  const lists = [record.leaders, record.countries, record.about].filter((list) =>
    Array.isArray(list),
  );
  return {
    kind: 'prose',
    text,
    purpose: check === 'prose' ? 'remark' : check,
    named,
    counts: [...lists.map(({ length }) => length), named.length],
    names: check === 'question' ? undefined : allNames,
  };
}

function textPart(value: string, record: Fact, field: Field, names: NameIndex): Part {
  const { name, schema } = field;
  const check = schema['x-check'];
  const expecting = (expectation: ExpectedValue['expectation']) => ({
    field: name,
    value,
    expectation,
  });
  switch (check) {
    case 'phrase':
      return expecting({ kind: 'phrase', anyOf: [value] });
    case 'quotation':
      return expecting({ kind: 'quotation', words: value });
    case 'words': {
      const anyOf = names.byName.get(value);
      return expecting(anyOf ? { kind: 'phrase', anyOf } : { kind: 'words', text: value });
    }
    case 'date':
      return expecting({ kind: 'date', date: value, years: names.years });
    case 'currency':
      return expecting({ kind: 'currency', code: value });
    case 'prose':
    case 'statement':
    case 'question':
      return expecting(proseOf(value, record, check, names));
    default:
      return { field: name, reason: reasonOf(field) };
  }
}

function partsOf(
  record: Fact,
  field: Field,
  names: NameIndex,
  members: () => Members,
): readonly Part[] {
  const value = record[field.name] ?? null;
  if (value === null || field.name === 'id' || field.kind === 'evidence') return [];
  const check = field.schema['x-check'];
  if (check === 'amount') return [amountPart(record, field)];
  const texts = [value].flat().map(String);
  return texts.map((text) =>
    check === 'reference'
      ? referencePart(field, text, names, members)
      : textPart(text, record, field, names),
  );
}

/** The ids that a record refers to: those that it is made of, and those that it is about. */
function linkedBy(
  record: Fact,
  fields: readonly Field[],
): Pick<VerificationTarget, 'parts' | 'about'> {
  const idsIn = (isAbout: boolean) =>
    fields
      .filter(({ schema: { 'x-reference': to } }) => to && (to === anyCollection) === isAbout)
      .flatMap(({ name }) => (record[name] ?? []) as string | readonly string[]);
  return { parts: idsIn(false), about: idsIn(true) };
}

/** The word that was chosen for a field, where it says something of the passages. */
function choiceIn(record: Fact, { name, schema }: Field): readonly Choice[] {
  const value = String(record[name]);
  const meaning = schema['x-means']?.[value];
  return meaning ? [{ field: name, value, meaning }] : [];
}

function verificationTargetOf(
  identity: Pick<VerificationTarget, 'collection' | 'id' | 'anchors' | 'covers'>,
  record: Fact,
  fields: readonly Field[],
  names: NameIndex,
  settled: readonly Settled[] = [],
): VerificationTarget {
  const members = once(() => membersOf(record, names));
  // Who asks for passages alone does not wait for what is expected of them.
  const parts = once(() => fields.flatMap((field) => partsOf(record, field, names, members)));
  const expected = once(() => parts().filter((part) => 'expectation' in part));
  const unchecked = once(() => parts().filter((part) => 'reason' in part));
  return {
    ...identity,
    get expected() {
      return expected();
    },
    get unchecked() {
      return unchecked();
    },
    spellings: spellings(record),
    ...linkedBy(record, fields),
    choices: fields.flatMap((field) => choiceIn(record, field)),
    settled,
  };
}

/** Every record of a dataset, and its source, as what an article is to bear out. */
export function verificationTargetsOf(dataset: Dataset): readonly VerificationTarget[] {
  const names = nameIndexOf(dataset);
  // Stryker disable next-line ArrayDeclaration: nothing asks for what is of no record.
  const settled = groupBy(dataset.settled ?? [], ({ record }) => record);
  const article = {
    collection: 'source',
    id: 'source',
    anchors: 'article',
    covers: false,
  } as const;
  const records = entriesOf(dataset).map(({ collection, record }) => {
    const anchors = record.evidence as readonly Anchor[];
    return verificationTargetOf(
      { collection, id: record.id, anchors, covers: !describe(collection).isSilence },
      record,
      fieldsIn(collection),
      names,
      settled.get(record.id),
    );
  });
  const ofSource = { id: article.id, ...dataset.source };
  return [verificationTargetOf(article, ofSource, fieldsOf(source), names), ...records];
}
