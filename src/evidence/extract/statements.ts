import { parseSpan } from '../../text/dates.ts';
import { listMatches } from '../../text/list-matches.ts';
import { createNameFinder } from '../article/name-finder.ts';
import { normalise, normaliseKeepingCase } from '../article/normalise.ts';
import type { WordIndex } from '../article/word-index.ts';
import { signsAtEnd } from '../article/words.ts';
import type { Forms } from '../language/forms.ts';
import type { Cues, LanguageWords } from '../language/languages.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { findOpening } from './credits.ts';
import type { Person } from './people.ts';
import { compileWords, findAnchors, formatDay, isTitleCase, type Place } from './place.ts';

/** Sentence with a meeting of two people, or with something on a day. */
interface DatedSentence extends Place {
  /** Wording of its days, if it names any without their year. */
  readonly when: string | null;
  /** First and last day (ISO 8601), if their year is next to them. */
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
  const meeting = compileWords(forms.meeting);
  const unreal = compileWords(forms.unreal);
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
