import type { OrganizationKind } from '../../model/vocabulary.ts';
import { normalise } from '../article/normalise.ts';
import type { WordIndex } from '../article/word-index.ts';
import { splitWords } from '../article/words.ts';
import { getCountryWords, toCountryKey } from '../language/countries.ts';
import { capitalised, type Forms } from '../language/forms.ts';
import { compileWords, cutOpening, findAnchors, findMatches, type Place } from './place.ts';

export interface OrganizationCandidate extends Place {
  readonly name: string;
  readonly abbreviation?: string | undefined;
  readonly kind: OrganizationKind | null;
}

/** Cuts a name to its last words whose initials make up an abbreviation; undefined if there are none. */
function cutToInitials(name: string, abbreviation: string): string | undefined {
  const words = splitWords(name).filter(({ text }) => /^\p{Lu}/u.test(text));
  const first = words.at(-abbreviation.length);
  const initials = words.slice(-abbreviation.length).map(({ text }) => text[0]);
  return first && initials.join('') === abbreviation ? name.slice(first.from) : undefined;
}

/** Name of an organization as the article has it. */
type FoundName = Omit<OrganizationCandidate, 'kind'>;

/** Builds a pattern for a name of several capitalised words. */
const buildNamePattern = ({ joints }: Forms): string =>
  `${capitalised}(?: (?:(?:${joints}) )?${capitalised}){0,8}`;

/** Finds the names before an abbreviation in brackets that has their initials. */
function findAbbreviated(
  index: WordIndex,
  forms: Forms,
  codes: ReadonlyMap<string, unknown>,
): readonly FoundName[] {
  const documents = new RegExp(` (?:${forms.documents})$`, 'u');
  const pattern = `(?<name>${buildNamePattern(forms)}) \\((?<abbreviation>\\p{Lu}[\\p{Lu}\\d&]{1,7})\\)`;
  return findMatches(new RegExp(pattern, 'gu'), index).flatMap(({ groups, text, ...place }) => {
    const { name: long = '', abbreviation = '' } = groups;
    const name = cutToInitials(long, abbreviation);
    if (name === undefined || codes.has(abbreviation) || documents.test(name)) return [];
    const at = text.indexOf(name);
    return { ...place, from: place.from + at, text: text.slice(at), name, abbreviation };
  });
}

/** Finds ministries, and groups such as G7. */
const findFixedNames = (index: WordIndex, { ministries }: Forms): readonly FoundName[] =>
  [new RegExp(ministries.join('|'), 'gu'), /(?<![\p{L}\p{N}-])G\d{1,2}(?![\p{L}\p{N}])/gu].flatMap(
    (pattern) => findMatches(pattern, index).map((found) => ({ ...found, name: found.text })),
  );

/** Finds the names with a word for an organization, such as Council. */
function findNouns(
  index: WordIndex,
  forms: Forms,
  openingWords: ReadonlySet<string>,
): readonly FoundName[] {
  const { organizations, otherOrganizations, titles, belonging } = forms;
  const nouns = [...Object.values(organizations), otherOrganizations].join('|');
  const owner = `(?: ${belonging} ${buildNamePattern(forms)})?`;
  const pattern = `(?<!\\p{L})(?:${capitalised} (?:(?:and|&|for) )?){0,6}(?:${nouns})${owner}(?![\\p{L}'’])`;
  const withTitle = compileWords(titles);
  return findMatches(new RegExp(pattern, 'gu'), index).flatMap(({ text, from, ...place }) => {
    // The title of a person before “and” is no part of the name, nor is Nairobi-based.
    const last = withTitle.test(text)
      ? text.slice(text.lastIndexOf(' and ') + 1).replace(/^and /u, '')
      : text;
    const name = cutOpening(last.replace(/^.*-(?:based|backed|led|run) /u, ''), openingWords);
    if (!name.includes(' ')) return [];
    return { ...place, text: name, from: from + text.length - name.length, name };
  });
}

/** Finds the first mention of each well-known organization, by its name or its abbreviation. */
const findKnown = (index: WordIndex, { known }: Forms): readonly OrganizationCandidate[] =>
  known.flatMap(([short, long, kind]) => {
    const names = [`${[...short].join('\\.')}\\.`, short, long].join('|');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?![\\p{L}\\p{N}])`, 'gu');
    const [first] = findMatches(pattern, index);
    return first ? { ...first, name: first.text, kind } : [];
  });

/** Creates a function that returns the kind of an organization by its name; null if the name does not show it. */
function createKindFinder({ ministries, organizations }: Forms) {
  const ministry = new RegExp(`^(?:${ministries.join('|')})$`, 'u');
  const kinds = Object.entries(organizations).map(([kind, words]) => ({
    kind: kind as OrganizationKind,
    pattern: compileWords(words),
  }));
  return (name: string): OrganizationKind | null => {
    if (ministry.test(name)) return 'ministry';
    if (/^G\d{1,2}$/.test(name)) return 'group';
    return kinds.find(({ pattern }) => pattern.test(name))?.kind ?? null;
  };
}

/**
 * Extracts the organizations that an article shows by the form of their names: an abbreviation in brackets, a ministry,
 * a G and a number, a word such as Council, a well-known name; and those in the credits.
 */
export function readOrganizations(
  index: WordIndex,
  forms: Forms,
  language: string,
  credited: readonly OrganizationCandidate[],
) {
  const { openingWords, codes } = getCountryWords(language);
  const findKind = createKindFinder(forms);
  const found = [
    ...findAbbreviated(index, forms, codes),
    ...findFixedNames(index, forms),
    ...findNouns(index, forms, openingWords),
  ].map((one) => ({ ...one, kind: findKind(one.name) }));
  const candidates = [...credited, ...found, ...findKnown(index, forms)];
  return listDistinct(candidates, forms).flatMap(({ name, abbreviation, kind, ...place }) => {
    const evidence = findAnchors([place], index);
    const aliases = abbreviation === undefined ? [] : [abbreviation];
    const isCountry = codes.has(toCountryKey(name));
    const [owner = ''] = name.split(/['’]s /u, 1);
    const countryCode = codes.get(toCountryKey(owner));
    return evidence && !isCountry ? [{ name, aliases, kind, countryCode, evidence }] : [];
  });
}

/** Leaves out names that overlap a longer one, are there already, or abbreviate one that is. */
function listDistinct(
  candidates: readonly OrganizationCandidate[],
  forms: Forms,
): readonly OrganizationCandidate[] {
  const long = new Map(forms.known.map(([short, name]) => [normalise(short), normalise(name)]));
  const taken = new Set<string>();
  let last: OrganizationCandidate | undefined;
  const sorted = candidates.toSorted(
    (one, other) =>
      one.paragraph - other.paragraph ||
      one.from - other.from ||
      other.text.length - one.text.length,
  );
  return sorted.filter((one) => {
    const isInside = last?.paragraph === one.paragraph && one.from < last.from + last.text.length;
    if (isInside) return false;
    last = one;
    const name = normalise(one.name);
    const names = [name, long.get(name) ?? name, normalise(one.abbreviation ?? one.name)];
    const isKnown = names.some((other) => taken.has(other));
    for (const other of names) taken.add(other);
    return !isKnown;
  });
}
