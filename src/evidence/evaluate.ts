import type { Expectation, ExpectedValue, VerificationTarget } from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { findOccurrences, type WordIndex } from './article/word-index.ts';
import { checkExpectation } from './check.ts';
import { createEvidenceContext, type EvidenceContext } from './context.ts';
import type { Lexicon } from './language/lexicon.ts';
import { type LocatedAnchor, selectPassages } from './locate.ts';
import type { FindNearest } from './nearest-passage.ts';
import type { Discrepancy, FieldOfRecord, Note, Unchecked } from './report.ts';

/** Context for the evaluation of all targets; `whole` is the context of the whole article. */
export interface VerificationContext {
  readonly index: WordIndex;
  readonly lexicon: Lexicon;
  readonly nearest: FindNearest;
  readonly whole: EvidenceContext;
}

/** Result of evaluating one anchor or value. */
export interface Outcome {
  /** Kind of check; undefined for an anchor and for an unchecked value. */
  readonly kind?: Expectation['kind'];
  readonly failure?: Discrepancy;
  readonly notes?: readonly Note[];
  readonly unchecked?: Unchecked;
}

function evaluateAnchor(
  located: LocatedAnchor,
  place: FieldOfRecord,
  verification: VerificationContext,
): Outcome {
  if (located.state === 'found') {
    return { notes: located.remarks.map((text) => ({ ...place, text })) };
  }
  const part = located.state === 'missing' ? located.part : 'start';
  const expected = assertDefined(located.anchor[part]);
  const unfound = { ...place, field: `${place.field}.${part}`, expected };
  if (located.state === 'ambiguous') {
    const { places, paragraphs } = located;
    return { failure: { ...unfound, reason: 'ambiguous', places, paragraphs } };
  }
  const nearest = verification.nearest([expected]);
  return {
    failure: { ...unfound, reason: 'not found', ...(nearest && { nearest }) },
  };
}

/** Returns why a value failed: it is outside its passages if each missing text occurs elsewhere in the article. */
function classifyFailure(
  kind: Expectation['kind'],
  searchTerms: readonly (readonly string[])[],
  index: WordIndex,
): Discrepancy['reason'] {
  if (kind === 'amount') return 'not as written';
  const isInArticle = (spelling: string) => findOccurrences(index, spelling).length > 0;
  const isElsewhere =
    searchTerms.length > 0 && searchTerms.every((spellings) => spellings.some(isInArticle));
  return isElsewhere ? 'outside its passages' : 'not found';
}

function evaluateValue(
  { expectation }: ExpectedValue,
  place: FieldOfRecord,
  context: EvidenceContext,
  /** True if one of the record's passages was not found; the value may be in that passage. */
  isCutShort: boolean,
  { index, nearest: findNearest, whole }: VerificationContext,
): Outcome {
  const finding = checkExpectation(expectation, context, whole);
  if (finding.state === 'idle') {
    return { unchecked: { ...place, reason: finding.reason } };
  }
  const { kind } = expectation;
  if (finding.state === 'passed') return { kind };
  const { missing: expected, searchTerms } = finding;
  if (isCutShort && kind !== 'amount') {
    // The failure of the anchor reports the cause.
    return { unchecked: { ...place, reason: 'a passage was not found' } };
  }
  const reason = classifyFailure(kind, searchTerms, index);
  const nearest = findNearest(searchTerms.flat());
  return {
    kind,
    failure: { ...place, expected, reason, ...(nearest && { nearest }) },
  };
}

/** Evaluates each anchor and value of a target, in order. `located` holds its anchors. */
export function evaluate(
  target: VerificationTarget,
  located: readonly LocatedAnchor[],
  verification: VerificationContext,
): readonly Outcome[] {
  const { collection, id, anchors, expected } = target;
  const placeOf = (field: string): FieldOfRecord => ({ collection, id, field });
  const createUnchecked = (field: string, reason: string): Outcome => ({
    unchecked: { ...placeOf(field), reason },
  });
  const context =
    anchors === 'article'
      ? verification.whole
      : createEvidenceContext(selectPassages(located), verification.lexicon);
  const isCutShort = located.some(({ state }) => state !== 'found');
  return [
    ...located.map((one, index) =>
      evaluateAnchor(one, placeOf(`evidence[${index}]`), verification),
    ),
    ...expected.map((value) =>
      anchors.length === 0
        ? createUnchecked(value.field, 'no evidence given')
        : evaluateValue(value, placeOf(value.field), context, isCutShort, verification),
    ),
    ...target.unchecked.map(({ field, reason }) => createUnchecked(field, reason)),
  ];
}
