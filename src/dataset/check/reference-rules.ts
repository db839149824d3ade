import { assertDefined } from '../../text/assert-defined.ts';
import { findClosest } from '../../text/did-you-mean.ts';
import { formatCount } from '../../text/format-count.ts';
import { anyCollection, listFields, patterns } from '../schema/fields.ts';
import { describeValue, type Problem, type Step } from './problem.ts';
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

/** References to the same missing id: the first of them, and their number. */
interface Dangling {
  readonly id: string;
  /** Collection that the first reference should lead to. */
  readonly target: string;
  readonly path: readonly Step[];
  count: number;
}

const isId = new RegExp(patterns.id.source);

function listDangling({ list, find }: RuleContext): readonly Dangling[] {
  const dangling = new Map<string, Dangling>();
  const check = (
    id: unknown,
    target: string,
    { path }: RecordLocation,
    ...steps: readonly Step[]
  ) => {
    if (typeof id !== 'string' || find(id, target) || !isId.test(id)) return;
    // An id that exists in another collection is missing from the target only.
    const key = find(id) ? `${target} ${id}` : id;
    const same = dangling.get(key);
    if (same) same.count += 1;
    else dangling.set(key, { id, target, path: [...path, ...steps], count: 1 });
  };
  const selectReferences = selectFields(({ schema }) => schema['x-reference'] !== undefined);
  for (const location of list(anyCollection)) {
    for (const { name, schema } of selectReferences(location.schema)) {
      const target = assertDefined(schema['x-reference']);
      const value = location.record[name];
      if (!Array.isArray(value)) check(value, target, location, name);
      else for (const [at, id] of value.entries()) check(id, target, location, name, at);
    }
  }
  return [...dangling.values()];
}

/** Describes references to a missing id. If there are several, the id of the record itself may be misspelt. */
function describeDangling({ id, target, count }: Dangling, near: string | undefined): string {
  const where = target === anyCollection ? 'this dataset' : target;
  const more = count > 1 ? ` (and ${formatCount(count - 1, 'more reference')} to it)` : '';
  const question = `did you mean "${near}"${count > 1 ? ', or is that id misspelt' : ''}?`;
  return `no such record in ${where}: ${describeValue(id)}${more}${near ? `; ${question}` : ''}`;
}

function* checkReferences(context: RuleContext): Generator<Problem> {
  for (const [at, dangling] of listDangling(context).entries()) {
    const known = at < maxHints ? listIdentified(context, dangling.target) : [];
    const near = findClosest(
      dangling.id,
      known.map(({ id }) => id),
    );
    yield { path: dangling.path, message: describeDangling(dangling, near) };
  }
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
    fields: 'reviewed.field',
    check: checkRecords('reviewed', 'field', ({ locate }) => (review) => {
      const location = locate(review.record);
      const field = getText(review, 'field');
      if (!location || field === undefined) return undefined;
      const names = listFields(location.schema).map(({ name }) => name);
      if (names.includes(field)) return undefined;
      const near = findClosest(field, names);
      return `unknown field ${describeValue(field)}${near ? `; did you mean "${near}"?` : ''}`;
    }),
  },
];
