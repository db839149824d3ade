import { assertDefined } from '../../text/assert-defined.ts';
import { findClosest } from '../../text/did-you-mean.ts';
import { anyCollection, listFields, patterns } from '../schema/fields.ts';
import { describeValue, maxProblems, type Problem, type Step } from './problem.ts';
import {
  checkRecords,
  getText,
  listIdentified,
  type RecordLocation,
  type Rule,
  type RuleContext,
  selectFields,
} from './rule.ts';

/** Maximum number of dangling references with a similar id suggested. Messages do not list more. */
const maxHints = 20;

/** Reference to a record that does not exist. */
interface Dangling {
  readonly id: string;
  /** Collection that it should lead to. */
  readonly target: string;
  readonly path: readonly Step[];
}

const isId = new RegExp(patterns.id.source);

const listReferences = selectFields(({ schema }) => schema['x-reference'] !== undefined);

function* findDangling(
  { record, path, schema }: RecordLocation,
  { find }: RuleContext,
): Generator<Dangling> {
  const isDangling = (id: unknown, target: string): id is string =>
    typeof id === 'string' && !find(id, target) && isId.test(id);
  for (const { name, schema: field } of listReferences(schema)) {
    const target = assertDefined(field['x-reference']);
    const value = record[name];
    if (isDangling(value, target)) yield { id: value, target, path: [...path, name] };
    if (!Array.isArray(value)) continue;
    for (const [at, id] of value.entries()) {
      if (isDangling(id, target)) yield { id, target, path: [...path, name, at] };
    }
  }
}

/** Groups dangling references to the same missing id. Stops at `maxProblems` ids. */
function groupDangling(context: RuleContext): readonly (readonly [Dangling, ...Dangling[]])[] {
  const groups = new Map<string, [Dangling, ...Dangling[]]>();
  for (const location of context.list(anyCollection)) {
    if (groups.size >= maxProblems) break;
    for (const dangling of findDangling(location, context)) {
      const { id, target } = dangling;
      // An id that exists in another collection is missing from the target only.
      const key = context.find(id) ? `${target} ${id}` : id;
      const group = groups.get(key);
      if (group) group.push(dangling);
      else groups.set(key, [dangling]);
    }
  }
  return [...groups.values()];
}

/** Describes references to a missing id. If there are several, the id of the record itself may be misspelt. */
function describeDangling({ id, target }: Dangling, count: number, near?: string): string {
  const where = target === anyCollection ? 'this dataset' : target;
  const more = count > 1 ? ` (and ${count - 1} more reference${count > 2 ? 's' : ''} to it)` : '';
  const question = `did you mean "${near}"${count > 1 ? ', or is that id misspelt' : ''}?`;
  return `no such record in ${where}: ${describeValue(id)}${more}${near ? `; ${question}` : ''}`;
}

function checkReferences(context: RuleContext): readonly Problem[] {
  return groupDangling(context).map((group, at) => {
    const [first] = group;
    const ids =
      at < maxHints ? listIdentified(context, first.target).map((one) => String(one.id)) : [];
    const near = findClosest(first.id, ids);
    return { path: first.path, message: describeDangling(first, group.length, near) };
  });
}

/** Rules on ids, and on references to records and fields. */
export const referenceRules: readonly Rule[] = [
  {
    fields: 'id',
    check: checkRecords(anyCollection, 'id', ({ locate }) => ({ id }, location) => {
      const first = locate(id);
      if (!first || first === location) return undefined;
      return `id ${describeValue(id)} is already used by another record in ${first.path[0]}`;
    }),
  },
  { fields: 'any reference', check: checkReferences },
  {
    fields: 'settled.field',
    check: checkRecords('settled', 'field', ({ locate }) => (settled) => {
      const location = locate(settled.record);
      const field = getText(settled, 'field');
      if (!location || field === undefined) return undefined;
      const names = listFields(location.schema).map(({ name }) => name);
      if (names.includes(field)) return undefined;
      const near = findClosest(field, names);
      return `unknown field ${describeValue(field)}${near ? `; did you mean "${near}"?` : ''}`;
    }),
  },
];
