import { type Discrepancy, type Report, verdict } from '../evidence/report.ts';
import { safeJson, visible } from '../output/escape.ts';
import { labelled } from '../output/labelled.ts';
import type { Page } from '../output/page.ts';
import { Failure } from '../system/failure.ts';
import { fileName } from '../system/read.ts';
import { openCase, operands, options } from './check-article.ts';
import { command, groups } from './command.ts';

const statuses = { held: 0, failed: 1, 'nothing checked': 2 } as const;

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
  'no passage found': 'not looked for, as no anchor of this record was found',
  'not as written': 'not what the wording says',
} as const satisfies Readonly<Record<Discrepancy['reason'], string>>;

function discrepancyText(discrepancy: Discrepancy, page: Page): string {
  const { collection, id, field, expected, reason, nearest, paragraphs } = discrepancy;
  const { style } = page;
  const place = paragraphs ? `, in paragraphs ${paragraphs.join(', ')}` : '';
  const record = collection === id ? style.id(id) : `${collection} ${style.id(id)}`;
  const what = `${record} ${field}: ${visible(expected)}, ${reasons[reason]}${place}`;
  const near = nearest && `nearest in ¶${nearest.paragraph}: ${visible(nearest.difference)}`;
  const lines = [what, ...(near ? [near] : [])].join('\n');
  return labelled(style.bad('✗ failed'), lines, 8, page);
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

const verdicts = {
  held: 'held: the article supports all that could be checked',
  failed: 'failed: the article does not support all that could be checked',
  'nothing checked': 'nothing checked',
} as const;

function sumText(report: Report, size: number, page: Page): string {
  const { anchors, values, unchecked } = report;
  const held = ({ checked, held: good }: Report['anchors'], one: string) =>
    `${good} of ${counted(checked, one)}`;
  const causes = countEach(unchecked.map(({ reason }) => reason));
  const why = causes.map(([reason, count]) => `\n${count} ${reason}`);
  const lines = [
    ['checked', `${counted(size, 'record')}, the summit and the source`],
    ['held', `${held(anchors, 'anchor')}, ${held(values, 'value')}`],
    ['not checked', `${counted(unchecked.length, 'value')}${why.join('')}`],
    ['verdict', verdicts[verdict(report)]],
  ] as const;
  return lines.map(([label, value]) => labelled(page.style.faint(label), value, 11, page)).join('');
}

export const verify = command({
  name: 'verify',
  group: groups.checking,
  summary: 'Check every place and every value of the dataset against a copy of the article.',
  operands,
  options,
  examples: () => [
    ['verify article.txt', 'what does not hold, with the nearest passage; then the totals'],
    ['verify saved-page.html && echo proven', 'the answer is in the exit status'],
    ['verify article.txt -f json | jq .failures', 'the report for a program'],
  ],
  more: 'Exits with 0 if all that could be checked holds, 1 if not, 2 if nothing could be checked.',
  async run(call) {
    const { page, print } = call;
    const { article, targets, size, language } = await openCase(call);
    const { verifyTargets } = await import('../evidence/verify.ts');
    const report = verifyTargets(article, targets, language);
    const result = verdict(report);
    if (call.options.format === 'json') {
      await print([`${safeJson({ verdict: result, ...report, records: size }, 2)}\n`]);
    } else {
      await print(report.failures.map((one) => discrepancyText(one, page)));
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
