import {
  type Discrepancy,
  type FieldOfRecord,
  type Report,
  type Verdict,
  verdict,
} from '../evidence/report.ts';
import { flagOption } from '../options/option.ts';
import { safeJson, visible } from '../output/escape.ts';
import { labelled } from '../output/labelled.ts';
import type { Page } from '../output/page.ts';
import { Failure } from '../system/failure.ts';
import { fileName } from '../system/read.ts';
import { openCase, operands, options } from './check-article.ts';
import { command, groups } from './command.ts';

const statuses = {
  held: 0,
  failed: 1,
  warned: 1,
  'another article': 1,
  'nothing checked': 2,
} as const satisfies Readonly<Record<Verdict, number>>;

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** How many times each text stands in a list, the most frequent first. */
function countEach(texts: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left);
}

/** What each reason says to a reader. */
const reasons = {
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
  const { expected, reason, nearest, paragraphs } = first;
  const place = paragraphs ? `, in paragraphs ${paragraphs.join(', ')}` : '';
  const what = `${placeText(first, page)}: ${visible(expected)}, ${reasons[reason]}${place}`;
  const near = nearest && `nearest in ¶${nearest.paragraph}: ${visible(nearest.difference)}`;
  const also = others.length > 0 && `also ${others.map((one) => placeText(one, page)).join(', ')}`;
  const lines = [what, ...(near ? [near] : []), ...(also ? [also] : [])].join('\n');
  return labelled(page.style.bad('✗ failed'), lines, 8, page);
}

function failuresText({ failures }: Report, page: Page): readonly string[] {
  const causes = new Map<string, Discrepancy[]>();
  for (const failure of failures) {
    const cause = `${failure.reason} ${failure.expected}`;
    causes.set(cause, [...(causes.get(cause) ?? []), failure]);
  }
  return [...causes.values()].map((same) => discrepancyText(same, page));
}

function noteText(text: string, fields: readonly string[], page: Page): string {
  const most = 3;
  const more = fields.length > most ? ` and ${fields.length - most} more` : '';
  const places = `${fields.slice(0, most).join(', ')}${more}`;
  return labelled(page.style.pending('! note'), `${visible(text)}: ${places}`, 8, page);
}

function notesText({ notes }: Report, page: Page): readonly string[] {
  return countEach(notes.map(({ text }) => text)).map(([text]) => {
    const fields = notes.filter((note) => note.text === text);
    return noteText(
      text,
      fields.map(({ id, field }) => `${id} ${field}`),
      page,
    );
  });
}

/** What may be wrong, each by the rule that says so. */
function warningsText({ warnings }: Report, page: Page): readonly string[] {
  return (warnings?.open ?? []).map((warning) => {
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

function warningsSum({ warnings }: Report): string {
  if (!warnings) return 'none: there are no words to go by for this language';
  const { open, settled } = warnings;
  return settled.length > 0 ? `${open.length}, and ${settled.length} settled` : `${open.length}`;
}

function sumText(report: Report, size: number, page: Page): string {
  const { anchors, values, unchecked } = report;
  const held = ({ checked, held: good }: Report['anchors'], one: string) =>
    `${good} of ${counted(checked, one)}`;
  const how = Object.entries(report.kinds).map(
    ([kind, { checked }]) => `\n${checked} ${kinds[kind as keyof Report['kinds']]}`,
  );
  const causes = countEach(unchecked.map(({ reason }) => reason));
  const why = causes.map(([reason, count]) => `\n${count} ${reason}`);
  const lines = [
    ['checked', `${counted(size, 'record')}, the summit and the source`],
    ['held', `${held(anchors, 'anchor')}, ${held(values, 'value')}${how.join('')}`],
    ['not checked', `${counted(unchecked.length, 'value')}${why.join('')}`],
    ['warnings', warningsSum(report)],
  ] as const;
  return lines.map(([label, value]) => labelled(page.style.faint(label), value, 11, page)).join('');
}

function verdictText(result: Verdict, { style, ...page }: Page): string {
  const paint = result === 'held' ? style.good : style.bad;
  return labelled(style.faint('verdict'), paint(verdicts[result]), 11, { ...page, style });
}

export const verify = command({
  name: 'verify',
  group: groups.checking,
  summary: 'Check every place and every value of the dataset against a copy of the article.',
  operands,
  options: {
    ...options,
    all: flagOption('--all', 'go on where it is another article'),
    strict: flagOption('--strict', 'count warnings as failures'),
  },
  examples: () => [
    ['verify article.txt', 'the verdict, what does not hold, with the nearest passage; the totals'],
    ['verify saved-page.html && echo proven', 'the answer is in the exit status'],
    ['verify article.txt -f json | jq .failures', 'the report for a program'],
  ],
  more:
    'What cannot be found for one and the same reason is told once. It looks for words, not for sense; what ' +
    'may be wrong by its words is marked to be looked at, and settled in the dataset where it is right. ' +
    'Exits with 0 if all that could be checked holds, 1 if not, 2 if nothing could be checked.',
  async run(call) {
    const { page, print } = call;
    const { article, targets, size, language } = await openCase(call);
    const { verifyTargets } = await import('../evidence/verify.ts');
    const report = verifyTargets(article, targets, language, call.options.all);
    const result = verdict(report, call.options.strict);
    if (call.options.format === 'json') {
      await print([`${safeJson({ verdict: result, ...report, records: size }, 2)}\n`]);
    } else if (result === 'another article') {
      const { held, checked } = report.anchors;
      const found = `${held} of ${counted(checked, 'anchor')} found`;
      await print([verdictText(result, page), labelled('', found, 11, page)]);
    } else {
      await print([verdictText(result, page)]);
      await print(failuresText(report, page));
      await print(warningsText(report, page));
      await print(notesText(report, page));
      await print([sumText(report, size, page)]);
    }
    if (result === 'nothing checked') {
      const name = fileName(call.operands.article);
      throw new Failure(`nothing in the dataset could be checked against ${name}`);
    }
    return statuses[result];
  },
});
