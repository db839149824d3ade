/** An ISO 8601 day as a moment in time. */
const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The first and the last day of a day, a month or a year (ISO 8601). */
export type Span = readonly [first: string, last: string];

/** The days of a day, a month or a year; undefined for a text that is none of the calendar. */
export function spanOf(text: string): Span | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const date = timeOf(first);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(first)) return undefined;
  if (day !== undefined) return [first, first];
  if (month === undefined) return [first, `${year}-12-31`];
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return [first, date.toISOString().slice(0, 10)];
}

/** Whether a text is a day itself, and not a month or a year. */
export const isWholeDay = (text: string): boolean => text.length === 10;

/** A day, a month or a year as one reads it: 18 May 2023, May 2023, 2023. */
export function dayText(text: string): string {
  const [, month, day] = text.split('-');
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(timeOf(spanOf(text)?.[0] ?? text));
}

/** The days from one to another as one reads them: 18–19 May 2023, 30 May – 2 June 2023. */
export function spanText(start: string, end: string): string {
  const [first, last] = [dayText(start), dayText(end)];
  const [day = '', ...month] = first.split(' ');
  if (isWholeDay(start) && isWholeDay(end) && last.endsWith(month.join(' '))) {
    return `${day}–${last}`;
  }
  const year = ` ${start.slice(0, 4)}`;
  const isSameYear = first.endsWith(year) && last.endsWith(year);
  return `${isSameYear ? first.slice(0, -year.length) : first} – ${last}`;
}
