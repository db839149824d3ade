import { assertDefined } from '../text/assert-defined.ts';

/**
 * Length of a chunk, and of the text after it that is searched for the end of a grapheme, in UTF-16 units. Texts are
 * split into chunks because Intl.Segmenter takes quadratic time.
 */
const chunkLength = 1_000;
const lookAhead = 200;

let made: Intl.Segmenter | undefined;

/** Creates the segmenter on first use only, because that takes longer than segmenting most texts. */
function getSegmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('en');
  return made;
}

/** Splits a text into chunks of about `chunkLength` UTF-16 units, between graphemes (UAX #29). */
export function* splitChunks(text: string): Generator<string> {
  let from = 0;
  while (text.length - from > chunkLength + lookAhead) {
    const ahead = text.slice(from, from + chunkLength + lookAhead);
    const cut =
      assertDefined(getSegmenter().segment(ahead).containing(chunkLength)).index || chunkLength;
    yield ahead.slice(0, cut);
    from += cut;
  }
  yield text.slice(from);
}

export function splitGraphemes(text: string): readonly string[] {
  return [...splitChunks(text)].flatMap((piece) =>
    Array.from(getSegmenter().segment(piece), ({ segment }) => segment),
  );
}
