import { nameFields } from '../dataset/schema/names.ts';
import { kindTexts } from '../evidence/check.ts';
import type { Failure, Report, Verdict } from '../evidence/verify.ts';
import type { FieldOfRecord } from '../model/assertion.ts';
import { escapeUnsafe } from '../output/escape.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { layOutLabelled } from '../output/text.ts';
import { groupBy } from '../text/group-by.ts';

export const formatCount = (count: number, one: string) =>
  `${count} ${one}${count === 1 ? '' : 's'}`;

/** Groups items by a text, largest group first. */
function groupByText<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly (readonly [text: string, group: readonly Item[]])[] {
  return [...groupBy(items, textOf)].sort(([, one], [, other]) => other.length - one.length);
}

/** Text printed for each reason. */
export const reasonTexts = {
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

/** Lists the first of some fields, and says how many more there are. */
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

/** Formats all failures with the same cause as one. */
function formatFailure(same: readonly Failure[], page: RenderOptions): string {
  const [first, ...others] = same;
  if (!first) return '';
  const { expected, reason, nearest } = first;
  const lines = [
    `${formatField(first, page)}: ${escapeUnsafe(expected)}, ${reasonTexts[reason]}${formatPlaces(first)}`,
    ...(nearest ? [`nearest in ¶${nearest.paragraph}: ${escapeUnsafe(nearest.difference)}`] : []),
    ...(others.length > 0 ? [`also ${listFields(others, (one) => formatField(one, page))}`] : []),
  ].join('\n');
  return layOutLabelled(page.style.bad('✗ failed'), lines, 8, page);
}

const isName = ({ field }: FieldOfRecord): boolean => nameFields.some((name) => name === field);

function formatFailures({ failures }: Report, page: RenderOptions): readonly string[] {
  // Wrong names also fail in the records that refer to them. The record with the name comes first, because it is the
  // one to correct.
  const names = failures.filter(isName);
  const others = failures.filter((failure) => !isName(failure));
  const causes = groupBy([...names, ...others], ({ reason, expected }) => `${reason} ${expected}`);
  return [...causes.values()].map((same) => formatFailure(same, page));
}

const formatNotes = ({ notes }: Report, page: RenderOptions): readonly string[] =>
  groupByText(notes, ({ text }) => text).map(([text, fields]) => {
    const listed = listFields(fields, ({ id, field }) => `${id} ${field}`);
    return layOutLabelled(page.style.warn('! note'), `${escapeUnsafe(text)}: ${listed}`, 8, page);
  });

/** Formats the warnings, each with the name of its rule. */
function formatWarnings({ warnings }: Report, page: RenderOptions): readonly string[] {
  return warnings.map((warning) => {
    const text = `${formatField(warning, page)}: ${escapeUnsafe(warning.text)} (${warning.rule})`;
    return layOutLabelled(page.style.warn('? review'), text, 8, page);
  });
}

const verdictTexts = {
  passed: 'passed: the article supports everything that could be checked',
  warned:
    'failed (--strict): the article supports everything that could be checked, but there are warnings',
  failed: 'failed: the article does not support everything that was checked',
  'another article':
    'failed: this does not appear to be the article behind this dataset (--all checks it anyway)',
  'nothing checked': 'nothing checked',
} as const satisfies Readonly<Record<Verdict, string>>;

function countWarnings({ warnings, reviewed, warningsChecked }: Report): string {
  if (!warningsChecked) return 'not checked: no word lists for this language';
  const { length } = warnings;
  return reviewed.length > 0 ? `${length}, and ${reviewed.length} reviewed` : `${length}`;
}

/** Report with its verdict and further counts. */
interface VerifyResult {
  readonly report: Report;
  readonly result: Verdict;
  /** Number of records, without the summit and the source. */
  readonly size: number;
  /** Number of paraphrases, which no rule can judge. */
  readonly ownWords: number;
}

function formatTotals({ report, size, ownWords }: VerifyResult, page: RenderOptions): string {
  const { anchors, values, unchecked } = report;
  const formatTally = ({ checked, passed: good }: Report['anchors'], one: string) =>
    `${good} of ${formatCount(checked, one)}`;
  const how = Object.entries(report.kinds).map(
    ([kind, { checked }]) => `\n${checked} ${kindTexts[kind as keyof typeof kindTexts]}`,
  );
  const causes = groupByText(unchecked, ({ reason }) => reason);
  const why = causes.map(([reason, { length }]) => `\n${length} ${reason}`);
  const lines = [
    ['checked', `${formatCount(size, 'record')}, the summit and the source`],
    ['passed', `${formatTally(anchors, 'anchor')}, ${formatTally(values, 'value')}${how.join('')}`],
    ['not checked', `${formatCount(unchecked.length, 'value')}${why.join('')}`],
    ['warnings', countWarnings(report)],
    ['to review', `${formatCount(ownWords, 'paraphrase')} (see --review)`],
  ] as const;
  return lines
    .map(([label, value]) => layOutLabelled(page.style.dim(label), value, 11, page))
    .join('');
}

function formatVerdict(result: Verdict, { style, ...page }: RenderOptions): string {
  const paint = result === 'passed' ? style.good : style.bad;
  return layOutLabelled(style.dim('verdict'), paint(verdictTexts[result]), 11, { ...page, style });
}

/** Formats a report for people: verdict, failures, warnings, notes and totals. */
export function formatReport(whole: VerifyResult, page: RenderOptions): readonly string[] {
  const { report, result } = whole;
  if (result === 'another article') {
    const { passed, checked } = report.anchors;
    return [
      formatVerdict(result, page),
      layOutLabelled('', `${passed} of ${formatCount(checked, 'anchor')} found`, 11, page),
    ];
  }
  return [
    formatVerdict(result, page),
    ...formatFailures(report, page),
    ...formatWarnings(report, page),
    ...formatNotes(report, page),
    formatTotals(whole, page),
  ];
}
