import { nameFields } from '../dataset/schema/names.ts';
import type { Failure, Report, ReviewItem, Verdict } from '../evidence/verify.ts';
import { type FieldOfRecord, kindTexts } from '../model/assertion.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { escapeMarkdown } from '../output/formats/markdown.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { joinSideBySide, layOutLabelled, layOutRows } from '../output/text.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { formatCount } from '../text/format-count.ts';
import { groupBy } from '../text/group-by.ts';
import { formatAnchorWords } from './passages.ts';

export const formatTally = ({ checked, passed }: Report['anchors'], one: string) =>
  `${passed} of ${formatCount(checked, one)}`;

/** Groups items by a text, largest group first. */
const groupByText = <Item>(items: readonly Item[], getText: (item: Item) => string) =>
  [...groupBy(items, getText)].sort(([, one], [, other]) => other.length - one.length);

const reasonTexts = {
  'not found': 'not found',
  ambiguous: 'occurs in several places',
  'outside its passages': 'not in the passages of this record',
  'not as written': 'does not match the wording',
} as const satisfies Readonly<Record<Failure['reason'], string>>;

function formatField({ collection, id, field }: FieldOfRecord, { style }: RenderOptions): string {
  const record = collection === id ? style.id(id) : `${collection} ${style.id(id)}`;
  return `${record} ${field}`;
}

/** Maximum number of fields listed for one cause. */
const maxListedFields = 3;

function listFields<Field>(fields: readonly Field[], format: (field: Field) => string): string {
  const more = fields.length - maxListedFields;
  const listed = fields.slice(0, maxListedFields).map(format).join(', ');
  return more > 0 ? `${listed} and ${more} more` : listed;
}

/** Says in which paragraphs an ambiguous anchor occurs, each of them once. */
function formatPlaces({ places = 0, paragraphs = [] }: Failure): string {
  if (places === 0) return '';
  const numbers = [...new Set(paragraphs)];
  const noun = numbers.length === paragraphs.length ? '' : ' places';
  const more = places > paragraphs.length ? ` and ${places - paragraphs.length} more${noun}` : '';
  return `, in paragraph${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}${more}`;
}

/** Says what was expected of a field, and why it failed. */
export const describeFailure = (failure: Failure): string =>
  `${failure.expected}, ${reasonTexts[failure.reason]}${formatPlaces(failure)}`;

export const describeWarning = ({ text, rule }: Report['warnings'][number]) => `${text} (${rule})`;

export const findingLabels = { failed: '✗ failed', review: '? review', note: '! note' } as const;

/** Formats failures with the same cause as one. */
function formatFailure([first, ...others]: readonly Failure[], page: RenderOptions): string {
  const failure = assertDefined(first);
  const { nearest } = failure;
  return [
    `${formatField(failure, page)}: ${escapeUnsafe(describeFailure(failure))}`,
    ...(nearest ? [`nearest in ¶${nearest.paragraph}: ${escapeUnsafe(nearest.difference)}`] : []),
    ...(others.length > 0 ? [`also ${listFields(others, (one) => formatField(one, page))}`] : []),
  ].join('\n');
}

/** Formats the failures, the warnings and the notes. Failures or notes with the same cause are one. */
function formatFindings({ failures, warnings, notes }: Report, page: RenderOptions) {
  const { bad, warn } = page.style;
  const isName = ({ field }: Failure) => nameFields.some((name) => name === field);
  // Wrong names also fail in the records that refer to them. The record with the name comes first, because it is the
  // one to correct.
  const sorted = failures.toSorted((one, other) => Number(isName(other)) - Number(isName(one)));
  const causes = groupBy(sorted, ({ reason, expected }) => `${reason} ${expected}`);
  const layOut = (label: string, text: string) => layOutLabelled(label, text, 8, page);
  return [
    ...Array.from(causes.values(), (same) =>
      layOut(bad(findingLabels.failed), formatFailure(same, page)),
    ),
    ...warnings.map((warning) => {
      const text = `${formatField(warning, page)}: ${escapeUnsafe(describeWarning(warning))}`;
      return layOut(warn(findingLabels.review), text);
    }),
    ...groupByText(notes, ({ text }) => text).map(([text, fields]) => {
      const listed = listFields(fields, ({ id, field }) => `${id} ${field}`);
      return layOut(warn(findingLabels.note), `${escapeUnsafe(text)}: ${listed}`);
    }),
  ];
}

export const verdictTexts = {
  passed: 'passed: the article supports everything that could be checked',
  warned:
    'failed (--strict): the article supports everything that could be checked, but there are warnings',
  failed: 'failed: the article does not support everything that was checked',
  'another article':
    'failed: this does not appear to be the article behind this dataset (--all checks it anyway)',
  'nothing checked': 'nothing checked',
} as const satisfies Readonly<Record<Verdict, string>>;

