import type { OrganizationKind } from '../../model/vocabulary.ts';

/**
 * Word with a capital, in a pattern with the flag `u`; a possessive ’s is not part of it. All repetitions are bounded,
 * so that a search takes linear time in any text.
 */
export const capitalised = String.raw`\p{Lu}[\p{L}\p{M}]{0,40}(?:['’-](?!s(?!\p{L}))\p{L}[\p{L}\p{M}]{0,40}){0,3}`;

/** Word with a capital, or an abbreviation such as U.S. */
export const capitalisedOrDotted = `(?:(?:\\p{Lu}\\.){2,5}|${capitalised})`;

/** Forms by which a language shows people, organizations and statements. Each is the source of a pattern. */
export interface Forms {
  /** Titles before a name, and offices, in small letters, next to one. */
  readonly titles: string;
  readonly offices: string;
  /** Words of respect between a title and a name. */
  readonly honorifics: string;
  /** Words before a title that somebody no longer has. */
  readonly former: string;
  /** Last words of places and buildings that bear the name of a person. */
  readonly notPeople: string;
  /** Words between the parts of a name, such as von. */
  readonly particles: string;
  /** Words between an office, or a name, and what it belongs to: of, and with an article. */
  readonly belonging: string;
  /** Articles and possessives before an office. */
  readonly articles: string;
  /** Last or first words of the names of organizations, by their kind. */
  readonly organizations: Readonly<Record<Exclude<OrganizationKind, 'ministry'>, string>>;
  /** Last words of documents and meetings, which are no organizations. */
  readonly documents: string;
  /** Words of organizations that may be of several kinds. */
  readonly otherOrganizations: string;
  /** Names of ministries: by what they are for, and as one of a country. */
  readonly ministries: readonly string[];
  /** Words between those of the name of an organization. */
  readonly joints: string;
  /** Well-known organizations: abbreviation, name and kind. */
  readonly known: readonly (readonly [
    abbreviation: string,
    name: string,
    kind: OrganizationKind,
  ])[];
  /** Verbs of somebody who is quoted, words of one who is cited, and words that name nobody. */
  readonly speech: string;
  readonly according: string;
  readonly pronouns: string;
  /** Nouns for those who speak without a name: the government, officials. */
  readonly speakers: string;
  /** Words for the scale of an amount, and for currencies by their code (ISO 4217); null if several have the word. */
  readonly scales: string;
  /** Words between two numbers of a range. */
  readonly range: string;
  readonly currencies: Readonly<Record<string, string | null>>;
  /** Words before which the name of a deal ends. */
  readonly breaks: string;
  /** Words before a day. */
  readonly onDay: string;
  /** Words for a meeting, and words by which it did not take place, or may not. */
  readonly meeting: string;
  readonly unreal: string;
  /** Words before a name that make somebody else of it: aides to, on behalf of. */
  readonly proxies: string;
}
