import type { DealSubject } from '../../model/assertion.ts';
import { english } from './english.ts';

/** Patterns of one language for tense, certainty, negation, attendance and subjects of deals, for normalised text. */
export interface Cues extends Readonly<Record<DealSubject, RegExp>> {
  /** Tenses. `told` matches reporting verbs, such as said, which do not show that an event has taken place. */
  readonly past: RegExp;
  readonly told: RegExp;
  readonly present: RegExp;
  readonly future: RegExp;
  /** Progress of a deal. */
  readonly sought: RegExp;
  readonly expected: RegExp;
  readonly agreed: RegExp;
  readonly signed: RegExp;
  /** Opinion, and prediction. */
  readonly thinking: RegExp;
  readonly foreseen: RegExp;
  /** Meetings, meetings that took place, groups of people, and absence. */
  readonly meeting: RegExp;
  readonly met: RegExp;
  readonly crowd: RegExp;
  readonly away: RegExp;
  /** Negation, and words that may replace it. */
  readonly not: RegExp;
  readonly almostNot: RegExp;
  /** Pairs of patterns with opposite meanings. */
  readonly opposites: readonly (readonly [RegExp, RegExp])[];
}

/** Words of one language that Intl does not know. */
export interface LanguageWords {
  readonly cues: Cues;
  /** Returns the stem that the forms of a normalised word share. */
  readonly stem: (word: string) => string;
  /** Cardinals: 1 to 9, 10 to 19, and the tens from 20. */
  readonly units: readonly string[];
  readonly teens: readonly string[];
  readonly tens: readonly string[];
  /** Further names of months, with their numbers. */
  readonly months: readonly (readonly [name: string, month: number])[];
  /** Words between the two ends of a range of days. */
  readonly rangeWords: readonly string[];
  readonly countries: CountryTable;
}

/** Words for countries, and for telling them from other names. Each list separates its items by commas. */
export interface CountryTable {
  /** Words for each country by ISO 3166-1 alpha-2 code, the usual name first. `(s)` is an optional plural ending. */
  readonly words: Readonly<Record<string, string>>;
  /** Names that contain a word for a country but do not refer to it. */
  readonly otherNames: string;
  /** Words for a country that are also first names or surnames. */
  readonly personalNames: string;
  /** Capitalised words that may come before or after the name of a country without being part of a longer name. */
  readonly openingWords: string;
  readonly followingWords: string;
  /** Words before a country that rule out a person of that name. */
  readonly placeWords: string;
  /** Regions elsewhere with towns that have the names of countries. */
  readonly regions: string;
}

/** Languages with words of their own, by language subtag. For any other language there is what Intl knows. */
const languages: Readonly<Record<string, LanguageWords>> = { en: english };

/** Returns the words of a language (BCP 47); undefined if there are none. */
export const getLanguageWords = (tag: string): LanguageWords | undefined =>
  languages[new Intl.Locale(tag).language];
