import { present } from '../../text/present.ts';
import { closest, inWords } from '../../text/suggest.ts';
import { datasetSchema } from '../schema/dataset.ts';
import { type Pattern, patterns } from '../schema/patterns.ts';
import { describeValue, type Problem, type Step } from './problem.ts';

/** The keywords of JSON Schema that the datasets' schema uses. */
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

const patternFor = (source: string): Pattern =>
  present(Object.values<Pattern>(patterns).find((pattern) => pattern.source === source));

/** What a schema asks for, in words: `a number or null`. */
function expected(node: Node): string {
  if (node.enum) return inWords(node.enum.map((one) => JSON.stringify(one)));
  const words = [present(node.type)].flat().map((type) => {
    if (type === 'string' && node.pattern) return patternFor(node.pattern).one;
    const pattern = type === 'array' ? present(node.items).pattern : undefined;
    return pattern ? `a list of ${patternFor(pattern).several}` : present(typeWords[type]);
  });
  return inWords(words);
}

/** The bound that a number is beyond, in words. */
function boundOf({ minimum = -Infinity, maximum = Infinity }: Node, value: unknown): string {
  if (typeof value !== 'number') return '';
  // Stryker disable next-line EqualityOperator: a number that is the bound is not wrong.
  if (value < minimum) return ` of at least ${minimum}`;
  // Stryker disable next-line EqualityOperator: as above.
  return value > maximum ? ` of at most ${maximum}` : '';
}

function wrongValue(node: Node, value: unknown): string {
  const words = node.enum?.filter((word) => word !== null);
  const near = words && typeof value === 'string' ? closest(value, words) : undefined;
  const isShort = Array.isArray(value) && value.length < (node.minItems ?? 0);
  const what = isShort
    ? `at least ${node.minItems} of these`
    : `${expected(node)}${boundOf(node, value)}`;
  return `expected ${what}, found ${describeValue(value)}${near ? `; did you mean "${near}"?` : ''}`;
}

/** What has been found so far: what is wrong, and how many keys there are. */
interface Found {
  readonly problems: Problem[];
  keys: number;
}

/** Takes a value, the path that it stands at, and what has been found so far, which it adds to. */
type Walk = (value: unknown, path: Step[], found: Found) => void;

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The test whether a value is what a schema asks for, but for what stands in it. */
function testOf(node: Node): (value: unknown) => boolean {
  const { enum: choices, minLength = 0, minItems = 0, minimum = Number.NEGATIVE_INFINITY } = node;
  const { maximum = Number.POSITIVE_INFINITY } = node;
  if (choices) return (value) => choices.some((one) => one === value);
  const types = new Set([present(node.type)].flat());
  const pattern = new RegExp(node.pattern ?? '');
  return (value) => {
    const isOfType = types.has(typeOf(value)) || (types.has('integer') && Number.isInteger(value));
    if (!isOfType) return false;
    if (typeof value === 'string') return value.length >= minLength && pattern.test(value);
    if (typeof value === 'number') return value >= minimum && value <= maximum;
    return !Array.isArray(value) || value.length >= minItems;
  };
}

function walkItems(items: Node): Walk {
  const walk = walkOf(items);
  return (value, path, found) => {
    const list = value as readonly unknown[];
    for (let at = 0; at < list.length; at++) {
      path.push(at);
      walk(list[at], path, found);
      path.pop();
    }
  };
}

function walkFields(properties: Readonly<Record<string, Node>>, required: readonly string[]): Walk {
  const walks = new Map(Object.entries(properties).map(([key, node]) => [key, walkOf(node)]));
  const known = [...walks.keys()];
  const unknown = (key: string) => {
    const near = closest(key, known);
    return `unknown field; ${near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`}`;
  };
  return (value, path, found) => {
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of required) {
      if (Object.hasOwn(record, key)) continue;
      const message = `missing; expected ${expected(present(properties[key]))}`;
      found.problems.push({ path: [...path, key], message });
    }
    for (const key in record) {
      const walk = walks.get(key);
      path.push(key);
      found.keys += 1;
      if (walk) walk(record[key], path, found);
      else found.problems.push({ path: [...path], message: unknown(key), atKey: true });
      path.pop();
    }
  };
}

/** The check of a schema, made once for all values that it is of. */
function walkOf(node: Node): Walk {
  const isMet = testOf(node);
  const { items, properties } = node;
  const inner = items
    ? walkItems(items)
    : properties && walkFields(properties, present(node.required));
  return (value, path, found) => {
    if (!isMet(value)) found.problems.push({ path: [...path], message: wrongValue(node, value) });
    else inner?.(value, path, found);
  };
}

/**
 * Where a dataset departs from the schema (JSON Schema 2020-12, the keywords of Node; that items are unique is a
 * rule), and how many keys it has if it does not.
 */
export function checkSchema(value: unknown): Readonly<Found> {
  const found: Found = { problems: [], keys: 0 };
  walkOf(datasetSchema() as Node)(value, [], found);
  return found;
}
