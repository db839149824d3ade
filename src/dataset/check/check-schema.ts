import { assertDefined } from '../../text/assert-defined.ts';
import { findClosest, joinWithOr } from '../../text/did-you-mean.ts';
import { buildDatasetSchema } from '../schema/dataset.ts';
import { type Pattern, patterns } from '../schema/patterns.ts';
import { describeValue, maxProblems, type Problem, type Step } from './problem.ts';

/** Keywords of JSON Schema that the schema of a dataset uses. */
interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const findPattern = (source: string): Pattern =>
  assertDefined(Object.values<Pattern>(patterns).find((pattern) => pattern.source === source));

/** Describes the value that a schema expects: `a number or null`. */
function describeExpected(node: Node): string {
  if (node.enum) return joinWithOr(node.enum.map((one) => JSON.stringify(one)));
  const words = [assertDefined(node.type)].flat().map((type) => {
    if (type === 'string' && node.pattern) return findPattern(node.pattern).one;
    const pattern = type === 'array' ? assertDefined(node.items).pattern : undefined;
    return pattern ? `a list of ${findPattern(pattern).several}` : assertDefined(typeWords[type]);
  });
  return joinWithOr(words);
}

/** Describes the bound that a number violates. */
function describeBound({ minimum = -Infinity, maximum = Infinity }: Node, value: unknown): string {
  if (typeof value !== 'number') return '';
  if (value < minimum) return ` of at least ${minimum}`;
  return value > maximum ? ` of at most ${maximum}` : '';
}

function describeWrongValue(node: Node, value: unknown): string {
  const words = node.enum?.filter((word) => word !== null);
  const near = words && typeof value === 'string' ? findClosest(value, words) : undefined;
  const isShort = Array.isArray(value) && value.length < (node.minItems ?? 0);
  const what = isShort
    ? `at least ${node.minItems} of these`
    : `${describeExpected(node)}${describeBound(node, value)}`;
  return `expected ${what}, found ${describeValue(value)}${near ? `; did you mean "${near}"?` : ''}`;
}

/** Problems found so far, and the number of keys read. */
interface SchemaResult {
  readonly problems: Problem[];
  keys: number;
}

/** Returns true if so many problems have been found that the check is to stop. */
export const isFull = ({ problems }: Readonly<SchemaResult>): boolean =>
  problems.length >= maxProblems;

/** Checks the value at a path, and adds to `found`. */
type Walk = (value: unknown, path: Step[], found: SchemaResult) => void;

function getType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Builds a test of a value itself, without its items or fields. */
function createTest(node: Node): (value: unknown) => boolean {
  const { enum: choices, minLength = 0, minItems = 0, minimum = Number.NEGATIVE_INFINITY } = node;
  const { maximum = Number.POSITIVE_INFINITY } = node;
  if (choices) return (value) => choices.some((one) => one === value);
  const types = new Set([assertDefined(node.type)].flat());
  const pattern = new RegExp(node.pattern ?? '');
  return (value) => {
    const isOfType = types.has(getType(value)) || (types.has('integer') && Number.isInteger(value));
    if (!isOfType) return false;
    if (typeof value === 'string') return value.length >= minLength && pattern.test(value);
    if (typeof value === 'number') return value >= minimum && value <= maximum;
    return !Array.isArray(value) || value.length >= minItems;
  };
}

function createItemsWalk(items: Node): Walk {
  const walk = createWalk(items);
  return (value, path, found) => {
    const list = value as readonly unknown[];
    for (let at = 0; at < list.length && !isFull(found); at++) {
      path.push(at);
      walk(list[at], path, found);
      path.pop();
    }
  };
}

function createFieldsWalk(
  properties: Readonly<Record<string, Node>>,
  required: readonly string[],
): Walk {
  const walks = new Map(Object.entries(properties).map(([key, node]) => [key, createWalk(node)]));
  const known = [...walks.keys()];
  const describeUnknownField = (key: string) => {
    const near = findClosest(key, known);
    return `unknown field; ${near ? `did you mean "${near}"?` : `expected one of ${known.join(', ')}`}`;
  };
  return (value, path, found) => {
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of required) {
      if (Object.hasOwn(record, key)) continue;
      const message = `missing; expected ${describeExpected(assertDefined(properties[key]))}`;
      found.problems.push({ path: [...path, key], message });
    }
    for (const key in record) {
      if (isFull(found)) return;
      const walk = walks.get(key);
      path.push(key);
      found.keys += 1;
      if (walk) walk(record[key], path, found);
      else
        found.problems.push({ path: [...path], message: describeUnknownField(key), atKey: true });
      path.pop();
    }
  };
}

/** Builds the check of a schema once, for all values of it. */
function createWalk(node: Node): Walk {
  const isMet = createTest(node);
  const { items, properties } = node;
  const inner = items
    ? createItemsWalk(items)
    : properties && createFieldsWalk(properties, assertDefined(node.required));
  return (value, path, found) => {
    if (!isMet(value))
      found.problems.push({ path: [...path], message: describeWrongValue(node, value) });
    else inner?.(value, path, found);
  };
}

/**
 * Checks a dataset against its schema (JSON Schema 2020-12, the keywords of Node) and counts its keys. A rule, not this
 * function, checks that items are unique. The number of keys is complete only if there are no problems.
 */
export function checkSchema(value: unknown): Readonly<SchemaResult> {
  const found: SchemaResult = { problems: [], keys: 0 };
  createWalk(buildDatasetSchema() as Node)(value, [], found);
  return found;
}
