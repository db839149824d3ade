import type { VerificationTarget } from '../model/assertion.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import type { Article } from './article/article.ts';
import { indexArticle, listParagraphPassages } from './article/word-index.ts';
import { createEvidenceContext } from './context.ts';
import { evaluate, type Outcome } from './evaluate.ts';
import { openLexicon } from './language/lexicon.ts';
import { locateAll, selectPassages } from './locate.ts';
import { createNearestFinder } from './nearest-passage.ts';
import type { Report, Tally } from './report.ts';
import { findWarnings, uncheckedWarnings } from './warnings/warn.ts';

const tally = (outcomes: readonly Outcome[]): Tally => ({
  checked: outcomes.length,
  passed: outcomes.filter(({ failure }) => !failure).length,
});

/** Minimum share of anchors found; below it, the article is a different one. Not applied to fewer than `minAnchors`. */
const minFoundShare = 0.1;
const minAnchors = 10;

/**
 * Verifies targets against an article in a language (BCP 47). Looks for values only in the passages of their record.
 * Checks no values against a different article unless `goesOn`.
 */
export function verifyTargets(
  article: Article,
  targets: readonly VerificationTarget[],
  language: string,
  goesOn = false,
): Report {
  const index = indexArticle(article);
  const lexicon = openLexicon(language);
  const nearest = createNearestFinder(index);
  const whole = createEvidenceContext(listParagraphPassages(index), lexicon);
  const located = locateAll(targets, index);
  const anchors = located.flat();
  const found = anchors.filter(({ state }) => state === 'found').length;
  const isDifferentArticle =
    !goesOn && anchors.length >= minAnchors && found < anchors.length * minFoundShare;
  const outcomes = (isDifferentArticle ? [] : targets).flatMap((target, at) =>
    evaluate(target, assertDefined(located[at]), { index, lexicon, nearest, whole }),
  );
  const values = outcomes.filter(({ kind }) => kind !== undefined);
  const byKind = [...groupBy(values, ({ kind }) => kind)];
  return {
    records: targets.length,
    isDifferentArticle,
    anchors: { checked: anchors.length, passed: found },
    values: tally(values),
    kinds: Object.fromEntries(byKind.map(([kind, some]) => [kind, tally(some)])),
    failures: outcomes.flatMap(({ failure }) => failure ?? []),
    ...(isDifferentArticle
      ? uncheckedWarnings
      : findWarnings(targets, located.map(selectPassages), index, lexicon)),
    notes: outcomes.flatMap(({ notes }) => notes ?? []),
    unchecked: outcomes.flatMap(({ unchecked }) => unchecked ?? []),
  };
}
