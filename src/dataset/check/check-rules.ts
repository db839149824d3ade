import { closest } from '../../text/suggest.ts';
import { collectionNames, describe } from '../schema/collections.ts';
import { isDay } from '../schema/day.ts';
import { patterns, type RecordSchema } from '../schema/field-schema.ts';
import { fieldsOf } from '../schema/fields.ts';
import { source } from '../schema/records.ts';
import { describeValue, type Problem, type Step } from './problem.ts';

type Loose = Readonly<Record<string, unknown>>;

interface Place<R = Loose> {
  readonly path: readonly Step[];
  readonly record: R;
  readonly schema: RecordSchema;
}

const isId = (text: string) => new RegExp(patterns.id.source).test(text);

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function placesOf(dataset: Loose): readonly Place[] {
  const single: readonly Place<unknown>[] = [
    { path: ['source'], record: dataset.source, schema: source },
    { path: ['summit'], record: dataset.summit, schema: describe('summit').schema },
  ];
  const listed = collectionNames.flatMap((name): readonly Place<unknown>[] => {
    const records: readonly unknown[] = Array.isArray(dataset[name]) ? dataset[name] : [];
    const { schema } = describe(name);
    return records.map((record, at) => ({ path: [name, at], record, schema }));
  });
  return [...single, ...listed].filter((place): place is Place => isRecord(place.record));
}

/** The ids of each collection. */
type Known = ReadonlyMap<Step, ReadonlySet<string>>;

function idsOf(places: readonly Place[]): Known {
  const known = new Map<Step, Set<string>>();
  for (const { path, record } of places) {
    const [collection = ''] = path;
    const ids = known.get(collection) ?? new Set();
    if (typeof record.id === 'string') known.set(collection, ids.add(record.id));
  }
  return known;
}

function checkIds(places: readonly Place[]): readonly Problem[] {
  const owners = new Map<string, Step>();
  return places.flatMap(({ path, record }): Problem[] => {
    const { id } = record;
    const [collection = ''] = path;
    if (typeof id !== 'string') return [];
    const owner = owners.get(id);
    if (owner === undefined) {
      owners.set(id, collection);
      return [];
    }
    const message = `the id ${describeValue(id)} is taken by another record, in ${owner}`;
    return [{ path: [...path, 'id'], message }];
  });
}

/** For how many dangling references the nearest id is looked for: more are not told of one by one. */
const hints = 20;

function dangling(id: unknown, target: string, known: Known, hasHint: boolean): string | undefined {
  const ids = known.get(target) ?? new Set();
  if (typeof id !== 'string' || !isId(id) || ids.has(id)) return undefined;
  const near = hasHint ? closest(id, ids) : undefined;
  return `no record ${describeValue(id)} in ${target}${near ? `; did you mean "${near}"?` : ''}`;
}

function checkReferences(place: Place, known: Known, hasHint: boolean): readonly Problem[] {
  return fieldsOf(place.schema).flatMap(({ name, schema }): Problem[] => {
    const target = schema['x-reference'];
    if (target === undefined) return [];
    const value = place.record[name];
    const path = [...place.path, name];
    const ids = Array.isArray(value)
      ? value.map((id, at) => ({ id, path: [...path, at] as Step[] }))
      : [{ id: value, path }];
    return ids.flatMap((one) => {
      const message = dangling(one.id, target, known, hasHint);
      return message ? [{ path: one.path, message }] : [];
    });
  });
}

function checkItems({ path, record, schema }: Place): readonly Problem[] {
  return fieldsOf(schema).flatMap(({ name, kind }): Problem[] => {
    const items = record[name];
    if (kind !== 'list' || !Array.isArray(items) || new Set(items).size === items.length) return [];
    return [{ path: [...path, name], message: 'an item stands here twice' }];
  });
}

/** Texts of nothing but spaces, which would read as nothing; any other white space is shown as an escape. */
function checkBlank({ path, record, schema }: Place): readonly Problem[] {
  const isBlank = (value: unknown) => typeof value === 'string' && /^\p{Zs}+$/u.test(value);
  return fieldsOf(schema).flatMap(({ name }): Problem[] => {
    const values: readonly unknown[] = [record[name]].flat();
    const blank = values.find(isBlank);
    if (blank === undefined) return [];
    return [{ path: [...path, name], message: `expected text, found ${describeValue(blank)}` }];
  });
}

function checkSpan({ path, record }: Place): readonly Problem[] {
  const { start, end } = record;
  if (typeof start !== 'string' || typeof end !== 'string') return [];
  if (!isDay(start) || !isDay(end) || start <= end) return [];
  return [{ path: [...path, 'end'], message: `ends on ${end}, before its start on ${start}` }];
}

function checkAmounts({ path, record, schema }: Place): readonly Problem[] {
  return fieldsOf(schema).flatMap(({ name, schema: field }): Problem[] => {
    const unit = field['x-currency'];
    if (unit === undefined || typeof record[name] !== 'number') return [];
    if ((record[unit] ?? null) !== null) return [];
    return [{ path: [...path, unit], message: `expected the currency of ${name}, found null` }];
  });
}

/** What the schema is not asked for: ids, references, items that stand twice, the order of days, amounts without a currency. */
export function checkRules(dataset: unknown): readonly Problem[] {
  if (!isRecord(dataset)) return [];
  const places = placesOf(dataset);
  const known = idsOf(places);
  const references: Problem[] = [];
  for (const place of places) {
    const some = checkReferences(place, known, references.length < hints);
    for (const one of some) references.push(one);
  }
  const rest = places.flatMap((place) => [
    ...checkItems(place),
    ...checkBlank(place),
    ...checkSpan(place),
    ...checkAmounts(place),
  ]);
  return [...checkIds(places), ...references, ...rest];
}
