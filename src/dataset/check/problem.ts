import type { ParseError } from 'jsonc-parser';
import { assertDefined } from '../../text/assert-defined.ts';

/** Step into a JSON document: a key, or an index counted from 0. */
export type Step = string | number;

/** Error in the content of a dataset. */
export interface Problem {
  readonly path: readonly Step[];
  /** Message with the expected value, the value found, and the closest valid name. */
  readonly message: string;
  /** Offset in UTF-16 units, if known; otherwise the path gives the position. */
  readonly offset?: number;
  /** True if the position is that of the key, not of the value. */
  readonly atKey?: boolean;
}

/** Number of problems after which a check stops. A file of a few megabytes can have millions. */
export const maxProblems = 10_000;

/** Problem with its position in the file. Line and column count from 1, the column in UTF-16 units. */
export interface PlacedProblem extends Problem {
  readonly line: number;
  readonly column: number;
  /** Id of the record that contains the problem. */
  readonly record?: string;
}

/** Formats a path as in JavaScript: `deals[0].amount`. */
export function formatPath(path: readonly Step[]): string {
  return path.reduce<string>((text, step) => {
    const isPlain = /^[A-Za-z_$][\w$]*$/.test(String(step));
    if (!isPlain) return `${text}[${JSON.stringify(step)}]`;
    return text === '' ? String(step) : `${text}.${step}`;
  }, '');
}

/** Describes a value in a few words: as JSON, cut at 40 characters. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  // Cut before the split into characters, as the text may be as long as the file.
  const short = typeof value === 'string' ? value.slice(0, 100) : value;
  const text = typeof short === 'number' ? String(short) : JSON.stringify(short);
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
}

/** Messages for syntax errors in JSON, by jsonc-parser's ParseErrorCode. */
const jsonErrors: Readonly<Record<number, string>> = {
  1: 'not a JSON value',
  3: 'expected a key in double quotes',
  4: 'expected a value',
  5: 'expected ":"',
  6: 'expected ","',
  7: 'expected "}"',
  8: 'expected "]"',
  9: 'expected the end of the file',
  10: 'comments are not allowed',
  12: 'unterminated string',
  13: 'unfinished number',
  14: 'expected four hexadecimal digits after \\u',
  15: 'invalid escape sequence',
  16: 'unescaped control character',
};

/** Converts a syntax error of a JSON document to a problem. */
export function toProblem({ error, offset }: ParseError): Problem {
  return { path: [], message: `invalid JSON: ${assertDefined(jsonErrors[error])}`, offset };
}
