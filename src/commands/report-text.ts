import { nameFields } from '../dataset/schema/names.ts';
import type { Discrepancy, FieldOfRecord, Report, Verdict } from '../evidence/report.ts';
import { visible } from '../output/escape.ts';
import { labelled } from '../output/labelled.ts';
import type { Page } from '../output/page.ts';
import { groupBy } from '../text/group-by.ts';

export const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Groups items by a text of theirs, the largest group first. */
function groupByText<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly (readonly [text: string, group: readonly Item[]])[] {
  return [...groupBy(items, textOf)].sort(([, one], [, other]) => other.length - one.length);
}

/** What each reason says to a reader. */
export const reasons = {
  'not found': 'not found',
  ambiguous: 'stands in several places',
  'outside its passages': 'not in the passages of this record',
  'not as written': 'not what the wording says',
} as const satisfies Readonly<Record<Discrepancy['reason'], string>>;

function placeText({ collection, id, field }: FieldOfRecord, { style }: Page): string {
  const record = collection === id ? style.id(id) : `${collection} ${style.id(id)}`;
  return `${record} ${field}`;
}

/** What was looked for in vain, told once for all the fields that want it. */
function discrepancyText(same: readonly Discrepancy[], page: Page): string {
  const [first, ...others] = same;
  if (!first) return '';
  const { expected, reason, nearest, places = 0, paragraphs = [] } = first;
  const more = places > paragraphs.length ? ` and ${places - paragraphs.length} more` : '';
  const place = places > 0 ? `, in paragraphs ${paragraphs.join(', ')}${more}` : '';
  const what = `${placeText(first, page)}: ${visible(expected)}, ${reasons[reason]}${place}`;
  const near = nearest && `nearest in ¶${nearest.paragraph}: ${visible(nearest.difference)}`;
  const also = others.length > 0 && `also ${others.map((one) => placeText(one, page)).join(', ')}`;
  const lines = [what, ...(near ? [near] : []), ...(also ? [also] : [])].join('\n');
  return labelled(page.style.bad('✗ failed'), lines, 8, page);
}

const isName = ({ field }: FieldOfRecord): boolean => nameFields.some((name) => name === field);

function failuresText({ failures }: Report, page: Page): readonly string[] {
  // A wrong name fails wherever it is referred to as well; the record that has it is to be corrected.
  const names = failures.filter(isName);
  const others = failures.filter((failure) => !isName(failure));
  const causes = groupBy([...names, ...others], ({ reason, expected }) => `${reason} ${expected}`);
  return [...causes.values()].map((same) => discrepancyText(same, page));
}

function noteText(text: string, fields: readonly FieldOfRecord[], page: Page): string {
  const most = 3;
  const more = fields.length > most ? ` and ${fields.length - most} more` : '';
  const first = fields.slice(0, most).map(({ id, field }) => `${id} ${field}`);
  return labelled(
    page.style.pending('! note'),
    `${visible(text)}: ${first.join(', ')}${more}`,
    8,
    page,
  );
}

const notesText = ({ notes }: Report, page: Page): readonly string[] =>
  groupByText(notes, ({ text }) => text).map(([text, fields]) => noteText(text, fields, page));

/** What may be wrong, each by the rule that says so. */
function warningsText({ warnings }: Report, page: Page): readonly string[] {
  return warnings.map((warning) => {
    const text = `${placeText(warning, page)}: ${visible(warning.text)} (${warning.rule})`;
    return labelled(page.style.pending('? look'), text, 8, page);
  });
}

const verdicts = {
  held: 'held: the article supports all that could be checked',
  warned: 'not held: the article supports all that could be checked, but there are warnings',
  failed: 'failed: the article does not support all that could be checked',
  'another article':
    'failed: this is not the article that the dataset was drawn from; --all tells all the same',
  'nothing checked': 'nothing checked',
} as const satisfies Readonly<Record<Verdict, string>>;

/** What values are checked as, in words. */
const kinds = {
  phrase: 'word for word',
  quotation: 'as quotations',
  words: 'word by word',
  date: 'as days',
  amount: 'as amounts',
  currency: 'as currencies',
  prose: 'own words by their numbers, names and quotations',
} as const satisfies Readonly<Record<keyof Report['kinds'], string>>;

function warningsSum({ warnings, reviewed, warningsChecked }: Report): string {
  if (!warningsChecked) return 'none: there are no words to go by for this language';
  const { length } = warnings;
  return reviewed.length > 0 ? `${length}, and ${reviewed.length} settled` : `${length}`;
}

/** A report with what the command adds to it. */
interface Whole {
  readonly report: Report;
  readonly result: Verdict;
  /** How many records the dataset has, its summit and source not counted. */
  readonly size: number;
  /** How many values no rule can judge. */
  readonly ownWords: number;
}

function sumText({ report, size, ownWords }: Whole, page: Page): string {
  const { anchors, values, unchecked } = report;
  const held = ({ checked, held: good }: Report['anchors'], one: string) =>
    `${good} of ${counted(checked, one)}`;
  const how = Object.entries(report.kinds).map(
    ([kind, { checked }]) => `\n${checked} ${kinds[kind as keyof Report['kinds']]}`,
  );
  const causes = groupByText(unchecked, ({ reason }) => reason);
  const why = causes.map(([reason, { length }]) => `\n${length} ${reason}`);
  const lines = [
    ['checked', `${counted(size, 'record')}, the summit and the source`],
    ['held', `${held(anchors, 'anchor')}, ${held(values, 'value')}${how.join('')}`],
    ['not checked', `${counted(unchecked.length, 'value')}${why.join('')}`],
    ['warnings', warningsSum(report)],
    [
      'to judge',
      `${counted(ownWords, 'value')} in own words, whose sense a reader sees with --review`,
    ],
  ] as const;
  return lines.map(([label, value]) => labelled(page.style.faint(label), value, 11, page)).join('');
}

function verdictText(result: Verdict, { style, ...page }: Page): string {
  const paint = result === 'held' ? style.good : style.bad;
  return labelled(style.faint('verdict'), paint(verdicts[result]), 11, { ...page, style });
}

/** A report as it is read: the verdict, what does not hold, what is worth a look, the totals. */
export function reportText(whole: Whole, page: Page): readonly string[] {
  const { report, result } = whole;
  if (result === 'another article') {
    const { held, checked } = report.anchors;
    return [
      verdictText(result, page),
      labelled('', `${held} of ${counted(checked, 'anchor')} found`, 11, page),
    ];
  }
  return [
    verdictText(result, page),
    ...failuresText(report, page),
    ...warningsText(report, page),
    ...notesText(report, page),
    sumText(whole, page),
  ];
}
