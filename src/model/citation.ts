/** Citation of a record, for the output. What the article does not state is left out. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Date of publication (ISO 8601). */
  readonly published?: string;
  /** Year of the summit, if the article has no date of publication. */
  readonly inferredYear?: string;
  /** Paragraphs of the article, counted from 1, in order. */
  readonly paragraphs: readonly number[];
  /** URL with a text fragment; without a URL, only the fragment directive. */
  readonly link: string;
  readonly hasAddress: boolean;
}
