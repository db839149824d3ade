import { assertDefined } from '../text/assert-defined.ts';
import { wrap } from './wrap.ts';

/** A line of the source is short, so that its changes can be read. */
const maxLineLength = 78;

const toUnicodeEscape = (sign: string) =>
  `\\[u${assertDefined(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}]`;

/** A text that roff prints as it is: no escape, request or hyphen in it, whatever it has. */
const escapeRoff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\n -~]/gu, toUnicodeEscape);

/** Lines of running text, none of which begins as a request does. */
const fillParagraph = (text: string): readonly string[] =>
  wrap(escapeRoff(text.trimEnd()), maxLineLength).map((line) => line.replace(/^(?=[.'])/, '\\&'));

export const toBold = (text: string) => `\\fB${escapeRoff(text)}\\fR`;
export const toItalic = (text: string) => `\\fI${escapeRoff(text)}\\fR`;

/** Flags, usages and the like: what is to be typed in bold, what it stands for in italics. */
export const formatUsage = (text: string): string =>
  text.replace(/<[^>]+>|[^\s<[\],]+/g, (part) =>
    part.startsWith('<') ? toItalic(part) : toBold(part),
  );

/** A tagged paragraph of man(7). */
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
