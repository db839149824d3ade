/** How to cite the place of a record: what passes from the dataset to the output. What the article does not give is left out. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** The day of publication (ISO 8601). */
  readonly published?: string;
  /** The year of the summit, where there is no day of publication to go by. */
  readonly inferredYear?: string;
  /** Paragraphs of the article, counted from 1, in order. */
  readonly paragraphs: readonly number[];
  /** The address with a text-fragment directive; without an address the directive alone. */
  readonly link: string;
  readonly hasAddress: boolean;
}
