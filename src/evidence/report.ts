import type { Expectation, VerificationTarget } from '../contracts/verification-target.ts';
import type { Nearest } from './nearest-passage.ts';
import type { Warnings } from './warnings/warn.ts';

/** How many of something were looked for, and how many of them the article bears out. */
export interface Tally {
  readonly checked: number;
  readonly held: number;
}

/** A field of a record. */
export interface FieldOfRecord {
  readonly collection: string;
  readonly id: string;
  /** The value's field, or the anchor: `evidence[1]`, counted from 0. */
  readonly field: string;
}

/**
 * An anchor (field `evidence[1].start` or `.end`) or a value that the article does not bear out.
 */
export interface Discrepancy extends FieldOfRecord {
  readonly expected: string;
  readonly reason:
    | 'not found'
    /** An anchor that stands in several places, none of them preferred by its paragraph. */
    | 'ambiguous'
    /** A value that the article has, but not where the record says. */
    | 'outside its passages'
    /** A number that is not what the amount as written says. */
    | 'not as written';
  readonly nearest?: Nearest;
  /** The number of places of an ambiguous anchor, and the paragraphs of the first 20 of them, from 1. */
  readonly places?: number;
  readonly paragraphs?: readonly number[];
}

/** The values of a target that are own words, whose sense no rule can judge. */
export const listParaphrases = ({ expected }: VerificationTarget) =>
  expected.filter(({ expectation }) => expectation.kind === 'prose');

/** Something to know of an anchor that was found. */
export interface Note extends FieldOfRecord {
  readonly text: string;
}

/** A value that was not looked for. */
export interface Unchecked extends FieldOfRecord {
  readonly reason: string;
}

/** What came of checking records against an article, everything in the order of the records. */
export interface Report extends Warnings {
  readonly records: number;
  /** Hardly an anchor was found: the records are drawn from another article, and nothing else was checked. */
  readonly isDifferentArticle: boolean;
  readonly anchors: Tally;
  readonly values: Tally;
  /** The values by what they were checked as. */
  readonly kinds: Readonly<Partial<Record<Expectation['kind'], Tally>>>;
  readonly failures: readonly Discrepancy[];
  readonly notes: readonly Note[];
  readonly unchecked: readonly Unchecked[];
}

export type Verdict = 'held' | 'failed' | 'warned' | 'another article' | 'nothing checked';

/** What a report comes to, warnings counted if strict. Where nothing was checked, nothing has held. */
export function getVerdict(report: Report, isStrict = false): Verdict {
  if (report.isDifferentArticle) return 'another article';
  if (report.failures.length > 0) return 'failed';
  if (isStrict && report.warnings.length > 0) return 'warned';
  return report.anchors.checked + report.values.checked > 0 ? 'held' : 'nothing checked';
}
