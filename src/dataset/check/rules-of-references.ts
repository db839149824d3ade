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

function dangling(id: string, target: string, near: string | undefined): string {
  const where = target === anyCollection ? 'this dataset' : target;
  return `no record ${describeValue(id)} in ${where}${near ? `; did you mean "${near}"?` : ''}`;
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
    const problems: Problem[] = [];
    const look = (id: unknown, target: string, place: Placed, ...steps: readonly Step[]) => {
      if (dataset.find(id, target === anyCollection ? undefined : target)) return;
      if (typeof id !== 'string' || !isId.test(id)) return;
      const near = problems.length < hints ? nearestId(id, target, dataset) : undefined;
      problems.push({ path: pathTo(place, ...steps), message: dangling(id, target, near) });
    };
    for (const place of dataset.places) {
      for (const { name, target } of referencesOf(place.schema)) {
        const value = place.record[name];
        if (!Array.isArray(value)) look(value, target, place, name);
        else for (const [at, id] of value.entries()) look(id, target, place, name, at);
      }
    }
    return problems;
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
