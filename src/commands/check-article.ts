import type { VerificationTarget } from '../contracts/verification-target.ts';
import { verificationTargetsOf } from '../dataset/query/verification-targets.ts';
import { sizeOf } from '../dataset/schema/dataset.ts';
import type { Article } from '../evidence/article/article.ts';
import { files } from '../options/completers.ts';
import { operand } from '../options/operand.ts';
import { formatOption } from '../options/option.ts';
import { Failure } from '../system/failure.ts';
import { fileName, readBytes } from '../system/read.ts';
import type { Call } from './command.ts';

/** What the commands take that hold a dataset against a copy of its article. */
export const operands = {
  article: operand('one', 'a copy of the article: text or saved HTML, - for standard input', files),
};
export const options = { format: formatOption('how to print the report', ['text', 'json']) };

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
 * Reads the article and the dataset of a call.
 * @throws Failure if either cannot be read, or the article is no text.
 */
export async function openCase(call: Call<typeof options, typeof operands>): Promise<Case> {
  const { io, data, load } = call;
  const path = call.operands.article;
  if (path === '-' && data === '-') {
    throw new Failure('standard input cannot be both the dataset and the article');
  }
  const dataset = await load();
  const bytes = await readBytes(io, path);
  const { ArticleError, readArticle } = await import('../evidence/article/article.ts');
  const article = await readArticle(bytes).catch((error: unknown) => {
    if (!(error instanceof ArticleError)) throw error;
    throw new Failure(`cannot read ${fileName(path)} as an article: ${error.message}`);
  });
  return {
    article,
    size: sizeOf(dataset),
    targets: verificationTargetsOf(dataset),
    language: dataset.source.language,
  };
}
