/**
 * Anchor of a passage in the article, as in a URL text fragment (`text=start,end`). `paragraph` counts the non-empty
 * blocks of the text from 1 and is only a hint.
 */
export interface Anchor {
  readonly paragraph: number;
  readonly start: string;
  readonly end?: string;
}

/** Value of a field in a dataset. */
export type Value = string | number | boolean | null | readonly string[] | readonly Anchor[];

/** Record of any collection. Flat, except for its evidence. */
export type AnyRecord = Readonly<Record<string, Value>> & { readonly id: string };
