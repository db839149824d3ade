import { type DealSubject, dealSubjects } from '../../contracts/verification-target.ts';
import { normalise } from '../article/normalise.ts';
import { eachChoice, foundIn, type WarningRule } from './rule.ts';

export const kindAgainstName: WarningRule = {
  name: 'kind',
  field: 'deals.kind',
  warns: 'Its name has the word of another kind.',
  check: eachChoice(dealSubjects, ({ value, meaning }, { target }, { cues }) => {
    const names = target.spellings.map(normalise);
    if (foundIn(names, cues[meaning as DealSubject]) !== undefined) return undefined;
    const word = dealSubjects
      .map((kind) => foundIn(names, cues[kind]))
      .find((found) => found !== undefined);
    return word === undefined ? undefined : `“${value}”, and the name says “${word}”`;
  }),
};
