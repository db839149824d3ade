import { createScanner } from 'jsonc-parser';
import { maxProblems, type Problem, type Step } from './problem.ts';

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
  readonly keys: Set<string> | undefined;
  step: Step;
}

/** Text token, with its offset. */
interface Text {
  readonly value: string;
  readonly offset: number;
}

/** Adds a key to the innermost object. Returns a problem if the object has that key already. */
function takeKey({ value, offset }: Text, frames: readonly Frame[]): Problem | undefined {
  const frame = frames.at(-1);
  if (!frame?.keys) return undefined;
  const isTaken = frame.keys.has(value);
  frame.keys.add(value);
  frame.step = value;
  const path = frames.map(({ step }) => step);
  return isTaken ? { path, message: 'duplicate key', offset } : undefined;
}

/** Opens and closes frames, and counts the items of lists. */
function updateStack(kind: number, frames: Frame[]): void {
  const frame = frames.at(-1);
  if (kind === token.openBrace) frames.push({ keys: new Set(), step: 0 });
  if (kind === token.openList) frames.push({ keys: undefined, step: 0 });
  if (kind === token.closeBrace || kind === token.closeList) frames.pop();
  if (kind === token.comma && typeof frame?.step === 'number') frame.step += 1;
}

/** Counts the keys of a JSON text. Counts too many if a string contains a quotation mark followed by a colon. */
export function countKeys(text: string): number {
  let count = 0;
  const sign = ':';
  for (let colon = text.indexOf(sign); colon !== -1; colon = text.indexOf(sign, colon + 1)) {
    let before = colon - 1;
    while (text.charCodeAt(before) <= 0x20) before -= 1;
    if (text.charAt(before) === '"') count += 1;
  }
  return count;
}

/** Finds what JSON.parse does not report: duplicate keys, and nesting that is too deep, at which the scan stops. */
export function scanStructure(text: string): readonly Problem[] {
  const problems: Problem[] = [];
  const frames: Frame[] = [];
  const scanner = createScanner(text);
  let last: Text | undefined;
  for (let kind = Number(scanner.scan()); kind !== token.end; kind = Number(scanner.scan())) {
    const offset = scanner.getTokenOffset();
    if (kind === token.text) last = { value: scanner.getTokenValue(), offset };
    const problem = kind === token.colon && last ? takeKey(last, frames) : undefined;
    if (problem) problems.push(problem);
    updateStack(kind, frames);
    if (frames.length > maxDepth) return [{ path: [], message: 'nested too deep', offset }];
    if (problems.length >= maxProblems) return problems;
  }
  return problems;
}
