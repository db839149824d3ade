import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import { normalise } from './article/normalise.ts';
import type { WordIndex } from './article/word-index.ts';
import { type CountryMention, findCountryMentions } from './country-mentions.ts';
import type { FindAnchor } from './find-anchor.ts';
import { getCountryWords } from './language/countries.ts';

/** Country that an article names. */
export interface NamedCountry {
  readonly name: string;
  /** ISO 3166-1 alpha-2 code. */
  readonly code: string;
  /** Other words for it in the article. */
  readonly aliases: readonly string[];
  readonly evidence: readonly Anchor[];
}

/** Maximum number of mentions tried as evidence for a spelling. */
const maxTries = 20;

/** Finds evidence for each spelling of a country, in the order of the article. */
function findSpellings(mentions: readonly CountryMention[], findAnchor: FindAnchor) {
  const bySpelling = groupBy(mentions, ({ spelling }) => spelling);
  return [...bySpelling].flatMap(([spelling, places]) => {
    for (const { stretch } of places.slice(0, maxTries)) {
      const anchor = findAnchor(stretch);
      if (anchor) return [{ spelling, anchor }];
    }
    return [];
  });
}

/** Extracts the countries of an article in the order of their first mention, except those without an anchor. */
export function readCountries(
  index: WordIndex,
  language: string,
  findAnchor: FindAnchor,
): readonly NamedCountry[] {
  const { names } = getCountryWords(language);
  const byCode = groupBy(findCountryMentions(index, language), ({ code }) => code);
  return [...byCode].flatMap(([code, mentions]) => {
    const name = assertDefined(names.get(code));
    const found = findSpellings(mentions, findAnchor).map((one) => {
      return { ...one, isName: normalise(one.spelling) === normalise(name) };
    });
    if (found.length === 0) return [];
    const others = found.filter(({ isName }) => !isName);
    const evidence = [...found.filter(({ isName }) => isName), ...others];
    return {
      name,
      code,
      aliases: others.map(({ spelling }) => spelling),
      evidence: evidence.map(({ anchor }) => anchor),
    };
  });
}
