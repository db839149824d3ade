import type { Anchor } from './record.ts';

/** Stretch of a paragraph between two boundaries of passages. */
export interface Stretch {
  /** Number of the stretch, counted from 1 through the article. */
  readonly number: number;
  readonly text: string;
  /** Ids of the records with a passage here, in the order of their passages; not more than a hundred. */
  readonly records: readonly string[];
  /** Ids of those whose passage begins here. */
  readonly starts: readonly string[];
  /** True in a sentence that no record covers. */
  readonly isUncovered: boolean;
}

interface MarkedParagraph {
  /** Number of the paragraph, counted from 1. */
  readonly paragraph: number;
  readonly stretches: readonly Stretch[];
}

/** Anchor of a record with the first stretch of its passage; `state` says why it has none. */
export interface MarkedAnchor {
  readonly anchor: Anchor;
  readonly state: 'found' | 'not found' | 'ambiguous';
  readonly place?: { readonly paragraph: number; readonly stretch: number };
}

/** Article with the passages of the records marked in it. */
export interface MarkedArticle {
  readonly paragraphs: readonly MarkedParagraph[];
  /** Anchors of each record, in the order of the records. */
  readonly anchors: readonly (readonly MarkedAnchor[])[];
}

/** Words that two texts share, or that only the expected (`removed`) or the found text has (`added`). */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly words: string;
}
