import { normalise } from '../article/normalise.ts';
import { eachChoice, foundIn, type WarningRule } from './rule.ts';

const kinds = [
  'railway',
  'pipeline',
  'road',
  'port',
  'power',
  'communications',
  'trade',
  'diplomatic',
] as const;

type Kind = (typeof kinds)[number];

export const kindAgainstName: WarningRule = {
  name: 'kind',
  field: 'deals.kind',
  warns: 'Its name has the word of another kind.',
  check: eachChoice(kinds, ({ value, meaning }, { target }, { cues }) => {
    const names = target.spellings.map(normalise);
    if (foundIn(names, cues[meaning as Kind]) !== undefined) return undefined;
    const word = kinds
      .map((kind) => foundIn(names, cues[kind]))
      .find((found) => found !== undefined);
    return word === undefined ? undefined : `“${value}”, and the name says “${word}”`;
  }),
};
