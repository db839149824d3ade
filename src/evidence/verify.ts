import {
  type AssertedRecord,
  type Assertion,
  type FieldOfRecord,
  listParaphrases,
} from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import type { Article } from './article/article.ts';
import { selectOverlapping } from './article/extents.ts';
import {
  indexArticle,
  listParagraphPassages,
  longTextLength,
  type Passage,
  type WordIndex,
} from './article/word-index.ts';
import { checkAssertion, type MissingText } from './check.ts';
import { createEvidenceContext, type EvidenceContext } from './evidence-context.ts';
import { type Lexicon, openLexicon } from './language/lexicon.ts';
import {
  isOfDifferentArticle,
  type LocatedAnchor,
  locateAll,
  locateInArticle,
  selectPassages,
  selectReadPassages,
} from './locate.ts';
import { createPassageFinder, type NearestPassage } from './nearest-passage.ts';
import { createPhraseIndex } from './phrase-index.ts';
import { findWarnings, uncheckedWarnings, type Warnings } from './warnings/warn.ts';

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
  readonly nearest?: NearestPassage | undefined;
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
  readonly kinds: Readonly<Partial<Record<Assertion['kind'], Tally>>>;
  readonly failures: readonly Failure[];
  /** Remarks on anchors that were found. */
  readonly notes: readonly (FieldOfRecord & { readonly text: string })[];
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

type VerificationContext = ReturnType<typeof createVerificationContext>;

/** Creates the context of verifying records against an article. */
function createVerificationContext(index: WordIndex, lexicon: Lexicon) {
  const phrases = createPhraseIndex(index, lexicon.stem);
  const byPassages = new Map<string, EvidenceContext>();
  const getEvidence = (passages: readonly Passage[]): EvidenceContext => {
    const length = passages.reduce((sum, { text }) => sum + text.length, 0);
    if (length < longTextLength) return createEvidenceContext(passages, phrases, lexicon);
    const key = passages.map(({ paragraph, from, to }) => `${paragraph} ${from} ${to}`).join();
    const known = byPassages.get(key);
    if (known) return known;
    const context = createEvidenceContext(passages, phrases, lexicon);
    byPassages.set(key, context);
    return context;
  };
  return {
    index,
    article: createEvidenceContext(listParagraphPassages(index), phrases, lexicon),
    /** Returns the context of some passages; that of long ones is the same for records with the same ones. */
    getEvidence,
    findNearest: createPassageFinder(index).findNearest,
  };
}

function describeLostAnchor(
  { anchor, state, part, ...places }: Exclude<LocatedAnchor, { state: 'found' }>,
  { field, ...record }: FieldOfRecord,
  { findNearest }: VerificationContext,
): Failure {
  const expected = assertDefined(anchor[part]);
  const nearest = state === 'not found' ? findNearest([expected]) : undefined;
  return { ...record, field: `${field}.${part}`, expected, reason: state, ...places, nearest };
}

/** Maximum number of spellings, passages and sentences that are searched for the nearest passage. */
const maxSearched = 20;

/**
 * Describes a value that failed: it is outside its passages if each missing text occurs elsewhere in the article. The
 * nearest passage is looked for in the sentences around the record's passages first.
 */
function describeFailure(
  missing: readonly MissingText[],
  kind: Assertion['kind'],
  place: FieldOfRecord,
  passages: readonly Passage[],
  { article, findNearest }: VerificationContext,
): Failure {
  const occurs = ({ spellings }: MissingText) =>
    article.phrases.findSpellings(spellings).ranges.length > 0;
  const isElsewhere = missing.every(occurs);
  const found = isElsewhere ? 'outside its passages' : 'not found';
  const reason = kind === 'amount' ? 'not as written' : found;
  const around = reason === 'outside its passages' ? [] : passages.slice(0, maxSearched);
  const sentences = around.flatMap((passage) => {
    const { paragraph, paragraphText } = passage;
    const all = article.lexicon.splitSentences(paragraphText);
    const overlapping = selectOverlapping(all, passage, maxSearched);
    return overlapping.map((sentence) => ({ ...sentence, paragraph }));
  });
  const nearest = findNearest(
    missing.flatMap(({ spellings }) => spellings.slice(0, maxSearched)).slice(0, maxSearched),
    sentences,
  );
  const expected = missing.map(({ label }) => label).join(', ');
  return { ...place, expected, reason, nearest };
}

