import { Argument, type Option } from 'commander';
import { sizeOf } from '../dataset/dataset.ts';
import { subjectsOf } from '../dataset/subjects.ts';
import type { Article } from '../evidence/article/article.ts';
import { Failure } from '../failure.ts';
import { choiceOption } from '../options.ts';
import { fileName, readBytes } from '../read.ts';
import type { Subject } from '../subject.ts';
import type { Call } from './command.ts';

/** The argument of the commands that hold a dataset against a copy of its article. */
export const articleArgument = () =>
  new Argument('<article>', 'a copy of the article: text or saved HTML, - for standard input');

export const reportOption = (): Option =>
  choiceOption('-f, --format <name>', 'how to print the report', ['text', 'json']);

/** A dataset's records and the copy of its article that they are held against. */
export interface Case {
  readonly article: Article;
  readonly subjects: readonly Subject[];
  /** How many records the dataset has, its summit and source not counted. */
  readonly size: number;
  /** BCP 47 tag. */
  readonly language: string;
}

/**
 * Reads the article and the dataset of a call.
 * @throws Failure if either cannot be read, or the article is no text.
 */
export async function openCase({ io, args: [path = ''], data, load }: Call): Promise<Case> {
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
    subjects: subjectsOf(dataset),
    language: dataset.source.language,
  };
}
