import { assertDefined } from '../../text/assert-defined.ts';
import { memoise } from '../../text/memoise.ts';
import { collectionNames, describeCollection } from '../schema/collections.ts';
import type { RecordSchema } from '../schema/field-schema.ts';
import { settlement, source } from '../schema/records.ts';
import { formatRules } from './format-rules.ts';
import { participantRules } from './participant-rules.ts';
import { maxProblems, type Problem } from './problem.ts';
import { referenceRules } from './reference-rules.ts';
import type { RawRecord, RecordLocation, Rule, RuleContext } from './rule.ts';
import { semanticRules } from './semantic-rules.ts';

/** All rules for a dataset beyond its schema. To add a rule, add it to one of these lists. */
export const rules: readonly Rule[] = [
  ...referenceRules,
  ...formatRules,
  ...participantRules,
  ...semanticRules,
];

const isRecord = (value: unknown): value is RawRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function locateRecords(
  collection: string,
  schema: RecordSchema,
  dataset: RawRecord,
): readonly RecordLocation[] {
  const records = dataset[collection];
  if (!Array.isArray(records)) return [];
  const places: RecordLocation[] = [];
  for (const [at, record] of records.entries()) {
    if (isRecord(record)) places.push({ collection, index: at, record, schema });
  }
  return places;
}

function createRuleContext(dataset: RawRecord): RuleContext {
  const lists = new Map<string, readonly RecordLocation[]>(
    collectionNames.map((name) => [
      name,
      locateRecords(name, describeCollection(name).schema, dataset),
    ]),
  );
  const summit = isRecord(dataset.summit) ? dataset.summit : {};
  lists.set('settled', locateRecords('settled', settlement, dataset));
  const places: RecordLocation[] = [];
  if (isRecord(dataset.source)) {
    places.push({ collection: 'source', index: undefined, record: dataset.source, schema: source });
  }
  const { schema } = describeCollection('summit');
  places.push({ collection: 'summit', index: undefined, record: summit, schema });
  for (const list of lists.values()) for (const one of list) places.push(one);
  const byId = new Map<unknown, RecordLocation>();
  const repeated: RecordLocation[] = [];
  for (const place of places) {
    const { id } = place.record;
    if (typeof id !== 'string') continue;
    if (byId.has(id)) repeated.push(place);
    else byId.set(id, place);
  }
  const indexById = memoise((collection: string) => {
    const own = assertDefined(lists.get(collection));
    // If several records have the same id, the first one counts.
    return new Map(own.toReversed().map((place) => [place.record.id, place]));
  });
  return {
    summit,
    places,
    repeated,
    in: (collection) => assertDefined(lists.get(collection)),
    find: (id, collection) => {
      if (typeof id !== 'string') return undefined;
      return (collection === undefined ? byId : indexById(collection)).get(id);
    },
  };
}

/** Checks a dataset against the rules, even if it does not match the schema. Stops after `maxProblems`. */
export function checkRules(dataset: unknown): readonly Problem[] {
  if (!isRecord(dataset)) return [];
  const checked = createRuleContext(dataset);
  const problems: Problem[] = [];
  for (const { check } of rules) {
    for (const problem of check(checked)) {
      problems.push(problem);
      if (problems.length >= maxProblems) return problems;
    }
  }
  return problems;
}
