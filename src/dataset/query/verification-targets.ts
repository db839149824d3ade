import type { Fact } from '../../contracts/listing.ts';
import type {
  Anchor,
  ExpectedValue,
  UncheckedValue,
  VerificationTarget,
} from '../../contracts/verification-target.ts';
import { fold } from '../../text/fold.ts';
import { collectionNames, fieldsIn } from '../schema/collections.ts';
import { type Dataset, entriesOf, recordsOf } from '../schema/dataset.ts';
import { type Field, fieldsOf } from '../schema/fields.ts';
import { source } from '../schema/records.ts';
import { type Links, linksOf, spellings, wholeWords } from './links.ts';

/** What the fields of a dataset are checked with. */
interface NameIndex {
  readonly links: Links;
  /** The spellings of each country, with a pattern that finds any of them in a folded text. */
  readonly countries: readonly {
    readonly pattern: RegExp;
    readonly spelt: readonly string[];
    /** The same folded: a text that has none of them in it need not be matched. */
    readonly folded: readonly string[];
  }[];
  /** The spellings of whatever has aliases, by its name. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

function nameIndexOf(dataset: Dataset): NameIndex {
  const countries = recordsOf(dataset, 'countries').map(spellings);
  const named = collectionNames
    .filter((name) => fieldsIn(name).some((field) => field.name === 'aliases'))
    .flatMap((name) => recordsOf(dataset, name));
  return {
    links: linksOf(dataset),
    countries: countries.map((spelt) => ({
      pattern: wholeWords(spelt),
      spelt,
      folded: spelt.map((one) => fold(one).trim()),
    })),
    byName: new Map(
      named.flatMap((record) =>
        typeof record.name === 'string' ? [[record.name, spellings(record)] as const] : [],
      ),
    ),
  };
}

type Part = ExpectedValue | UncheckedValue;

function referencePart(field: string, id: string, { links }: NameIndex): Part {
  const entry = links.entry(id);
  const anyOf = entry ? spellings(entry.record) : [];
  if (anyOf.length === 0) return { field, reason: 'refers to a record without a name' };
  return { field, value: anyOf[0] ?? id, expectation: { kind: 'phrase', anyOf } };
}

function amountPart(record: Fact, { name: field, schema }: Field): Part {
  const written = record[schema['x-written'] ?? ''];
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

function textPart(value: string, field: Field, names: NameIndex): Part {
  const { name, schema } = field;
  const expecting = (expectation: ExpectedValue['expectation']) => ({
    field: name,
    value,
    expectation,
  });
  switch (schema['x-check']) {
    case 'phrase':
      return expecting({ kind: 'phrase', anyOf: [value] });
    case 'quotation':
      return expecting({ kind: 'quotation', words: value });
    case 'words': {
      const anyOf = names.byName.get(value);
      return expecting(anyOf ? { kind: 'phrase', anyOf } : { kind: 'words', text: value });
    }
    case 'date':
      return expecting({ kind: 'date', date: value });
    case 'currency':
      return expecting({ kind: 'currency', code: value });
    case 'prose': {
      const folded = fold(value);
      const named = names.countries.filter(
        (one) => one.folded.some((part) => folded.includes(part)) && one.pattern.test(folded),
      );
      return expecting({ kind: 'prose', text: value, named: named.map(({ spelt }) => spelt) });
    }
    default:
      return { field: name, reason: reasonOf(field) };
  }
}

function partsOf(record: Fact, field: Field, names: NameIndex): readonly Part[] {
  const value = record[field.name] ?? null;
  if (value === null || field.name === 'id' || field.kind === 'evidence') return [];
  const check = field.schema['x-check'];
  if (check === 'amount') return [amountPart(record, field)];
  const texts = [value].flat().map(String);
  return texts.map((text) =>
    check === 'reference' ? referencePart(field.name, text, names) : textPart(text, field, names),
  );
}

function verificationTargetOf(
  identity: Pick<VerificationTarget, 'collection' | 'id' | 'anchors'>,
  record: Fact,
  fields: readonly Field[],
  names: NameIndex,
): VerificationTarget {
  const parts = fields.flatMap((field) => partsOf(record, field, names));
  return {
    ...identity,
    expected: parts.filter((part): part is ExpectedValue => 'expectation' in part),
    unchecked: parts.filter((part): part is UncheckedValue => 'reason' in part),
  };
}

/** Every record of a dataset, and its source, as what an article is to bear out. */
export function verificationTargetsOf(dataset: Dataset): readonly VerificationTarget[] {
  const names = nameIndexOf(dataset);
  const article = { collection: 'source', id: 'source', anchors: 'article' } as const;
  const records = entriesOf(dataset).map(({ collection, record }) => {
    const anchors = record.evidence as readonly Anchor[];
    return verificationTargetOf(
      { collection, id: record.id, anchors },
      record,
      fieldsIn(collection),
      names,
    );
  });
  const ofSource = { id: 'source', ...dataset.source };
  return [verificationTargetOf(article, ofSource, fieldsOf(source), names), ...records];
}
