import type { Report, ReviewItem } from '../evidence/verify.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { escapeMarkdown } from '../output/formats/markdown.ts';
import type { RenderOptions } from '../output/render-options.ts';
import { joinSideBySide } from '../output/text.ts';
import { UserError } from '../system/user-error.ts';
import { groupBy } from '../text/group-by.ts';
import { formatCount, reasonTexts } from './verify-report.ts';

/** Returns the items with their warnings. */
function attachWarnings(items: readonly ReviewItem[], { warnings }: Report) {
  const byId = groupBy(warnings, ({ id }) => id);
  return items.map((item) => ({
    ...item,
    warnings: (byId.get(item.id) ?? []).filter(({ field }) => field === item.field),
  }));
}

/** Formats the passages of an item, then the anchors without a passage. */
function formatPassages({ passages, missing }: ReviewItem): readonly string[] {
  const found = passages.map(({ paragraph, text }) => `¶${paragraph} ${text}`);
  const lost = missing.map(({ paragraph, start, end, reason }) => {
    const words = end === undefined ? start : `${start} … ${end}`;
    return `¶${paragraph} ${reasonTexts[reason]}: ${words}`;
  });
  const all = [...found, ...lost];
  return all.length > 0 ? all : ['no passage'];
}

/** Formats each paraphrase with the passages of its record, side by side if there is room. */
export function* formatReview(
  items: readonly ReviewItem[],
  report: Report,
  page: RenderOptions,
): Generator<string> {
  const { style } = page;
  for (const { warnings, ...item } of attachWarnings(items, report)) {
    const { collection, id, field, value } = item;
    const right = formatPassages(item).map(escapeUnsafe).join('\n');
    const doubts = warnings.map(
      ({ text, rule }) => `${style.warn(`? ${escapeUnsafe(text)} (${rule})`)}\n`,
    );
    const head = `${style.dim(collection)} ${style.id(id)} ${style.heading(field)}\n`;
    yield `${head}${joinSideBySide(escapeUnsafe(value), right, page)}${doubts.join('')}\n`;
  }
  yield `${formatCount(items.length, 'value')} paraphrased, to be reviewed\n`;
}

/** Formats the same review as a Markdown task list. */
export function* formatReviewAsMarkdown(
  items: readonly ReviewItem[],
  report: Report,
): Generator<string> {
  for (const { warnings, ...item } of attachWarnings(items, report)) {
    const { collection, id, field, value } = item;
    const quoted = formatPassages(item).map((text) => `  > ${escapeMarkdown(text)}\n`);
    const doubts = warnings.map(
      ({ text, rule }) => `  - **review:** ${escapeMarkdown(text)} (${rule})\n`,
    );
    const head = `- [ ] **${collection} ${id}**, ${field}: ${escapeMarkdown(value)}`;
    yield `${head}\n\n${quoted.join('  >\n')}\n${doubts.join('')}`;
  }
  yield `${formatCount(items.length, 'value')} paraphrased, to be reviewed\n`;
}

/**
 * Builds the error for a verdict with exit status 1, which a review does not show.
 * @param command command line that lists the failures or warnings
 */
export function explainVerdict(
  result: 'failed' | 'warned' | 'another article',
  { anchors, values, warnings }: Report,
  command: string,
): UserError {
  const fail = (message: string, hint: string) =>
    new UserError(message, { status: 1, hint: `${command}${hint}` });
  if (result === 'another article') {
    const found = `${anchors.passed} of ${formatCount(anchors.checked, 'anchor')} found`;
    return fail(
      `this does not appear to be the article behind this dataset: ${found}, nothing else was checked`,
      ' --all checks it anyway',
    );
  }
  const formatListHint = (count: number) => ` lists ${count === 1 ? 'it' : 'them'}`;
  if (result === 'warned') {
    const { length } = warnings;
    return fail(`failed (--strict): ${formatCount(length, 'warning')}`, formatListHint(length));
  }
  const lost = [[anchors, 'anchor'] as const, [values, 'value'] as const]
    .map(([{ checked, passed }, noun]) => ({
      count: checked - passed,
      of: formatCount(checked, noun),
    }))
    .filter(({ count }) => count > 0);
  return fail(
    `failed: the article does not support ${lost.map(({ count, of }) => `${count} of ${of}`).join(' and ')}`,
    formatListHint(lost.reduce((sum, { count }) => sum + count, 0)),
  );
}
