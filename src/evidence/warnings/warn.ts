import type { AssertedRecord, FieldOfRecord } from '../../model/assertion.ts';
import { type WarningName, warningNames } from '../../model/vocabulary.ts';
import type { WordIndex } from '../article/word-index.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { LocatedAnchor } from '../locate.ts';
import { additionRules } from './additions.ts';
import { anchorRules } from './anchors.ts';
import { choiceRules } from './choices.ts';
import { gapRules } from './gaps.ts';
import { nameRules } from './names.ts';
import { paraphraseRules } from './paraphrases.ts';
import { createWarningContext, type WarningCheck } from './rule.ts';
import { sourceRules } from './sources.ts';

const rules: Readonly<Record<WarningName, WarningCheck>> = {
  ...additionRules,
  ...anchorRules,
  ...choiceRules,
  ...gapRules,
  ...nameRules,
  ...paraphraseRules,
  ...sourceRules,
};

/** Warning about a field of a record, with the rule that raised it. */
interface Warning extends FieldOfRecord {
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

/** Result for a language without word lists. */
export const uncheckedWarnings: Warnings = { warnings: [], reviewed: [], warningsChecked: false };

/** Runs all warning rules on each record, in order, if the language has word lists. */
export function findWarnings(
  records: readonly AssertedRecord[],
  /** Located anchors of each record. */
  located: readonly (readonly LocatedAnchor[])[],
  index: WordIndex,
  lexicon: Lexicon,
): Warnings {
  const { words } = lexicon;
  if (!words) return uncheckedWarnings;
  const context = createWarningContext(records, located, index, lexicon, words.cues);
  const all = context.records.flatMap((record) =>
    warningNames.flatMap((rule) =>
      rules[rule](record, context).map(({ field, text }) => {
        const { collection, id, reviewed } = record;
        const reviews = reviewed.filter((one) => one.field === field && one.rule === rule);
        const why = reviews.find(({ isCurrent }) => isCurrent)?.why;
        const isStale = why === undefined && reviews.length > 0;
        const shown = isStale ? `${text}; it was reviewed for another value` : text;
        return { collection, id, field, rule, text: shown, why };
      }),
    ),
  );
  return {
    warnings: all.flatMap(({ why, ...warning }) => (why === undefined ? warning : [])),
    reviewed: all.flatMap(({ why, ...warning }) => (why === undefined ? [] : { ...warning, why })),
    warningsChecked: true,
  };
}
