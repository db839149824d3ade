import { assertDefined } from '../text/assert-defined.ts';

/**
 * How much text is taken apart at once, in UTF-16 units, and how far it is looked ahead for where a
 * grapheme ends: the time of Intl.Segmenter grows with the square of the length.
 */
const chunkLength = 1_000;
const lookAhead = 200;

let made: Intl.Segmenter | undefined;

/** Made once, when it is first needed: it takes longer than most texts. */
function getSegmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('en');
  return made;
}

/** A text in pieces of some length, cut between graphemes (Unicode UAX #29). */
export function* splitChunks(text: string): Generator<string> {
  let from = 0;
  // Stryker disable next-line EqualityOperator: one that is just as long may be cut or not.
  while (text.length - from > chunkLength + lookAhead) {
    const ahead = text.slice(from, from + chunkLength + lookAhead);
    const cut =
      assertDefined(getSegmenter().segment(ahead).containing(chunkLength)).index || chunkLength;
    yield ahead.slice(0, cut);
    from += cut;
  }
  yield text.slice(from);
}

/** The graphemes of a text, in order. */
export function splitGraphemes(text: string): readonly string[] {
  return [...splitChunks(text)].flatMap((piece) =>
    Array.from(getSegmenter().segment(piece), ({ segment }) => segment),
  );
}
