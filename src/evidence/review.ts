import type { VerificationTarget } from '../model/assertion.ts';
import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import type { Article } from './article/article.ts';
import { indexArticle } from './article/word-index.ts';
import { type LocatedAnchor, locateAll, selectPassages } from './locate.ts';
import { type Discrepancy, type FieldOfRecord, listParaphrases } from './report.ts';

/** Anchor without a passage. */
export interface MissingPassage extends Anchor {
  readonly reason: Extract<Discrepancy['reason'], 'not found' | 'ambiguous'>;
}

/** Paraphrase with the passages of its record. A reader judges whether they mean the same. */
export interface ReviewItem extends FieldOfRecord {
  readonly value: string;
  /** `paragraph` is counted from 1. */
  readonly passages: readonly { readonly paragraph: number; readonly text: string }[];
  /** Anchors of the record without a passage. */
  readonly missing: readonly MissingPassage[];
}

const listMissingPassages = (anchors: readonly LocatedAnchor[]): readonly MissingPassage[] =>
  anchors.flatMap(({ state, anchor }) =>
    state === 'found'
      ? []
      : [{ ...anchor, reason: state === 'missing' ? 'not found' : 'ambiguous' }],
  );

/** Lists the paraphrases of all targets, in order. */
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
