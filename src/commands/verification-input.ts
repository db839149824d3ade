import { buildAssertions } from '../dataset/query/assertions.ts';
import { countRecords } from '../dataset/schema/dataset.ts';
import type { Article } from '../evidence/article/article.ts';
import type { AssertedRecord } from '../model/assertion.ts';
import { completeFiles } from '../options/completers.ts';
import { defineOperand } from '../options/operand.ts';
import type { Io } from '../system/io.ts';
import { formatFileName, readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { quoteForShell } from '../text/quote.ts';
import type { CommandContext } from './command.ts';

/** Operands of the commands that check a dataset against a copy of its article. */
export const operands = {
  article: defineOperand(
    'one',
    'a copy of the article: text or saved HTML, - for standard input',
    completeFiles,
  ),
};

/** Records of a dataset, and the copy of the article to check them against. */
export interface VerificationInput {
  readonly article: Article;
  readonly records: readonly AssertedRecord[];
  /** Number of records, without the summit and the source. */
  readonly size: number;
  /** BCP 47 language tag. */
  readonly language: string;
}

/** Returns a command line that verifies the same article and dataset, for the user to copy. */
export function formatVerifyCommand(
  path: string,
  {
    data,
    all,
    strict,
  }: { readonly data?: string | undefined; readonly all?: boolean; readonly strict?: boolean },
): string {
  return [
    `summit verify ${quoteForShell(path)}`,
    ...(data === undefined ? [] : [`--data ${quoteForShell(data)}`]),
    ...(all ? ['--all'] : []),
    ...(strict ? ['--strict'] : []),
  ].join(' ');
}

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

/** Rejects standard input as both the article and the dataset. */
export function rejectSharedInput(path: string, data: string | undefined): void {
  if (path !== '-' || data !== '-') return;
  throw new UserError('standard input cannot be both the dataset and the article');
}

/**
 * Loads the article and the dataset.
 * @throws UserError if either cannot be read, or if the article is not text
 */
export async function loadVerificationInput(
  path: string,
  { io, data, load }: Pick<CommandContext, 'io' | 'data' | 'load'>,
): Promise<VerificationInput> {
  rejectSharedInput(path, data);
  const dataset = await load();
  return {
    article: await readArticleFile(io, path),
    size: countRecords(dataset),
    records: buildAssertions(dataset),
    language: dataset.source.language,
  };
}
