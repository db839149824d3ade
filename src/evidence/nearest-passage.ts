import { diffArrays } from 'diff';
import { distance } from 'fastest-levenshtein';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
import { groupBy } from '../text/group-by.ts';
import { once } from '../text/memoise.ts';
import { normalise } from './article/normalise.ts';
import { getPassage, type Passage, type WordIndex, type WordPlace } from './article/word-index.ts';
import { splitWords, type Word } from './article/words.ts';
import type { NearestPassage } from './report.ts';

/** Part of a paragraph (counted from 1), as offsets into the original. */
type Extent = Pick<Passage, 'paragraph' | 'from' | 'to'>;

/**
 * Finds the passage nearest to one of the spellings of a text; undefined if none is similar enough. Looks in the rest
 * of the article only if nothing in the `first` extents is similar enough.
 */
export type FindNearest = (
  spellings: readonly string[],
  first?: readonly Extent[],
) => NearestPassage | undefined;

const minSimilarity = 0.4;

/** Limits on the work, not tuned: letters in a text, letters in a misspelt word, places, starts and extents. */
const textLimit = 2000;
const wordLimit = 40;
const placeLimit = 100;
const startLimit = 5;
const extentLimit = 20;

/**
 * Lists a word and its forms with one letter left out. Words that share a form differ by one slip (the method of
 * SymSpell).
 */
function listVariants(word: string): readonly string[] {
  if (word.length > wordLimit) return [];
  const letters = [...word.normalize('NFC')];
  const shorter = letters.map((_, at) => letters.toSpliced(at, 1).join(''));
  return [...new Set([letters.join(''), ...shorter])].filter((variant) => variant !== '');
}

/** Finds the first of the places of a word that are in an extent. */
function findPlacesWithin(
  places: readonly WordPlace[],
  extent: Extent,
  { paragraphs }: WordIndex,
): readonly WordPlace[] {
  const countBefore = (offset: number) =>
    countLeading(places, ({ paragraph, word }) => {
      if (paragraph !== extent.paragraph - 1) return paragraph < extent.paragraph - 1;
      const { words, normalised } = assertDefined(paragraphs[paragraph]);
      return assertDefined(normalised.from[assertDefined(words[word]).from]) < offset;
    });
  const start = countBefore(extent.from);
  return places.slice(start, Math.min(countBefore(extent.to), start + placeLimit));
}

/** Finds the places, within the extents if given, of a word or else of words that differ from it by one slip. */
type FindPlaces = (word: string, extents?: readonly Extent[]) => readonly WordPlace[];

function createWordLookup(index: WordIndex): FindPlaces {
  const groupByVariant = once(() => {
    const words = [...index.places.keys()];
    const variants = words.flatMap((word) =>
      listVariants(word).map((variant) => ({ variant, word })),
    );
    return groupBy(variants, ({ variant }) => variant);
  });
  const listSimilar = (word: string): readonly string[] => {
    const shared = listVariants(word).flatMap((variant) => groupByVariant().get(variant) ?? []);
    return [...new Set(shared.map((one) => one.word))].slice(0, placeLimit);
  };
  return (word, extents) => {
    const findAll = (words: readonly string[]) =>
      words.flatMap((one) => {
        const places = index.places.get(one) ?? [];
        if (!extents) return places.slice(0, placeLimit);
        return extents.flatMap((extent) => findPlacesWithin(places, extent, index));
      });
    const own = findAll([word]);
    return (own.length > 0 ? own : findAll(listSimilar(word))).slice(0, placeLimit);
  };
}

