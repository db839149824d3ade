import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import {
  createNameTest,
  indexNames,
  listNames,
  matchWholeWords,
  type WordTest,
} from '../schema/names.ts';
import { type IdentifiedRecord, listIdentified, type RawRecord, type RuleContext } from './rule.ts';

/** Index of the leaders of a dataset, used to find the speaker of a quotation. `folded` is the folded text. */
export interface LeaderIndex {
  /** Finds the first leader with a name. */
  findByName(folded: string): IdentifiedRecord | undefined;
  /** Finds the first leader that a text names. */
  findNamedIn(text: string, folded: string): IdentifiedRecord | undefined;
  /** Checks whether a text names a leader. */
  isNamedIn(text: string, folded: string, leader: RawRecord): boolean;
  /**
   * Checks whether a text has a word of a leader's title, organisation, role or country: `the chancellor`, `the leader
   * of Dolmara`.
   */
  isDescribedIn(folded: string, leader: RawRecord): boolean;
}

/** Lengths of words that can describe a leader. Shorter ones say nothing, and longer ones are not words. */
const [minWordLength, maxWordLength] = [4, 100];

/** Builds a test for any word of the given texts in a folded text. */
function createWordTest(texts: readonly unknown[]): WordTest {
  const words = texts.filter((one) => typeof one === 'string').flatMap((one) => one.split(/\s/));
  return matchWholeWords(
    words.filter(({ length }) => length >= minWordLength && length <= maxWordLength),
  );
}

export function indexLeaders(dataset: RuleContext): LeaderIndex {
  const leaders = listIdentified(dataset, 'leaders');
  const byName = new Map<string, IdentifiedRecord>();
  // If several leaders have the same name, the first one counts.
  for (const leader of leaders.toReversed()) {
    for (const name of listNames(leader)) byName.set(fold(name), leader);
  }
  const names = indexNames(leaders, listNames);
  const testForNames = memoise((leader: RawRecord) => createNameTest(listNames(leader)));
  const testForLeader = memoise(({ title, organization, role }: RawRecord) =>
    createWordTest([title, organization, role]),
  );
  const testForCountry = memoise((country: RawRecord) => createWordTest(listNames(country)));
  return {
    findByName: (folded) => byName.get(folded),
    findNamedIn: (text, folded) => names.findFirst(text, () => true, folded),
    isNamedIn: (text, folded, leader) => testForNames(leader)(text, folded),
    isDescribedIn: (folded, leader) => {
      const country = dataset.find(leader.country, 'countries')?.record;
      return testForLeader(leader)(folded) || (country ? testForCountry(country)(folded) : false);
    },
  };
}
