import type { VerificationTarget } from '../contracts/verification-target.ts';
import { present } from '../text/present.ts';
import type { Article } from './article/article.ts';
import { indexArticle } from './article/word-index.ts';
import { locateAll, passagesOf } from './locate.ts';
import { type FieldOfRecord, ownWordsIn } from './report.ts';

/** A value in own words, with the passages that its record stands on: whether these mean it, a reader judges. */
export interface ReviewItem extends FieldOfRecord {
  readonly value: string;
  /** With the paragraph of each, from 1. */
  readonly passages: readonly { readonly paragraph: number; readonly text: string }[];
}

/** All values in own words, in the order of the targets. */
export function reviewOf(
  article: Article,
  targets: readonly VerificationTarget[],
): readonly ReviewItem[] {
  const located = locateAll(targets, indexArticle(article));
  return targets.flatMap((target, at) => {
    const { collection, id } = target;
    const passages = passagesOf(present(located[at])).map(({ paragraph, text }) => ({
      paragraph,
      text,
    }));
    return ownWordsIn(target).map(({ field, value }) => ({
      collection,
      id,
      field,
      value,
      passages,
    }));
  });
}
