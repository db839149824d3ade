import type { ComparedPair, Comparison } from '../dataset/query/compare.ts';
import type { FieldResult } from '../dataset/query/compare-fields.ts';
import { readValue } from '../dataset/query/read.ts';
import type { Entry } from '../dataset/schema/dataset.ts';

export const resultTexts = {
  equal: 'equal',
  more: 'one says more',
  differ: 'differ',
} as const satisfies Readonly<Record<FieldResult, string>>;

/** Lists the fields of a pair that differ, or all that were compared. */
export const listShownFields = ({ fields }: ComparedPair, hasAll: boolean) =>
  fields.filter(({ result }) => hasAll || result === 'differ');

/** Counts the records that agree, that differ and that one dataset alone has. */
export function countResults({ pairs, perhaps, onlyHere, onlyThere }: Comparison) {
  const differ = pairs.filter(({ result }) => result === 'differ').length;
  return {
    agree: pairs.length - differ,
    differ,
    onlyHere: onlyHere.length,
    onlyThere: onlyThere.length,
    perhaps: perhaps.length,
  };
}

export function buildComparisonJson(comparison: Comparison, hasAll: boolean): object {
  const { here, there, pairs, perhaps, onlyHere, onlyThere, answers, unmatched } = comparison;
  const toIds = (pair: Pick<ComparedPair, 'collection' | 'here' | 'there'>) => ({
    collection: pair.collection,
    here: pair.here.id,
    there: pair.there.id,
  });
  const toId = ({ collection, record }: Entry) => ({ collection, id: record.id });
  return {
    ...countResults(comparison),
    isVersion: comparison.isVersion,
    origin: comparison.origin ?? null,
    sourceFields: comparison.sourceFields,
    sources: { here: here.dataset.source, there: there.dataset.source },
    records: pairs
      .filter((pair) => listShownFields(pair, hasAll).length > 0)
      .map((pair) => ({
        ...toIds(pair),
        result: pair.result,
        fields: listShownFields(pair, hasAll).map(({ field, result }) => ({
          field: field.name,
          result: resultTexts[result],
          here: readValue(pair.here, field, here),
          there: readValue(pair.there, field, there),
        })),
        evidence: { here: pair.here.evidence, there: pair.there.evidence },
      })),
    perhapsSame: perhaps.map(toIds),
    answers: answers.map(({ gap, side, pair, field }) => {
      const other = side === 'here' ? pair.there : pair.here;
      return {
        gap: gap.id,
        side,
        record: other.id,
        field: field.name,
        value: other[field.name],
        evidence: other.evidence,
      };
    }),
    recordsOnlyHere: onlyHere.map(toId),
    recordsOnlyThere: onlyThere.map(toId),
    notMatched: { here: unmatched.here.map(toId), there: unmatched.there.map(toId) },
  };
}
