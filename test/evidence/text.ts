import type { Article } from '../../src/evidence/article/article.ts';
import { indexArticle } from '../../src/evidence/article/word-index.ts';
import { locateAlone } from '../../src/evidence/locate.ts';
import type { Expectation, ExpectedValue, VerificationTarget } from '../../src/model/assertion.ts';
import type { Anchor } from '../../src/model/record.ts';

export function article(...paragraphs: readonly string[]): Article {
  return { paragraphs };
}

export function anchor(paragraph: number, start: string, end?: string): Anchor {
  return end === undefined ? { paragraph, start } : { paragraph, start, end };
}

/** Returns an expected value in a field named after its kind. */
export function value(expectation: Expectation): ExpectedValue {
  return { field: expectation.kind, value: 'as the record has it', expectation };
}

type Prose = Extract<Expectation, { kind: 'prose' }>;

/** Returns a paraphrase with the names of each country that it mentions, in a dataset without counts. */
export function prose(text: string, ...named: readonly (readonly string[])[]): Prose {
  return { kind: 'prose', text, purpose: 'remark', named, counts: [], names: named.flat() };
}

/** Returns a date expectation with 2023 as the inferred year of the dataset. */
export function date(text: string): Expectation {
  return { kind: 'date', date: text, years: ['2023'] };
}

/** Returns a verification target in the collection `boats`. */
export function target(
  id: string,
  anchors: VerificationTarget['anchors'],
  ...expectations: readonly Expectation[]
): VerificationTarget {
  const expected = expectations.map(value);
  const nothing = { unchecked: [], names: [], parts: [], about: [], choices: [], settled: [] };
  return { collection: 'boats', id, anchors, countsForCoverage: true, expected, ...nothing };
}

/** Returns the passages of anchors in a plain-text article with empty lines between its paragraphs. */
export function located(text: string, anchors: readonly Anchor[] = []): readonly string[] {
  const index = indexArticle(article(...text.trim().split('\n\n')));
  return anchors.map((one) => locateAlone(one, index)?.passage.text ?? 'nothing');
}
