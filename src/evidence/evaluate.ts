import type {
  Anchor,
  ExpectedValue,
  VerificationTarget,
} from '../contracts/verification-target.ts';
import { occurrences, type WordIndex } from './article/word-index.ts';
import { check, type Finding } from './check.ts';
import { contextOf, type EvidenceContext } from './evidence-context.ts';
import type { Lexicon } from './language/lexicon.ts';
import type { Remark } from './locate.ts';
import type { FindNearest } from './nearest/nearest-passage.ts';
import type { Discrepancy, DiscrepancyReason, Note, Unchecked } from './report.ts';
import { passagesOf, type Trace } from './survey.ts';

/** What every record is checked with. */
export interface Verification {
  readonly index: WordIndex;
  readonly lexicon: Lexicon;
  readonly nearest: FindNearest;
  readonly whole: EvidenceContext;
}

/** What came of one anchor or value. */
export interface Outcome {
  readonly of: 'anchor' | 'value' | 'unchecked';
  readonly failures?: readonly Discrepancy[];
  readonly notes?: readonly Note[];
  readonly unchecked?: readonly Unchecked[];
}

function wordsFor(remark: Remark, { start }: Anchor): string {
  return remark.kind === 'other paragraph'
    ? `stands in paragraph ${remark.actual}, not ${remark.hinted}`
    : `its start “${start}” occurs ${remark.times} times`;
}

function withNearest(
  failure: Discrepancy,
  spellings: readonly string[],
  desk: Verification,
): Discrepancy {
  const nearest = desk.nearest(spellings);
  return nearest ? { ...failure, nearest } : failure;
}

function judgeAnchor(
  target: VerificationTarget,
  trace: Trace,
  index: number,
  desk: Verification,
): Outcome {
  const { anchor, located } = trace;
  const { collection, id } = target;
  const field = `evidence[${index}]`;
  if (located.state === 'found') {
    const notes = located.remarks.map((remark) => ({
      collection,
      id,
      field,
      text: wordsFor(remark, anchor),
    }));
    return { of: 'anchor', notes };
  }
  const part = located.state === 'missing' ? located.part : 'start';
  const expected = anchor[part] ?? '';
  const place = { collection, id, field: `${field}.${part}`, expected };
  const failure: Discrepancy =
    located.state === 'ambiguous'
      ? { ...place, reason: 'ambiguous', paragraphs: located.paragraphs }
      : withNearest({ ...place, reason: 'not found' }, [expected], desk);
  return { of: 'anchor', failures: [failure] };
}

function reasonFor(value: ExpectedValue, finding: Finding, desk: Verification): DiscrepancyReason {
  if (value.expectation.kind === 'amount') return 'not as written';
  const near = finding.state === 'missing' ? finding.near : [];
  const isElsewhere = near.every((spellings) =>
    spellings.some((spelling) => occurrences(desk.index, spelling).length > 0),
  );
  return near.length > 0 && isElsewhere ? 'outside its passages' : 'not found';
}

function judgeValue(
  target: VerificationTarget,
  value: ExpectedValue,
  context: EvidenceContext,
  desk: Verification,
): Outcome {
  const { collection, id } = target;
  const place = { collection, id, field: value.field };
  const finding = check(value.expectation, context, desk.lexicon);
  if (finding.state === 'idle') {
    return { of: 'unchecked', unchecked: [{ ...place, reason: finding.reason }] };
  }
  const hasGround = context.passages.length > 0;
  if (finding.state === 'held' && hasGround) return { of: 'value' };
  const expected = finding.state === 'missing' ? finding.missing : value.value;
  const reason = hasGround ? reasonFor(value, finding, desk) : 'no passage found';
  const near = finding.state === 'missing' ? finding.near.flat() : [];
  return { of: 'value', failures: [withNearest({ ...place, expected, reason }, near, desk)] };
}

/**
 * Takes a record with the traces of its anchors; returns what came of each anchor and value, in
 * order.
 */
export function judge(
  target: VerificationTarget,
  traces: readonly Trace[],
  desk: Verification,
): readonly Outcome[] {
  const { collection, id, anchors, expected } = target;
  const leftOut = (field: string, reason: string): Outcome => ({
    of: 'unchecked',
    unchecked: [{ collection, id, field, reason }],
  });
  const context = anchors === 'article' ? desk.whole : contextOf(passagesOf(traces), desk.lexicon);
  return [
    ...traces.map((trace, index) => judgeAnchor(target, trace, index, desk)),
    ...expected.map((value) =>
      anchors.length === 0
        ? leftOut(value.field, 'no evidence given')
        : judgeValue(target, value, context, desk),
    ),
    ...target.unchecked.map(({ field, reason }) => leftOut(field, reason)),
  ];
}
