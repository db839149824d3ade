import type { Anchor, VerificationTarget } from '../contracts/verification-target.ts';
import { assertDefined } from '../text/assert-defined.ts';
import type { Article } from './article/article.ts';
import { indexArticle } from './article/word-index.ts';
import { type LocatedAnchor, locateAll, selectPassages } from './locate.ts';
import { type Discrepancy, type FieldOfRecord, listParaphrases } from './report.ts';

/** An anchor that leads to no passage. */
export interface MissingPassage extends Anchor {
  readonly reason: Extract<Discrepancy['reason'], 'not found' | 'ambiguous'>;
}

/** A value in own words, with the passages that its record stands on: whether these mean it, a reader judges. */
export interface ReviewItem extends FieldOfRecord {
  readonly value: string;
  /** With the paragraph of each, from 1. */
  readonly passages: readonly { readonly paragraph: number; readonly text: string }[];
  /** The anchors of the record that lead to none. */
  readonly missing: readonly MissingPassage[];
}

const listMissingPassages = (anchors: readonly LocatedAnchor[]): readonly MissingPassage[] =>
  anchors.flatMap(({ state, anchor }) =>
    state === 'found'
      ? []
      : [{ ...anchor, reason: state === 'missing' ? 'not found' : 'ambiguous' }],
  );

/** All values in own words, in the order of the targets. */
export function buildReview(
  article: Article,
  targets: readonly VerificationTarget[],
): readonly ReviewItem[] {
  const located = locateAll(targets, indexArticle(article));
  return targets.flatMap((target, at) => {
    const { collection, id } = target;
    const anchors = assertDefined(located[at]);
    const passages = selectPassages(anchors).map(({ paragraph, text }) => ({ paragraph, text }));
    const missing = listMissingPassages(anchors);
    return listParaphrases(target).map(({ field, value }) => ({
      collection,
      id,
      field,
      value,
      passages,
      missing,
    }));
  });
}
