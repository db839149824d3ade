import type { Assertion } from '../model/assertion.ts';
import type { Anchor } from '../model/record.ts';
import type { WarningName } from '../model/vocabulary.ts';

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

/** Passage of the article that is most similar to a text that was not found. */
export interface NearestPassage {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  readonly text: string;
  /** `text` with the differing words marked. */
  readonly difference: string;
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

/** Remark on an anchor that was found. */
export interface Note extends FieldOfRecord {
  readonly text: string;
}

/** Value that was not checked, and why. */
export interface Unchecked extends FieldOfRecord {
  readonly reason: string;
}

/** Warning about a field of a record, with the rule that raised it. */
export interface Warning extends FieldOfRecord {
  readonly rule: WarningName;
  readonly text: string;
}

export interface Warnings {
  /** Warnings to be reviewed. */
  readonly warnings: readonly Warning[];
  /** Warnings that the dataset marks as reviewed, with the reason. */
  readonly reviewed: readonly (Warning & { readonly why: string })[];
  /** False if no rules were run, because the language has no word lists. */
  readonly warningsChecked: boolean;
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

/** Paraphrase with the passages of its record. A reader judges whether they mean the same. */
export interface ReviewItem extends FieldOfRecord {
  readonly value: string;
  /** `paragraph` is counted from 1. */
  readonly passages: readonly { readonly paragraph: number; readonly text: string }[];
  /** Anchors of the record without a passage. */
  readonly missing: readonly (Anchor & { readonly reason: 'not found' | 'ambiguous' })[];
}
