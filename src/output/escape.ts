import { assertDefined } from '../text/assert-defined.ts';

/**
 * Characters that must not reach a terminal unescaped: control characters (C0, DEL, C1), bidirectional and invisible
 * formatting characters, line and paragraph separators, and lone surrogates.
 */
const unsafePattern = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const toHex = (code: number, length: number) => code.toString(16).padStart(length, '0');

function escapeCharacter(character: string): string {
  const hex = toHex(assertDefined(character.codePointAt(0)), 2);
  return shortEscapes[character] ?? (hex.length > 2 ? `\\u{${hex}}` : `\\x${hex}`);
}

/**
 * Replaces unsafe characters with visible escapes: `\n`, `\x1b`, `\u{202e}`. Puts a dotted circle before a combining
 * mark at the start of the text (The Unicode Standard, 5.13).
 */
export function escapeUnsafe(text: string): string {
  return text.replace(unsafePattern, escapeCharacter).replace(/^\p{M}/u, '\u25cc$&');
}

/** Unsafe characters except line breaks, which JSON has only between values, and very often. */
const unsafeInJson = new RegExp(`(?!\\n)${unsafePattern.source}`, 'gu');

/** Formats a value as JSON with unsafe characters as `\uXXXX`, so that it parses to the same value. */
export const toSafeJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(unsafeInJson, (character) =>
    character.replace(/[\s\S]/g, (unit) => `\\u${toHex(unit.charCodeAt(0), 4)}`),
  );

const signs = '─·–—┌├└│“”‘’●◐◌○✓✗¶…';
const asciiSigns = '----+++|""\'\'*%~o+x#~';
const signPattern = new RegExp(`[${signs}]`, 'g');

/** Replaces the signs that a terminal without UTF-8 may not show with ASCII of the same width; leaves letters alone. */
export const toAscii = (text: string): string =>
  text.replace(signPattern, (sign) => asciiSigns.charAt(signs.indexOf(sign)));
