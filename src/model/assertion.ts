import type { Anchor } from './record.ts';

/**
 * Shapes passed from the dataset to the evidence code: records reduced to passages and expected values. Neither side
 * knows more of the other than these.
 */

/** Content that the passages of a record must have for a value to pass. */
export type Expectation =
  /** One of the spellings, word for word (names, titles, quoted words, amounts as written). */
  | { readonly kind: 'phrase'; readonly alternatives: readonly string[] }
  /** Words in quotation marks. */
  | { readonly kind: 'quotation'; readonly words: string }
  /** Every content word of the text, in any order (names that the dataset puts together). */
  | { readonly kind: 'words'; readonly text: string }
  /** Day and month of an ISO 8601 date, or its month or year alone, in a usual notation. */
  | {
      readonly kind: 'date';
      readonly date: string;
      /** Years that the dataset declares as inferred; any other year must be in the article. */
      readonly years: readonly string[];
    }
  /** Amount that `written` must express. `written` is checked as a phrase of its own. */
  | { readonly kind: 'amount'; readonly amount: number; readonly written: string }
  /** ISO 4217 code: the code, or a sign or name of that currency. */
  | { readonly kind: 'currency'; readonly code: string }
  /** Paraphrase, of which the numbers, the quoted words and the names are checked. */
  | {
      readonly kind: 'prose';
      readonly text: string;
      /** `statement` repeats what the passages say, `remark` comments on it, `question` asks what they do not say. */
      readonly purpose: 'statement' | 'remark' | 'question';
      /** Spellings of each country that the text names; the passages must contain one spelling of each. */
      readonly named: readonly (readonly string[])[];
      /** Lengths of the record's lists: numbers that the passages need not contain. */
      readonly counts: readonly number[];
      /**
       * Names in the dataset; any other name must be in the article. Undefined for questions, which may name what the
       * article does not.
       */
      readonly names: readonly string[] | undefined;
    };

/** Names of the warning rules, by which a dataset marks a warning as reviewed. */
export const warningNames = [
  'tense',
  'progress',
  'certainty',
  'polarity',
  'opposite',
  'overlap',
  'name',
  'mention',
  'attendance',
  'about',
  'kind',
  'conflict',
] as const;

export type WarningName = (typeof warningNames)[number];

/** Warning that a person has reviewed and found to be wrong. */
export interface Settlement {
  readonly field: string;
  readonly rule: WarningName;
  readonly why: string;
}

/** Value of a field, with its expectation. */
export interface ExpectedValue {
  readonly field: string;
  readonly value: string;
  readonly expectation: Expectation;
}

/** Value that cannot be checked against a text, with the reason. */
export interface UncheckedValue {
  readonly field: string;
  readonly reason: string;
}

/** Subjects of a deal that show in its name. */
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

/** Meaning of a choice for the passages of its record. */
export type Meaning =
  /** Time of the event, as the article describes it. */
  | 'past'
  | 'present'
  | 'future'
  | 'mentioned'
  /** Progress of a deal. */
  | 'sought'
  | 'expected'
  | 'agreed'
  | 'signed'
  /** Fact, or somebody's opinion. */
  | 'stated'
  | 'opinion'
  /** Parties named on their own, or together with others. */
  | 'alone'
  | 'together'
  | DealSubject
  /** Present or absent participant. */
  | 'there'
  | 'away'
  /** Two conflicting readings. */
  | 'conflict';

/** Choice that the dataset made for a field, with its meaning. */
export interface Choice {
  readonly field: string;
  readonly value: string;
  readonly meaning: Meaning;
}

/** Record as the evidence code sees it. With `anchors: 'article'` its values may be anywhere in the text. */
export interface VerificationTarget {
  readonly collection: string;
  readonly id: string;
  readonly anchors: readonly Anchor[] | 'article';
  /** True if its passages count as covered; false for a record of what the article does not state. */
  readonly countsForCoverage: boolean;
  readonly expected: readonly ExpectedValue[];
  readonly unchecked: readonly UncheckedValue[];
  /** Names of the record in the article. */
  readonly names: readonly string[];
  /** Ids of the records that it consists of: who meets, whose deal it is. */
  readonly parts: readonly string[];
  /** Ids of the records that it is about. */
  readonly about: readonly string[];
  readonly choices: readonly Choice[];
  /** Reviewed warnings, which are not raised again. */
  readonly settled: readonly Settlement[];
}
