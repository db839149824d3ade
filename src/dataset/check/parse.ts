import { type ParseError, visit } from 'jsonc-parser';
import { assertDefined } from '../../text/assert-defined.ts';
import { type PlacedProblem, type Problem, type Step, toProblem } from './problem.ts';
import { countKeys, scanStructure } from './scan.ts';

const strictOptions = { disallowComments: true };

/** Value of a JSON text, and its number of keys as countKeys counts them. */
export interface ParsedJson {
  readonly value: unknown;
  readonly keys: number;
}

/** Parses a JSON text (RFC 8259), or returns why it is invalid. If a key occurs twice, its last value counts. */
export function parseJson(text: string): ParsedJson | { readonly problem: Problem } {
  try {
    return { value: JSON.parse(text) as unknown, keys: countKeys(text) };
  } catch {
    if (!/\S/.test(text)) return { problem: { path: [], message: 'file is empty', offset: 0 } };
    // The parser that explains errors is recursive, so nesting that is too deep is reported first.
    const tooDeep = scanStructure(text).find(({ path }) => path.length === 0);
    if (tooDeep) return { problem: tooDeep };
    const errors: ParseError[] = [];
    const onError = (error: number, offset: number, length: number) =>
      errors.push({ error, offset, length });
    visit(text, { onError }, strictOptions);
    return { problem: toProblem(assertDefined(errors[0])) };
  }
}

/** Offsets of a key and its value, in UTF-16 units. */
interface Offsets {
  readonly value: number;
  readonly key: number | undefined;
}

const toKey = (path: readonly Step[]) => JSON.stringify(path);

/** Finds the offsets of these paths and of all their parents, as far as the text has them. */
function findOffsets(text: string, paths: readonly (readonly Step[])[]): Map<string, Offsets> {
  const wanted = new Set(
    paths.flatMap((path) => [[], ...path.map((_, at) => path.slice(0, at + 1))].map(toKey)),
  );
  const found = new Map<string, Offsets>();
  let key: number | undefined;
  /** Records the offset of a path, if wanted. Returns true if the path is wanted or leads to one that is. */
  const recordOffset = (path: readonly Step[], value: number): boolean => {
    const name = toKey(path);
    const isWanted = wanted.has(name);
    if (isWanted) found.set(name, { value, key });
    key = undefined;
    return isWanted;
  };
  const onContainerStart = (
    offset: number,
    _length: number,
    _line: number,
    _column: number,
    path: () => Step[],
  ) => recordOffset(path(), offset);
  visit(
    text,
    {
      onObjectProperty: (_name, offset) => {
        key = offset;
      },
      onObjectBegin: onContainerStart,
      onArrayBegin: onContainerStart,
      // Without these handlers, jsonc-parser skips everything after the first container that it skips.
      onObjectEnd: () => {},
      onArrayEnd: () => {},
      onLiteralValue: (_value, offset, _length, _line, _column, path) => {
        recordOffset(path(), offset);
      },
    },
    strictOptions,
  );
  return found;
}

/** Returns the offsets of a path. If a key occurs twice, only paths inside its last value count. */
function lookUpOffsets(
  path: readonly Step[],
  found: ReadonlyMap<string, Offsets>,
): Offsets | undefined {
  const own = found.get(toKey(path));
  if (path.length === 0) return own;
  const outer = lookUpOffsets(path.slice(0, -1), found);
  return own && outer && own.value > outer.value ? own : undefined;
}

/** Returns the offset of a path or, if the text does not have it, of its nearest parent. */
function findOffset(
  path: readonly Step[],
  atKey: boolean,
  found: ReadonlyMap<string, Offsets>,
): number {
  const own = lookUpOffsets(path, found);
  if (own) return atKey ? assertDefined(own.key) : own.value;
  return findOffset(path.slice(0, -1), false, found);
}

/** Adds a line and a column to each problem, and sorts the problems in the order of the file. */
export function addPositions(text: string, problems: readonly Problem[]): readonly PlacedProblem[] {
  const sought = problems.filter(({ offset }) => offset === undefined).map(({ path }) => path);
  const found = sought.length > 0 ? findOffsets(text, sought) : new Map<string, Offsets>();
  const placed = problems
    .map((problem) => {
      const { path, atKey = false, offset = findOffset(path, atKey, found) } = problem;
      return { problem, offset };
    })
    .sort((left, right) => left.offset - right.offset);
  let line = 1;
  let lineStart = 0;
  let lineEnd = text.indexOf('\n');
  return placed.map(({ problem, offset }) => {
    while (lineEnd >= 0 && lineEnd < offset) {
      line += 1;
      lineStart = lineEnd + 1;
      lineEnd = text.indexOf('\n', lineStart);
    }
    return { ...problem, line, column: offset - lineStart + 1 };
  });
}
