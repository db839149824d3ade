import type { AnyRecord } from '../../model/record.ts';

/** Access to records by id. */
export interface Lookup {
  readonly record: (id: string) => AnyRecord | undefined;
  /** Returns the display name of a record; undefined if it has none. */
  readonly label: (id: string) => string | undefined;
}

/** Returns the name of a person; without one, `unnamed` with the country or organization. */
export function formatPerson({ name, country, organization }: AnyRecord, { label }: Lookup) {
  if (typeof name === 'string') return name;
  const affiliation = label(String(country ?? organization));
  return affiliation && `unnamed (${affiliation})`;
}

/** Lists the parties of a talk: its leaders, and the countries without a leader among them. */
export function listParties(
  talk: Readonly<Record<string, unknown>>,
  record: (id: string) => Readonly<Record<string, unknown>> | undefined,
): readonly string[] {
  const [leaders, countries] = [talk.leaders as string[], talk.countries as string[]];
  const led = new Set(leaders.map((id) => record(id)?.country));
  return [...leaders, ...countries.filter((id) => !led.has(id))];
}

/** Adds the article to an English name of a country that takes one within a sentence. */
const addArticle = (name: string): string =>
  /^(?:United|Netherlands|Philippines|Maldives|Bahamas|Gambia|(?:\S+ )*(?:Republic|Islands))\b/.test(
    name,
  )
    ? `the ${name}`
    : name;

/** Maximum number of parties that the label of a talk names. It counts the others. */
const maxNamedParties = 20;

/** Lists the names of the parties of a talk. It counts those beyond a maximum. */
export function listPartyNames(talk: AnyRecord, { record, label }: Lookup): readonly string[] {
  const parties = listParties(talk, record);
  const named = parties.slice(0, maxNamedParties).map((id) => {
    const name = label(id) ?? id;
    return record(id)?.iso === undefined ? name : addArticle(name);
  });
  const more = parties.length - named.length;
  return more > 0 ? [...named, `${more} more`] : named;
}

export function formatMeeting(talk: AnyRecord, lookup: Lookup): string {
  const names = listPartyNames(talk, lookup);
  return `Talks between ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
