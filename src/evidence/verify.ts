import {
  type AssertedRecord,
  type Assertion,
  type FieldOfRecord,
  listParaphrases,
} from '../model/assertion.ts';
import type { Anchor } from '../model/record.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import type { Article } from './article/article.ts';
import {
  findOccurrences,
  indexArticle,
  listParagraphPassages,
  type Passage,
  type WordIndex,
} from './article/word-index.ts';
import {
  checkAssertion,
  createEvidenceContext,
  type EvidenceContext,
  type MissingText,
  type Result,
} from './check.ts';
import { openLexicon } from './language/lexicon.ts';
import {
  isOfDifferentArticle,
  type LocatedAnchor,
  locateAll,
  selectOverlapping,
  selectPassages,
} from './locate.ts';
import { createNearestFinder, type FindNearest, type NearestPassage } from './nearest-passage.ts';
import { findWarnings, uncheckedWarnings, type Warnings } from './warnings/warn.ts';

/** Number of items checked, and number of those that passed. */
interface Tally {
  readonly checked: number;
  readonly passed: number;
}

/** Anchor (field `evidence[1].start` or `.end`) or value that failed. */
export interface Failure extends FieldOfRecord {
  readonly expected: string;
  readonly reason:
    | 'not found'
    /** Anchor that fits several places, none of them preferred by its paragraph. */
    | 'ambiguous'
    /** Value that the article has, but not in the passages of the record. */
    | 'outside its passages'
    /** Number that differs from the amount as written. */
    | 'not as written';
  readonly nearest?: NearestPassage;
  /** Number of places of an ambiguous anchor, and the paragraphs of the first 20, counted from 1. */
  readonly places?: number;
  readonly paragraphs?: readonly number[];
}

/** Report of verifying records against an article. Its lists are in the order of the records. */
export interface Report extends Warnings {
  readonly records: number;
  /** True if hardly any anchor was found: the records are about another article, and nothing else was checked. */
  readonly isDifferentArticle: boolean;
  readonly anchors: Tally;
  readonly values: Tally;
  /** Values counted by kind of check. */
  readonly kinds: Readonly<Partial<Record<Assertion['kind'], Tally>>>;
  readonly failures: readonly Failure[];
  /** Remarks on anchors that were found. */
  readonly notes: readonly (FieldOfRecord & { readonly text: string })[];
  /** Values that were not checked, and why. */
  readonly unchecked: readonly (FieldOfRecord & { readonly reason: string })[];
}

export type Verdict = 'passed' | 'failed' | 'warned' | 'another article' | 'nothing checked';

/** Returns the verdict of a report; warnings count if strict. If nothing was checked, nothing has passed. */
export function getVerdict(report: Report, isStrict = false): Verdict {
  if (report.isDifferentArticle) return 'another article';
  if (report.failures.length > 0) return 'failed';
  if (isStrict && report.warnings.length > 0) return 'warned';
  return report.anchors.checked + report.values.checked > 0 ? 'passed' : 'nothing checked';
}

/** Article that the records are verified against. */
interface VerificationContext {
  readonly index: WordIndex;
  /** Context of the whole article. */
  readonly whole: EvidenceContext;
  readonly findNearest: FindNearest;
}

function describeLostAnchor(
  { anchor, state, part, ...places }: Exclude<LocatedAnchor, { state: 'found' }>,
  { field, ...record }: FieldOfRecord,
  findNearest: FindNearest,
): Failure {
  const expected = assertDefined(anchor[part]);
  const nearest = state === 'not found' ? findNearest([expected]) : undefined;
  const failure = { ...record, field: `${field}.${part}`, expected, reason: state };
  return { ...failure, ...places, ...(nearest && { nearest }) };
}

/**
 * Describes a value that failed: it is outside its passages if each missing text occurs elsewhere in the article. The
 * nearest passage is looked for in the sentences around the record's passages first.
 */
function describeFailure(
  missing: readonly MissingText[],
  kind: Assertion['kind'],
  place: FieldOfRecord,
  passages: readonly Passage[],
  { index, whole, findNearest }: VerificationContext,
): Failure {
  const occurs = (spelling: string) => findOccurrences(index, spelling).length > 0;
  const isElsewhere = missing.every(({ spellings }) => spellings.some(occurs));
  const found = isElsewhere ? 'outside its passages' : 'not found';
  const reason = kind === 'amount' ? 'not as written' : found;
  const around = reason === 'outside its passages' ? [] : passages;
  const sentences = around.flatMap((passage) => {
    const { paragraph, paragraphText } = passage;
    const overlapping = selectOverlapping(whole.lexicon.sentencesOf(paragraphText), passage);
    return overlapping.map(({ from, to }) => ({ paragraph, from, to }));
  });
  const nearest = findNearest(
    missing.flatMap(({ spellings }) => spellings),
    sentences,
  );
  const expected = missing.map(({ label }) => label).join(', ');
  return { ...place, expected, reason, ...(nearest && { nearest }) };
}

