import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan } from '../../text/dates.ts';
import { listMatches } from '../../text/list-matches.ts';
import { createNameFinder } from '../article/name-finder.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import type { WordIndex } from '../article/word-index.ts';
import { capitalised, type Forms } from '../language/forms.ts';
import type { Cues, LanguageWords } from '../language/languages.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type NumberWords, parseAmount } from '../language/numbers.ts';
import { findOpening } from './credits.ts';
import type { Person } from './people.ts';
import { findAnchors, findMatches, formatDay, isTitleCase, type Place } from './place.ts';

const currencySigns: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  A$: 'AUD',
  '€': 'EUR',
  '£': 'GBP',
  '₽': 'RUB',
  '₹': 'INR',
};

/**
 * Returns the currency of an amount (ISO 4217): null if its sign or word stands for several, or its scale is not known;
 * undefined if a code before the number is not that of a currency.
 */
function getCurrency(
  groups: Readonly<Record<string, string | undefined>>,
  { words, currencies }: NumberWords,
  forms: Forms,
) {
  const { sign, adjective, unit, scale = groups.unitScale ?? '' } = groups;
  if (sign !== undefined && /^\p{Lu}{3}$/u.test(sign) && !currencies.has(sign.toLowerCase())) {
    return undefined;
  }
  // A single letter stands for a scale only if it touches the number.
  const word = normalise(scale);
  const isKnownScale = scale === '' || words.get(word)?.kind === 'scale' || scale.length === 1;
  if (!isKnownScale) return null;
  if (sign !== undefined)
    return currencySigns[sign] ?? (sign.length === 3 && /^\p{Lu}+$/u.test(sign) ? sign : null);
  return adjective === undefined ? (forms.currencies[assertDefined(unit)] ?? null) : null;
}

/** Extracts the amounts of money, each with the words after it, or before it, as the name of a deal to be completed. */
export function readAmounts(index: WordIndex, { numbers }: Lexicon, forms: Forms) {
  const one = String.raw`\d{1,20}(?:[.,]\d{1,20}){0,6}`;
  const number = `${one}(?:(?:[–-]| (?:${forms.range}) )[$€£¥]?${one})?`;
  const buildScale = (group: string) =>
    `(?:(?<${group}>[ \\u00a0-]?(?:${forms.scales}))(?!\\p{L}))?`;
  const units = Object.keys(forms.currencies).join('|');
  const signed = `(?<sign>\\p{Lu}{0,3}[$€£¥₽₹₩₺₸]|Rs\\.?|\\p{Lu}{3}(?= \\d))\\s?${number}${buildScale('scale')}`;
  const named = `${number}${buildScale('unitScale')} (?<adjective>${capitalised} )?(?<unit>${units})(?!\\p{L})`;
  const rest = `(?<rest>(?: (?!(?:${forms.breaks}) )[\\p{L}\\p{M}\\p{N}'’-]{1,40}){0,7})`;
  const before = String.raw`(?<before>(?:[\p{L}\p{M}'’-]{1,40} ){0,6})`;
  const pattern = `(?<![\\p{L}\\p{N}.,])${before}(?<written>${signed}|${named})${rest}`;
  const hint = new RegExp(`[$€£¥₽₹₩₺₸]|Rs|\\p{Lu}{3} \\d|${units}`, 'u');
  const matches = findMatches(new RegExp(pattern, 'gu'), index, hint);
  return matches.flatMap(({ groups, paragraph, from }) => {
    const written = assertDefined(groups.written);
    const after = assertDefined(groups.rest);
    const ahead = assertDefined(groups.before);
    const known = getCurrency(groups, numbers, forms);
    if (known === undefined) return [];
    const amount = (known && parseAmount(written, numbers)) ?? null;
    const name = after === '' ? `${ahead}${written}` : `${written}${after}`;
    const start = after === '' ? from : from + ahead.length;
    const evidence = findAnchors([{ text: name, paragraph, from: start }], index);
    const currency = amount === null ? null : known;
    return evidence ? [{ name, amount, currency, amountAsWritten: written, evidence }] : [];
  });
}

/** Sentence with a meeting of two people, or with something on a day. */
interface DatedSentence extends Place {
  /** Wording of its days, if it names any without their year. */
  readonly when: string | null;
  /** First and last day (ISO 8601), if their year is beside them. */
  readonly start: string | null;
  readonly end: string | null;
}

/** Creates a finder of the first days that a sentence names: a weekday, or days with their month. */
function createDayFinder({ dates, readDays }: Lexicon, { onDay }: Forms) {
  const weekday = new RegExp(
    `(?<!\\p{L})(?:${onDay} )?(?:${dates.weekdays().join('|')})(?![\\p{L}'’])`,
    'u',
  );
  return (text: string) => {
    const cased = normaliseKeepingCase(text);
    const [mention] = listMatches(cased, dates.mention);
    const [days] = readDays(mention?.[0] ?? '');
    if (days?.year !== undefined) {
      const [start, last] = [formatDay(days.year, days.first), formatDay(days.year, days.last)];
      // Further days may go on from these, or be others.
      const end = readDays(text).length === 1 ? last : null;
      if (parseSpan(start) && parseSpan(last)) return { when: null, start, end };
    }
    const found = weekday.exec(cased) ?? (days && mention);
    return { when: found?.[0].replace(/\.$/, '') ?? null, start: null, end: null };
  };
}

