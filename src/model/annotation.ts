/** Passage in the text of a copy of the article: its words, and the words around it. */
export interface TextSelection {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Position in the text, in Unicode code points from 0; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Passage that supports a record, to be marked in the article by other software. */
export interface Annotation {
  /** URN of its own. */
  readonly urn: string;
  readonly collection: string;
  /** Id of the record. */
  readonly id: string;
  /** The record in one line. */
  readonly summary: string;
  /** Fragment directive that leads to the passage: `:~:text=start,end`. */
  readonly fragment: string;
  /** Passage in a copy of the article; undefined without one. */
  readonly selection: TextSelection | undefined;
}

/** Annotations of one article. */
export interface AnnotationSet {
  /** URN of the article, which those of the annotations begin with. */
  readonly urn: string;
  readonly title: string;
  /** Address of the article, without a fragment; undefined if the dataset has no web address. */
  readonly address: string | undefined;
  readonly annotations: readonly Annotation[];
}
