import { expect, it } from 'vitest';
import { formatReport } from '../../src/commands/verify-report.ts';
import type { Report } from '../../src/evidence/verify.ts';
import { createStyle } from '../../src/output/render-options.ts';

const page = {
  width: undefined,
  drawnWidth: undefined,
  isTerminal: false,
  style: createStyle(false),
  header: true,
  escapesFormulas: false,
};

const fieldCount = 10_000;
const fields = Array.from({ length: fieldCount }, (_, at) => ({
  collection: 'claims',
  id: `claim-${at}`,
  field: 'evidence[0]',
}));

/** Formats a report on many anchors, some parts of it given. */
const formatReportWith = (some: Partial<Report>): string => {
  const report: Report = {
    records: fieldCount,
    isDifferentArticle: false,
    anchors: { checked: fieldCount, passed: fieldCount },
    values: { checked: 0, passed: 0 },
    kinds: {},
    failures: [],
    warnings: [],
    reviewed: [],
    warningsChecked: true,
    notes: [],
    unchecked: [],
    ...some,
  };
  return formatReport({ report, verdict: 'passed', size: fieldCount, paraphrases: 0 }, page).join(
    '',
  );
};

it('prints each of very many notes on its own line', () => {
  const notes = fields.map((field, at) => ({ ...field, text: `is in paragraph ${at}` }));
  const text = formatReportWith({ notes });
  expect(text.split('\n').filter((line) => line.startsWith('! note'))).toHaveLength(fieldCount);
  expect(text).toContain('! note    is in paragraph 7: claim-7 evidence[0]\n');
});

it('prints very many failures with one cause once, with the first fields and the number of others', () => {
  const failures = fields.map((field) => ({
    ...field,
    expected: 'a boat',
    reason: 'not found' as const,
  }));
  const text = formatReportWith({ failures });
  expect(text.split('✗ failed')).toHaveLength(2);
  const [one, two, three] = [1, 2, 3].map((at) => `claims claim-${at} evidence[0]`);
  expect(text).toContain(` also ${one}, ${two}, ${three} and ${fieldCount - 4} more\n`);
});

it('prints the note on most anchors first, and equally frequent notes in their order', () => {
  const texts = ['one', 'two', 'three', 'two', 'two', 'two', 'two'];
  const notes = texts.map((text, at) => ({ collection: 'claims', id: `c${at}`, field: 'f', text }));
  const lines = formatReportWith({ notes }).split('\n');
  expect(lines.filter((line) => line.startsWith('!'))).toEqual([
    '! note    two: c1 f, c3 f, c4 f and 2 more',
    '! note    one: c0 f',
    '! note    three: c2 f',
  ]);
});