/** Finds where a window should start so that the most shared letters are in their places. */
function findLikelyStarts(
  words: readonly Word[],
  findPlaces: (word: string) => readonly WordPlace[],
): readonly WordPlace[] {
  const rarestFirst = words
    .map(({ text }, order) => ({ order, weight: text.length, places: findPlaces(text) }))
    .sort((a, b) => a.places.length - b.places.length);
  const starts: (WordPlace & { readonly weight: number })[] = [];
  for (const { order, weight, places } of rarestFirst) {
    if (starts.length >= placeLimit) break;
    for (const { paragraph, word } of places) {
      starts.push({ paragraph, word: Math.max(0, word - order), weight });
    }
  }
  return [...groupBy(starts, ({ paragraph, word }) => `${paragraph} ${word}`).values()]
    .map((same) => ({ same, weight: same.reduce((sum, start) => sum + start.weight, 0) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, startLimit)
    .map(({ same }) => assertDefined(same[0]));
}

/**
 * Lists the windows at a start and one word to either side of it, as long as the text, one word longer and one shorter.
 * `similarity` to the text is from 0 to 1. Symbols at an end of the text, as in $6, widen the window there by as many
 * characters, up to the next word.
 */
function listWindows(
  { paragraph, word }: WordPlace,
  text: string,
  wanted: readonly Word[],
  { paragraphs }: WordIndex,
) {
  const { normalised, words } = assertDefined(paragraphs[paragraph]);
  const lead = assertDefined(wanted[0]).from;
  const tail = text.length - assertDefined(wanted.at(-1)).to;
  // The longest window comes first and wins a tie: an extra word is easier to read than half a replacement.
  return [1, 0, -1].flatMap((more) =>
    [0, -1, 1].flatMap((shift) => {
      const start = word + shift;
      const end = Math.min(start + wanted.length + more, words.length);
      const [first, last] = [words[start], words[end - 1]];
      if (!first || !last) return [];
      const from = Math.max(first.from - lead, words[start - 1]?.to ?? 0);
      const to = Math.min(last.to + tail, words[end]?.from ?? normalised.text.length);
      const window = normalised.text.slice(from, to).trim();
      const similarity = 1 - distance(text, window) / Math.max(text.length, window.length);
      return [{ paragraph, from, to, similarity }];
    }),
  );
}

function tokenise(text: string) {
  const tokens = text.split(/\s/u).filter((token) => token !== '');
  return tokens.map((original) => ({ original, normalised: normalise(original) }));
}

/** Maximum number of words removed and added; beyond it, texts are not compared. Time grows with its square. */
const maxEdits = 400;

/**
 * Marks the words of a found text that differ from the expected text, as `git diff --word-diff` does:
 * `[-expected-]{+found+}`. Differences that matching ignores are not marked.
 */
export function markDifference(expected: string, found: string): string {
  const changes = diffArrays(tokenise(expected), tokenise(found), {
    comparator: (a, b) => a.normalised === b.normalised,
    maxEditLength: maxEdits,
  });
  if (!changes) return `[-${expected}-]{+${found}+}`;
  const marked = changes.map(({ value, added, removed }, index) => {
    const words = value.map(({ original }) => original).join(' ');
    const isReplacement = added && changes[index - 1]?.removed;
    const shown = removed ? `[-${words}-]` : added ? `{+${words}+}` : words;
    return index === 0 || isReplacement ? shown : ` ${shown}`;
  });
  return marked.join('');
}

/** Creates a finder of the passage of an article that is nearest to a text by edit distance. */
export function createNearestFinder(index: WordIndex): FindNearest {
  const findPlaces = createWordLookup(index);
  const findWindows = (expected: string, extents?: readonly Extent[]) => {
    const text = normalise(expected);
    const words = text.length > textLimit ? [] : splitWords(text);
    return findLikelyStarts(words, (word) => findPlaces(word, extents))
      .flatMap((start) => listWindows(start, text, words, index))
      .map((window) => ({ ...window, expected }));
  };
  const findBest = (spellings: readonly string[], extents?: readonly Extent[]) => {
    const [best] = spellings
      .flatMap((spelling) => findWindows(spelling, extents))
      .sort((a, b) => b.similarity - a.similarity);
    return best && best.similarity >= minSimilarity ? best : undefined;
  };
  return (spellings, first = []) => {
    const best = findBest(spellings, first.slice(0, extentLimit)) ?? findBest(spellings);
    if (!best) return undefined;
    const { paragraph, text } = getPassage(index, best);
    return { paragraph, text: text.trim(), difference: markDifference(best.expected, text) };
  };
}
