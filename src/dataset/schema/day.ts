/** An ISO 8601 day as a moment in time. */
const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Whether a text of the form YYYY-MM-DD is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = timeOf(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** An ISO 8601 day as one reads it: 18 May 2023. */
export function dayText(day: string): string {
  const date = timeOf(day);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** The days from one to another as one reads them: 18–19 May 2023, 30 May – 2 June 2023. */
export function spanText(start: string, end: string): string {
  const [first, last] = [dayText(start), dayText(end)];
  const [day = '', ...month] = first.split(' ');
  if (last.endsWith(month.join(' '))) return `${day}–${last}`;
  const year = ` ${month.at(-1)}`;
  const isSameYear = last.endsWith(year);
  return `${isSameYear ? first.slice(0, -year.length) : first} – ${last}`;
}
