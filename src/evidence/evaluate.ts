import type {
  Expectation,
  ExpectedValue,
  VerificationTarget,
} from '../contracts/verification-target.ts';
import { occurrences, type WordIndex } from './article/word-index.ts';
import { checkExpectation, contextOf, type EvidenceContext } from './check.ts';
import type { Lexicon } from './language/lexicon.ts';
import { type LocatedAnchor, passagesOf } from './locate.ts';
import type { FindNearest } from './nearest-passage.ts';
import type { Discrepancy, FieldOfRecord, Note, Unchecked } from './report.ts';

/** What every target is evaluated with; `whole` has all of the article. */
export interface VerificationContext {
  readonly index: WordIndex;
  readonly lexicon: Lexicon;
  readonly nearest: FindNearest;
  readonly whole: EvidenceContext;
}

/** What came of one anchor or value. */
export interface Outcome {
  readonly of: 'anchor' | 'value' | 'unchecked';
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
    return { of: 'anchor', notes: located.remarks.map((text) => ({ ...place, text })) };
  }
  const part = located.state === 'missing' ? located.part : 'start';
  const expected = located.anchor[part] ?? '';
  const unfound = { ...place, field: `${place.field}.${part}`, expected };
  if (located.state === 'ambiguous') {
    const { paragraphs } = located;
    return { of: 'anchor', failure: { ...unfound, reason: 'ambiguous', paragraphs } };
  }
  const nearest = verification.nearest([expected]);
  return {
    of: 'anchor',
    failure: { ...unfound, reason: 'not found', ...(nearest && { nearest }) },
  };
}

/** Why a value is not borne out by the passages of its record. */
function reasonFor(
  kind: Expectation['kind'],
  near: readonly (readonly string[])[],
  index: WordIndex,
): Discrepancy['reason'] {
  if (kind === 'amount') return 'not as written';
  const isInArticle = (spelling: string) => occurrences(index, spelling).length > 0;
  const isElsewhere = near.length > 0 && near.every((spellings) => spellings.some(isInArticle));
  return isElsewhere ? 'outside its passages' : 'not found';
}

function evaluateValue(
  { expectation, value }: ExpectedValue,
  place: FieldOfRecord,
  context: EvidenceContext,
  { index, nearest: findNearest }: VerificationContext,
): Outcome {
  const finding = checkExpectation(expectation, context);
  if (finding.state === 'idle') {
    return { of: 'unchecked', unchecked: { ...place, reason: finding.reason } };
  }
  const hasPassages = context.passages.length > 0;
  if (finding.state === 'held' && hasPassages) return { of: 'value' };
  const { missing: expected, near } =
    finding.state === 'missing' ? finding : { missing: value, near: [] };
  const reason = hasPassages ? reasonFor(expectation.kind, near, index) : 'no passage found';
  const nearest = findNearest(near.flat());
  return { of: 'value', failure: { ...place, expected, reason, ...(nearest && { nearest }) } };
}

/** What came of each anchor and value of a target, in order; its anchors come located. */
export function evaluate(
  target: VerificationTarget,
  located: readonly LocatedAnchor[],
  verification: VerificationContext,
): readonly Outcome[] {
  const { collection, id, anchors, expected } = target;
  const placeOf = (field: string): FieldOfRecord => ({ collection, id, field });
  const leftOut = (field: string, reason: string): Outcome => ({
    of: 'unchecked',
    unchecked: { ...placeOf(field), reason },
  });
  const context =
    anchors === 'article'
      ? verification.whole
      : contextOf(passagesOf(located), verification.lexicon);
  return [
    ...located.map((one, index) =>
      evaluateAnchor(one, placeOf(`evidence[${index}]`), verification),
    ),
    ...expected.map((value) =>
      anchors.length === 0
        ? leftOut(value.field, 'no evidence given')
        : evaluateValue(value, placeOf(value.field), context, verification),
    ),
    ...target.unchecked.map(({ field, reason }) => leftOut(field, reason)),
  ];
}
