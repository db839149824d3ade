import type { Dataset } from '../dataset/schema/dataset.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { quoteForShell } from '../text/quote.ts';

/** Ids from the current dataset, for examples in the help; placeholders if there is no dataset. */
export interface ExampleIds {
  readonly dataset: Dataset | undefined;
  /** Program's name, with `--data` if that was given. */
  readonly program: string;
  readonly leader: string;
  readonly country: string;
  readonly talk: string;
  readonly deal: string;
  /** Day of a talk or an event. */
  readonly day: string;
  /** Word to search for, and a country in the same record. */
  readonly word: string;
  readonly wordCountry: string;
  /** Number of a paragraph with a passage. */
  readonly paragraph: string;
  /** Words of the article, quoted for the shell. */
  readonly passage: string;
}

/** Finds a country that talks, a guest if possible; any country if there are no talks. */
function findGuest(countries: Dataset['countries'], talks: Dataset['talks']) {
  const talking = new Set(talks.flatMap((talk) => talk.countries));
  const some = countries.filter(({ id }) => talking.has(id));
  const candidates = some.length > 0 ? some : countries;
  return candidates.find(({ role }) => role === 'guest') ?? candidates[0];
}

/** Finds ids for examples. `data` is the value of `--data`, if that was given. */
export function findExampleIds(dataset: Dataset | undefined, data: string | undefined): ExampleIds {
  const { countries = [], talks = [], events = [] } = dataset ?? {};
  const guest = findGuest(countries, talks);
  const deal = dataset?.deals[0];
  const days = [...talks.map(({ date }) => date).reverse(), ...events.map(({ start }) => start)];
  return {
    dataset,
    program: data === undefined ? 'summit' : `summit --data ${escapeUnsafe(quoteForShell(data))}`,
    leader: dataset?.leaders[0]?.id ?? '<id>',
    country: guest?.id ?? '<country>',
    talk: dataset?.talks[0]?.id ?? '<id>',
    deal: deal?.id ?? '<id>',
    day: days.find((day) => day !== null) ?? '<day>',
    word: (deal?.kind !== 'other' && deal?.kind) || (guest?.id ?? '<text>'),
    wordCountry: deal?.countries[0] ?? guest?.id ?? '<text>',
    paragraph: String((deal ?? dataset?.summit)?.evidence[0]?.paragraph ?? '<n>'),
    passage: quoteForShell(escapeUnsafe(dataset?.summit.evidence[0]?.start ?? '<text>')),
  };
}
