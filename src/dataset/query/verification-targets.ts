import type {
  Choice,
  ExpectedValue,
  UncheckedValue,
  VerificationTarget,
} from '../../model/assertion.ts';
import type { Anchor, AnyRecord } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { once } from '../../text/memoise.ts';
import { describeCollection, getFields } from '../schema/collections.ts';
import { type Dataset, listEntries } from '../schema/dataset.ts';
import { anyCollection, type Field, listFields } from '../schema/fields.ts';
import { listNames } from '../schema/names.ts';
import { type Settled, source } from '../schema/records.ts';
import { buildNameIndex, type NameIndex } from './name-index.ts';

type ValuePart = ExpectedValue | UncheckedValue;

/** Records that a record refers to, by the ids that they refer to in turn. */
type Members = ReadonlyMap<string, readonly AnyRecord[]>;

/** Groups the records that a record refers to by the ids that they refer to in turn, such as Xi by China. */
function listMembers(record: AnyRecord, { links }: NameIndex): Members {
  const fellows = links.listTargets(record.id).map((id) => assertDefined(links.record(id)));
  const pairs = fellows.flatMap((one) => links.listTargets(one.id).map((id) => ({ id, one })));
  const groups = groupBy(pairs, ({ id }) => id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ one }) => one)]));
}

/** Expects a name of the referenced record. In a list, the name of one of its members will do, such as Xi for China. */
function buildReferencePart(
  field: Field,
  id: string,
  { links }: NameIndex,
  members: () => Members,
): ValuePart {
  const own = listNames(assertDefined(links.record(id)));
  const [value] = own;
  if (value === undefined) return { field: field.name, reason: 'references to unnamed records' };
  const alternatives =
    field.kind === 'list' ? [...own, ...(members().get(id) ?? []).flatMap(listNames)] : own;
  return { field: field.name, value, expectation: { kind: 'phrase', alternatives } };
}

function buildAmountPart(record: AnyRecord, { name: field, schema }: Field): ValuePart {
  const written = record[assertDefined(schema['x-written'])];
  const amount = Number(record[field]);
  if (typeof written !== 'string') return { field, reason: 'without its wording in the article' };
  return { field, value: String(amount), expectation: { kind: 'amount', amount, written } };
}

/** Explains why a field without a check cannot be verified. */
function explainUnchecked({ schema }: Field): string {
  if (schema.enum) return 'classifications';
  if (schema['x-reference']) return 'links between records';
  return 'added by the dataset';
}

/**
 * Builds the expectation for a paraphrase, with the countries that it names and the numbers that count what the record
 * lists.
 */
function buildProse(
  text: string,
  record: AnyRecord,
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

function buildTextPart(
  value: string,
  record: AnyRecord,
  field: Field,
  names: NameIndex,
): ValuePart {
  const { name, schema } = field;
  const check = schema['x-check'];
  const expectValue = (expectation: ExpectedValue['expectation']) => ({
    field: name,
    value,
    expectation,
  });
  switch (check) {
    case 'phrase':
      return expectValue({ kind: 'phrase', alternatives: [value] });
    case 'quotation':
      return expectValue({ kind: 'quotation', words: value });
    case 'words': {
      const alternatives = names.byName.get(value);
      return expectValue(
        alternatives ? { kind: 'phrase', alternatives } : { kind: 'words', text: value },
      );
    }
    case 'date':
      return expectValue({ kind: 'date', date: value, years: names.years });
    case 'currency':
      return expectValue({ kind: 'currency', code: value });
    case 'prose':
    case 'statement':
    case 'question':
      return expectValue(buildProse(value, record, check, names));
    default:
      return { field: name, reason: explainUnchecked(field) };
  }
}

function buildParts(
  record: AnyRecord,
  field: Field,
  names: NameIndex,
  members: () => Members,
): readonly ValuePart[] {
  const value = record[field.name] ?? null;
  if (value === null || field.name === 'id' || field.kind === 'evidence') return [];
  const check = field.schema['x-check'];
  if (check === 'amount') return [buildAmountPart(record, field)];
  const texts = [value].flat().map(String);
  return texts.map((text) =>
    check === 'reference'
      ? buildReferencePart(field, text, names, members)
      : buildTextPart(text, record, field, names),
  );
}

/** Lists the ids that a record refers to: its parts, and the records that it is about. */
function listLinks(
  record: AnyRecord,
  fields: readonly Field[],
): Pick<VerificationTarget, 'parts' | 'about'> {
  const listIds = (isAbout: boolean) =>
    fields
      .filter(({ schema: { 'x-reference': to } }) => to && (to === anyCollection) === isAbout)
      .flatMap(({ name }) => (record[name] ?? []) as string | readonly string[]);
  return { parts: listIds(false), about: listIds(true) };
}

/** Returns the choice of a field, if its schema gives the chosen word a meaning. */
function listChoices(record: AnyRecord, { name, schema }: Field): readonly Choice[] {
  const value = String(record[name]);
  const meaning = schema['x-means']?.[value];
  return meaning ? [{ field: name, value, meaning }] : [];
}

function buildTarget(
  identity: Pick<VerificationTarget, 'collection' | 'id' | 'anchors' | 'countsForCoverage'>,
  record: AnyRecord,
  fields: readonly Field[],
  names: NameIndex,
  settled: readonly Settled[] = [],
): VerificationTarget {
  const getMembers = once(() => listMembers(record, names));
  // Built on first use, because passages can be located without expected values.
  const parts = once(() => fields.flatMap((field) => buildParts(record, field, names, getMembers)));
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
    names: listNames(record),
    ...listLinks(record, fields),
    choices: fields.flatMap((field) => listChoices(record, field)),
    settled,
  };
}

/** Builds the verification targets of a dataset: its source, then every record. */
export function buildVerificationTargets(dataset: Dataset): readonly VerificationTarget[] {
  const names = buildNameIndex(dataset);
  const settled = groupBy(dataset.settled ?? [], ({ record }) => record);
  const article = {
    collection: 'source',
    id: 'source',
    anchors: 'article',
    countsForCoverage: false,
  } as const;
  const records = listEntries(dataset).map(({ collection, record }) => {
    const anchors = record.evidence as readonly Anchor[];
    return buildTarget(
      {
        collection,
        id: record.id,
        anchors,
        countsForCoverage: !describeCollection(collection).excludeFromCoverage,
      },
      record,
      getFields(collection),
      names,
      settled.get(record.id),
    );
  });
  const ofSource = { id: article.id, ...dataset.source };
  return [buildTarget(article, ofSource, listFields(source), names), ...records];
}
