import { listParaphrases } from '../../model/assertion.ts';
import type { WarningName } from '../../model/vocabulary.ts';
import { findAll, findFirst, toText, type WarningCheck } from './rule.ts';

/** A question is neither true nor false, and neither is a name. */
const withoutPolarity = ['gaps', 'leaders', 'countries', 'organizations'];

/** Rules for anchors. */
export const anchorRules = {
  /** Warns of an anchor with another paragraph than its passage is in, unless the anchors around it have moved alike. */
  paragraph: ({ located }, { findMove }) =>
    located.flatMap((one, at) => {
      if (one.state !== 'found') return [];
      const { anchor, passage } = one;
      const usual = passage.paragraph === anchor.paragraph ? undefined : findMove(passage);
      if (usual === undefined || usual === passage.paragraph - anchor.paragraph) return [];
      const text = `names ¶${anchor.paragraph}, but “${anchor.start}” is in ¶${passage.paragraph}`;
      return { field: `evidence[${at}]`, text };
    }),
  /** Warns of an anchor that hides a negation between its start and its end, if no value of the record has one. */
  hidden: (record, { cues }) => {
    const { collection, located, assertions, choices } = record;
    const isCompared = () => listParaphrases(record).some(({ purpose }) => purpose === 'statement');
    // A statement is compared by its polarity.
    if (withoutPolarity.includes(collection) || isCompared()) return [];
    const hidden = located.flatMap((one, at) => {
      if (one.state !== 'found') return [];
      const { start, end = '' } = one.anchor;
      const negations = findAll([one.passage], cues.not);
      const shown = negations.length === 0 ? [] : findAll([toText(start), toText(end)], cues.not);
      const word = negations.find((negation) => !shown.includes(negation));
      const text = `hides “${word}” between “${start}” and “${end}”`;
      return word === undefined ? [] : { field: `evidence[${at}]`, text };
    });
    if (hidden.length === 0) return [];
    const texts = assertions.map(({ value }) => toText(value));
    const isNegated =
      choices.some(({ meaning }) => meaning === 'away') ||
      findFirst(texts, cues.not) !== undefined ||
      findFirst(texts, cues.weakNegation) !== undefined;
    return isNegated ? [] : hidden;
  },
} satisfies Partial<Record<WarningName, WarningCheck>>;
