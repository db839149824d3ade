import type { Settlement } from './warning.ts';

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
  /** The day and month of an ISO 8601 date, or its month or year alone, in a usual way of writing. */
  | {
      readonly kind: 'date';
      readonly date: string;
      /** The years that the dataset says to be inferred; any other one stands in the article. */
      readonly years: readonly string[];
    }
  /** An amount: it must be what `written` says; `written` itself is a phrase of its own. */
  | { readonly kind: 'amount'; readonly amount: number; readonly written: string }
  /** An ISO 4217 code: the code, or a sign or name of that currency. */
  | { readonly kind: 'currency'; readonly code: string }
  /** Own words: their numbers, their words in quotation marks, and the names in them. */
  | {
      readonly kind: 'prose';
      readonly text: string;
      /** A statement says what the passages say, a remark something about it, a question what they do not. */
      readonly purpose: 'statement' | 'remark' | 'question';
      /** The countries of the dataset that they name, each as its spellings, one of which is in the passages. */
      readonly named: readonly (readonly string[])[];
      /** How many there are of what the record lists: numbers that no passage need have. */
      readonly counts: readonly number[];
      /**
       * The names that the dataset has for what the article calls by another one; any other name is in the
       * article. Undefined for questions, which may name what the article lacks.
       */
      readonly names: readonly string[] | undefined;
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

/** What a deal may be for, of what its name tells. */
export const dealSubjects = [
  'railway',
  'pipeline',
  'road',
  'port',
  'power',
  'communications',
  'trade',
  'diplomatic',
] as const;

export type DealSubject = (typeof dealSubjects)[number];

/** What a word that the dataset chose for a record says of its passages. */
export type Meaning =
  /** When it happens, as the article tells it. */
  | 'past'
  | 'present'
  | 'future'
  | 'mentioned'
  /** How far a deal has come. */
  | 'sought'
  | 'expected'
  | 'agreed'
  | 'signed'
  /** On whose word. */
  | 'stated'
  | 'opinion'
  /** Whether those who meet are named by themselves or among others. */
  | 'alone'
  | 'together'
  | DealSubject
  /** Whether somebody takes part. */
  | 'there'
  | 'away'
  /** There are two readings. */
  | 'conflict';

/** A word that the dataset chose, with what it means. */
export interface Choice {
  readonly field: string;
  readonly value: string;
  readonly meaning: Meaning;
}

/** A record as the evidence room sees it; `anchors: 'article'` has its values stand anywhere in the text. */
export interface VerificationTarget {
  readonly collection: string;
  readonly id: string;
  readonly anchors: readonly Anchor[] | 'article';
  /** Whether its passages say what the article says, and not that it is silent. */
  readonly countsForCoverage: boolean;
  readonly expected: readonly ExpectedValue[];
  readonly unchecked: readonly UncheckedValue[];
  /** What the article calls it by. */
  readonly names: readonly string[];
  /** The ids of the records that it is made of: who meets, whose deal it is. */
  readonly parts: readonly string[];
  /** The ids of the records that it says to be about. */
  readonly about: readonly string[];
  readonly choices: readonly Choice[];
  /** The warnings on it that are not to be raised again. */
  readonly settled: readonly Settlement[];
}
