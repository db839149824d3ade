import type {
  Anchor,
  Expectation,
  ExpectedValue,
  VerificationTarget,
} from '../../src/contracts/verification-target.ts';
import type { Article } from '../../src/evidence/article/article.ts';

/** Paragraphs as an article. */
export function article(...paragraphs: readonly string[]): Article {
  return { paragraphs };
}

/** An anchor of a paragraph, start and end. */
export function anchor(paragraph: number, start: string, end?: string): Anchor {
  return end === undefined ? { paragraph, start } : { paragraph, start, end };
}

/** An expected value in a field named after its kind. */
export function value(expectation: Expectation): ExpectedValue {
  return { field: expectation.kind, value: 'as the record has it', expectation };
}

/** A verification target of the collection `boats`. */
export function target(
  id: string,
  anchors: VerificationTarget['anchors'],
  ...expectations: readonly Expectation[]
): VerificationTarget {
  return { collection: 'boats', id, anchors, expected: expectations.map(value), unchecked: [] };
}
