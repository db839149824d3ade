import type { Dataset } from '../dataset/schema/dataset.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { quoteForShell } from '../text/quote.ts';

/** Ids from the current dataset, for examples in the help; placeholders if there is no dataset. */
export interface ExampleIds {
  /** Program's name, with `--data` if that was given. */
  readonly program: string;
  readonly leader: string;
  readonly country: string;
  readonly talk: string;
  readonly deal: string;
  /** Kind of the deal, and a day with a talk. */
  readonly kind: string;
  readonly day: string;
  /** Word to search for, and a country in the same record. */
  readonly word: string;
  readonly wordCountry: string;
  /** Number of a paragraph with a passage. */
  readonly paragraph: string;
  /** Words of the article, quoted for the shell. */
  readonly passage: string;
}

/** Finds ids for examples. `data` is the value of `--data`, if that was given. */
export function findExampleIds(dataset: Dataset | undefined, data: string | undefined): ExampleIds {
  const guest = dataset?.countries.find(({ role }) => role === 'guest') ?? dataset?.countries[0];
  const deal = dataset?.deals[0];
  return {
    program: data === undefined ? 'summit' : `summit --data ${escapeUnsafe(quoteForShell(data))}`,
    leader: dataset?.leaders[0]?.id ?? '<id>',
    country: guest?.id ?? '<country>',
    talk: dataset?.talks[0]?.id ?? '<id>',
    deal: deal?.id ?? '<id>',
    kind: deal?.kind ?? '<kind>',
    day: dataset?.talks.findLast(({ date }) => date !== null)?.date ?? '<day>',
    word: deal?.kind ?? guest?.id ?? '<text>',
    wordCountry: deal?.countries[0] ?? guest?.id ?? '<text>',
    paragraph: String((deal ?? dataset?.summit)?.evidence[0]?.paragraph ?? '<n>'),
    passage: quoteForShell(escapeUnsafe(dataset?.summit.evidence[0]?.start ?? '<text>')),
  };
}