/** Verifies the anchors and the values of one record, in order. */
function verifyRecord(
  record: AssertedRecord,
  located: readonly LocatedAnchor[],
  context: VerificationContext,
) {
  const { collection, id, anchors, assertions, unchecked } = record;
  const { whole, findNearest } = context;
  const passages = selectPassages(located);
  const own = anchors === 'article' ? whole : createEvidenceContext(passages, whole.lexicon);
  const check = (assertion: Assertion): Result => {
    if (anchors.length === 0) return { reason: 'no evidence given' };
    const result = checkAssertion(assertion, own, whole);
    const hasFailed = !('reason' in result) && result.length > 0;
    // The value may be in the lost passage, and the failure of the anchor reports the cause.
    const isExcused = passages.length < located.length && assertion.kind !== 'amount';
    return hasFailed && isExcused ? { reason: 'a passage was not found' } : result;
  };
  const evidence = located.map((one, at) => {
    return { one, place: { collection, id, field: `evidence[${at}]` } };
  });
  const values = assertions.map((assertion) => {
    const { field, kind } = assertion;
    return { kind, place: { collection, id, field }, result: check(assertion) };
  });
  const checked = values.flatMap(({ result, ...value }) =>
    'reason' in result ? [] : { ...value, missing: result },
  );
  return {
    checked,
    failures: [
      ...evidence.flatMap(({ one, place }) =>
        one.state === 'found' ? [] : describeLostAnchor(one, place, findNearest),
      ),
      ...checked.flatMap(({ kind, place, missing }) =>
        missing.length === 0 ? [] : describeFailure(missing, kind, place, passages, context),
      ),
    ],
    notes: evidence.flatMap(({ one, place }) => {
      const hinted = one.anchor.paragraph;
      if (one.state !== 'found' || one.passage.paragraph === hinted) return [];
      return { ...place, text: `is in paragraph ${one.passage.paragraph}, not ${hinted}` };
    }),
    unchecked: [
      ...values.flatMap(({ place, result }) =>
        'reason' in result ? { ...place, reason: result.reason } : [],
      ),
      ...unchecked.map((value) => ({ collection, id, ...value })),
    ],
  };
}

const tally = (checked: readonly { readonly missing: readonly MissingText[] }[]): Tally => ({
  checked: checked.length,
  passed: checked.filter(({ missing }) => missing.length === 0).length,
});

/**
 * Verifies records against an article in a language (BCP 47). Looks for values only in the passages of their record.
 * Checks no values against a different article unless `isForced`.
 */
export function verifyRecords(
  article: Article,
  records: readonly AssertedRecord[],
  language: string,
  isForced = false,
): Report {
  const index = indexArticle(article);
  const lexicon = openLexicon(language);
  const whole = createEvidenceContext(listParagraphPassages(index), lexicon);
  const context = { index, whole, findNearest: createNearestFinder(index) };
  const located = locateAll(records, index);
  const isDifferentArticle = !isForced && isOfDifferentArticle(located);
  const parts = (isDifferentArticle ? [] : records).map((record, at) =>
    verifyRecord(record, assertDefined(located[at]), context),
  );
  const checked = parts.flatMap((part) => part.checked);
  const byKind = [...groupBy(checked, ({ kind }) => kind)];
  const anchors = located.flat();
  return {
    records: records.length,
    isDifferentArticle,
    anchors: { checked: anchors.length, passed: selectPassages(anchors).length },
    values: tally(checked),
    kinds: Object.fromEntries(byKind.map(([kind, some]) => [kind, tally(some)])),
    failures: parts.flatMap(({ failures }) => failures),
    ...(isDifferentArticle
      ? uncheckedWarnings
      : findWarnings(records, located.map(selectPassages), index, lexicon)),
    notes: parts.flatMap(({ notes }) => notes),
    unchecked: parts.flatMap(({ unchecked }) => unchecked),
  };
}

/** Paraphrase with the passages of its record. A reader judges whether they mean the same. */
export interface ReviewItem extends FieldOfRecord {
  readonly value: string;
  readonly passages: readonly Pick<Passage, 'paragraph' | 'text'>[];
  /** Anchors of the record without a passage. */
  readonly missing: readonly (Anchor & { readonly reason: 'not found' | 'ambiguous' })[];
}

/** Lists the paraphrases of all records, in order, with their passages. */
export function buildReview(
  article: Article,
  records: readonly AssertedRecord[],
): readonly ReviewItem[] {
  const located = locateAll(records, indexArticle(article));
  return records.flatMap((record, at) => {
    const { collection, id } = record;
    const anchors = assertDefined(located[at]);
    const passages = selectPassages(anchors).map(({ paragraph, text }) => ({ paragraph, text }));
    const missing = anchors.flatMap(({ state, anchor }) =>
      state === 'found' ? [] : { ...anchor, reason: state },
    );
    return listParaphrases(record).map(({ field, value }) => {
      return { collection, id, field, value, passages, missing };
    });
  });
}
