import { assertDefined } from '../../text/assert-defined.ts';
import { findClosest } from '../../text/did-you-mean.ts';
import { memoise } from '../../text/memoise.ts';
import { anyCollection, listFields, patterns, type RecordSchema } from '../schema/fields.ts';
import { describeValue, maxProblems, type Step } from './problem.ts';
import {
  buildPath,
  checkRecords,
  createProblem,
  type RecordLocation,
  type Rule,
  type RuleContext,
} from './rule.ts';

const uniqueIds: Rule = {
  field: 'id',
  check: checkRecords(anyCollection, ({ find }) => (location) => {
    const { id } = location.record;
    const first = find(id);
    if (!first || first === location) return undefined;
    const message = `id ${describeValue(id)} is already used by another record in ${first.collection}`;
    return createProblem(location, 'id', message);
  }),
};

/** Maximum number of dangling references with a similar id suggested. Messages do not list more. */
const maxHints = 20;

const isId = new RegExp(patterns.id.source);

/** Finds the id closest to one that does not exist, in one collection or in any. */
const findNearestId = (id: string, target: string, { list }: RuleContext): string | undefined =>
  findClosest(
    id,
    list(target)
      .map(({ record }) => record.id)
      .filter((one) => typeof one === 'string'),
  );

/** References to the same missing id: the first of them, and their number. */
interface Dangling {
  readonly id: string;
  /** Collection that the first reference should lead to. */
  readonly target: string;
  readonly path: readonly Step[];
  count: number;
}

/** Describes references to a missing id. If there are several, the id of the record itself may be misspelt. */
function describeDangling({ id, target, count }: Dangling, near: string | undefined): string {
  const where = target === anyCollection ? 'this dataset' : target;
  const more = count > 1 ? ` (and ${count - 1} more reference${count > 2 ? 's' : ''} to it)` : '';
  const question = `did you mean "${near}"${count > 1 ? ', or is that id misspelt' : ''}?`;
  return `no such record in ${where}: ${describeValue(id)}${more}${near ? `; ${question}` : ''}`;
}

/** Lists the reference fields of a schema, each with the collection that it refers to. */
const listReferenceFields = memoise((schema: RecordSchema) =>
  listFields(schema)
    .filter(({ schema: field }) => field['x-reference'])
    .map(({ name, schema: field }) => ({ name, target: assertDefined(field['x-reference']) })),
);

const knownReferences: Rule = {
  field: 'any reference',
  check: (context) => {
    const { list, find } = context;
    const found = new Map<string, Dangling>();
    const checkReference = (
      id: unknown,
      target: string,
      location: RecordLocation,
      ...steps: readonly Step[]
    ) => {
      if (find(id, target) || found.size >= maxProblems) return;
      if (typeof id !== 'string' || !isId.test(id)) return;
      // An id that exists in another collection is missing from the target only.
      const key = find(id) ? `${target} ${id}` : id;
      const same = found.get(key);
      if (same) same.count += 1;
      else found.set(key, { id, target, path: buildPath(location, ...steps), count: 1 });
    };
    for (const location of list(anyCollection)) {
      for (const { name, target } of listReferenceFields(location.schema)) {
        const value = location.record[name];
        if (!Array.isArray(value)) checkReference(value, target, location, name);
        else for (const [at, id] of value.entries()) checkReference(id, target, location, name, at);
      }
    }
    return [...found.values()].map((one, at) => {
      const near = at < maxHints ? findNearestId(one.id, one.target, context) : undefined;
      return { path: one.path, message: describeDangling(one, near) };
    });
  },
};

const settledFields: Rule = {
  field: 'settled.field',
  check: checkRecords('settled', ({ find }) => (location) => {
    const { record, field } = location.record;
    const settled = find(record);
    if (!settled || typeof field !== 'string') return undefined;
    const names = listFields(settled.schema).map(({ name }) => name);
    if (names.includes(field)) return undefined;
    const near = findClosest(field, names);
    const hint = near ? `; did you mean "${near}"?` : '';
    return createProblem(location, 'field', `unknown field ${describeValue(field)}${hint}`);
  }),
};

/** Rules on ids, and on references to records and fields. */
export const referenceRules = { uniqueIds, knownReferences, settledFields };
