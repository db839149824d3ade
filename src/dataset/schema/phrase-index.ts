import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';

/** Position at which a word may begin: no letter or digit precedes it. */
const startOfWord = /(?<!\p{L}|\p{N})/gu;

/** End of a word, or an s before it: a genitive keeps its s when its apostrophe is folded away. */
const endOfWord = /^s?(?![\p{L}\p{N}])/u;

/** Checks whether a word of a text may end at an index. */
export const isEndOfWord = (text: string, index: number): boolean =>
  endOfWord.test(text.slice(index, index + 3));

/** Finds, for each of the sorted phrases, the index of the longest other phrase that it begins with, or -1. */
function findBeginnings(sorted: readonly string[]): readonly number[] {
  const open: number[] = [];
  return sorted.map((phrase, at) => {
    while (open.length > 0 && !phrase.startsWith(assertDefined(sorted[assertDefined(open.at(-1))])))
      open.pop();
    const beginning = open.at(-1) ?? -1;
    open.push(at);
    return beginning;
  });
}

/**
 * Indexes phrases, to find those that a text contains as whole words without trying each. A phrase is yielded once for
 * each place where it occurs.
 */
export function indexPhrases(phrases: Iterable<string>): (text: string) => Generator<string> {
  const distinct = [...new Set(phrases)].filter((phrase) => phrase !== '');
  const sorted = distinct.sort((a, b) => (a < b ? -1 : 1));
  const beginnings = findBeginnings(sorted);
  const longest = sorted.reduce((most, { length }) => Math.max(most, length), 0);
  return function* findPhrases(text) {
    for (const { index } of text.matchAll(startOfWord)) {
      const rest = text.slice(index, index + longest);
      // Any phrase that `rest` begins with is the last one sorted up to `rest`, or a beginning of that one.
      let at = countLeading(sorted, (phrase) => phrase <= rest) - 1;
      for (let phrase = sorted[at]; phrase !== undefined; phrase = sorted[at]) {
        if (rest.startsWith(phrase) && isEndOfWord(text, index + phrase.length)) yield phrase;
        at = assertDefined(beginnings[at]);
      }
    }
  };
}
