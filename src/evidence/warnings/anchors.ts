import type { WarningName } from '../../model/vocabulary.ts';
import type { WarningCheck } from './rule.ts';

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
} satisfies Partial<Record<WarningName, WarningCheck>>;
