import wrapAnsi from 'wrap-ansi';
import { assertDefined } from '../text/assert-defined.ts';
import { isPlain, measureWidth, stripColour } from './cell.ts';
import { splitGraphemes } from './graphemes.ts';

/** Breaks words that are wider than the width after their hyphens, if all parts then fit. */
function breakAtHyphens(text: string, width: number): string {
  return text.replace(/\S+/g, (word) => {
    const parts = word.split(/(?<=-)/);
    if (parts.some((part) => measureWidth(part) > width)) return word;
    const lines = [''];
    for (const part of parts) {
      const last = assertDefined(lines.at(-1));
      if (measureWidth(last + part) > width) lines.push(part);
      else lines[lines.length - 1] = last + part;
    }
    // No two adjacent parts fit on one line, so wrapping replaces each of these spaces with a line break.
    return lines.join(' ');
  });
}

const anyWord = /[^\s\p{Cc}]+/gu;

/** Length in UTF-16 units from which a word is broken before wrap-ansi gets it, which takes quadratic time. */
const longWordLength = 500;

function breakLong(text: string, width: number): string {
  return text.replace(anyWord, (word) => {
    if (word.length < longWordLength || word.includes('-')) return word;
    const lines: string[] = [];
    let line = '';
    let taken = 0;
    for (const grapheme of splitGraphemes(word)) {
      const columns = measureWidth(grapheme);
      if (taken + columns > width && line !== '') {
        lines.push(line);
        line = '';
        taken = 0;
      }
      line += grapheme;
      taken += columns;
    }
    return [...lines, line].join('\n');
  });
}

/** End codes of weights and underlines by their start codes (ECMA-48, SGR); every colour ends with 39. */
const endCodes: Readonly<Record<string, string>> = { 1: '22', 2: '22', 4: '24' };
const toSgr = (code: string) => `\u001b[${code}m`;

/** Closes open styles at the end of each line and opens them again on the next, so that every line is complete. */
function recolour(lines: readonly string[]): readonly string[] {
  let open: readonly string[] = [];
  return lines.map((line) => {
    const before = open;
    for (const code of line.match(/(?<=\p{Cc}\[)\d+(?=m)/gu) ?? []) {
      const begun = open.findLast((one) => (endCodes[one] ?? '39') === code);
      open = begun === undefined ? [...open, code] : open.filter((one) => one !== begun);
    }
    const closed = open.toReversed().map((one) => toSgr(endCodes[one] ?? '39'));
    return [...before.map(toSgr), line, ...closed].join('');
  });
}

/** Wraps a plain text whose words all fit. Gives the same lines as wrap-ansi, which takes long to load. */
function wrapPlain(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(' ')) {
    const { length } = stripColour(word);
    if (taken > 0 && length > 0 && taken + 1 + length > width) {
      lines.push(line.trimEnd());
      line = word;
      taken = length;
    } else {
      line += taken > 0 ? ` ${word}` : word;
      taken += length + Number(taken > 0);
    }
  }
  return recolour([...lines, line.trimEnd()]);
}

/** Checks whether a plain text can be wrapped without breaking a word. */
const fits = (text: string, width: number): boolean =>
  stripColour(text)
    .split(' ')
    .every(({ length }) => length <= width);

function wrapLine(text: string, width: number): readonly string[] {
  if (measureWidth(text) <= width) return [text];
  const broken = breakAtHyphens(text, width);
  if (isPlain(stripColour(broken)) && fits(broken, width)) return wrapPlain(broken, width);
  return wrapAnsi(breakLong(broken, width), width, { hard: true }).split('\n');
}

/** Wraps a text between words; breaks a word that is too long at its hyphens or anywhere. */
export function wrap(text: string, width: number | undefined): readonly string[] {
  const lines = text.split('\n');
  return width === undefined ? lines : lines.flatMap((line) => wrapLine(line, width));
}
