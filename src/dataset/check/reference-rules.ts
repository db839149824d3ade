import { assertDefined } from '../../text/assert-defined.ts';
import { findClosest } from '../../text/did-you-mean.ts';
import { memoise } from '../../text/memoise.ts';
import { anyCollection, type RecordSchema } from '../schema/field-schema.ts';
import { listFields } from '../schema/fields.ts';
import { patterns } from '../schema/patterns.ts';
import { describeValue, maxProblems, type Problem, type Step } from './problem.ts';
import {
  buildPath,
  checkCollection,
  createProblem,
  type RecordLocation,
  type Rule,
  type RuleContext,
} from './rule.ts';

const uniqueIds: Rule = {
  field: 'id',
  requires: 'No two records have the same id.',
  rationale: 'An id identifies one record in the whole file.',
  check: function* ({ repeated, find }) {
    for (const place of repeated) {
      const { id } = place.record;
      const { collection } = assertDefined(find(id));
      const message = `id ${describeValue(id)} is already used by another record in ${collection}`;
      yield createProblem(place, 'id', message);
    }
  },
};

/** Maximum number of dangling references with a similar id suggested. Messages do not list more. */
const maxHints = 20;

const isId = new RegExp(patterns.id.source);

/** Finds the id closest to one that does not exist, in one collection or in any. */
function findNearestId(id: string, target: string, dataset: RuleContext): string | undefined {
  const among = target === anyCollection ? dataset.places : dataset.in(target);
  return findClosest(
    id,
    among.map((place) => place.record.id).filter((one) => typeof one === 'string'),
  );
}

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
  requires: 'An id in a reference field belongs to a record of the right collection.',
  rationale: 'A dangling reference cannot be followed.',
  check: (dataset) => {
    const found = new Map<string, Dangling>();
    const look = (
      id: unknown,
      target: string,
      place: RecordLocation,
      ...steps: readonly Step[]
    ) => {
      if (dataset.find(id, target === anyCollection ? undefined : target)) return;
      if (found.size >= maxProblems) return;
      if (typeof id !== 'string' || !isId.test(id)) return;
      // An id that exists in another collection is missing from the target only.
      const key = dataset.find(id) ? `${target} ${id}` : id;
      const same = found.get(key);
      if (same) same.count += 1;
      else found.set(key, { id, target, path: buildPath(place, ...steps), count: 1 });
    };
    for (const place of dataset.places) {
      for (const { name, target } of listReferenceFields(place.schema)) {
        const value = place.record[name];
        if (!Array.isArray(value)) look(value, target, place, name);
        else for (const [at, id] of value.entries()) look(id, target, place, name, at);
      }
    }
    return [...found.values()].map((one, at): Problem => {
      const near = at < maxHints ? findNearestId(one.id, one.target, dataset) : undefined;
      return { path: one.path, message: describeDangling(one, near) };
    });
  },
};

const settledFields: Rule = {
  field: 'settled.field',
  requires: 'The field is a field of the settled record.',
  rationale: 'Otherwise the entry has no effect.',
  check: checkCollection('settled', (settled, { find }) => {
    const { record, field } = settled.record;
    const place = find(record);
    if (!place || typeof field !== 'string') return undefined;
    const names = listFields(place.schema).map(({ name }) => name);
    if (names.includes(field)) return undefined;
    const near = findClosest(field, names);
    const hint = near ? `; did you mean "${near}"?` : '';
    return createProblem(settled, 'field', `unknown field ${describeValue(field)}${hint}`);
  }),
};

/** Rules on ids, and on references to records and fields. */
export const referenceRules: readonly Rule[] = [uniqueIds, knownReferences, settledFields];
