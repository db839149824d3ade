import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillParagraph, formatUsage, renderManualPage } from '../../src/command-line/man.ts';
import { example } from '../run.ts';

const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

test('escapes characters that have a meaning in roff', () => {
  expect(formatUsage('a\\b-c')).toBe('\\fBa\\eb\\-c\\fR');
  expect(formatUsage('<é “x”\t~>')).toBe('\\fI<\\[u00E9] \\[u201C]x\\[u201D]\\[u0009]~>\\fR');
  expect(formatUsage('<𝒜>')).toBe('\\fI<\\[u1D49C]>\\fR');
});

test('prints literal words of a usage line in bold and placeholders in italics', () => {
  expect(formatUsage('--sort <field,…> [more]')).toBe(
    '\\fB\\-\\-sort\\fR \\fI<field,\\[u2026]>\\fR [\\fBmore\\fR]',
  );
  expect(formatUsage('-f, --format')).toBe('\\fB\\-f\\fR, \\fB\\-\\-format\\fR');
});

test('fills running text into short lines, none of which is a request', () => {
  expect(fillParagraph('word '.repeat(20))).toEqual([
    'word word word word word word word word word word word word word word word',
    'word word word word word',
  ]);
  expect(fillParagraph('word   ')).toEqual(['word']);
  expect(fillParagraph(".so\n'br\na.b")).toEqual(['\\&.so', "\\&'br", 'a.b']);
});

test('keeps lines of running text within 80 bytes, escapes included', () => {
  const lines = fillParagraph('\\x1b-\\u{202e}-\\ '.repeat(20));
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});

test('inserts each part where the template names it, and throws on an unknown name', () => {
  expect(renderManualPage('.TH SUMMIT 1 @date@\n.SS Help\n@help@\n', dataset, '2025-06-03')).toBe(
    '.TH SUMMIT 1 2025-06-03\n.SS Help\n.TP\n\\fBsummit\\fR \\fBhelp\\fR [\\fBcommand\\fR]\nShow help for a command.\n',
  );
  expect(() => renderManualPage('@nothing@', dataset, '2025-06-03')).toThrow(TypeError);
});
