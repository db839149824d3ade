import { present } from '../text/present.ts';
import { wrap } from './wrap.ts';

/** A line of the source is short, so that its changes can be read. */
const longest = 78;

const unicode = (sign: string) =>
  `\\[u${present(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}]`;

/** A text that roff prints as it is: no escape, request or hyphen in it, whatever it has. */
const literal = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\n -~]/gu, unicode);

/** Lines of running text, none of which begins as a request does. */
const filled = (text: string): readonly string[] =>
  wrap(text.trimEnd(), longest).map((line) => literal(line).replace(/^(?=[.'])/, '\\&'));

export const bold = (text: string) => `\\fB${literal(text)}\\fR`;
export const italic = (text: string) => `\\fI${literal(text)}\\fR`;

/** Flags, usages and the like: what is to be typed in bold, what it stands for in italics. */
export const typed = (text: string): string =>
  text.replace(/<[^>]+>|[^\s<[\],]+/g, (part) =>
    part.startsWith('<') ? italic(part) : bold(part),
  );

/** A tagged paragraph of man(7). */
export const item = (tag: string, about: string): readonly string[] => [
  '.TP',
  tag,
  ...filled(about),
];

export const paragraph = (text: string): readonly string[] => ['.PP', ...filled(text)];

export const section = (
  heading: string,
  ...blocks: readonly (readonly string[])[]
): readonly string[] => [
  `.SH ${heading}`,
  // The first paragraph of a section needs no macro.
  ...(blocks[0]?.[0] === '.PP' ? blocks.flat().slice(1) : blocks.flat()),
];
