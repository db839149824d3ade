import type { Expectation, VerificationTarget } from '../model/assertion.ts';
import type { Nearest } from './nearest-passage.ts';
import type { Warnings } from './warnings/warn.ts';

/** Number of items checked, and number of those that passed. */
export interface Tally {
  readonly checked: number;
  readonly passed: number;
}

export interface FieldOfRecord {
  readonly collection: string;
  readonly id: string;
  /** Field of the value, or the anchor: `evidence[1]`, counted from 0. */
  readonly field: string;
}

/** Anchor (field `evidence[1].start` or `.end`) or value that failed. */
export interface Discrepancy extends FieldOfRecord {
  readonly expected: string;
  readonly reason:
    | 'not found'
    /** Anchor that fits several places, none of them preferred by its paragraph. */
    | 'ambiguous'
    /** Value that the article has, but not in the passages of the record. */
    | 'outside its passages'
    /** Number that differs from the amount as written. */
    | 'not as written';
  readonly nearest?: Nearest;
  /** Number of places of an ambiguous anchor, and the paragraphs of the first 20, counted from 1. */
  readonly places?: number;
  readonly paragraphs?: readonly number[];
}

/** Lists the paraphrases of a target, whose meaning no rule can judge. */
export const listParaphrases = ({ expected }: VerificationTarget) =>
  expected.filter(({ expectation }) => expectation.kind === 'prose');

/** Remark on an anchor that was found. */
export interface Note extends FieldOfRecord {
  readonly text: string;
}

/** Value that was not checked, and why. */
export interface Unchecked extends FieldOfRecord {
  readonly reason: string;
}

/** Result of verifying records against an article. Its lists are in the order of the records. */
export interface Report extends Warnings {
  readonly records: number;
  /** True if hardly any anchor was found: the records are about another article, and nothing else was checked. */
  readonly isDifferentArticle: boolean;
  readonly anchors: Tally;
  readonly values: Tally;
  /** Values counted by kind of check. */
  readonly kinds: Readonly<Partial<Record<Expectation['kind'], Tally>>>;
  readonly failures: readonly Discrepancy[];
  readonly notes: readonly Note[];
  readonly unchecked: readonly Unchecked[];
}

export type Verdict = 'passed' | 'failed' | 'warned' | 'another article' | 'nothing checked';

/** Returns the verdict of a report; warnings count if strict. If nothing was checked, nothing has passed. */
export function getVerdict(report: Report, isStrict = false): Verdict {
  if (report.isDifferentArticle) return 'another article';
  if (report.failures.length > 0) return 'failed';
  if (isStrict && report.warnings.length > 0) return 'warned';
  return report.anchors.checked + report.values.checked > 0 ? 'passed' : 'nothing checked';
}
