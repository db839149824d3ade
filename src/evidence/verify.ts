import type { VerificationTarget } from '../contracts/verification-target.ts';
import { once } from '../text/memoise.ts';
import type { Article } from './article/article.ts';
import { indexArticle, wholeArticle } from './article/word-index.ts';
import { judge, type Outcome, type Verification } from './evaluate.ts';
import { contextOf } from './evidence-context.ts';
import { openLexicon } from './language/lexicon.ts';
import { nearestIn } from './nearest/nearest-passage.ts';
import type { Report, Tally } from './report.ts';
import { survey } from './survey.ts';

function tally(outcomes: readonly Outcome[], of: Outcome['of']): Tally {
  const checked = outcomes.filter((outcome) => outcome.of === of);
  return { checked: checked.length, held: checked.filter((outcome) => !outcome.failures).length };
}

/**
 * Takes an article, the records to check and the article's language (BCP 47); returns a report.
 * Values are looked for within the passages of their record alone.
 */
export function verify(
  article: Article,
  targets: readonly VerificationTarget[],
  language: string,
): Report {
  const index = indexArticle(article);
  const lexicon = openLexicon(language);
  const search = once(() => nearestIn(index));
  const whole = contextOf(wholeArticle(index), lexicon);
  const desk: Verification = { index, lexicon, nearest: (near) => search()(near), whole };
  const traces = survey(targets, index);
  const outcomes = targets.flatMap((target, index) => judge(target, traces[index] ?? [], desk));
  return {
    records: targets.length,
    anchors: tally(outcomes, 'anchor'),
    values: tally(outcomes, 'value'),
    failures: outcomes.flatMap((outcome) => outcome.failures ?? []),
    notes: outcomes.flatMap((outcome) => outcome.notes ?? []),
    unchecked: outcomes.flatMap((outcome) => outcome.unchecked ?? []),
  };
}
