import type { Article } from '../../src/evidence/article/article.ts';
import { indexArticle } from '../../src/evidence/article/word-index.ts';
import { locateAlone } from '../../src/evidence/locate.ts';
import type { Check as AnyCheck, AssertedRecord, Assertion } from '../../src/model/assertion.ts';
import type { Anchor } from '../../src/model/record.ts';

export function article(...paragraphs: readonly string[]): Article {
  return { paragraphs };
}

export function anchor(paragraph: number, start: string, end?: string): Anchor {
  return end === undefined ? { paragraph, start } : { paragraph, start, end };
}

/** Assertion without its field. A value that the check does not need may be left out. */
export type Check = AnyCheck & { readonly value?: string };

/** Returns an assertion on a field named after its kind. */
export function value(check: Check): Assertion {
  return { field: check.kind, value: 'as the record has it', ...check };
}

/** Returns a paraphrase with the names of each country that it mentions, in a dataset without counts. */
export function prose(text: string, ...named: readonly (readonly string[])[]) {
  return {
    kind: 'prose',
    value: text,
    purpose: 'remark',
    named,
    counts: [],
    names: named.flat(),
  } satisfies Check;
}

/** Returns a date with 2023 as the inferred year of the dataset. */
export function date(text: string): Check {
  return { kind: 'date', value: text, years: ['2023'] };
}

/** Returns an asserted record in the collection `boats`. */
export function target(
  id: string,
  anchors: AssertedRecord['anchors'],
  ...checks: readonly Check[]
): AssertedRecord {
  const assertions = checks.map(value);
  const nothing = {
    unchecked: [],
    missing: [],
    names: [],
    parts: [],
    about: [],
    choices: [],
    reviewed: [],
  };
  return { collection: 'boats', id, anchors, countsForCoverage: true, assertions, ...nothing };
}

/** Returns the passages of anchors in a plain-text article with empty lines between its paragraphs. */
export function located(text: string, anchors: readonly Anchor[] = []): readonly string[] {
  const index = indexArticle(article(...text.trim().split('\n\n')));
  return anchors.map((one) => locateAlone(one, index)?.passage.text ?? 'nothing');
}
