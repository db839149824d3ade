import type { Article } from './article.ts';
import { fold, type Normalised, normalise } from './normalise.ts';
import { findWhole, isWholeAt, type Word, wordsOf } from './word.ts';

/** A paragraph as it is matched: the original, the folded text, and the words of the latter. */
export interface Paragraph {
  readonly original: string;
  readonly folded: Normalised;
  readonly words: readonly Word[];
}

/** Where a word stands: indices of the paragraph and of the word in it, both from 0. */
export interface WordPlace {
  readonly paragraph: number;
  readonly word: number;
}

/** A stretch of a paragraph: its index from 0, and offsets into its folded text. */
export interface Stretch {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/**
 * An article made ready for look-ups: its paragraphs, and each word with the places where it
 * stands.
 */
export interface WordIndex {
  readonly paragraphs: readonly Paragraph[];
  readonly places: ReadonlyMap<string, readonly WordPlace[]>;
}

function readParagraph(original: string): Paragraph {
  const folded = normalise(original);
  return { original, folded, words: wordsOf(folded.text) };
}

/** Takes an article; returns its index. */
export function indexArticle(article: Article): WordIndex {
  const paragraphs = article.paragraphs.map(readParagraph);
  const places = new Map<string, WordPlace[]>();
  for (const [paragraph, { words }] of paragraphs.entries()) {
    for (const [word, { text }] of words.entries()) {
      const known = places.get(text);
      if (known) known.push({ paragraph, word });
      else places.set(text, [{ paragraph, word }]);
    }
  }
  return { paragraphs, places };
}

function scan({ paragraphs }: WordIndex, needle: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const [paragraph, { folded }] of paragraphs.entries()) {
    let from = findWhole(folded.text, needle);
    while (from >= 0) {
      found.push({ paragraph, from, to: from + needle.length });
      from = findWhole(folded.text, needle, from + needle.length);
    }
  }
  return found;
}

/**
 * Takes a index and any text; returns every place where that text stands as whole words, in
 * the order of the article. Only the places of its rarest word are looked at.
 */
export function occurrences(index: WordIndex, text: string): readonly Stretch[] {
  const needle = fold(text);
  const counted = wordsOf(needle).map((word) => ({
    word,
    places: index.places.get(word.text) ?? [],
  }));
  if (counted.length === 0) return scan(index, needle);
  const rarest = counted.reduce((a, b) => (b.places.length < a.places.length ? b : a));
  const found: Stretch[] = [];
  for (const { paragraph, word } of rarest.places) {
    // The places of a index are those of its own paragraphs.
    const { folded, words } = index.paragraphs[paragraph] as Paragraph;
    const from = (words[word]?.from ?? 0) - rarest.word.from;
    if (from < 0 || !isWholeAt(folded.text, needle, from)) continue;
    found.push({ paragraph, from, to: from + needle.length });
  }
  return found;
}

/** A passage of the article: its paragraph from 1, offsets into the original, both texts of it. */
export interface Passage {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly folded: string;
  /** The paragraph that it stands in, as the article has it. */
  readonly paragraphText: string;
}

/** Takes a stretch of a index; returns it as a passage of the original text. */
export function passageAt({ paragraphs }: WordIndex, stretch: Stretch): Passage {
  const paragraph = paragraphs[stretch.paragraph];
  const from = paragraph?.folded.from[stretch.from] ?? 0;
  const to = paragraph?.folded.to[stretch.to - 1] ?? 0;
  return {
    paragraph: stretch.paragraph + 1,
    from,
    to,
    text: paragraph?.original.slice(from, to) ?? '',
    folded: paragraph?.folded.text.slice(stretch.from, stretch.to) ?? '',
    paragraphText: paragraph?.original ?? '',
  };
}

/** Takes a index; returns the whole article, each paragraph one passage. */
export function wholeArticle(index: WordIndex): readonly Passage[] {
  return index.paragraphs.map(({ folded }, paragraph) =>
    passageAt(index, { paragraph, from: 0, to: folded.text.length }),
  );
}
