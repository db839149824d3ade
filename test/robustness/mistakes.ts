import { readFileSync } from 'node:fs';
import { validateDataset } from '../../src/dataset/check/validate.ts';
import { buildAssertions } from '../../src/dataset/query/assertions.ts';
import { readArticle } from '../../src/evidence/article/article.ts';
import { type Report, verifyRecords } from '../../src/evidence/verify.ts';
import type { AssertedRecord } from '../../src/model/assertion.ts';
import { assertDefined } from '../../src/text/assert-defined.ts';
import { groupBy } from '../../src/text/group-by.ts';
import { isThorough, selectErrors } from '../seed.mts';
import { listMutations, sorts, type Way } from './mutations.ts';

/** Mistake in a dataset, and how it is reported. */
export interface Mistake {
  readonly way: Way;
  readonly isError: boolean;
  /** True if there is an error or a warning that the true dataset does not raise. */
  readonly isFound: boolean;
}

export interface Measure {
  readonly records: number;
  /** True records with a warning, reviewed or not. */
  readonly questioned: number;
  readonly mistakes: readonly Mistake[];
}

/** Reads the assertions of a dataset. Returns undefined if it is invalid. */
function readAssertions(data: string): readonly AssertedRecord[] | undefined {
  const { dataset } = validateDataset(new TextEncoder().encode(data));
  return dataset && buildAssertions(dataset);
}

const listWarnings = ({ warnings }: Report): readonly string[] =>
  warnings.map((warning) => JSON.stringify(warning));

/** Reads a true dataset with its article. */
export async function openPair(data: string, text: string) {
  const dataset = readFileSync(data, 'utf8');
  const article = await readArticle(readFileSync(text));
  const records = assertDefined(readAssertions(dataset));
  const verify = (some: readonly AssertedRecord[]) => verifyRecords(article, some, 'en');
  return { dataset, article, records, verify };
}

/** Verifies a dataset with each mistake, one at a time, and without mistakes. */
export async function measureMistakes(data: string, text: string): Promise<Measure> {
  const { dataset, article, records, verify } = await openPair(data, text);
  const report = verify(records);
  const known = new Set(listWarnings(report));
  const ids = [...report.warnings, ...report.reviewed].map(({ id }) => id);
  const mutations = [...listMutations(JSON.parse(dataset), article.paragraphs)];
  // A quick run leaves out what is found by construction.
  const due = isThorough ? mutations : selectPlausible(mutations);
  const mistakes = selectErrors(due).map(({ way, record, file }) => {
    const wrong = readAssertions(JSON.stringify(file));
    // Most are errors of the record itself, so the others need not be verified.
    const own = wrong?.filter(({ id }) => id === record) ?? [];
    const result = wrong && verify(own).failures.length === 0 ? verify(wrong) : undefined;
    const isError = !result || result.failures.length > 0;
    const isFound = isError || listWarnings(result).some((warning) => !known.has(warning));
    return { way, isError, isFound };
  });
  return { records: records.length, questioned: new Set(ids).size, mistakes };
}

/** Counts mistakes, errors among them, and errors or warnings. */
export const countMistakes = (mistakes: readonly Mistake[]) => ({
  all: mistakes.length,
  errors: mistakes.filter(({ isError }) => isError).length,
  found: mistakes.filter(({ isFound }) => isFound).length,
});

/** Selects the mistakes that an author is likely to make. A slip is found by construction. */
export const selectPlausible = <One extends { readonly way: Way }>(
  mistakes: readonly One[],
): readonly One[] => mistakes.filter(({ way }) => sorts[way] !== 'slip');

function formatCounts(mistakes: readonly Mistake[]): string {
  const { all, errors, found } = countMistakes(mistakes);
  const formatShare = (part: number) => `${Math.floor((100 * part) / all)} %`;
  return `${all} | ${formatShare(errors)} | ${formatShare(found)}`;
}

/** Lists the rows of the table of mistakes, by sort and way. */
export function listRowsByWay(mistakes: readonly Mistake[]): readonly string[] {
  const byWay = groupBy(mistakes, ({ way }) => way);
  return (['structure', 'meaning', 'slip'] as const).flatMap((sort) => {
    const ways = (Object.keys(sorts) as Way[]).filter((way) => sorts[way] === sort);
    const rows = ways.flatMap((way) => {
      const some = byWay.get(way) ?? [];
      return some.length === 0 ? [] : `| ${way} | ${sort} | ${formatCounts(some)} |`;
    });
    const all = mistakes.filter(({ way }) => sorts[way] === sort);
    return [...rows, `| **all** | **${sort}** | ${formatCounts(all)} |`];
  });
}

/** Formats the row of a dataset in the table of datasets. */
export const formatDatasetRow = (name: string, { records, questioned, mistakes }: Measure) =>
  `| ${name} | ${records} | ${questioned} | ${formatCounts(selectPlausible(mistakes))} |`;