/** Report with its verdict and further counts. */
export interface VerifyResult {
  readonly report: Report;
  readonly verdict: Verdict;
  /** Number of records, without the summit and the source. */
  readonly size: number;
  /** Number of paraphrases, which no rule can judge. */
  readonly paraphrases: number;
}

/** Lists the totals of a report, each with its label and its lines. */
export function listTotals({ report, size, paraphrases }: Omit<VerifyResult, 'verdict'>) {
  const { anchors, values, unchecked, warnings, reviewed } = report;
  const kinds = Object.entries(report.kinds).map(
    ([kind, { checked }]) => `${checked} ${kindTexts[kind as keyof typeof kindTexts]}`,
  );
  const causes = groupByText(unchecked, ({ reason }) => reason).map(
    ([reason, { length }]) => `${length} ${reason}`,
  );
  const others = reviewed.length > 0 ? `, and ${reviewed.length} reviewed` : '';
  const warningCount = report.warningsChecked
    ? `${warnings.length}${others}`
    : 'not checked: no word lists for this language';
  const passed = `${formatTally(anchors, 'anchor')}, ${formatTally(values, 'value')}`;
  return [
    ['checked', [`${formatCount(size, 'record')}, the summit and the source`]],
    ['passed', [passed, ...kinds]],
    ['not checked', [formatCount(unchecked.length, 'value'), ...causes]],
    ['warnings', [warningCount]],
    ['to review', [`${formatCount(paraphrases, 'paraphrase')} (see --review)`]],
  ] as const;
}

/** Formats a report for people: verdict, failures, warnings, notes and totals. */
export function formatReport(result: VerifyResult, page: RenderOptions): readonly string[] {
  const { report, verdict } = result;
  const { style } = page;
  const paint = verdict === 'passed' ? style.good : style.bad;
  const first = layOutLabelled(style.dim('verdict'), paint(verdictTexts[verdict]), 11, page);
  if (verdict === 'another article') {
    const found = `${formatTally(report.anchors, 'anchor')} found`;
    return [first, layOutLabelled('', found, 11, page)];
  }
  const totals = listTotals(result).map(
    ([label, lines]) => [style.dim(label), lines.join('\n')] as const,
  );
  return [first, ...formatFindings(report, page), layOutRows(totals, page)];
}

/** Lists the passages of an item, then the anchors without a passage. */
function listPassages({ passages, missing }: ReviewItem): readonly string[] {
  const found = passages.map(({ paragraph, text }) => `¶${paragraph} ${text}`);
  const lost = missing.map(
    (one) => `¶${one.paragraph} ${reasonTexts[one.reason]}: ${formatAnchorWords(one)}`,
  );
  const all = [...found, ...lost];
  return all.length > 0 ? all : ['no passage'];
}

/** Formats a paraphrase with the passages of its record, side by side if there is room. */
function formatItem(item: ReviewItem, warnings: Report['warnings'], page: RenderOptions): string {
  const { style } = page;
  const head = `${style.dim(item.collection)} ${style.id(item.id)} ${style.heading(item.field)}\n`;
  const passages = listPassages(item).map(escapeUnsafe).join('\n');
  const doubts = warnings.map(
    (one) => `${style.warn(`? ${escapeUnsafe(describeWarning(one))}`)}\n`,
  );
  return `${head}${joinSideBySide(escapeUnsafe(item.value), passages, page)}${doubts.join('')}\n`;
}

/** Formats a paraphrase as an item of a Markdown task list. */
function formatTask(item: ReviewItem, warnings: Report['warnings']): string {
  const { collection, id, field, value } = item;
  const head = `- [ ] **${collection} ${id}**, ${field}: ${escapeMarkdown(value)}`;
  const passages = listPassages(item).map((text) => `  > ${escapeMarkdown(text)}\n`);
  const doubts = warnings.map((one) => `  - **review:** ${escapeMarkdown(describeWarning(one))}\n`);
  return `${head}\n\n${passages.join('  >\n')}\n${doubts.join('')}`;
}

/** Formats the paraphrases for review, with their passages and warnings, for people or as Markdown. */
export function* formatReview(
  items: readonly ReviewItem[],
  { warnings }: Report,
  page: RenderOptions,
  isMarkdown: boolean,
): Generator<string> {
  const byField = groupBy(warnings, ({ id, field }) => `${id} ${field}`);
  const format = isMarkdown ? formatTask : formatItem;
  for (const item of items) yield format(item, byField.get(`${item.id} ${item.field}`) ?? [], page);
  yield `${formatCount(items.length, 'paraphrase')} to review\n`;
}