/** Result for an anchor or a value. */
interface Outcome {
  readonly place: FieldOfRecord;
  /** Kind of check, for a value that was checked. */
  readonly kind?: Assertion['kind'];
  readonly failure?: Failure;
  readonly note?: string;
  /** Why a value was not checked. */
  readonly reason?: string;
}

/** Verifies the anchors and the values of one record, in order. */
function verifyRecord(
  { collection, id, anchors, assertions, unchecked }: AssertedRecord,
  located: readonly LocatedAnchor[],
  context: VerificationContext,
): readonly Outcome[] {
  const { article } = context;
  const getPlace = (field: string): FieldOfRecord => ({ collection, id, field });
  const passages = selectReadPassages(located, context.index);
  const recordContext = anchors === 'article' ? article : context.getEvidence(passages);
  const anchorOutcomes = located.map((one, at): Outcome => {
    const place = getPlace(`evidence[${at}]`);
    if (one.state !== 'found') return { place, failure: describeLostAnchor(one, place, context) };
    const { passage, anchor } = one;
    if (passage.paragraph === anchor.paragraph) return { place };
    return { place, note: `is in paragraph ${passage.paragraph}, not ${anchor.paragraph}` };
  });
  const valueOutcomes = assertions.map((assertion): Outcome => {
    const { field, kind } = assertion;
    const place = getPlace(field);
    if (anchors.length === 0) return { place, reason: 'no evidence given' };
    const missing = checkAssertion(assertion, recordContext, article);
    if ('reason' in missing) return { place, reason: missing.reason };
    if (missing.length === 0) return { place, kind };
    // The value may be in the lost passage, and the failure of the anchor reports the cause.
    if (selectPassages(located).length < located.length && kind !== 'amount') {
      return { place, reason: 'a passage was not found' };
    }
    return { place, kind, failure: describeFailure(missing, kind, place, passages, context) };
  });
  const others = unchecked.map(({ field, reason }) => ({ place: getPlace(field), reason }));
  return [...anchorOutcomes, ...valueOutcomes, ...others];
}

const tally = (checked: readonly Outcome[]): Tally => ({
  checked: checked.length,
  passed: checked.filter(({ failure }) => !failure).length,
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
  const context = createVerificationContext(index, lexicon);
  const located = locateAll(records, index);
  const isDifferentArticle = !isForced && isOfDifferentArticle(located);
  const outcomes = (isDifferentArticle ? [] : records).flatMap((record, at) =>
    verifyRecord(record, assertDefined(located[at]), context),
  );
  const checked = outcomes.filter(({ kind }) => kind !== undefined);
  const byKind = [...groupBy(checked, ({ kind }) => kind)];
  const anchors = located.flat();
  return {
    records: records.length,
    isDifferentArticle,
    anchors: { checked: anchors.length, passed: selectPassages(anchors).length },
    values: tally(checked),
    kinds: Object.fromEntries(byKind.map(([kind, some]) => [kind, tally(some)])),
    failures: outcomes.flatMap(({ failure }) => failure ?? []),
    ...(isDifferentArticle ? uncheckedWarnings : findWarnings(records, located, index, lexicon)),
    notes: outcomes.flatMap(({ place, note }) =>
      note === undefined ? [] : { ...place, text: note },
    ),
    unchecked: outcomes.flatMap(({ place, reason }) =>
      reason === undefined ? [] : { ...place, reason },
    ),
  };
}

export type ReviewItem = ReturnType<typeof buildReview>[number];

/** Lists the paraphrases of all records, in order, with their passages. A reader judges whether they mean the same. */
export function buildReview(article: Article, records: readonly AssertedRecord[]) {
  const located = locateInArticle(article, records);
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
