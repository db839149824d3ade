import { formatCount } from '../../text/format-count.ts';

/** Step into a JSON document: a key, or an index counted from 0. */
export type Step = string | number;

/** Error in the content of a dataset. */
export interface Problem {
  readonly path: readonly Step[];
  /** Message with the expected value, the value found, and the closest valid name. */
  readonly message: string;
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

/** Formats a path with the id of its record: `deals[0].amount (lakeside-railway)`. */
export const formatPlace = (path: readonly Step[], record: string | undefined): string =>
  `${formatPath(path)}${record === undefined ? '' : ` (${record})`}`;

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

/** Returns `at least ` if the check stopped before it had found every problem. */
const atLeast = (problems: readonly PlacedProblem[]): string =>
  problems.length < maxProblems ? '' : 'at least ';

export const countProblems = (problems: readonly PlacedProblem[]): string =>
  `${atLeast(problems)}${formatCount(problems.length, 'problem')}`;

/** Maximum number of problems listed in a message. */
const maxListed = 20;

/** Formats problems as lines `file:line:column: path: message`: the first 20, then the number of the others. */
export function formatProblems(
  file: string,
  problems: readonly PlacedProblem[],
): readonly string[] {
  const lines = problems.slice(0, maxListed).map(({ path, message, line, column, record }) => {
    const at = path.length > 0 ? `${formatPlace(path, record)}: ` : '';
    return `${file}:${line}:${column}: ${at}${message}`;
  });
  const more = problems.length - lines.length;
  return more > 0 ? [...lines, `and ${atLeast(problems)}${more} more`] : lines;
}
