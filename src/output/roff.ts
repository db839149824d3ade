import { assertDefined } from '../text/assert-defined.ts';
import { wrap } from './text.ts';

/** Maximum length of a source line, short enough for readable diffs. */
const maxLineLength = 78;

const toUnicodeEscape = (sign: string) =>
  `\\[u${assertDefined(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Escapes a text so that roff prints it unchanged, hyphens included. */
const escapeRoff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\n -~]/gu, toUnicodeEscape);

/** Wraps running text so that no line begins like a request. */
const fillParagraph = (text: string): readonly string[] =>
  wrap(escapeRoff(text.trimEnd()), maxLineLength).map((line) => line.replace(/^(?=[.'])/, '\\&'));

export const toBold = (text: string) => `\\fB${escapeRoff(text)}\\fR`;
export const toItalic = (text: string) => `\\fI${escapeRoff(text)}\\fR`;

/** Formats a usage or flags: literal words in bold, placeholders in italics. */
export const formatUsage = (text: string): string =>
  text.replace(/<[^>]+>|[^\s<[\],]+/g, (part) =>
    part.startsWith('<') ? toItalic(part) : toBold(part),
  );

/** Formats a tagged paragraph (man(7)). */
export const formatItem = (tag: string, about: string): readonly string[] => [
  '.TP',
  tag,
  ...fillParagraph(about),
];

export const formatParagraph = (text: string): readonly string[] => ['.PP', ...fillParagraph(text)];

export const formatSection = (
  heading: string,
  ...blocks: readonly (readonly string[])[]
): readonly string[] => [
  `.SH ${heading}`,
  // The first paragraph of a section needs no macro.
  ...(blocks[0]?.[0] === '.PP' ? blocks.flat().slice(1) : blocks.flat()),
];
