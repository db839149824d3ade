import { memoise } from '../../text/memoise.ts';
import { present } from '../../text/present.ts';
import { collectionNames, describe } from '../schema/collections.ts';
import type { RecordSchema } from '../schema/field-schema.ts';
import { settlement, source } from '../schema/records.ts';
import type { Problem } from './problem.ts';
import type { Checked, Loose, Placed, Rule } from './rule.ts';
import { rulesOfForm } from './rules-of-form.ts';
import { rulesOfParties } from './rules-of-parties.ts';
import { rulesOfReferences } from './rules-of-references.ts';
import { rulesOfSense } from './rules-of-sense.ts';

/** The one table of what a dataset has to be beyond its schema: a new rule is a value in it. */
export const rules: readonly Rule[] = [
  ...rulesOfReferences,
  ...rulesOfForm,
  ...rulesOfParties,
  ...rulesOfSense,
];

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function placesIn(collection: string, schema: RecordSchema, dataset: Loose): readonly Placed[] {
  const records = dataset[collection];
  if (!Array.isArray(records)) return [];
  const places: Placed[] = [];
  for (const [at, record] of records.entries()) {
    if (isRecord(record)) places.push({ collection, index: at, record, schema });
  }
  return places;
}

function read(dataset: Loose): Checked {
  const lists = new Map<string, readonly Placed[]>(
    collectionNames.map((name) => [name, placesIn(name, describe(name).schema, dataset)]),
  );
  const summit = isRecord(dataset.summit) ? dataset.summit : {};
  lists.set('settled', placesIn('settled', settlement, dataset));
  const places: Placed[] = [];
  if (isRecord(dataset.source)) {
    places.push({ collection: 'source', index: undefined, record: dataset.source, schema: source });
  }
  const { schema } = describe('summit');
  places.push({ collection: 'summit', index: undefined, record: summit, schema });
  for (const list of lists.values()) for (const one of list) places.push(one);
  const byId = new Map<unknown, Placed>();
  const repeated: Placed[] = [];
  for (const place of places) {
    const { id } = place.record;
    if (typeof id !== 'string') continue;
    if (byId.has(id)) repeated.push(place);
    else byId.set(id, place);
  }
  const byIdIn = memoise((collection: string) => {
    const own = present(lists.get(collection));
    // Of several with one id the first counts.
    return new Map(own.toReversed().map((place) => [place.record.id, place]));
  });
  return {
    summit,
    places,
    repeated,
    in: (collection) => present(lists.get(collection)),
    find: (id, collection) => {
      if (typeof id !== 'string') return undefined;
      return (collection === undefined ? byId : byIdIn(collection)).get(id);
    },
  };
}

/** Where a dataset breaks one of the rules, whether or not it keeps to the schema. */
export function checkRules(dataset: unknown): readonly Problem[] {
  if (!isRecord(dataset)) return [];
  const checked = read(dataset);
  return rules.flatMap(({ check }) => check(checked));
}
