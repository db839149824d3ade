import type { ComparedPair, Comparison } from '../dataset/query/compare.ts';
import { formatAnchor, readCell, summarise } from '../dataset/query/read.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import { type Listing, notStated } from '../model/listing.ts';
import type { Anchor, AnyRecord } from '../model/record.ts';
import { escapeUnsafe } from '../output/escape.ts';
import type { Format } from '../output/format.ts';
import { escapeMarkdown } from '../output/formats/markdown.ts';
import { formats } from '../output/formats.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { layOutRows, wrap } from '../output/text.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { formatCount } from '../text/format-count.ts';
import { countResults, listShownFields, resultTexts } from './compare-json.ts';

type Row = Readonly<Record<string, string>>;

/** Builds a listing of rows, with their keys as columns. */
function tabulateRows(rows: readonly Row[]): Listing {
  const records = rows.map((row, at): AnyRecord => ({ id: String(at), ...row }));
  return {
    columns: Object.keys(assertDefined(rows[0])).map((field) => ({
      field,
      align: 'left',
      isPinned: true,
      hasFreeItems: false,
    })),
    records,
    value: (record, field) => record[field] ?? null,
    read: (record, field) => ({ text: String(record[field]), missing: false }),
  };
}

const formatPassages = ({ evidence }: AnyRecord) =>
  (evidence as readonly Anchor[]).map(formatAnchor).join('; ') || 'no passage';

/** Lists the rows of a record: its fields, and the passages on which they rest. */
function listPairRows(
  pair: ComparedPair,
  { here, there }: Comparison,
  hasAll: boolean,
): readonly Row[] {
  const fields = listShownFields(pair, hasAll);
  if (fields.length === 0) return [];
  const { id } = pair.here;
  const addResult = (text: string) => (hasAll ? { result: text } : {});
  const rows = fields
    .filter(({ field }) => field.name !== 'id' && field.kind !== 'evidence')
    .map(({ field, result }) => ({
      id,
      field: field.name,
      here: readCell(pair.here, field, here).text,
      there: readCell(pair.there, field, there).text,
      ...addResult(resultTexts[result]),
    }));
  const ids = { id, field: 'id', here: id, there: pair.there.id, ...addResult('') };
  const passages = { here: formatPassages(pair.here), there: formatPassages(pair.there) };
  return [
    ...(id === pair.there.id ? [] : [ids]),
    ...rows,
    { id, field: 'passages', ...passages, ...addResult('') },
  ];
}

const listEntryRows = (entries: readonly Entry[], index: RecordIndex): readonly Row[] =>
  entries.map((entry) => ({
    collection: entry.collection,
    id: entry.record.id,
    summary: summarise(entry, index),
    passages: formatPassages(entry.record),
  }));

function listAnswerRows({ answers, here, there }: Comparison): readonly Row[] {
  return answers.map(({ gap, side, pair, field }) => {
    const [other, index] = side === 'here' ? [pair.there, there] : [pair.here, here];
    return {
      id: gap.id,
      side,
      question: String(gap.question),
      answer: `${field.name}: ${readCell(other, field, index).text}`,
      passages: formatPassages(other),
    };
  });
}

const listSourceRows = ({ sourceFields, here, there }: Comparison): readonly Row[] =>
  sourceFields.map((field) => {
    const read = ({ dataset: { source } }: RecordIndex) =>
      source[field as keyof typeof source] ?? notStated;
    return { field, here: read(here), there: read(there) };
  });

function listSections(
  comparison: Comparison,
  hasAll: boolean,
): readonly (readonly [heading: string, rows: readonly Row[]])[] {
  const { here, there, pairs, perhaps, unmatched } = comparison;
  const likeness = perhaps.flatMap(({ collection, ...both }) =>
    (['here', 'there'] as const).map((side) => ({
      collection,
      side,
      id: both[side].id,
      summary: summarise({ collection, record: both[side] }, comparison[side]),
      passages: formatPassages(both[side]),
    })),
  );
  return [
    [
      hasAll ? 'All fields' : 'What differs',
      pairs.flatMap((pair) => listPairRows(pair, comparison, hasAll)),
    ],
    ['What differs in the source', listSourceRows(comparison)],
    ['Perhaps the same (--same here=there settles it)', likeness],
    ['Gaps that the other perhaps answers', listAnswerRows(comparison)],
    ['Only here', listEntryRows(comparison.onlyHere, here)],
    ['Only there', listEntryRows(comparison.onlyThere, there)],
    ['Claims and gaps here, not matched', listEntryRows(unmatched.here, here)],
    ['Claims and gaps there, not matched', listEntryRows(unmatched.there, there)],
  ];
}

function listSummary(comparison: Comparison): readonly (readonly [string, string])[] {
  const { here, there, isVersion, origin } = comparison;
  const { agree, differ, onlyHere, onlyThere, perhaps } = countResults(comparison);
  const nameSource = ({ dataset: { source } }: RecordIndex) =>
    [source.title, source.publisher].filter((part) => part !== null).join(' · ');
  const counts = `${agree} agree, ${differ} differ, ${onlyHere} only here, ${onlyThere} only there`;
  return Object.entries({
    records: counts,
    perhaps: perhaps > 0 && `${formatCount(perhaps, 'pair')} perhaps the same`,
    here: nameSource(here),
    there: nameSource(there),
    source: isVersion && 'one article: these are two versions of its dataset',
    origin: origin !== undefined && `both credit ${origin}: they count as one origin, not two`,
  }).filter((line): line is [string, string] => line[1] !== false);
}

/** Yields the comparison for people: the summary, then a table for each section. */
export function* renderComparison(
  comparison: Comparison,
  format: 'table' | 'markdown',
  hasAll: boolean,
  page: RenderOptions,
): Generator<string> {
  const { style } = page;
  const isMarkdown = format === 'markdown';
  const { render }: Format = formats[format];
  const summary = listSummary(comparison);
  yield isMarkdown
    ? summary.map(([label, text]) => `- ${label}: ${escapeMarkdown(text)}\n`).join('')
    : layOutRows(
        summary.map(([label, text]) => [style.dim(label), escapeUnsafe(text)]),
        page,
      );
  for (const [heading, rows] of listSections(comparison, hasAll)) {
    if (rows.length === 0) continue;
    const lines = wrap(heading, page.width).map(style.heading);
    yield isMarkdown ? `\n## ${heading}\n\n` : `\n${lines.join('\n')}\n`;
    yield* render(tabulateRows(rows), page).pieces;
  }
}
