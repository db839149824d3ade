import { buildAssertions } from '../dataset/query/assertions.ts';
import { countRecords, type Dataset } from '../dataset/schema/dataset.ts';
import type { Article } from '../evidence/article/article.ts';
import type { AssertedRecord } from '../model/assertion.ts';
import { completeFiles } from '../options/completers.ts';
import type { Io } from '../system/io.ts';
import { formatFileName, readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { quoteForShell } from '../text/quote.ts';
import type { CommandContext, Operand } from './command.ts';

/** Operands of the commands that read a copy of the article. */
export const operands = {
  article: {
    form: 'one',
    description: 'a copy of the article: text or saved HTML, - for standard input',
    complete: completeFiles,
  },
} as const satisfies Readonly<Record<string, Operand>>;

/** Returns a command line that verifies the same article and dataset, for the user to copy. */
export function formatVerifyCommand(
  path: string,
  data: string | undefined,
  flags: readonly string[],
): string {
  const dataset = data === undefined ? [] : ['--data', quoteForShell(data)];
  return ['summit verify', quoteForShell(path), ...dataset, ...flags].join(' ');
}

/** Creates the error for a text in which hardly any passage of the dataset is found. */
export const createOtherArticleError = (path: string) =>
  new UserError(`${formatFileName(path)} does not appear to be the article behind this dataset`, {
    status: 1,
  });

/**
 * Reads a copy of an article.
 * @throws UserError if it cannot be read or is not text
 */
export async function readArticleFile(io: Io, path: string): Promise<Article> {
  const bytes = await readBytes(io, path);
  const { ArticleError, readArticle } = await import('../evidence/article/article.ts');
  return readArticle(bytes).catch((error: unknown) => {
    if (!(error instanceof ArticleError)) throw error;
    throw new UserError(`cannot read ${formatFileName(path)} as an article: ${error.message}`);
  });
}

/** Formats a dataset so that the order of keys and fields left out make no difference. */
function formatDataset(dataset: Dataset): string {
  const sortKeys = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return JSON.stringify(dataset, sortKeys);
}

/** Computes the SHA-256 of both, by which two people can tell whether they have read the same. */
async function hashInput(article: Article, dataset: Dataset) {
  const { createHash } = await import('node:crypto');
  const { formatWords } = await import('../evidence/article/word-index.ts');
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return { sha256: { article: hash(formatWords(article)), dataset: hash(formatDataset(dataset)) } };
}

/** Maps records to values in the same order, by their ids, without the source: it is no record, and may have the id of one. */
export const mapByRecord = <T>(
  records: readonly AssertedRecord[],
  values: readonly T[],
): ReadonlyMap<string, T> =>
  new Map(
    records.flatMap(({ collection, id }, at) =>
      collection === 'source' ? [] : [[id, assertDefined(values[at])] as const],
    ),
  );

/** Rejects standard input as both the article and the dataset. */
export function rejectSharedInput(path: string, data: string | undefined): void {
  if (path !== '-' || data !== '-') return;
  throw new UserError('standard input cannot be both the dataset and the article');
}

export type VerificationInput = Awaited<ReturnType<typeof loadVerificationInput>>;

/**
 * Loads the records of the dataset, and the copy of the article to check them against.
 * @throws UserError if either cannot be read, or if the article is not text
 */
export async function loadVerificationInput(
  path: string,
  { io, data, load }: Pick<CommandContext, 'io' | 'data' | 'load'>,
) {
  rejectSharedInput(path, data);
  const dataset = await load();
  const article = await readArticleFile(io, path);
  return {
    article,
    hashInput: () => hashInput(article, dataset),
    records: buildAssertions(dataset),
    /** Number of records, without the summit and the source. */
    size: countRecords(dataset),
    /** BCP 47 language tag. */
    language: dataset.source.language,
  };
}
