import type { Anchor } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { normalise } from '../article/normalise.ts';
import type { WordIndex } from '../article/word-index.ts';
import { splitWords } from '../article/words.ts';
import { getCountryWords, toCountryKey } from '../language/countries.ts';
import { capitalised, type Forms } from '../language/forms.ts';
import { findAnchors, findMatches, type Place } from './place.ts';

/** Person whom the article names with a title, a country or an organization. */
export interface Person {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly title: string | null;
  /** Code of the country (ISO 3166-1 alpha-2), if the article has it beside the name. */
  readonly countryCode: string | undefined;
  /** Name of the organization, if the article has it beside the name. */
  readonly organization: string | undefined;
  readonly evidence: readonly Anchor[];
}

interface Mention extends Place {
  readonly name: string;
  readonly title: string | null;
  /** Words beside the name that may be a country or an organization. */
  readonly beside: readonly string[];
}

function listMentions(index: WordIndex, forms: Forms): readonly Mention[] {
  const { titles, offices, particles, belonging, articles } = forms;
  const name = `${capitalised}(?: (?:(?:${particles}) ){0,2}${capitalised}){0,3}`;
  const fullName = `${capitalised}(?: (?:(?:${particles}) ){0,2}${capitalised}){1,3}`;
  const owner = `${capitalised}(?: (?:(?:of|for)(?: the)? )?${capitalised}){0,6}`;
  const behind = `(?: ${belonging} (?<of>${owner}))?`;
  const patterns = [
    `(?:(?<=(?<adjective>${capitalised}) )|)(?<title>${titles}) (?<name>${name})${behind}`,
    `(?<name>${fullName}), (?:${articles})?(?<title>(?:${offices})${behind})(?=[,.;)])`,
    `(?:${articles})(?<title>${offices})${behind}, (?<name>${fullName})(?=[,.;])`,
    `(?<name>${fullName}) \\((?<of>${owner})\\)`,
  ];
  return patterns.flatMap((pattern) =>
    findMatches(new RegExp(`(?<![\\p{L}\\p{M}])${pattern}`, 'gu'), index).map(
      ({ groups, text, paragraph, from }): Mention => {
        const { adjective, name: written = '', title = null, of: owned } = groups;
        const before = adjective === undefined ? '' : `${adjective} `;
        return {
          text: `${before}${text}`,
          paragraph,
          from: from - before.length,
          name: written,
          title,
          beside: [adjective, owned].flatMap((word) => word ?? []),
        };
      },
    ),
  );
}

const maxPlacesTried = 200;

/** Finds the part of a name by which the article also calls a person: the last word, else the first. */
function findAlias(name: string, { paragraphs, places }: WordIndex): Place | undefined {
  const words = splitWords(normalise(name)).map(({ text }) => text);
  if (words.length === 1) return undefined;
  for (const [alias, neighbour, step] of [
    [words.at(-1), words.at(-2), -1],
    [words[0], words[1], 1],
  ] as const) {
    const all = assertDefined(places.get(assertDefined(alias)));
    for (const { paragraph, word } of all.slice(0, maxPlacesTried)) {
      const { original, normalised, words: others } = assertDefined(paragraphs[paragraph]);
      const own = assertDefined(others[word]);
      const from = assertDefined(normalised.from[own.from]);
      const text = original.slice(from, normalised.to[own.to - 1]);
      if (others[word + step]?.text !== neighbour && /^\p{Lu}/u.test(text)) {
        return { text, paragraph, from };
      }
    }
  }
  return undefined;
}

/**
 * Extracts the people whom an article names with a title before or after the name, or with a country in brackets, in the
 * order of their first mention.
 */
export function readPeople(
  index: WordIndex,
  forms: Forms,
  language: string,
  organizations: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): readonly Person[] {
  const { codes } = getCountryWords(language);
  const byName = new Map(
    organizations.flatMap((one) => [one.name, ...one.aliases].map((name) => [name, one.name])),
  );
  const mentions = listMentions(index, forms).filter(
    ({ name, title, beside }) =>
      !codes.has(toCountryKey(name)) &&
      (title !== null || beside.some((word) => codes.has(toCountryKey(word)))),
  );
  const isFull = ({ name }: Mention) => name.includes(' ');
  const people = new Map<string, Mention>();
  const surnames = new Set<string>();
  for (const one of [...mentions.filter(isFull), ...mentions.filter((other) => !isFull(other))]) {
    if (people.has(one.name) || surnames.has(one.name)) continue;
    people.set(one.name, one);
    for (const word of one.name.split(' ')) surnames.add(word);
  }
  const ordered = [...people.values()].sort(
    (one, other) => one.paragraph - other.paragraph || one.from - other.from,
  );
  // A word in the names of several people stands for none of them.
  const uses = groupBy(
    ordered.flatMap(({ name }) => name.split(' ')),
    (word) => word,
  );
  const isOwn = ({ text }: Place) => uses.get(text)?.length === 1;
  return ordered.flatMap(({ name, title, beside, ...place }) => {
    const [alias] = [findAlias(name, index)].flatMap((one) => (one && isOwn(one) ? one : []));
    const evidence = findAnchors([place, ...(alias ? [alias] : [])], index);
    if (!evidence) return [];
    const [countryCode] = beside.flatMap((word) => codes.get(toCountryKey(word)) ?? []);
    const [organization] = beside.flatMap((word) => byName.get(word) ?? []);
    return [
      { name, aliases: alias ? [alias.text] : [], title, countryCode, organization, evidence },
    ];
  });
}
