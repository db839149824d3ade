import type { WarningName } from '../../model/vocabulary.ts';
import { findFirst, toText, type WarningCheck } from './rule.ts';

/** Rules for open questions. */
export const gapRules = {
  /** Warns of a question that each record it is about answers in a field. */
  answer: ({ assertions, choices, about }, { cues, findRecord }) => {
    const isConflict = choices.some(({ meaning }) => meaning === 'conflict');
    const others = about.flatMap((id) => findRecord(id) ?? []);
    // The summit is what everything is about.
    if (isConflict || others.some(({ collection }) => collection === 'summit')) return [];
    const questions = assertions.filter(
      (one) => one.kind === 'prose' && one.purpose === 'question' && one.field === 'question',
    );
    return questions.flatMap(({ field, value }) => {
      const asked = cues.questions.find(([pattern]) => findFirst([toText(value)], pattern));
      if (!asked || others.length === 0) return [];
      const [, fields] = asked;
      const found = others.map((other) => {
        const answers = other.assertions.filter((one) => fields.includes(one.field));
        return answers.find((one) => one.kind !== 'date' || one.value.length === 10);
      });
      const [answer] = found;
      if (!answer || found.includes(undefined)) return [];
      return { field, text: `is answered by ${others[0]?.id}, ${answer.field}: ${answer.value}` };
    });
  },
} satisfies Partial<Record<WarningName, WarningCheck>>;
