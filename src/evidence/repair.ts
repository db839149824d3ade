import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { memoise } from '../text/memoise.ts';
import type { Passage, WordIndex } from './article/word-index.ts';
import { isOfDifferentArticle, type LocatedAnchor, locateAll, locateAlone } from './locate.ts';
import { createPassageFinder, type PassageFinder } from './nearest-passage.ts';
import { findShortestAnchor, isShort } from './shortest-anchor.ts';

/** Item of evidence as a person may write it: an anchor, maybe without its paragraph, or all words of a passage. */
export interface EvidenceDraft {
  readonly paragraph?: number;
  readonly start: string;
  readonly end?: string;
}

/** Result for an item of evidence. */
export type Repair =
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'repaired';
      readonly anchor: Anchor;
      /** Similarity to the words of the article, from 0 to 1; 1 if the item has just these words. */
      readonly similarity: number;
    }
  /** No place is clearly meant. */
  | { readonly state: 'left'; readonly reason: string };

interface Finders extends PassageFinder {
  readonly index: WordIndex;
  readonly findWholeParagraph: (text: string) => Passage | undefined;
}

const left = (reason: string): Repair => ({ state: 'left', reason });

/** Replaces an item with an anchor made of words of the article; undefined if no anchor locates exactly these. */
function repairBy(anchor: Anchor, similarity: number, index: WordIndex): Repair | undefined {
  const located = locateAlone(anchor, index);
  const short = isShort(anchor) ? anchor : located && findShortestAnchor(located.passage, index);
  return located && short && { state: 'repaired', anchor: short, similarity };
}

/** Repairs an anchor with a misspelt start or end; undefined if no place is clearly nearest. */
function repairMisspelt({ paragraph, start, end }: Anchor, finders: Finders): Repair | undefined {
  const { index, findClearlyNearest } = finders;
  const known = locateAlone({ paragraph, start }, index);
  const isKnown = index.findOccurrences(start).length > 0;
  const first = isKnown ? known && { ...known, similarity: 1 } : findClearlyNearest(start);
  if (!first) return undefined;
  const { passage, similarity } = first;
  const own = { paragraph: passage.paragraph, start: passage.text.trim() };
  if (end === undefined) return repairBy(own, similarity, index);
  const sameEnd = repairBy({ ...own, end }, similarity, index);
  if (sameEnd) return sameEnd;
  const rest = { paragraph: own.paragraph, from: passage.to, to: passage.paragraphText.length };
  const last = findClearlyNearest(end, rest);
  const both = last && { ...own, end: last.passage.text.trim() };
  return both && repairBy(both, Math.min(similarity, last.similarity), index);
}

function explainMissing({ start }: Anchor, { findNearest }: Finders): Repair {
  const near = findNearest([start]);
  return left(near ? `not found; nearest in ¶${near.paragraph}: ${near.difference}` : 'not found');
}

/** Finds the passage of a text that occurs several times but is all of just one paragraph, such as a byline. */
function findWholeParagraph(words: string, index: WordIndex): Passage | undefined {
  const whole = index
    .findOccurrences(words)
    .map(index.getPassage)
    .filter(({ text, paragraphText }) => text === paragraphText);
  return whole.length === 1 ? whole[0] : undefined;
}

function shorten(passage: Passage, index: WordIndex): Repair {
  const anchor = findShortestAnchor(passage, index);
  return anchor
    ? { state: 'repaired', anchor, similarity: 1 }
    : left('no anchor finds exactly these words; give a few more or less');
}

function repair(draft: EvidenceDraft, located: LocatedAnchor, finders: Finders): Repair {
  const { index } = finders;
  if (located.state === 'not found') {
    return repairMisspelt(located.anchor, finders) ?? explainMissing(located.anchor, finders);
  }
  const isText = draft.paragraph === undefined && draft.end === undefined;
  if (located.state === 'ambiguous') {
    const whole = isText ? finders.findWholeParagraph(draft.start) : undefined;
    if (whole) return shorten(whole, index);
    const [only, ...others] = new Set(located.paragraphs);
    const where =
      others.length === 0 ? `paragraph ${only}` : `paragraphs ${[only, ...others].join(', ')}`;
    return left(
      `occurs ${located.places} times, in ${where}; use more words, or an anchor with its paragraph`,
    );
  }
  const { paragraph } = located.passage;
  if (isText || !isShort(located.anchor)) return shorten(located.passage, index);
  if (draft.paragraph === paragraph) return { state: 'unchanged' };
  const { start, end } = draft;
  const anchor = { paragraph, start, ...(end !== undefined && { end }) };
  return { state: 'repaired', anchor, similarity: 1 };
}

/**
 * Repairs the items of evidence of a dataset by its article: makes the shortest anchor of a passage in plain text,
 * corrects the paragraph of an anchor that has moved, and the words of one that is misspelt if one place is clearly
 * nearest. Returns undefined if hardly any item is found, since the article is then a different one.
 */
export function repairEvidence(
  drafts: readonly EvidenceDraft[],
  index: WordIndex,
): readonly Repair[] | undefined {
  const anchors = drafts.filter((draft): draft is Anchor => draft.paragraph !== undefined);
  const [found = []] = locateAll([{ anchors }], index);
  const byDraft = new Map<EvidenceDraft, LocatedAnchor | undefined>(
    anchors.map((anchor, at) => [anchor, found[at]]),
  );
  // Without a paragraph it does not show how those of the others have moved.
  const locateStart = memoise((start: string) =>
    memoise((end: string | undefined) => {
      const anchor = { paragraph: 0, start, ...(end !== undefined && { end }) };
      return locateAll([{ anchors: [anchor] }], index).flat()[0];
    }),
  );
  const located = drafts.map((draft) =>
    assertDefined(byDraft.get(draft) ?? locateStart(draft.start)(draft.end)),
  );
  if (isOfDifferentArticle([located])) return undefined;
  const finders = {
    index,
    findWholeParagraph: memoise((words: string) => findWholeParagraph(words, index)),
    ...createPassageFinder(index),
  };
  return drafts.map((draft, at) => repair(draft, assertDefined(located[at]), finders));
}
