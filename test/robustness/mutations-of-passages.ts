import {
  exchangeLetters,
  type FieldContext,
  getSeed,
  listParagraphs,
  pick,
  type RawRecord,
  type Ways,
} from './mutations-context.ts';

type Anchors = readonly { readonly start: string; readonly end?: string }[];

/** Changes the anchors of a record. */
export function changeEvidence(value: Anchors, { record, unrelated, context }: FieldContext): Ways {
  const others = unrelated.filter((one) => listParagraphs(one).length > 0);
  const other = pick(others, getSeed(String(record.id)));
  const paragraphs = listParagraphs(record);
  return {
    'evidence of another record': value.length === 0 || other === undefined ? [] : [other.evidence],
    'the start of an anchor misspelt': value.map((anchor, at) =>
      value.with(at, { ...anchor, start: exchangeLetters(anchor.start) }),
    ),
    'the end of an anchor misspelt': value.flatMap((anchor, at) =>
      anchor.end === undefined
        ? []
        : [value.with(at, { ...anchor, end: exchangeLetters(anchor.end) })],
    ),
    'the paragraph before or after': value.flatMap((anchor, at) =>
      [-1, 1]
        .map((by) => (paragraphs[at] ?? 0) + by)
        .filter((paragraph) => paragraph >= 1 && paragraph <= context.paragraphs.length)
        .map((paragraph) => value.with(at, { ...anchor, paragraph } as typeof anchor)),
    ),
  };
}

/** Lists the sources that a file names: speakers, credits, and everyone with a name. */
const listSources = ({ context: { file, named } }: FieldContext): readonly string[] => {
  const credited = [...(file.talks ?? []), ...(file.deals ?? []), ...(file.claims ?? [])];
  const all = [
    ...credited.map(({ attribution }) => attribution),
    ...(file.quotes ?? []).map(({ speaker }) => speaker),
    ...named.map(({ name }) => name),
  ];
  return [...new Set(all.filter((one): one is string => typeof one === 'string'))];
};

const isSameSource = (one: string, other: string) =>
  one.toLowerCase().includes(other.toLowerCase()) ||
  other.toLowerCase().includes(one.toLowerCase());

/** Lists the other sources that a paragraph of the record names. */
function listOthers(value: string | null, place: FieldContext): readonly string[] {
  const { record, context } = place;
  const own = listParagraphs(record).map((paragraph) => context.paragraphs[paragraph - 1] ?? '');
  return listSources(place)
    .filter((one) => value === null || !isSameSource(one, value))
    .filter((one) => own.some((text) => text.includes(one)));
}

const sourceFields = ['publisher', 'agency', 'author', 'dateline'];

/** Changes the source of a statement, or the credits of the article. */
export function changeSource(value: string | null, place: FieldContext): Ways {
  const { collection, field, context } = place;
  if (collection === 'source' && sourceFields.includes(field.name)) {
    const source: RawRecord = context.file.source;
    const others = sourceFields
      .map((name) => source[name])
      .filter((one) => typeof one === 'string' && one !== value);
    return { 'another field of the source': [...others, ...context.names] };
  }
  if (field.name !== 'attribution' && field.name !== 'speaker') return {};
  const others = listOthers(value, place);
  if (value === null) return { 'a source where there is none': others };
  return { 'another source of the paragraph': others, 'no source': [null] };
}
