import { type Node, type ParseError, parseTree, visit } from 'jsonc-parser';
import { brokenJson, type PlacedProblem, type Problem, type Step } from './problem.ts';
import { scan } from './scan.ts';

const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** The value of a JSON text (RFC 8259), with the keys that it has twice; or why it is none. */
export function parseJson(text: string): {
  readonly value: unknown;
  readonly problems: readonly Problem[];
} {
  const problems = scan(text);
  if (problems.some(({ path }) => path.length === 0)) return { value: undefined, problems };
  try {
    return { value: JSON.parse(text), problems };
  } catch {
    const errors: ParseError[] = [];
    visit(
      text,
      { onError: (error, offset, length) => errors.push({ error, offset, length }) },
      strict,
    );
    return { value: undefined, problems: [brokenJson(errors[0])] };
  }
}

/** The node at a path; of a key that stands twice the last one, which is the one that counts. */
function nodeAt(root: Node | undefined, path: readonly Step[]): Node | undefined {
  return path.reduce<Node | undefined>((node, step) => {
    if (typeof step === 'number') return node?.children?.[step];
    return node?.children?.findLast(({ children }) => children?.[0]?.value === step)?.children?.[1];
  }, root);
}

function offsetOf(root: Node | undefined, { path, offset, atKey }: Problem): number {
  if (offset !== undefined) return offset;
  const node = nodeAt(root, path);
  if (!node) return path.length > 0 ? offsetOf(root, { path: path.slice(0, -1), message: '' }) : 0;
  return atKey && node.parent?.type === 'property' ? node.parent.offset : node.offset;
}

/** Problems with their lines and columns in the text, in the order of the file. */
export function place(text: string, problems: readonly Problem[]): readonly PlacedProblem[] {
  const needsTree = problems.some(({ offset }) => offset === undefined);
  const root = needsTree ? parseTree(text, [], strict) : undefined;
  const placed = problems
    .map((problem) => ({ problem, offset: offsetOf(root, problem) }))
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
