import type { Anchor } from './record.ts';
import type { Meaning, WarningName } from './vocabulary.ts';

/**
 * Shapes passed from the dataset to the evidence code: records reduced to anchors and assertions. Neither side knows
 * more of the other than these.
 */

/** Check of a value against the passages. */
export type Check =
  | {
      /**
       * - `quotation`: the words are in quotation marks
       * - `words`: every content word is there, in any order (names that the dataset puts together)
       * - `currency`: an ISO 4217 code; the code is there, or a sign or name of that currency
       */
      readonly kind: 'quotation' | 'words' | 'currency';
    }
  /** One of the spellings is there, word for word (names, titles, amounts as written). */
  | { readonly kind: 'phrase'; readonly spellings: readonly string[] }
  /** Day and month of an ISO 8601 date, or its month or year alone, are there in a usual notation. */
  | {
      readonly kind: 'date';
      /** Years that the dataset declares as inferred; any other year must be in the article. */
      readonly years: readonly string[];
    }
  /** Amount that `written` must express. `written` is asserted as a phrase of its own. */
  | { readonly kind: 'amount'; readonly written: string }
  /** Paraphrase, of which the numbers, the quoted words and the names are checked. */
  | {
      readonly kind: 'prose';
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

/** Value of a field that the passages of its record must support. */
export type Assertion = { readonly field: string; readonly value: string } & Check;

/** Description of each kind of check, after a number of values. */
export const kindTexts = {
  phrase: 'word for word',
  quotation: 'as quotations',
  words: 'word by word',
  date: 'as days',
  amount: 'as amounts',
  currency: 'as currencies',
  prose: 'paraphrases, by their numbers, names and quotations',
} as const satisfies Readonly<Record<Assertion['kind'], string>>;

export type Paraphrase = Extract<Assertion, { kind: 'prose' }>;

/** Word that the dataset chose for a field, with its meaning. */
export interface Choice {
  readonly field: string;
  readonly value: string;
  readonly meaning: Meaning;
}

export interface FieldOfRecord {
  readonly collection: string;
  readonly id: string;
  /** Field of the value, or the anchor: `evidence[1]`, counted from 0. */
  readonly field: string;
}

/** Record as the evidence code sees it. With `anchors: 'article'` its values may be anywhere in the text. */
export interface AssertedRecord {
  readonly collection: string;
  readonly id: string;
  readonly anchors: readonly Anchor[] | 'article';
  /** True if its passages count as covered; false for a record of what the article does not state. */
  readonly countsForCoverage: boolean;
  readonly assertions: readonly Assertion[];
  /** Values that cannot be checked against a text, with the reason. */
  readonly unchecked: readonly { readonly field: string; readonly reason: string }[];
  /** Fields without a value: what the article does not say. */
  readonly missing: readonly string[];
  /** Names of the record in the article. */
  readonly names: readonly string[];
  /** Ids of the records that it consists of: who meets, whose deal it is. */
  readonly parts: readonly string[];
  /** Ids of the records that it is about. */
  readonly about: readonly string[];
  readonly choices: readonly Choice[];
  /** Warnings that a person has reviewed and found to be wrong. */
  readonly reviewed: readonly {
    readonly field: string;
    readonly rule: WarningName;
    readonly why: string;
    /** False if the value has changed since. */
    readonly isCurrent: boolean;
  }[];
}

export const listParaphrases = ({ assertions }: AssertedRecord): readonly Paraphrase[] =>
  assertions.filter((assertion) => assertion.kind === 'prose');
