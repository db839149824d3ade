import type { Dataset } from '../dataset/schema/dataset.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { quoteForShell } from '../text/quote.ts';

/** Ids that exist in the dataset at hand, for examples in the help; placeholders without a dataset. */
export interface ExampleIds {
  /** The program as it is to be called: with `--data` if that was given. */
  readonly program: string;
  readonly leader: string;
  readonly country: string;
  readonly talk: string;
  readonly deal: string;
  /** What a deal is, and a day of talks. */
  readonly kind: string;
  readonly day: string;
  /** A word that a search finds, and a country that it finds it with. */
  readonly word: string;
  readonly wordCountry: string;
  /** A paragraph that facts are drawn from. */
  readonly paragraph: string;
  /** Words of the article, as one word of a shell. */
  readonly passage: string;
}

/** What to name in examples; `data` is the value of `--data`, if that was given. */
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