/** Lists the sentences of the text, without a dateline or the mark of a list, with their days. */
function listDatedSentences(
  index: WordIndex,
  lexicon: Lexicon,
  forms: Forms,
): readonly DatedSentence[] {
  const findDays = createDayFinder(lexicon, forms);
  return index.paragraphs.flatMap(({ original }, paragraph) => {
    if (isTitleCase(original)) return [];
    return lexicon.splitSentences(original).map(({ text, from }) => {
      const { length } = from === 0 ? findOpening(original) : '';
      const own = text.slice(length);
      return { text: own, paragraph, from: from + length, ...findDays(own) };
    });
  });
}

/** Returns the status that the first verb of a sentence suggests. */
function guessStatus(text: string, { past, present, future }: Cues) {
  const normalised = normalise(text);
  const find = (pattern: RegExp) => pattern.exec(normalised)?.index ?? Number.POSITIVE_INFINITY;
  const [held, ongoing, planned] = [find(past), find(present), find(future)];
  if (planned < Math.min(held, ongoing)) return 'planned';
  return ongoing < held ? 'ongoing' : 'held';
}

/** Number of characters before the words for a meeting that may deny it. */
const maxDenialLength = 60;

/** Number of people in a sentence above which it is about no talks of two. */
const maxPeopleChecked = 5;

/** Creates a reader of who meets in a sentence; undefined if the meeting was denied or is uncertain. */
function createPartyReader(forms: Forms, cues: Cues, people: readonly Person[]) {
  const meeting = new RegExp(`(?<!\\p{L})(?:${forms.meeting})(?!\\p{L})`, 'u');
  const unreal = new RegExp(`(?<!\\p{L})(?:${forms.unreal})(?!\\p{L})`, 'u');
  const proxies = new RegExp(` ${forms.proxies}`, 'u');
  const findPeople = createNameFinder(people, ({ name, aliases }) => [name, ...aliases]);
  return (text: string): readonly string[] | undefined => {
    const found = meeting.exec(text);
    if (!found) return [];
    const near = text.slice(Math.max(0, found.index - maxDenialLength), found.index);
    if (unreal.test(near) || cues.not.test(normalise(near))) return undefined;
    /** Checks that a person is a party, and not only named as the one whose wife or aide somebody is. */
    const isParty = ({ name, aliases }: Person) => {
      const spelling = [name, ...aliases].find((one) => text.includes(one)) ?? name;
      const at = text.indexOf(spelling);
      const isOwner = /^['’]s(?!\p{L})/u.test(text.slice(at + spelling.length));
      return (
        !isOwner &&
        !(at < found.index && proxies.test(` ${text.slice(Math.max(0, at - maxDenialLength), at)}`))
      );
    };
    const names = findPeople({ text, normalised: normalise(text) });
    const named = [...new Set(names.flatMap(({ items }) => items))];
    const parties = named.length > maxPeopleChecked ? named : named.filter(isParty);
    return parties.map(({ name }) => name);
  };
}

/** Signs after some words. */
const signsAtEnd = /(?<![^\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}]+$/u;

/** Extracts the talks of just two people that a sentence names, and what else happens on a day. */
export function readTalksAndEvents(
  index: WordIndex,
  lexicon: Lexicon,
  { forms, cues }: LanguageWords,
  people: readonly Person[],
) {
  const readParties = createPartyReader(forms, cues, people);
  const sentences = listDatedSentences(index, lexicon, forms).flatMap((sentence) => {
    const { text, when, start, end } = sentence;
    const leaders = readParties(text);
    const isDated = start !== null || when !== null;
    const isTalk = leaders?.length === 2;
    // A meeting that was denied is not an event either.
    if (!leaders || !(isTalk || isDated)) return [];
    const evidence = findAnchors([sentence], index);
    const status = guessStatus(text, cues);
    return evidence ? [{ text, when, start, end, status, leaders, isTalk, evidence }] : [];
  });
  const talks = sentences.flatMap(
    ({ isTalk, leaders, start, end, when, status: guess, evidence }) => {
      // Several days are more likely to be those of the summit.
      const date = start === end ? start : null;
      const status = guess === 'ongoing' ? 'reported' : guess;
      return isTalk ? [{ leaders, date, when, status, evidence }] : [];
    },
  );
  const events = sentences.flatMap(({ text, isTalk, leaders, ...event }) => {
    if (isTalk) return [];
    // A sentence with a day has a word.
    const words = text
      .slice(text.search(/[\p{L}\p{N}\p{Sc}]/u))
      .split(' ')
      .slice(0, 8);
    return [{ name: words.join(' ').replace(signsAtEnd, ''), ...event }];
  });
  return { talks, events };
}
