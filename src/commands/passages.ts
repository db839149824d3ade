import { findHighlights, foldPhrase } from '../dataset/query/highlights.ts';
import type { LocatedAnchor } from '../evidence/locate.ts';
import type { Assertion } from '../model/assertion.ts';
import type { Cell } from '../model/listing.ts';
import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { loadVerificationInput, mapByRecord } from './verification-input.ts';

/** Passage of a record: the words of the article, with those that the record repeats highlighted. */
export interface ShownPassage extends Cell {
  /** Paragraph of the article, counted from 1. */
  readonly paragraph: number;
}

/** Formats the words of an anchor: `including a $6 billion … railway line`. */
export const formatAnchorWords = ({ start, end }: Pick<Anchor, 'start' | 'end'>): string =>
  end === undefined ? start : `${start} … ${end}`;

/** Lists the words of a value that a passage may contain as they are. */
function listWords(assertion: Assertion): readonly string[] {
  if (assertion.kind === 'phrase') return assertion.spellings;
  if (assertion.kind === 'amount') return [assertion.written];
  return assertion.kind === 'prose' || assertion.kind === 'date' ? [] : [assertion.value];
}

/** Formats a passage; one that is not found is missing, and reads as its anchor. */
function showPassage(located: LocatedAnchor, phrases: readonly string[]): ShownPassage {
  if (located.state === 'found') {
    const { paragraph, text } = located.passage;
    return { paragraph, text, missing: false, highlights: findHighlights(text, phrases) };
  }
  const { anchor, state } = located;
  return {
    paragraph: anchor.paragraph,
    text: `${formatAnchorWords(anchor)} (${state})`,
    missing: true,
  };
}

/** Locates the passages of all records in a copy of the article. Returns a function that lists those of a record. */
export async function loadPassages(
  path: string,
  call: Parameters<typeof loadVerificationInput>[1],
): Promise<(id: string) => readonly ShownPassage[]> {
  const { article, records } = await loadVerificationInput(path, call);
  const { locateInArticle } = await import('../evidence/locate.ts');
  const located = mapByRecord(records, locateInArticle(article, records));
  const assertions = mapByRecord(
    records,
    records.map((one) => one.assertions),
  );
  return (id) => {
    const phrases = assertDefined(assertions.get(id)).flatMap(listWords).map(foldPhrase);
    return assertDefined(located.get(id)).map((one) => showPassage(one, phrases));
  };
}
