import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import { indexNames, nameTest, spellings, type WordTest, wholeWords } from '../schema/names.ts';
import { type Called, type Checked, calledIn, type Loose } from './rule.ts';

/** The leaders of a dataset, found by what a quotation says of its speaker. Texts come folded too. */
export interface LeaderIndex {
  /** Finds the first leader who has a name. */
  findByName(folded: string): Called | undefined;
  /** Finds the first leader whom a text names. */
  findNamedIn(text: string, folded: string): Called | undefined;
  /** Returns true if a text names a leader. */
  isNamedIn(text: string, folded: string, leader: Loose): boolean;
  /** Returns true if a text has a word of what is known of a leader: `the chancellor`, `the leader of Dolmara`. */
  isDescribedIn(folded: string, leader: Loose): boolean;
}

/** The lengths of the words that tell something of a leader: shorter ones do not, and longer ones are no words. */
const [minWordLength, maxWordLength] = [4, 100];

/** Returns a test whether a folded text has one of the words of some texts. */
function testForWordsOf(texts: readonly unknown[]): WordTest {
  const words = texts.filter((one) => typeof one === 'string').flatMap((one) => one.split(/\s/));
  return wholeWords(
    words.filter(({ length }) => length >= minWordLength && length <= maxWordLength),
  );
}

/** Indexes the leaders of a dataset. */
export function indexLeaders(dataset: Checked): LeaderIndex {
  const leaders = calledIn(dataset, 'leaders');
  const byName = new Map<string, Called>();
  // Of several with one name the first counts.
  for (const leader of leaders.toReversed()) {
    for (const name of spellings(leader)) byName.set(fold(name), leader);
  }
  const names = indexNames(leaders, spellings);
  const testForNames = memoise((leader: Loose) => nameTest(spellings(leader)));
  const testForLeader = memoise(({ title, organization, role }: Loose) =>
    testForWordsOf([title, organization, role]),
  );
  const testForCountry = memoise((country: Loose) => testForWordsOf(spellings(country)));
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
