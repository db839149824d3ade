import Schema from 'typebox/schema';
import { Settings } from 'typebox/system';
import { closest, inWords } from '../../text/suggest.ts';
import { datasetSchema } from '../schema/dataset.ts';
import { type Pattern, patterns } from '../schema/field-schema.ts';
import { describeValue, type Problem, type Step } from './problem.ts';

/** The keywords of JSON Schema that the datasets' schema uses. */
interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const patternFor = (source: string): Pattern | undefined =>
  Object.values<Pattern>(patterns).find((pattern) => pattern.source === source);

/** What a schema asks for, in words: `a number or null`. */
function expected(node: Node): string {
  if (node.enum) return inWords(node.enum.map((one) => JSON.stringify(one)));
  const types = [node.type ?? []].flat();
  const words = types.map((type) => {
    if (type === 'string' && node.pattern) return patternFor(node.pattern)?.one ?? 'text';
    if (type === 'array' && node.items?.pattern) {
      return `a list of ${patternFor(node.items.pattern)?.several ?? 'texts'}`;
    }
    return typeWords[type] ?? type;
  });
  return inWords(words);
}

/** The steps of a JSON Pointer (RFC 6901). */
function stepsOf(pointer: string, root: unknown): Step[] {
  const steps: Step[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(value) ? Number(key) : key;
    steps.push(step);
    value = (value as Record<Step, unknown> | undefined)?.[step];
  }
  return steps;
}

const valueAt = (root: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<Step, unknown>)[step], root);

const nodeAt = (root: Node, path: readonly Step[]): Node =>
  path.reduce<Node>(
    (node, step) => (typeof step === 'number' ? node.items : node.properties?.[step]) ?? {},
    root,
  );

/** The bound that a number is beyond, in words. */
function boundOf({ minimum, maximum }: Node, value: unknown): string {
  if (typeof value !== 'number') return '';
  if (minimum !== undefined && value < minimum) return ` of at least ${minimum}`;
  return maximum !== undefined && value > maximum ? ` of at most ${maximum}` : '';
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

/** Where a dataset departs from the schema (JSON Schema 2020-12). */
export function checkSchema(value: unknown): readonly Problem[] {
  // The library takes the square of a list's time for these, and all lone surrogates for one.
  const withoutUnique = (key: string, item: unknown) => (key === 'uniqueItems' ? undefined : item);
  const schema = JSON.parse(JSON.stringify(datasetSchema(), withoutUnique)) as object;
  const validator = Schema.Compile(schema);
  if (validator.Check(value)) return [];
  Settings.Set({ maxErrors: Number.POSITIVE_INFINITY });
  const problems = validator
    .Errors(value)[1]
    .flatMap(({ keyword, instancePath, params }): Problem[] => {
      const path = stepsOf(instancePath, value);
      const node = nodeAt(schema as Node, path);
      const details = params as Readonly<Record<string, readonly string[]>>;
      switch (keyword) {
        case 'boolean':
          return [];
        case 'additionalProperties': {
          const known = Object.keys(node.properties ?? {});
          return (details.additionalProperties ?? []).map((key) => {
            const near = closest(key, known);
            const hint = near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`;
            return { path: [...path, key], message: `unknown field; ${hint}`, atKey: true };
          });
        }
        case 'required':
          return (details.requiredProperties ?? []).map((key) => ({
            path: [...path, key],
            message: `missing; expected ${expected(nodeAt(node, [key]))}`,
          }));
        default:
          return [{ path, message: wrongValue(node, valueAt(value, path)) }];
      }
    });
  // One value may break several rules of the schema and get the same message for each.
  const told = new Set<string>();
  return problems.filter(({ path, message }) => {
    const text = JSON.stringify([path, message]);
    const isNew = !told.has(text);
    told.add(text);
    return isNew;
  });
}
