import { load } from '../dataset/load.ts';
import { compareDatasets } from '../dataset/query/compare.ts';
import { findRecord } from '../dataset/query/find-record.ts';
import type { RecordPair } from '../dataset/query/match-records.ts';
import { indexRecords, type RecordIndex } from '../dataset/query/record-index.ts';
import { anyCollection } from '../dataset/schema/fields.ts';
import { completeFiles } from '../options/completers.ts';
import { defineFlag, defineFormatOption, defineRepeatableOption } from '../options/option.ts';
import { formatJson } from '../output/format-json.ts';
import { describeFormat } from '../output/formats.ts';
import { UserError } from '../system/user-error.ts';
import { defineCommand, groups } from './command.ts';
import { buildComparisonJson, countResults } from './compare-json.ts';
import { renderComparison } from './compare-report.ts';

/** Finds a record that --same names. */
function findNamed(word: string, index: RecordIndex) {
  try {
    return findRecord(word, index, anyCollection);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Status 1 would mean that the datasets differ.
    throw new UserError(`--same: ${error.message}`, { hint: error.hint });
  }
}

/**
 * Parses the values of --same: a record here, and the same record in the other dataset.
 * @throws UserError if a value is not of the form, or its records are not of one collection or named twice
 */
function parseSame(
  values: readonly string[],
  here: RecordIndex,
  there: RecordIndex,
): readonly RecordPair[] {
  const pairs = values.map((value): RecordPair => {
    const [, left, right] = /^([^=]+)=(.+)$/.exec(value) ?? [];
    if (left === undefined || right === undefined) {
      throw new UserError(`--same takes two records, not "${value}"`, {
        hint: 'write the one here first: --same <here>=<there>',
      });
    }
    const [one, other] = [findNamed(left, here), findNamed(right, there)];
    if (one.collection === other.collection) return [one.record, other.record];
    throw new UserError(
      `--same takes two records of one collection: ${one.record.id} is one of the ${one.collection}, ${other.record.id} of the ${other.collection}`,
    );
  });
  const all = pairs.flat();
  const twice = all.find((record, at) => all.indexOf(record) !== at);
  if (twice) throw new UserError(`--same names ${twice.id} twice`);
  return pairs;
}

export const compare = defineCommand({
  name: 'compare',
  group: groups.checking,
  summary: 'Compare the dataset with another report of the same event, or with an earlier version.',
  operands: {
    dataset: {
      form: 'one',
      description: 'the other dataset; - for standard input',
      complete: completeFiles,
    },
  },
  options: {
    format: defineFormatOption(['table', 'json', 'markdown'], describeFormat),
    same: defineRepeatableOption(
      '--same <here=there>',
      'treat these two records as the same (may be repeated)',
      () => [],
    ),
    all: defineFlag('--all', 'show equal fields too'),
  },
  examples: ({ deal }) => [
    ['compare other.json', 'what two reports agree and differ on'],
    ['compare old.json', 'what has changed since an earlier version'],
    [`compare other.json --same ${deal}=rail-link`, 'treat two records as the same'],
    ['compare other.json -f json | jq .records', 'the differences as JSON'],
  ],
  more:
    'Records match by what they are, not by position: countries by code, leaders and organizations by name, talks by ' +
    'parties and days, deals by kind and countries, quotes by their words, events by name and day. Claims and gaps ' +
    'are only listed. A value that only one report states is not a difference. Between two versions of one dataset, ' +
    'records match by id first, and every change is a difference. Exits with 0 if the datasets agree, 1 if they ' +
    'differ, 2 if they cannot be compared.',
  async run({ io, operands: { dataset: path }, options, page, print, data, ...call }) {
    if (path === '-' && data === '-') {
      throw new UserError('standard input cannot be both datasets');
    }
    const here = indexRecords(await call.load());
    const there = indexRecords(await load(io, path));
    const same = parseSame(options.same ?? [], here, there);
    const comparison = compareDatasets(here, there, same);
    const { format = 'table', all: hasAll = false } = options;
    await print(
      format === 'json'
        ? formatJson(buildComparisonJson(comparison, hasAll))
        : renderComparison(comparison, format, hasAll, page),
    );
    const { differ, onlyHere, onlyThere, perhaps } = countResults(comparison);
    const hasChanged =
      comparison.isVersion && onlyHere + onlyThere + perhaps + comparison.sourceFields.length > 0;
    return differ > 0 || hasChanged ? 1 : 0;
  },
});
