/** First and last day of a day, a month or a year (ISO 8601). */
type Span = readonly [first: string, last: string];

/** Counts the days of a month in the Gregorian calendar. */
function countDays(year: number, month: number): number {
  const date = new Date(0);
  // Day 0 is the last day of the month before. Unlike Date.UTC, this does not add 1900 to years before 100.
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

/** Returns the first and last day of a day, month or year; undefined if it is not in the calendar. */
export function parseSpan(text: string): Span | undefined {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  const last = countDays(Number(year), Number(month));
  if (day === undefined) return [`${text}-01`, `${text}-${last}`];
  return Number(day) >= 1 && Number(day) <= last ? [text, text] : undefined;
}

/** Checks whether a date is a day, not a month or a year. */
export const isWholeDay = (text: string): boolean => text.length === 10;

/** English names of the months. Intl has them too, but takes longer to load than most commands take to run. */
export const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Formats a day, a month or a year for people: 18 May 2023, May 2023, 2023. */
export function formatDate(text: string): string {
  const [year, month, day] = text.split('-').map(Number);
  return [day, monthNames[Number(month) - 1], year].filter((part) => part !== undefined).join(' ');
}

/** Formats a range of days for people: 18–19 May 2023, 30 May – 2 June 2023. */
export function formatSpan(start: string, end: string): string {
  const [first, last] = [formatDate(start), formatDate(end)];
  const [day, ...month] = first.split(' ');
  if (isWholeDay(start) && isWholeDay(end) && last.endsWith(month.join(' '))) {
    return `${day}–${last}`;
  }
  const year = ` ${start.slice(0, 4)}`;
  const isSameYear = first.endsWith(year) && last.endsWith(year);
  return `${isSameYear ? first.slice(0, -year.length) : first} – ${last}`;
}
