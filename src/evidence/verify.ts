import type { VerificationTarget } from '../contracts/verification-target.ts';
import type { Article } from './article/article.ts';
import { indexArticle, wholeArticle } from './article/word-index.ts';
import { contextOf } from './check.ts';
import { evaluate, type Outcome } from './evaluate.ts';
import { openLexicon } from './language/lexicon.ts';
import { locateAll } from './locate.ts';
import { nearestIn } from './nearest-passage.ts';
import type { Report, Tally } from './report.ts';

function tally(outcomes: readonly Outcome[], of: Outcome['of']): Tally {
  const checked = outcomes.filter((outcome) => outcome.of === of);
  return { checked: checked.length, held: checked.filter(({ failure }) => !failure).length };
}

/**
 * The report on targets against an article in a language (BCP 47). Values are looked for within
 * the passages of their record alone.
 */
export function verifyTargets(
  article: Article,
  targets: readonly VerificationTarget[],
  language: string,
): Report {
  const index = indexArticle(article);
  const lexicon = openLexicon(language);
  const nearest = nearestIn(index);
  const whole = contextOf(wholeArticle(index), lexicon);
  const located = locateAll(targets, index);
  const outcomes = targets.flatMap((target, at) =>
    evaluate(target, located[at] ?? [], {
      index,
      lexicon,
      nearest,
      whole,
    }),
  );
  return {
    records: targets.length,
    anchors: tally(outcomes, 'anchor'),
    values: tally(outcomes, 'value'),
    failures: outcomes.flatMap(({ failure }) => failure ?? []),
    notes: outcomes.flatMap(({ notes }) => notes ?? []),
    unchecked: outcomes.flatMap(({ unchecked }) => unchecked ?? []),
  };
}
