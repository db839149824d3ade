import { memoise } from '../../text/memoise.ts';
import { present } from '../../text/present.ts';
import { closest } from '../../text/suggest.ts';
import { anyCollection, type RecordSchema } from '../schema/field-schema.ts';
import { fieldsOf } from '../schema/fields.ts';
import { patterns } from '../schema/patterns.ts';
import { describeValue, type Problem, type Step } from './problem.ts';
import { type Checked, type Placed, pathTo, type Rule } from './rule.ts';

const uniqueIds: Rule = {
  field: 'id',
  asks: 'No two records have the same id.',
  why: 'A record is called by its id, in whatever collection it stands.',
  check: ({ repeated, find }) =>
    repeated.map((place): Problem => {
      const { id } = place.record;
      const { collection } = present(find(id));
      const message = `the id ${describeValue(id)} is taken by another record, in ${collection}`;
      return { path: pathTo(place, 'id'), message };
    }),
};

/** For how many dangling references the nearest id is looked for: more are not told of one by one. */
const hints = 20;

const isId = new RegExp(patterns.id.source);

/** The id of a record of a collection, or of any, that is nearest to one that there is not. */
function nearestId(id: string, target: string, dataset: Checked): string | undefined {
  const among = target === anyCollection ? dataset.places : dataset.in(target);
  return closest(
    id,
    among.map((place) => place.record.id).filter((one) => typeof one === 'string'),
  );
}

/** References that all lead to one id that there is not: the first of them, and how many there are. */
interface Dangling {
  readonly id: string;
  /** The collection that the first is to lead to. */
  readonly target: string;
  readonly path: readonly Step[];
  count: number;
}

/** Describes references that lead nowhere; where there are several, the id of the record may be the wrong one. */
function describeDangling({ id, target, count }: Dangling, near: string | undefined): string {
  const where = target === anyCollection ? 'this dataset' : target;
  const more = count > 1 ? ` (and ${count - 1} more reference${count > 2 ? 's' : ''} to it)` : '';
  const question = `did you mean "${near}"${count > 1 ? ', or is that id misspelt' : ''}?`;
  return `no record ${describeValue(id)} in ${where}${more}${near ? `; ${question}` : ''}`;
}

/** The fields of a schema that refer to records, each with the collection that these are to be of. */
const referencesOf = memoise((schema: RecordSchema) =>
  fieldsOf(schema)
    .filter(({ schema: field }) => field['x-reference'])
    .map(({ name, schema: field }) => ({ name, target: present(field['x-reference']) })),
);

const knownReferences: Rule = {
  field: 'any reference',
  asks: 'The ids in a field that refers to records are ids of such records.',
  why: 'What leads nowhere cannot be followed.',
  check: (dataset) => {
    const found = new Map<string, Dangling>();
    const look = (id: unknown, target: string, place: Placed, ...steps: readonly Step[]) => {
      if (dataset.find(id, target === anyCollection ? undefined : target)) return;
      if (typeof id !== 'string' || !isId.test(id)) return;
      // An id of another collection is missing from one collection only.
      const key = dataset.find(id) ? `${target} ${id}` : id;
      const same = found.get(key);
      if (same) same.count += 1;
      else found.set(key, { id, target, path: pathTo(place, ...steps), count: 1 });
    };
    for (const place of dataset.places) {
      for (const { name, target } of referencesOf(place.schema)) {
        const value = place.record[name];
        if (!Array.isArray(value)) look(value, target, place, name);
        else for (const [at, id] of value.entries()) look(id, target, place, name, at);
      }
    }
    return [...found.values()].map((one, at): Problem => {
      const near = at < hints ? nearestId(one.id, one.target, dataset) : undefined;
      return { path: one.path, message: describeDangling(one, near) };
    });
  },
};

const settledFields: Rule = {
  field: 'settled.field',
  asks: 'What is settled is a field of its record.',
  why: 'Otherwise nothing is settled by it.',
  check: (dataset) =>
    dataset.in('settled').flatMap((settled): Problem[] => {
      const { record, field } = settled.record;
      const place = dataset.find(record);
      if (!place || typeof field !== 'string') return [];
      const names = fieldsOf(place.schema).map(({ name }) => name);
      if (names.includes(field)) return [];
      const near = closest(field, names);
      const hint = near ? `; did you mean "${near}"?` : '';
      return [
        { path: pathTo(settled, 'field'), message: `no field ${describeValue(field)}${hint}` },
      ];
    }),
};

/** Rules on ids, and on what calls records and fields by theirs. */
export const rulesOfReferences: readonly Rule[] = [uniqueIds, knownReferences, settledFields];
