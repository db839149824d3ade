import { type DealSubject, dealSubjects } from '../../model/assertion.ts';
import { normalise } from '../article/normalise.ts';
import { checkEachChoice, findFirst, type WarningRule } from './rule.ts';

export const kindAgainstName: WarningRule = {
  name: 'kind',
  field: 'deals.kind',
  warns: 'The name of the deal contains a word for another kind.',
  check: checkEachChoice(dealSubjects, ({ value, meaning }, { target }, { cues }) => {
    const names = target.names.map(normalise);
    if (findFirst(names, cues[meaning as DealSubject]) !== undefined) return undefined;
    const word = dealSubjects
      .map((kind) => findFirst(names, cues[kind]))
      .find((found) => found !== undefined);
    return word === undefined ? undefined : `is “${value}”, but the name says “${word}”`;
  }),
};
