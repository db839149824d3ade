import type { Anchor } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { normalise } from '../article/normalise.ts';
import type { WordIndex } from '../article/word-index.ts';
import { splitWords } from '../article/words.ts';
import { getCountryWords, toCountryKey } from '../language/countries.ts';
import { capitalised, capitalisedOrDotted, type Forms } from '../language/forms.ts';
import { cutOpening, findAnchors, findMatches, type Match, type Place } from './place.ts';

/** Person whom the article names with a title or a country. */
export interface Person {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly title: string | null;
  /** Code of the country (ISO 3166-1 alpha-2), if the article has it next to the name. */
  readonly countryCode: string | undefined;
  /** Name of the organization, if the article has it next to the name. */
  readonly organization: string | undefined;
  readonly evidence: readonly Anchor[];
}

interface Mention extends Place {
  readonly name: string;
  readonly title: string | null;
  /** Words next to the name that may be a country or an organization. */
  readonly neighbours: readonly string[];
}

/** Initials of a name, which are not those of a title of respect. */
const initials = String.raw`(?!H\.E\.)(?:\p{Lu}\. ?){0,3}`;

function listMentions(index: WordIndex, forms: Forms, language: string): readonly Mention[] {
  const { titles, offices, honorifics, particles, belonging, articles, former, notPeople } = forms;
  const { openingWords, codes } = getCountryWords(language);
  const more = `(?: (?:(?:${particles}) ){0,2}${capitalised})`;
  const name = `${initials}${capitalised}${more}{0,4}`;
  const fullName = `${initials}${capitalised}${more}{1,4}`;
  const owner = `${capitalised}(?: (?:(?:of|for)(?: the)? )?${capitalised}){0,6}`;
  const after = `(?: ${belonging} (?<of>${owner}))?`;
  const country = `(?<adjective>(?:${capitalised} )?${capitalisedOrDotted})(?:['’]s)? `;
  const anyTitle = `(?:${titles}|${offices})`;
  const formerPattern = new RegExp(former, 'u');
  const otherPattern = new RegExp(`(?: |^)(?:${notPeople}|${titles})$`, 'u');
  /** Returns the words before a title if they name a country, else the last of them. */
  const cutToCountry = (words: string) =>
    codes.has(toCountryKey(words)) ? words : words.slice(words.lastIndexOf(' ') + 1);
  const toMention = (found: Match): Mention | undefined => {
    const { groups, text, textBefore, paragraph, from } = found;
    const name = cutName(assertDefined(groups.name), openingWords);
    if (otherPattern.test(name) || formerPattern.test(textBefore)) return undefined;
    const country = cutToCountry(groups.adjective ?? '');
    // Before a title the country is part of the text before; elsewhere it is in the text itself.
    const before = textBefore.slice(textBefore.lastIndexOf(country) + country.length);
    const lead = country !== '' && /^(?:['’]s)? $/u.test(before) ? `${country}${before}` : '';
    const end = name === groups.name ? text.length : text.indexOf(name) + name.length;
    return {
      text: `${lead}${text.slice(0, end)}`,
      paragraph,
      from: from - lead.length,
      name,
      title: groups.title ?? null,
      neighbours: [country, groups.of ?? ''],
    };
  };
  const read = (pattern: string) =>
    findMatches(new RegExp(`(?<![\\p{L}\\p{M}])${pattern}`, 'gu'), index).flatMap(
      (found) => toMention(found) ?? [],
    );
  return [
    // To look for a title at each word first takes a fifth of the time.
    ...read(
      `(?=(?:${titles}) )(?:(?<=${country})|)(?<title>${titles}) ${honorifics}(?<name>${name})${after}`,
    ),
    ...read(
      `(?<name>${fullName}), (?:${articles})?(?:${country})?(?<title>${anyTitle}${after})(?=[,.;)])`,
    ),
    ...read(
      `(?:${articles}|)(?:${country})?(?<title>${anyTitle})${after}, ${honorifics}(?<name>${fullName})(?=[,.;])`,
    ),
    ...read(`(?<name>${fullName}) \\((?<of>${owner})\\)`),
  ];
}

/** Cuts words such as Then before a name, and days such as Monday after it. */
function cutName(name: string, openingWords: ReadonlySet<string>): string {
  const words = cutOpening(name, openingWords).split(' ');
  const last = words.findLastIndex((word, at) => at === 0 || !openingWords.has(word));
  return words.slice(0, last + 1).join(' ');
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
 * Extracts the people whom an article names with a title before or after the name, or with a country in brackets, in
 * the order of their first mention.
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
  const mentions = listMentions(index, forms, language).filter(
    ({ name, title, neighbours }) =>
      !codes.has(toCountryKey(name)) &&
      (title !== null || neighbours.some((word) => codes.has(toCountryKey(word)))),
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
  return ordered.flatMap(({ name, title, neighbours, ...place }) => {
    const alias = findAlias(name, index);
    const aliases = alias && isOwn(alias) ? [alias] : [];
    const evidence = findAnchors([place, ...aliases], index);
    if (!evidence) return [];
    const [countryCode] = neighbours.flatMap((word) => codes.get(toCountryKey(word)) ?? []);
    const [organization] = neighbours.flatMap((word) => byName.get(word) ?? []);
    return {
      name,
      aliases: aliases.map(({ text }) => text),
      title,
      countryCode,
      organization,
      evidence,
    };
  });
}
