import type {
  Anchor,
  Expectation,
  ExpectedValue,
  VerificationTarget,
} from '../../src/contracts/verification-target.ts';
import type { Article } from '../../src/evidence/article/article.ts';
import { indexArticle } from '../../src/evidence/article/word-index.ts';
import { locateAlone } from '../../src/evidence/locate.ts';

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

type Prose = Extract<Expectation, { kind: 'prose' }>;

/** Own words, with the spellings of each country that they name, in a dataset that counts nothing. */
export function prose(text: string, ...named: readonly (readonly string[])[]): Prose {
  return { kind: 'prose', text, purpose: 'remark', named, counts: [], names: named.flat() };
}

/** A day of 2023, a year that the dataset says to be inferred. */
export function date(text: string): Expectation {
  return { kind: 'date', date: text, years: ['2023'] };
}

/** A verification target of the collection `boats`. */
export function target(
  id: string,
  anchors: VerificationTarget['anchors'],
  ...expectations: readonly Expectation[]
): VerificationTarget {
  const expected = expectations.map(value);
  const nothing = { unchecked: [], names: [], parts: [], about: [], choices: [], settled: [] };
  return { collection: 'boats', id, anchors, countsForCoverage: true, expected, ...nothing };
}

/** Returns the passages of anchors in an article of plain text with empty lines, as they stand there. */
export function located(text: string, anchors: readonly Anchor[] = []): readonly string[] {
  const index = indexArticle(article(...text.trim().split('\n\n')));
  return anchors.map((one) => locateAlone(one, index)?.passage.text ?? 'nothing');
}
