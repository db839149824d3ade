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

const many = 10_000;
const fields = Array.from({ length: many }, (_, at) => ({
  collection: 'claims',
  id: `claim-${at}`,
  field: 'evidence[0]',
}));

/** The report on many anchors with something in it. */
const textWith = (some: Partial<Report>): string => {
  const report: Report = {
    records: many,
    isDifferentArticle: false,
    anchors: { checked: many, passed: many },
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
  return formatReport({ report, verdict: 'passed', size: many, paraphrases: 0 }, page).join('');
};

it('gives each of very many notes its own line', () => {
  const notes = fields.map((field, at) => ({ ...field, text: `is in paragraph ${at}` }));
  const text = textWith({ notes });
  expect(text.split('\n').filter((line) => line.startsWith('! note'))).toHaveLength(many);
  expect(text).toContain('! note    is in paragraph 7: claim-7 evidence[0]\n');
});

it('gives one reason for very many failures once, with the first of their fields and their number', () => {
  const failures = fields.map((field) => ({
    ...field,
    expected: 'a boat',
    reason: 'not found' as const,
  }));
  const text = textWith({ failures });
  expect(text.split('✗ failed')).toHaveLength(2);
  const [one, two, three] = [1, 2, 3].map((at) => `claims claim-${at} evidence[0]`);
  expect(text).toContain(` also ${one}, ${two}, ${three} and ${many - 4} more\n`);
});

it('puts the note on the most anchors first, and those on as many in their order', () => {
  const texts = ['one', 'two', 'three', 'two', 'two', 'two', 'two'];
  const notes = texts.map((text, at) => ({ collection: 'claims', id: `c${at}`, field: 'f', text }));
  const lines = textWith({ notes }).split('\n');
  expect(lines.filter((line) => line.startsWith('!'))).toEqual([
    '! note    two: c1 f, c3 f, c4 f and 2 more',
    '! note    one: c0 f',
    '! note    three: c2 f',
  ]);
});
