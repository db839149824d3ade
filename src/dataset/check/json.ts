import { createScanner, type ParseError, visit } from 'jsonc-parser';
import { assertDefined } from '../../text/assert-defined.ts';
import { maxProblems, type PlacedProblem, type Problem, type Step } from './problem.ts';

/** Problem with its offset in the text, in UTF-16 units. */
export interface OffsetProblem extends Problem {
  readonly offset: number;
}

/** Messages for syntax errors, by jsonc-parser's ParseErrorCode. */
const syntaxErrors: Readonly<Record<number, string>> = {
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

/** Explains why a text is not JSON (RFC 8259). */
export function explainSyntaxError(text: string): OffsetProblem {
  if (!/\S/.test(text)) return { path: [], message: 'file is empty', offset: 0 };
  // The parser that explains errors is recursive, so nesting that is too deep is reported first.
  const { tooDeep } = scan(text, createPlace());
  if (tooDeep) return tooDeep;
  const errors: ParseError[] = [];
  const onError = (error: number, offset: number, length: number) =>
    errors.push({ error, offset, length });
  visit(text, { onError }, { disallowComments: true });
  const { error, offset } = assertDefined(errors[0]);
  return { path: [], message: `invalid JSON: ${assertDefined(syntaxErrors[error])}`, offset };
}

/**
 * Counts the keys of a JSON text, in a tenth of the time of a scan. Counts too many if a string contains a quotation
 * mark followed by a colon.
 */
export function countKeys(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    while (text.charCodeAt(before) <= 0x20) before -= 1;
    if (text.charAt(before) === '"') count += 1;
  }
  return count;
}

/** Value of a document whose offset is wanted, or a parent of one. */
interface Place {
  key: number;
  value: number;
  readonly inner: Map<Step, Place>;
}

const createPlace = (): Place => ({ key: 0, value: 0, inner: new Map() });

/** Builds the tree of the values at these paths. */
function createPlaces(paths: readonly (readonly Step[])[]): Place {
  const root = createPlace();
  for (const path of paths) {
    let place = root;
    for (const step of path) {
      const inner = place.inner.get(step) ?? createPlace();
      place.inner.set(step, inner);
      place = inner;
    }
  }
  return root;
}

/** Returns the offset of a value or its key or, if the text does not have it, of its nearest parent. */
function findOffset(root: Place, { path, atKey = false }: Problem): number {
  let place = root;
  for (const step of path) {
    const inner = assertDefined(place.inner.get(step));
    // A value before its parent belongs to a duplicate key, of which the last value counts.
    if (inner.value <= place.value) return place.value;
    place = inner;
  }
  return atKey ? place.key : place.value;
}

/** Maximum depth of nesting: far more than a dataset has, and safe for recursive readers. */
const maxDepth = 100;

/** Kinds of token that matter here, by jsonc-parser's SyntaxKind. */
const token = {
  openBrace: 1,
  closeBrace: 2,
  openList: 3,
  closeList: 4,
  comma: 5,
  colon: 6,
  text: 10,
  end: 17,
};

/** Open object with the keys read so far, or open list. `step` is the current key or index. */
interface Frame {
  readonly keys?: Set<string>;
  readonly place: Place | undefined;
  step?: Step | undefined;
}

interface Key {
  readonly name: string;
  readonly offset: number;
}

/** Reads a key of the innermost object. Returns a problem if the object has that key already. */
function readKey({ name, offset }: Key, frames: readonly Frame[]): OffsetProblem | undefined {
  const frame = frames.at(-1);
  if (!frame?.keys) return undefined;
  frame.step = name;
  const isDuplicate = frame.keys.has(name);
  frame.keys.add(name);
  if (!isDuplicate) return undefined;
  const path = frames.map(({ step }) => assertDefined(step));
  return { path, message: 'duplicate key', offset };
}

/** Opens and closes frames, and counts the items of lists. `place` is that of the value read. */
function updateFrames(kind: number, frames: Frame[], place: Place | undefined): void {
  const frame = frames.at(-1);
  if (kind === token.openBrace) frames.push({ keys: new Set(), place });
  if (kind === token.openList) frames.push({ place, step: 0 });
  if (kind === token.closeBrace || kind === token.closeList) frames.pop();
  if (kind === token.comma && frame) {
    frame.step = typeof frame.step === 'number' ? frame.step + 1 : undefined;
  }
}

/** Finds the place of the value that comes after a token. */
function findNextPlace(kind: number, frame: Frame | undefined): Place | undefined {
  const isBeforeValue = kind === token.colon || kind === token.comma || kind === token.openList;
  const step = isBeforeValue ? frame?.step : undefined;
  return step === undefined ? undefined : frame?.place?.inner.get(step);
}

interface ScanResult {
  readonly duplicates: readonly OffsetProblem[];
  /** Problem of nesting that is too deep, at which the scan stopped. */
  readonly tooDeep?: OffsetProblem;
}

/** Finds duplicate keys and nesting that is too deep, which JSON.parse does not report, and the offsets of places. */
function scan(text: string, root: Place): ScanResult {
  const duplicates: OffsetProblem[] = [];
  const frames: Frame[] = [];
  const scanner = createScanner(text, true);
  let key: Key = { name: '', offset: 0 };
  let place: Place | undefined = root;
  for (let kind = Number(scanner.scan()); kind !== token.end; kind = Number(scanner.scan())) {
    const offset = scanner.getTokenOffset();
    if (place) place.value = offset;
    if (kind === token.text) key = { name: scanner.getTokenValue(), offset };
    const duplicate = kind === token.colon ? readKey(key, frames) : undefined;
    if (duplicate && duplicates.length < maxProblems) duplicates.push(duplicate);
    updateFrames(kind, frames, place);
    place = findNextPlace(kind, frames.at(-1));
    if (place) place.key = key.offset;
    if (frames.length > maxDepth) {
      return { duplicates, tooDeep: { path: [], message: 'nested too deep', offset } };
    }
  }
  return { duplicates };
}

/** Adds a line and a column to each problem, and sorts the problems in the order of the file. */
export function addPositions(
  text: string,
  problems: readonly OffsetProblem[],
): readonly PlacedProblem[] {
  let line = 1;
  let lineStart = 0;
  let lineEnd = text.indexOf('\n');
  return problems
    .toSorted((left, right) => left.offset - right.offset)
    .map(({ offset, ...problem }) => {
      while (lineEnd >= 0 && lineEnd < offset) {
        line += 1;
        lineStart = lineEnd + 1;
        lineEnd = text.indexOf('\n', lineStart);
      }
      return { ...problem, line, column: offset - lineStart + 1 };
    });
}

/** Finds the problems of a JSON text, and the positions of those known of its value. */
export function locateProblems(
  text: string,
  ofValue: readonly Problem[],
): readonly PlacedProblem[] {
  const root = createPlaces(ofValue.map(({ path }) => path));
  const { duplicates, tooDeep } = scan(text, root);
  if (tooDeep) return addPositions(text, [tooDeep]);
  const located = ofValue.map((problem) => ({ ...problem, offset: findOffset(root, problem) }));
  return addPositions(text, [...duplicates, ...located]);
}
