import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import { createNameTest, indexNames, listNames, matchWholeWords } from '../schema/names.ts';
import { describeValue, type Problem } from './problem.ts';
import {
  createProblem,
  getText,
  listIdentified,
  type RawRecord,
  type RuleContext,
} from './rule.ts';

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
    const country = find(leader.country, 'countries');
    return getLeaderTest(leader)(folded) || (country ? getCountryTest(country)(folded) : false);
  };
}

/** Checks the speakers of quotations, who may be named, or described if no other leader is named. */
export function* checkSpeakers(context: RuleContext): Generator<Problem> {
  const leaders = listIdentified(context, 'leaders');
  const names = leaders.flatMap((leader) =>
    listNames(leader).map((name) => [fold(name), leader] as const),
  );
  // Of leaders with the same name, the first.
  const leadersByName = new Map(names.toReversed());
  const { findFirst } = indexNames(leaders, listNames);
  const getNameTest = memoise((leader: RawRecord) => createNameTest(listNames(leader)));
  const isDescription = createDescriptionTest(context);
  const isSpeaker = (leader: RawRecord, speaker: string, folded: string): boolean =>
    getNameTest(leader)(speaker, folded) ||
    (!findFirst(speaker, () => true, folded) && isDescription(folded, leader));

  for (const location of context.list('quotes')) {
    const speaker = getText(location.record, 'speaker');
    if (speaker === undefined) continue;
    const folded = fold(speaker);
    const leader = context.find(location.record.leader, 'leaders');
    const namesake = leadersByName.get(folded);
    if (leader && !isSpeaker(leader, speaker, folded)) {
      const message = `${describeValue(speaker)} is not the leader ${leader.id}; correct either speaker or leader`;
      yield createProblem(location, 'speaker', message);
    }
    if (!leader && namesake) {
      const message = `is null, but the speaker ${describeValue(speaker)} is the leader ${namesake.id}; correct either speaker or leader`;
      yield createProblem(location, 'leader', message);
    }
  }
}
