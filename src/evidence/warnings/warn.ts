import type { VerificationTarget, WarningName } from '../../model/assertion.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { groupBy } from '../../text/group-by.ts';
import { once } from '../../text/memoise.ts';
import { normalise } from '../article/normalise.ts';
import type { Passage, WordIndex } from '../article/word-index.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { FieldOfRecord } from '../report.ts';
import { certaintyAgainstVerbs } from './certainty.ts';
import { kindAgainstName } from './kind.ts';
import { createNameMatcher } from './name-matcher.ts';
import {
  attendanceMismatch,
  conflictWithOnePassage,
  mentionAgainstNames,
  nameNotInParagraph,
  unrelatedReference,
} from './names.ts';
import { negationMismatch, opposites, wordOverlap } from './negation.ts';
import type { ArticleSentence, RecordContext, WarningContext, WarningRule } from './rule.ts';
import { statusAgainstTense, statusOfDeal } from './time.ts';

/** Rules in the order in which the warnings of a record are listed. */
export const warningRules: readonly WarningRule[] = [
  statusAgainstTense,
  statusOfDeal,
  certaintyAgainstVerbs,
  negationMismatch,
  opposites,
  wordOverlap,
  nameNotInParagraph,
  mentionAgainstNames,
  attendanceMismatch,
  unrelatedReference,
  kindAgainstName,
  conflictWithOnePassage,
];

/** Warning about a field of a record, with the rule that raised it. */
export interface Warning extends FieldOfRecord {
  readonly rule: WarningName;
  readonly text: string;
}

/** Warnings about some records. */
export interface Warnings {
  /** Warnings to be reviewed. */
  readonly warnings: readonly Warning[];
  /** Warnings that the dataset marks as reviewed, with the reason. */
  readonly reviewed: readonly (Warning & { readonly why: string })[];
  /** False if no rules were run, because the language has no word lists. */
  readonly warningsChecked: boolean;
}

/** Result for a language without word lists. */
export const uncheckedWarnings: Warnings = { warnings: [], reviewed: [], warningsChecked: false };

/** Sentence with its offsets in its paragraph. */
type PlacedSentence = ArticleSentence & { readonly from: number; readonly to: number };

/** Finds the sentences that passages are in, in the order of the article. */
function findSentencesAround(
  passages: readonly Passage[],
  byParagraph: ReadonlyMap<number, readonly PlacedSentence[]>,
): readonly ArticleSentence[] {
  const around = passages.flatMap(({ paragraph, from, to }) => {
    const sentences = assertDefined(byParagraph.get(paragraph));
    const first = countLeading(sentences, (one) => one.to <= from);
    const end = countLeading(sentences, (one) => one.from < to);
    return sentences.slice(first, end);
  });
  return [...new Set(around)].sort((one, other) => one.at - other.at);
}

/** Builds the context for the rules. Returns undefined if the language has no word lists. */
function createWarningContext(
  targets: readonly VerificationTarget[],
  passages: readonly (readonly Passage[])[],
  index: WordIndex,
  lexicon: Lexicon,
): WarningContext | undefined {
  const { cues, stemsOf, sentencesOf } = lexicon;
  if (!cues) return undefined;
  const all = index.paragraphs
    .flatMap(({ original }, at) =>
      sentencesOf(original).map((sentence) => ({ ...sentence, paragraph: at + 1 })),
    )
    .map((one, at) => ({ ...one, at, text: normalise(one.text), stems: stemsOf(one.text) }));
  const byParagraph = groupBy(all, ({ paragraph }) => paragraph);
  const subjects = targets.map((target, at): RecordContext => {
    const own = assertDefined(passages[at]);
    const { names } = target;
    const paragraphs = new Set(own.map(({ paragraph }) => paragraph));
    return {
      target,
      prose: target.expected.flatMap(({ field, expectation }) =>
        expectation.kind === 'prose' ? [{ ...expectation, field }] : [],
      ),
      names: names.map(normalise),
      properNames: names.filter((name) => /^\p{Lu}/u.test(name)).map(normalise),
      passages: own.map(({ normalised }) => normalised),
      sentences: findSentencesAround(own, byParagraph),
      paragraphs,
    };
  });
  const byId = new Map(subjects.map((subject) => [subject.target.id, subject]));
  const indexByStem = once(() => {
    const groups = groupBy(
      all.flatMap((one) => [...one.stems.keys()].map((stem) => ({ stem, one }))),
      ({ stem }) => stem,
    );
    return new Map([...groups].map(([stem, group]) => [stem, group.map(({ one }) => one)]));
  });
  return {
    cues,
    stemsOf,
    sentencesOf: (paragraph) => assertDefined(byParagraph.get(paragraph)),
    sentencesWith: (stem) => indexByStem().get(stem) ?? [],
    subjects,
    calledIn: createNameMatcher(subjects),
    find: (id) => byId.get(id),
  };
}

/** Runs all warning rules on each target, in order, if the language has word lists. */
export function findWarnings(
  targets: readonly VerificationTarget[],
  passages: readonly (readonly Passage[])[],
  index: WordIndex,
  lexicon: Lexicon,
): Warnings {
  const scene = createWarningContext(targets, passages, index, lexicon);
  if (!scene) return uncheckedWarnings;
  const all = scene.subjects.flatMap((subject) =>
    warningRules.flatMap(({ name, check }) =>
      check(subject, scene).map(({ field, text }) => {
        const { collection, id, settled } = subject.target;
        const own = settled.find((one) => one.field === field && one.rule === name);
        return { collection, id, field, rule: name, text, why: own?.why };
      }),
    ),
  );
  return {
    warnings: all.flatMap(({ why, ...warning }) => (why === undefined ? [warning] : [])),
    reviewed: all.flatMap(({ why, ...warning }) =>
      why === undefined ? [] : [{ ...warning, why }],
    ),
    warningsChecked: true,
  };
}
