import { assertDefined } from '../../text/assert-defined.ts';
import { findClosest, joinWithOr } from '../../text/did-you-mean.ts';
import { memoise } from '../../text/memoise.ts';
import { buildDatasetSchema } from '../schema/dataset.ts';
import { type Pattern, patterns, type RecordSchema } from '../schema/fields.ts';
import { describeValue, maxProblems, type Problem, type Step } from './problem.ts';
import type { RawRecord, RecordLocation } from './rule.ts';

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

/** Describes the value that a schema expects in place of a wrong one, with the bound that it violates. */
function describeCorrectValue(node: Node, value: unknown): string {
  const { minItems = 0, minimum = -Infinity, maximum = Infinity } = node;
  if (Array.isArray(value) && value.length < minItems) return `at least ${minItems} of these`;
  const expected = describeExpected(node);
  if (typeof value !== 'number') return expected;
  if (value < minimum) return `${expected} of at least ${minimum}`;
  return value > maximum ? `${expected} of at most ${maximum}` : expected;
}

/** Changes to fields of earlier formats, by collection and field. */
const changedFields: ReadonlyMap<string, string> = new Map([
  ['settled', 'renamed to reviewed; each entry now needs the value that was reviewed'],
  ['talks.host', 'moved to the list leaders'],
  ['talks.leader', 'moved to the list leaders'],
  ['talks.country', 'moved to the list countries'],
  ['quotes.talk', 'moved to the list about'],
  ['leaders.organization', 'this is now the id of a record in organizations'],
]);

const findChange = (path: readonly Step[]): string | undefined =>
  changedFields.get(path.filter((step) => typeof step === 'string').join('.'));

function describeWrongValue(node: Node, value: unknown, path: readonly Step[]): string {
  const words = node.enum?.filter((word) => word !== null);
  const near = words && typeof value === 'string' ? findClosest(value, words) : undefined;
  const isAnchor = node.properties?.paragraph !== undefined;
  const hint = isAnchor ? 'summit repair turns a passage into an anchor' : findChange(path);
  const expected = `expected ${describeCorrectValue(node, value)}, found ${describeValue(value)}`;
  const more = near ? `did you mean "${near}"?` : typeof value === 'string' && hint;
  return more ? `${expected}; ${more}` : expected;
}

function describeUnknownField(path: readonly Step[], known: readonly string[]): string {
  const near = findClosest(String(path.at(-1)), known);
  const expected = near ? `did you mean "${near}"?` : `expected one of ${known.join(', ')}`;
  return `unknown field; ${findChange(path) ?? expected}`;
}

function getType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Builds a test of a value itself, without its items or fields. */
function createTest(node: Node): (value: unknown) => boolean {
  const { enum: choices, minLength = 0, minItems = 0 } = node;
  const { minimum = -Infinity, maximum = Infinity } = node;
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

export type SchemaResult = ReturnType<typeof checkSchema>;

/**
 * Checks a dataset against its schema (JSON Schema 2020-12, the keywords of Node, but not whether items are unique).
 * Stops after `maxProblems`. Collects the records, and counts the keys, in the order of the file.
 */
export function checkSchema(dataset: unknown) {
  const problems: Problem[] = [];
  const records: RecordLocation[] = [];
  const path: Step[] = [];
  let keys = 0;
  const getTest = memoise(createTest);
  const getFields = memoise(({ properties = {} }: Node) => new Map(Object.entries(properties)));
  const isFull = () => problems.length >= maxProblems;

  function checkAt(step: Step, node: Node, value: unknown): void {
    path.push(step);
    check(node, value);
    path.pop();
  }

  function checkObject(node: Node, object: RawRecord): void {
    const fields = getFields(node);
    for (const key of assertDefined(node.required)) {
      if (Object.hasOwn(object, key)) continue;
      const message = `missing; expected ${describeExpected(assertDefined(fields.get(key)))}`;
      problems.push({ path: [...path, key], message });
    }
    for (const key in object) {
      if (isFull()) return;
      keys += 1;
      const field = fields.get(key);
      if (field) checkAt(key, field, object[key]);
      else {
        const unknown = [...path, key];
        const message = describeUnknownField(unknown, [...fields.keys()]);
        problems.push({ path: unknown, message, atKey: true });
      }
    }
  }

  function check(node: Node, value: unknown): void {
    if (!getTest(node)(value)) {
      problems.push({ path: [...path], message: describeWrongValue(node, value, path) });
    } else if (node.properties) {
      const record = value as RawRecord;
      // The dataset itself has no path, and an anchor is deeper.
      if (path.length === 1 || path.length === 2) {
        records.push({ path: [...path], record, schema: node as RecordSchema });
      }
      checkObject(node, record);
    } else if (node.items) {
      const list = value as readonly unknown[];
      for (let at = 0; at < list.length && !isFull(); at++) checkAt(at, node.items, list[at]);
    }
  }

  check(buildDatasetSchema() as Node, dataset);
  return { problems, records, keys };
}
