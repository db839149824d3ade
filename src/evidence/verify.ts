import { type AssertedRecord, type Assertion, listParaphrases } from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { countLeading } from '../text/count-leading.ts';
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
  type Result,
} from './check.ts';
import { type Lexicon, openLexicon } from './language/lexicon.ts';
import { isOfDifferentArticle, type LocatedAnchor, locateAll, selectPassages } from './locate.ts';
import { createNearestFinder, type FindNearest } from './nearest-passage.ts';
import type { Failure, FieldOfRecord, Report, ReviewItem, Tally } from './report.ts';
import { findWarnings, uncheckedWarnings } from './warnings/warn.ts';

/** Article that the records are verified against. */
interface VerificationContext {
  readonly index: WordIndex;
  /** Context of the whole article. */
  readonly whole: EvidenceContext;
  readonly findNearest: FindNearest;
}

function describeLostAnchor(
  located: Exclude<LocatedAnchor, { state: 'found' }>,
  { field, ...record }: FieldOfRecord,
  { findNearest }: VerificationContext,
): Failure {
  const part = located.state === 'missing' ? located.part : 'start';
  const expected = assertDefined(located.anchor[part]);
  const failure = { ...record, field: `${field}.${part}`, expected };
  if (located.state === 'ambiguous') {
    const { places, paragraphs } = located;
    return { ...failure, reason: 'ambiguous', places, paragraphs };
  }
  const nearest = findNearest([expected]);
  return { ...failure, reason: 'not found', ...(nearest && { nearest }) };
}

/** Extends each passage to the sentences that it is in. */
const listSentencesAround = (passages: readonly Passage[], { sentencesOf }: Lexicon) =>
  passages.map(({ paragraph, paragraphText, from, to }) => {
    const sentences = sentencesOf(paragraphText);
    const first = sentences[countLeading(sentences, (sentence) => sentence.to <= from)];
    const last = sentences[countLeading(sentences, (sentence) => sentence.from < to) - 1];
    return { paragraph, from: assertDefined(first).from, to: assertDefined(last).to };
  });

/**
 * Describes a value that failed: it is outside its passages if each missing text occurs elsewhere in the article. The
 * nearest passage is looked for in the sentences around the record's passages first.
 */
function describeFailure(
  { missing, searchTerms }: Extract<Result, { state: 'failed' }>,
  kind: Assertion['kind'],
  place: FieldOfRecord,
  passages: readonly Passage[],
  { index, whole, findNearest }: VerificationContext,
): Failure {
  const isElsewhere =
    searchTerms.length > 0 &&
    searchTerms.every((spellings) =>
      spellings.some((spelling) => findOccurrences(index, spelling).length > 0),
    );
  const reason =
    kind === 'amount' ? 'not as written' : isElsewhere ? 'outside its passages' : 'not found';
  const around =
    reason === 'outside its passages' ? [] : listSentencesAround(passages, whole.lexicon);
  const nearest = findNearest(searchTerms.flat(), around);
  return { ...place, expected: missing, reason, ...(nearest && { nearest }) };
}

const notChecked = (reason: string): Result => ({ state: 'not checked', reason });

/** Checks the assertions of a record, in order. */
function checkAssertions(
  { anchors, assertions }: AssertedRecord,
  located: readonly LocatedAnchor[],
  whole: EvidenceContext,
): readonly (Assertion & { readonly result: Result })[] {
  const context =
    anchors === 'article' ? whole : createEvidenceContext(selectPassages(located), whole.lexicon);
  const isPassageLost = located.some(({ state }) => state !== 'found');
  return assertions.map((assertion) => {
    if (anchors.length === 0) return { ...assertion, result: notChecked('no evidence given') };
    const result = checkAssertion(assertion, context, whole);
    // The value may be in the lost passage, and the failure of the anchor reports the cause.
    const isExcused = isPassageLost && result.state === 'failed' && assertion.kind !== 'amount';
    return { ...assertion, result: isExcused ? notChecked('a passage was not found') : result };
  });
}

/** Verifies the anchors and the values of one record, in order. */
function verifyRecord(
  record: AssertedRecord,
  located: readonly LocatedAnchor[],
  context: VerificationContext,
) {
  const { collection, id } = record;
  const checked = checkAssertions(record, located, context.whole);
  const passages = selectPassages(located);
  const anchors = located.map((anchor, at) => ({
    anchor,
    place: { collection, id, field: `evidence[${at}]` },
  }));
  return {
    checked: checked.filter(({ result }) => result.state !== 'not checked'),
    failures: [
      ...anchors.flatMap(({ anchor, place }) =>
        anchor.state === 'found' ? [] : describeLostAnchor(anchor, place, context),
      ),
      ...checked.flatMap(({ field, kind, result }) =>
        result.state === 'failed'
          ? describeFailure(result, kind, { collection, id, field }, passages, context)
          : [],
      ),
    ],
    notes: anchors.flatMap(({ anchor, place }) =>
      anchor.state === 'found' ? anchor.remarks.map((text) => ({ ...place, text })) : [],
    ),
    unchecked: [
      ...checked.flatMap(({ field, result }) =>
        result.state === 'not checked' ? { field, reason: result.reason } : [],
      ),
      ...record.unchecked,
    ].map((one) => ({ collection, id, ...one })),
  };
}

const tally = (checked: readonly { readonly result: Result }[]): Tally => ({
  checked: checked.length,
  passed: checked.filter(({ result }) => result.state === 'passed').length,
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
      state === 'found'
        ? []
        : { ...anchor, reason: state === 'missing' ? ('not found' as const) : state },
    );
    return listParaphrases(record).map(({ field, value }) => ({
      collection,
      id,
      field,
      value,
      passages,
      missing,
    }));
  });
}
