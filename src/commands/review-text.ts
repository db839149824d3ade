import type { Report } from '../evidence/report.ts';
import type { ReviewItem } from '../evidence/review.ts';
import { beside } from '../output/beside.ts';
import { visible } from '../output/escape.ts';
import type { Page } from '../output/page.ts';
import { groupBy } from '../text/group-by.ts';
import { counted } from './report-text.ts';

/** The items with their warnings. */
function withWarnings(items: readonly ReviewItem[], { warnings }: Report) {
  const byId = groupBy(warnings, ({ id }) => id);
  return items.map((item) => ({
    ...item,
    warnings: (byId.get(item.id) ?? []).filter(({ field }) => field === item.field),
  }));
}

/** The values in own words, each beside the passages of its record: side by side where there is room. */
export function reviewText(
  items: readonly ReviewItem[],
  report: Report,
  page: Page,
): readonly string[] {
  const { style } = page;
  const texts = withWarnings(items, report).map(
    ({ collection, id, field, value, passages, warnings }) => {
      const said = passages.map(({ paragraph, text }) => `¶${paragraph} ${visible(text)}`);
      const right = said.length > 0 ? said.join('\n') : 'no passage';
      const doubts = warnings.map(
        ({ text, rule }) => `${style.pending(`? ${visible(text)} (${rule})`)}\n`,
      );
      const head = `${style.faint(collection)} ${style.id(id)} ${style.head(field)}\n`;
      return `${head}${beside(visible(value), right, page)}${doubts.join('')}\n`;
    },
  );
  return [...texts, `${counted(items.length, 'value')} in own words to be judged\n`];
}

const escaped = (text: string) => visible(text).replace(/[\\`*_<>[\]#|]/g, '\\$&');

/** The same as a list in Markdown, to be printed and ticked off. */
export function reviewMarkdown(items: readonly ReviewItem[], report: Report): readonly string[] {
  const texts = withWarnings(items, report).map(
    ({ collection, id, field, value, passages, warnings }) => {
      const said = passages.map(({ paragraph, text }) => `  > ¶${paragraph} ${escaped(text)}\n`);
      const doubts = warnings.map(({ text, rule }) => `  - **look:** ${escaped(text)} (${rule})\n`);
      const quoted = said.length > 0 ? said.join('  >\n') : '  > no passage\n';
      return `- [ ] **${collection} ${id}**, ${field}: ${escaped(value)}\n\n${quoted}\n${doubts.join('')}`;
    },
  );
  return [...texts, `${counted(items.length, 'value')} in own words to be judged\n`];
}
