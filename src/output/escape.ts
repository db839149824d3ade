import { assertDefined } from '../text/assert-defined.ts';

/**
 * Characters that must not reach a terminal unescaped: control characters (C0, DEL, C1), bidirectional and invisible
 * formatting characters, line and paragraph separators, and lone surrogates.
 */
const unsafePattern = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  const hex = assertDefined(character.codePointAt(0)).toString(16);
  return shortEscapes[character] ?? (hex.length > 2 ? `\\u{${hex}}` : `\\x${hex.padStart(2, '0')}`);
}

/**
 * Replaces unsafe characters with visible escapes: `\n`, `\x1b`, `\u{202e}`. Puts a dotted circle before a combining
 * mark at the start of the text (The Unicode Standard, 5.13).
 */
export function escapeUnsafe(text: string): string {
  return text.replace(unsafePattern, escapeCharacter).replace(/^\p{M}/u, '\u25cc$&');
}

/** Formats a value as JSON with unsafe characters as `\uXXXX`, so that it parses to the same value. */
export function toSafeJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    new RegExp(`(?!\\n)${unsafePattern.source}`, 'gu'),
    (character) =>
      Array.from({ length: character.length }, (_, unit) => {
        const hex = character.charCodeAt(unit).toString(16).padStart(4, '0');
        return `\\u${hex}`;
      }).join(''),
  );
}
