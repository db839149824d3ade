/**
 * What the dataset hands to the evidence room: records reduced to passages and expected values.
 * Neither room knows more of the other than these shapes.
 */

/**
 * A place in the article, after the URL text-fragment rule (`text=start,end`).
 * `paragraph` counts the non-empty blocks of the text from 1 and is a hint only.
 */
export interface Anchor {
  readonly paragraph: number;
  readonly start: string;
  readonly end?: string;
}

/** What must stand inside the passages of a record for a value to hold. */
export type Expectation =
  /** One of the spellings, word for word (names, titles, quoted words, amounts as written). */
  | { readonly kind: 'phrase'; readonly anyOf: readonly string[] }
  /** Words that stand in quotation marks. */
  | { readonly kind: 'quotation'; readonly words: string }
  /** Every content word of the text, in any order (names that we put together). */
  | { readonly kind: 'words'; readonly text: string }
  /** The day and month of an ISO 8601 date, in a usual way of writing. */
  | { readonly kind: 'date'; readonly date: string }
  /** An amount: it must be what `written` says; `written` itself is a phrase of its own. */
  | { readonly kind: 'amount'; readonly amount: number; readonly written: string }
  /** An ISO 4217 code: the code, or a sign or name of that currency. */
  | { readonly kind: 'currency'; readonly code: string }
  /**
   * Own words: their numbers and their words in quotation marks. `named` has the countries that they
   * name, each as its spellings, one of which must stand in the passages.
   */
  | {
      readonly kind: 'prose';
      readonly text: string;
      readonly named: readonly (readonly string[])[];
    };

/** One value of a record, with the field that it stands in. */
export interface ExpectedValue {
  readonly field: string;
  readonly value: string;
  readonly expectation: Expectation;
}

/** A value that a text cannot bear out, and why. */
export interface UncheckedValue {
  readonly field: string;
  readonly reason: string;
}

/** A record as the evidence room sees it; `anchors: 'article'` has its values stand anywhere in the text. */
export interface VerificationTarget {
  readonly collection: string;
  readonly id: string;
  readonly anchors: readonly Anchor[] | 'article';
  readonly expected: readonly ExpectedValue[];
  readonly unchecked: readonly UncheckedValue[];
}
