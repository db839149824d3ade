import type { ParseError } from 'jsonc-parser';
import { assertDefined } from '../../text/assert-defined.ts';

/** A step into a JSON document: a key, or an index from 0. */
export type Step = string | number;

/** Something wrong with the content of a dataset. */
export interface Problem {
  readonly path: readonly Step[];
  /** What was expected, what was found, and the nearest right name. */
  readonly message: string;
  /** Offset in UTF-16 units where it is known; else the place is that of the path. */
  readonly offset?: number;
  /** The place is that of the key, not that of the value. */
  readonly atKey?: boolean;
}

/** A problem with its place in the file; line and column count from 1, the column in UTF-16 units. */
export interface PlacedProblem extends Problem {
  readonly line: number;
  readonly column: number;
  /** The id of the record that it is in. */
  readonly record?: string;
}

/** `deals[0].amount`, as one would write it in JavaScript. */
export function formatPath(path: readonly Step[]): string {
  return path.reduce<string>((text, step) => {
    const isPlain = /^[A-Za-z_$][\w$]*$/.test(String(step));
    if (!isPlain) return `${text}[${JSON.stringify(step)}]`;
    return text === '' ? String(step) : `${text}.${step}`;
  }, '');
}

/** A found value in a few words: JSON, cut at 40 characters. */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  // Cut before it is taken apart: it may be as long as the file.
  // Stryker disable next-line ConditionalExpression,StringLiteral,MethodExpression: only saves time.
  const short = typeof value === 'string' ? value.slice(0, 100) : value;
  const text = typeof short === 'number' ? String(short) : JSON.stringify(short);
  const characters = [...text];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : text;
}

/** What jsonc-parser says of broken JSON without comments, in words, by its ParseErrorCode. */
const jsonErrors: Readonly<Record<number, string>> = {
  1: 'not a JSON value',
  3: 'a key in double quotes expected',
  4: 'a value expected',
  5: 'a colon expected',
  6: 'a comma expected',
  7: 'a closing brace } expected',
  8: 'a closing bracket ] expected',
  9: 'the end of the file expected',
  10: 'comments are not part of JSON',
  12: 'unfinished text, a closing quote expected',
  13: 'unfinished number',
  14: 'four hexadecimal digits expected after \\u',
  15: 'no such escape in JSON',
  16: 'a control character, to be written as an escape',
};

/** The first error of a JSON document as a problem. */
export function toProblem({ error, offset }: ParseError): Problem {
  return { path: [], message: `broken JSON: ${assertDefined(jsonErrors[error])}`, offset };
}
