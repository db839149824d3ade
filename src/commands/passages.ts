import { formatAnchor } from '../dataset/query/read.ts';
import { findHighlights, foldPhrase } from '../dataset/query/search.ts';
import type { AssertedRecord, Assertion } from '../model/assertion.ts';
import type { Cell } from '../model/listing.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { loadVerificationInput } from './verification-input.ts';

/** Passage of a record: the words of the article, with those that the record repeats highlighted. */
export interface ShownPassage extends Cell {
  /** Paragraph of the article, counted from 1. */
  readonly paragraph: number;
}

/** Lists the words of a value that a passage may contain as they are. */
function listWords(assertion: Assertion): readonly string[] {
  if (assertion.kind === 'phrase') return assertion.spellings;
  if (assertion.kind === 'amount') return [assertion.written];
  return assertion.kind === 'prose' || assertion.kind === 'date' ? [] : [assertion.value];
}

/**
 * Locates the passages of all records in a copy of the article. Returns a function that lists those of a record by its
 * id; a passage that is not found is missing, and reads as its anchor.
 */
export async function loadPassages(
  path: string,
  call: Parameters<typeof loadVerificationInput>[1],
): Promise<(id: string) => readonly ShownPassage[]> {
  const { article, records } = await loadVerificationInput(path, call);
  const { locateInArticle } = await import('../evidence/verify.ts');
  const located = locateInArticle(article, records);
  const positions = new Map(
    records.flatMap(({ collection, id }, at) =>
      collection === 'source' ? [] : [[id, at] as const],
    ),
  );
  return (id) => {
    const at = assertDefined(positions.get(id));
    const { assertions }: AssertedRecord = assertDefined(records[at]);
    const phrases = assertions.flatMap(listWords).map(foldPhrase);
    return assertDefined(located[at]).map((one): ShownPassage => {
      const { anchor } = one;
      if (one.state !== 'found') {
        const [, ...words] = formatAnchor(anchor).split(' ');
        return {
          paragraph: anchor.paragraph,
          text: `${words.join(' ')} (${one.state})`,
          missing: true,
        };
      }
      const { paragraph, text } = one.passage;
      return { paragraph, text, missing: false, highlights: findHighlights(text, phrases) };
    });
  };
}
