import { normalise } from '../article/normalise.ts';
import { checkEachChoice, findFirst, type WarningRule } from './rule.ts';

export const certaintyAgainstVerbs: WarningRule = {
  name: 'certainty',
  field: 'claims.certainty',
  warns: 'The article says it with a different degree of certainty.',
  check: checkEachChoice(
    ['stated', 'expected', 'opinion'],
    ({ field, value, meaning }, subject, { cues }) => {
      if (field !== 'certainty') return undefined;
      const texts = subject.sentences.map(({ text }) => text);
      if (texts.length === 0) return undefined;
      if (meaning === 'expected') {
        if (findFirst(texts, cues.expected) ?? findFirst(texts, cues.future)) return undefined;
        return `is “${value}”, but the sentences around the passages do not say so`;
      }
      if (meaning === 'opinion') {
        const isQuoted = texts.some((text) => text.includes('"'));
        if (isQuoted || findFirst(texts, cues.thinking) !== undefined) return undefined;
        return `is “${value}”, but the sentences around the passages do not say that anybody thinks so`;
      }
      const thought = findFirst(subject.passages, cues.thinking);
      const own = subject.prose.map(({ text }) => normalise(text));
      const isTold = thought === undefined || findFirst(own, cues.thinking) !== undefined;
      const other = isTold ? findFirst(subject.passages, cues.foreseen) : thought;
      return other === undefined ? undefined : `is “${value}”, but the passages say “${other}”`;
    },
  ),
};
