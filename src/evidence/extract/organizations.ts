import type { OrganizationKind } from '../../model/vocabulary.ts';
import { normalise } from '../article/normalise.ts';
import type { WordIndex } from '../article/word-index.ts';
import { splitWords } from '../article/words.ts';
import { getCountryWords, toCountryKey } from '../language/countries.ts';
import { capitalised, type Forms } from '../language/forms.ts';
import { findAnchors, findMatches, type Place } from './place.ts';

export interface OrganizationCandidate extends Place {
  readonly name: string;
  readonly abbreviation?: string;
  readonly kind: OrganizationKind | null;
}

/** Cuts a name to its last words whose initials make up an abbreviation; undefined if there are none. */
function cutToInitials(name: string, abbreviation: string): string | undefined {
  const words = splitWords(name).filter(({ text }) => /^\p{Lu}/u.test(text));
  const first = words.at(-abbreviation.length);
  const initials = words.slice(-abbreviation.length).map(({ text }) => text[0]);
  return first && initials.join('') === abbreviation ? name.slice(first.from) : undefined;
}

/** Removes capitalised words such as The, In or Monday before a name. */
function cutOpening(name: string, openingWords: ReadonlySet<string>): string {
  const [first = ''] = name.split(' ', 1);
  const rest = name.slice(first.length + 1);
  return openingWords.has(first) && rest !== '' ? cutOpening(rest, openingWords) : name;
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
  const longName = `${capitalised}(?: (?:(?:${forms.joints}) )?${capitalised}){0,8}`;
  const kinds = Object.entries(forms.organizations) as [OrganizationKind, string][];
  const ministry = new RegExp(`^(?:${forms.ministries.join('|')})$`, 'u');
  const findKind = (name: string): OrganizationKind | null => {
    if (ministry.test(name)) return 'ministry';
    const found = kinds.find(([, words]) =>
      new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u').test(name),
    );
    return found ? found[0] : null;
  };
  const nouns = [...kinds, ['other', forms.otherOrganizations] as const]
    .map(([, words]) => words)
    .join('|');
  const documents = new RegExp(` (?:${forms.documents})$`, 'u');
  const withTitle = new RegExp(`(?<!\\p{L})(?:${forms.titles})(?!\\p{L})`, 'u');
  const inBrackets = findMatches(
    new RegExp(`(?<name>${longName}) \\((?<abbreviation>\\p{Lu}[\\p{Lu}\\d&]{1,7})\\)`, 'gu'),
    index,
  ).flatMap(({ groups, text, ...place }): readonly OrganizationCandidate[] => {
    const { name = '', abbreviation = '' } = groups;
    const cut = cutToInitials(name, abbreviation);
    if (cut === undefined || codes.has(abbreviation) || documents.test(cut)) return [];
    const from = place.from + text.indexOf(cut);
    const own = { ...place, from, text: text.slice(text.indexOf(cut)) };
    return [{ ...own, name: cut, abbreviation, kind: findKind(cut) }];
  });
  const ministries = findMatches(new RegExp(forms.ministries.join('|'), 'gu'), index).map(
    ({ text, ...place }): OrganizationCandidate => ({
      ...place,
      text,
      name: text,
      kind: 'ministry',
    }),
  );
  const groups = findMatches(/(?<![\p{L}\p{N}-])G\d{1,2}(?![\p{L}\p{N}])/gu, index).map(
    ({ text, ...place }): OrganizationCandidate => ({ ...place, text, name: text, kind: 'group' }),
  );
  const byNoun = findMatches(
    new RegExp(
      `(?<!\\p{L})(?:${capitalised} (?:(?:and|&|for) )?){0,6}(?:${nouns})(?: ${forms.belonging} ${longName})?(?![\\p{L}'’])`,
      'gu',
    ),
    index,
  ).flatMap(({ text, from, ...place }): readonly OrganizationCandidate[] => {
    // The title of a person before “and” is no part of the name, nor is Nairobi-based.
    const whole = withTitle.test(text)
      ? text.slice(text.lastIndexOf(' and ') + 1).replace(/^and /u, '')
      : text;
    const name = cutOpening(whole.replace(/^.*-(?:based|backed|led|run) /u, ''), openingWords);
    if (!name.includes(' ')) return [];
    return [
      { ...place, text: name, from: from + text.length - name.length, name, kind: findKind(name) },
    ];
  });
  const known = forms.known.flatMap(([short, long, kind]): readonly OrganizationCandidate[] => {
    const dotted = [...short].join('\\.');
    const [first] = findMatches(
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${dotted}\\.|${short}|${long})(?![\\p{L}\\p{N}])`, 'gu'),
      index,
    );
    return first ? [{ ...first, name: first.text, kind }] : [];
  });
  const candidates = [...credited, ...inBrackets, ...ministries, ...groups, ...byNoun, ...known];
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
