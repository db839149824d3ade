import type { VerificationTarget } from '../contracts/verification-target.ts';
import { verificationTargetsOf } from '../dataset/query/verification-targets.ts';
import { sizeOf } from '../dataset/schema/dataset.ts';
import type { Article } from '../evidence/article/article.ts';
import { files } from '../options/completers.ts';
import { operand } from '../options/operand.ts';
import { Failure } from '../system/failure.ts';
import type { Io } from '../system/io.ts';
import { fileName, readBytes } from '../system/read.ts';
import type { Call } from './command.ts';

/** What the commands take that hold a dataset against a copy of its article. */
export const operands = {
  article: operand('one', 'a copy of the article: text or saved HTML, - for standard input', files),
};

/** A dataset's records and the copy of its article that they are held against. */
export interface Case {
  readonly article: Article;
  readonly targets: readonly VerificationTarget[];
  /** How many records the dataset has, its summit and source not counted. */
  readonly size: number;
  /** BCP 47 tag. */
  readonly language: string;
}

/**
 * Reads a copy of an article.
 * @throws Failure if it cannot be read, or is no text.
 */
export async function readArticleFile(io: Io, path: string): Promise<Article> {
  const bytes = await readBytes(io, path);
  const { ArticleError, readArticle } = await import('../evidence/article/article.ts');
  return readArticle(bytes).catch((error: unknown) => {
    if (!(error instanceof ArticleError)) throw error;
    throw new Failure(`cannot read ${fileName(path)} as an article: ${error.message}`);
  });
}

/**
 * Reads the article and the dataset of a call.
 * @throws Failure if either cannot be read, or the article is no text.
 */
export async function openCase(
  path: string,
  { io, data, load }: Pick<Call, 'io' | 'data' | 'load'>,
): Promise<Case> {
  if (path === '-' && data === '-') {
    throw new Failure('standard input cannot be both the dataset and the article');
  }
  const dataset = await load();
  return {
    article: await readArticleFile(io, path),
    size: sizeOf(dataset),
    targets: verificationTargetsOf(dataset),
    language: dataset.source.language,
  };
}
