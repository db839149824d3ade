import type { DealSubject, OrganizationKind } from '../../model/vocabulary.ts';
import { english } from './english.ts';
import type { Forms } from './forms.ts';

/**
 * Names of the patterns. A `reportingVerb`, such as said, does not show that an event has taken place; `met` finds
 * meetings that took place, `collective` several people, `proxy` what is said of somebody who sent another, and
 * `weakNegation` words that may replace a negation. A sentence is split into clauses at a `clauseBreak`, a paraphrase
 * into details at a `detailBreak`. `ownTerms` and `remarks` are words with which a record speaks of the article itself,
 * `lightWords` those that say little, and `exactWords` those that a paraphrase must have from its paragraph. `dealTerms`
 * are words for a deal.
 */
type Cue =
  | ('past' | 'reportingVerb' | 'present' | 'future' | 'scheduled')
  | ('sought' | 'expected' | 'agreed' | 'signed')
  | ('thinking' | 'uncertain')
  | ('meeting' | 'met' | 'collective' | 'away' | 'proxy' | 'chair' | 'pronoun')
  | ('clauseBreak' | 'detailBreak')
  | ('ownTerms' | 'remarks' | 'lightWords' | 'exactWords')
  | ('saying' | 'crediting')
  | 'dealTerms'
  | ('no' | 'not' | 'weakNegation')
  | DealSubject
  | OrganizationKind;

/** Patterns of one language for normalised text. */
export interface Cues extends Readonly<Record<Cue, RegExp>> {
  /** Pairs of patterns with opposite meanings. */
  readonly opposites: readonly (readonly [RegExp, RegExp])[];
  /** Verbs in a time, with what shows the same time and another. */
  readonly times: readonly Readonly<Record<'verb' | 'same' | 'other', RegExp>>[];
  /** Words that stand for numbers: half is 50 per cent. */
  readonly impliedNumbers: readonly (readonly [RegExp, numbers: readonly number[]])[];
  /** Patterns of questions, each with the fields that answer them. */
  readonly questions: readonly (readonly [RegExp, fields: readonly string[]])[];
  /** Patterns of questions, each with one of a sentence that answers it, if it has all the other words. */
  readonly answers: readonly (readonly [question: RegExp, answer: RegExp])[];
  /**
   * Words that are stronger than others, such as all than most. A statement with `own` is wrong if its passages have
   * `weaker` and not the `same`.
   */
  readonly stronger: readonly Readonly<Record<'own' | 'weaker' | 'same', RegExp>>[];
  /** Patterns that qualify a statement, each with one for other words that say the same, if there are any. */
  readonly qualifiers: readonly (readonly [own: RegExp, same?: RegExp])[];
}

/** Words of one language that Intl does not know. */
export interface LanguageWords {
  readonly cues: Cues;
  /** Returns the stem that the forms of a normalised word share. */
  readonly stem: (word: string) => string;
  /** Normalised words of four letters or more that carry no content. */
  readonly functionWords: ReadonlySet<string>;
  /** Cardinals from 1 to 19, and the tens from 20. */
  readonly ones: readonly string[];
  readonly tens: readonly string[];
  readonly dates: {
    /** Names and abbreviations of the months, with their numbers. */
    readonly months: readonly (readonly [name: string, month: number])[];
    /** Words between the two ends of a range of days. */
    readonly rangeWords: readonly string[];
    /** Words for `and` and `or`. */
    readonly conjunctions: readonly string[];
    /** Word between a day and its month. */
    readonly joint: string;
  };
  readonly countries: CountryTable;
  readonly forms: Forms;
}

/** Words for countries, and for telling them from other names. Commas separate the items of a list. */
export interface CountryTable {
  /** Words for each country by ISO 3166-1 alpha-2 code, the usual name first. `(s)` is an optional plural ending. */
  readonly words: Readonly<Record<string, string>>;
  /** Names that contain a word for a country but do not refer to it. */
  readonly otherNames: readonly string[];
  /** Words for a country that are also first names or surnames. */
  readonly personalNames: readonly string[];
  /** Capitalised words before and after the name of a country that do not make it part of a longer name. */
  readonly openingWords: readonly string[];
  readonly followingWords: readonly string[];
  /** Words before a country that rule out a person of that name. */
  readonly placeWords: readonly string[];
  /** Regions elsewhere with towns that have the names of countries. */
  readonly regions: readonly string[];
}

/** Languages with words of their own, by language subtag. For any other language there is what Intl knows. */
const languages: Readonly<Record<string, LanguageWords>> = { en: english };

/** Returns the words of a language (BCP 47); undefined if there are none. */
export const getLanguageWords = (tag: string): LanguageWords | undefined =>
  languages[new Intl.Locale(tag).language];
