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

/** The leaders of a dataset, found by what a quotation says of its speaker. Texts come folded too. */
export interface LeaderIndex {
  /** Finds the first leader who has a name. */
  findByName(folded: string): IdentifiedRecord | undefined;
  /** Finds the first leader whom a text names. */
  findNamedIn(text: string, folded: string): IdentifiedRecord | undefined;
  /** Returns true if a text names a leader. */
  isNamedIn(text: string, folded: string, leader: RawRecord): boolean;
  /** Returns true if a text has a word of what is known of a leader: `the chancellor`, `the leader of Dolmara`. */
  isDescribedIn(folded: string, leader: RawRecord): boolean;
}

/** The lengths of the words that tell something of a leader: shorter ones do not, and longer ones are no words. */
const [minWordLength, maxWordLength] = [4, 100];

/** Returns a test whether a folded text has one of the words of some texts. */
function testForWordsOf(texts: readonly unknown[]): WordTest {
  const words = texts.filter((one) => typeof one === 'string').flatMap((one) => one.split(/\s/));
  return matchWholeWords(
    words.filter(({ length }) => length >= minWordLength && length <= maxWordLength),
  );
}

/** Indexes the leaders of a dataset. */
export function indexLeaders(dataset: RuleContext): LeaderIndex {
  const leaders = listIdentified(dataset, 'leaders');
  const byName = new Map<string, IdentifiedRecord>();
  // Of several with one name the first counts.
  for (const leader of leaders.toReversed()) {
    for (const name of listNames(leader)) byName.set(fold(name), leader);
  }
  const names = indexNames(leaders, listNames);
  const testForNames = memoise((leader: RawRecord) => createNameTest(listNames(leader)));
  const testForLeader = memoise(({ title, organization, role }: RawRecord) =>
    testForWordsOf([title, organization, role]),
  );
  const testForCountry = memoise((country: RawRecord) => testForWordsOf(listNames(country)));
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
