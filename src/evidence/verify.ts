import type { Subject } from '../subject.ts';
import type { Article } from './article/article.ts';
import { indexArticle, wholeArticle } from './article/concordance.ts';
import { groundOf } from './ground.ts';
import { type Desk, judge, type Outcome } from './judge.ts';
import { openLexicon } from './language/lexicon.ts';
import { once } from './memoise.ts';
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
export function verify(article: Article, subjects: readonly Subject[], language: string): Report {
  const concordance = indexArticle(article);
  const lexicon = openLexicon(language);
  const search = once(() => nearestIn(concordance));
  const whole = groundOf(wholeArticle(concordance), lexicon);
  const desk: Desk = { concordance, lexicon, nearest: (near) => search()(near), whole };
  const traces = survey(subjects, concordance);
  const outcomes = subjects.flatMap((subject, index) => judge(subject, traces[index] ?? [], desk));
  return {
    records: subjects.length,
    anchors: tally(outcomes, 'anchor'),
    values: tally(outcomes, 'value'),
    failures: outcomes.flatMap((outcome) => outcome.failures ?? []),
    notes: outcomes.flatMap((outcome) => outcome.notes ?? []),
    unchecked: outcomes.flatMap((outcome) => outcome.unchecked ?? []),
  };
}
