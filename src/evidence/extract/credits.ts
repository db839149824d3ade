import { assertDefined } from '../../text/assert-defined.ts';
import { parseSpan } from '../../text/dates.ts';
import type { WordIndex } from '../article/word-index.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { OrganizationCandidate } from './organizations.ts';
import { formatDay } from './place.ts';

const published = /[Pp]ublished (?:by|in|on) (?:the )?(\p{Lu}[^.:;,]*)/u;
const reported =
  /(?:[Rr]eporting by|[Nn]ews agency|Source:) (?:the )?(\p{Lu}[\p{L}\p{M}&'’-]*(?: \p{Lu}[\p{L}\p{M}&'’-]*)*(?: \([^)]*\))?)/u;
/** Byline of one or several people. */
const signed =
  /^By (\p{Lu}[\p{L}\p{M}.'’-]*(?:(?: and|,)? \p{Lu}[\p{L}\p{M}.'’-]*)+)(?:, .{1,60})?$/u;
/** Dateline: a place, then perhaps a day without its year, and an agency in brackets. */
const dateline = `^(?!(?:From|Photo|Note|Correction|Update|Analysis|Opinion|Watch|Read|Caption|Video)(?!\\p{L}))(\\p{Lu}[\\p{L}\\p{M} .'’-]{2,40}?(?:, \\p{Lu}[\\p{L} ]+)?)(?:, \\p{Lu}\\p{L}+\\.? \\d{1,2})?`;
const placed = new RegExp(`${dateline}(?: \\(\\p{Lu}[^)]*\\))?(?: [—–-] |: )`, 'u');
const sentBy = new RegExp(`${dateline} \\((\\p{Lu}[^)]*)\\)(?: [—–-] |: )`, 'u');

/** Returns what comes before the first sentence of a paragraph: a dateline, or the mark or number of an item. */
export const findOpening = (paragraph: string): string =>
  (placed.exec(paragraph) ?? /^(?:[•*-] |\(?\d{1,3}[.)] )/u.exec(paragraph))?.[0] ?? '';

/** Returns the last group of a pattern in the first text that matches; null if none does or it is not whole words. */
function findFirstMatch(
  texts: readonly string[],
  pattern: RegExp,
  { findSpelling }: WordIndex,
): string | null {
  const [match] = texts.flatMap((text) => pattern.exec(text)?.at(-1) ?? []);
  const value = match?.trim() ?? null;
  return value !== null && findSpelling(value).length > 0 ? value : null;
}

/** Returns the day with its year (ISO 8601) that is all of one of the first paragraphs. */
function findPublished(opening: readonly string[], { readDays }: Lexicon): string | null {
  const [day] = opening
    .filter((text) => text.split(' ').length <= 5)
    .flatMap(readDays)
    .flatMap(({ first, year }) => (year === undefined ? [] : formatDay(year, first)));
  return day !== undefined && parseSpan(day) ? day : null;
}

/** Extracts the credits of an article, from its first paragraphs and its last; null if not found. */
export function readCredits(index: WordIndex, lexicon: Lexicon) {
  const [, ...rest] = index.paragraphs.map(({ original }) => original);
  const opening = rest.slice(0, 3);
  const author = findFirstMatch(opening, signed, index);
  const sentFrom = findFirstMatch(opening, sentBy, index);
  const reporter = findFirstMatch(rest.toReversed(), reported, index);
  return {
    publisher: findFirstMatch(rest.slice(-2), published, index),
    agency: sentFrom ?? (reporter === author ? null : reporter),
    dateline: findFirstMatch(opening, placed, index),
    author,
    published: findPublished(opening, lexicon),
  };
}

/** Lists the organizations of the credits by their names, which may have an abbreviation in brackets. */
export function listCredited(
  { agency, publisher }: ReturnType<typeof readCredits>,
  { paragraphs }: WordIndex,
): readonly OrganizationCandidate[] {
  const credits = [
    { text: agency, kind: 'agency' },
    { text: publisher, kind: null },
  ] as const;
  return credits.flatMap(({ text, kind }) => {
    if (text === null) return [];
    const [, name = text, abbreviation] = /^(.*) \(([^()]*)\)$/su.exec(text) ?? [];
    const paragraph = paragraphs.findIndex(({ original }) => original.includes(name));
    const from = assertDefined(paragraphs[paragraph]).original.indexOf(name);
    return { text, paragraph, from, name, kind, abbreviation };
  });
}
