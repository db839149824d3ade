import { assertDefined } from '../text/assert-defined.ts';

/**
 * What must not reach a terminal as it is: control characters (C0, DEL, C1), bidirectional and invisible
 * formatting characters, line and paragraph separators, and lone surrogates.
 */
const unsafePattern = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  const hex = assertDefined(character.codePointAt(0)).toString(16);
  return shortEscapes[character] ?? (hex.length > 2 ? `\\u{${hex}}` : `\\x${hex.padStart(2, '0')}`);
}

/**
 * The text with what is unsafe to show as visible escapes: `\n`, `\x1b`, `\u{202e}`. A combining mark that
 * it begins with gets a dotted circle to stand on (The Unicode Standard, 5.13).
 */
export function escapeUnsafe(text: string): string {
  return text.replace(unsafePattern, escapeCharacter).replace(/^\p{M}/u, '\u25cc$&');
}

/** JSON of a value with the same characters as `\uXXXX`, so that it reads back to just what it was. */
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
