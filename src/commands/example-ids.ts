import type { Dataset } from '../dataset/schema/dataset.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { quoteForShell } from '../text/quote.ts';

/** Finds a country that talks, a guest if possible; any country if there are no talks. */
function findGuest(countries: Dataset['countries'], talks: Dataset['talks']) {
  const talking = new Set(talks.flatMap((talk) => talk.countries));
  const some = countries.filter(({ id }) => talking.has(id));
  const candidates = some.length > 0 ? some : countries;
  return candidates.find(({ role }) => role === 'guest') ?? candidates[0];
}

export type ExampleIds = ReturnType<typeof findExampleIds>;

/**
 * Finds ids for the examples in the help; placeholders without a dataset. `data` is the value of `--data`, if given.
 */
export function findExampleIds(dataset: Dataset | undefined, data: string | undefined) {
  const { countries = [], talks = [], events = [] } = dataset ?? {};
  const guest = findGuest(countries, talks);
  const deal = dataset?.deals[0];
  const days = [...talks.map(({ date }) => date).reverse(), ...events.map(({ start }) => start)];
  return {
    dataset,
    /** Program's name, with `--data` if that was given. */
    program: data === undefined ? 'summit' : `summit --data ${escapeUnsafe(quoteForShell(data))}`,
    leader: dataset?.leaders[0]?.id ?? '<id>',
    country: guest?.id ?? '<country>',
    talk: talks[0]?.id ?? '<id>',
    deal: deal?.id ?? '<id>',
    /** Day of a talk or an event. */
    day: days.find((day) => day !== null) ?? '<day>',
    /** Word to search for, and a country in the same record. */
    word: (deal?.kind !== 'other' && deal?.kind) || (guest?.id ?? '<text>'),
    wordCountry: deal?.countries[0] ?? guest?.id ?? '<text>',
    /** Number of a paragraph with a passage. */
    paragraph: String((deal ?? dataset?.summit)?.evidence[0]?.paragraph ?? '<n>'),
    /** Words of the article, quoted for the shell. */
    passage: quoteForShell(escapeUnsafe(dataset?.summit.evidence[0]?.start ?? '<text>')),
  };
}
