import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import { createNameTest, indexNames, listNames, matchWholeWords } from '../schema/names.ts';
import { describeValue } from './problem.ts';
import {
  checkRecords,
  createProblem,
  getText,
  type IdentifiedRecord,
  listIdentified,
  type RawRecord,
  type Rule,
  type RuleContext,
} from './rule.ts';

/** Maps the folded names of leaders to the first leader with each. */
function mapNames(leaders: readonly IdentifiedRecord[]): ReadonlyMap<string, IdentifiedRecord> {
  const names = leaders.flatMap((leader) =>
    listNames(leader).map((name) => [fold(name), leader] as const),
  );
  return new Map(names.toReversed());
}

/** Lengths of words that can describe a leader. Shorter ones say nothing, and longer ones are not words. */
const [minWordLength, maxWordLength] = [4, 100];

/** Builds a test for any word of the given texts in a folded text. */
function matchAnyWord(texts: readonly unknown[]) {
  const words = texts.filter((one) => typeof one === 'string').flatMap((one) => one.split(/\s/));
  return matchWholeWords(
    words.filter(({ length }) => length >= minWordLength && length <= maxWordLength),
  );
}

/**
 * Builds a test for a word of a leader's title, organisation, role or country in a folded text: `the chancellor`, `the
 * leader of Dolmara`.
 */
function createDescriptionTest({ find }: RuleContext) {
  const getLeaderTest = memoise(({ title, organization, role }: RawRecord) =>
    matchAnyWord([title, organization, role]),
  );
  const getCountryTest = memoise((country: RawRecord) => matchAnyWord(listNames(country)));
  return (folded: string, leader: RawRecord): boolean => {
    const country = find(leader.country, 'countries')?.record;
    return getLeaderTest(leader)(folded) || (country ? getCountryTest(country)(folded) : false);
  };
}

const correction = 'correct either speaker or leader';

/** Rule on the speaker of a quotation, who may be named, or described if no other leader is named. */
export const speakerOfQuote: Rule = {
  field: 'quotes.speaker, quotes.leader',
  check: checkRecords('quotes', (context) => {
    const leaders = listIdentified(context, 'leaders');
    const leadersByName = mapNames(leaders);
    const { findFirst } = indexNames(leaders, listNames);
    const getNameTest = memoise((leader: RawRecord) => createNameTest(listNames(leader)));
    const describes = createDescriptionTest(context);
    return (location) => {
      const speaker = getText(location.record, 'speaker');
      if (speaker === undefined) return undefined;
      const folded = fold(speaker);
      const leader = context.find(location.record.leader, 'leaders')?.record;
      if (leader) {
        if (getNameTest(leader)(speaker, folded)) return undefined;
        const other = findFirst(speaker, () => true, folded);
        if (!other && describes(folded, leader)) return undefined;
        const message = `${describeValue(speaker)} is not the leader ${leader.id}; ${correction}`;
        return createProblem(location, 'speaker', message);
      }
      const same = leadersByName.get(folded);
      if (!same) return undefined;
      const message = `is null, but the speaker ${describeValue(speaker)} is the leader ${same.id}; ${correction}`;
      return createProblem(location, 'leader', message);
    };
  }),
};
