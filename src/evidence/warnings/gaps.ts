import type { WarningName } from '../../model/vocabulary.ts';
import { findFirst, toText, type WarningCheck, type WarningContext } from './rule.ts';

/** Finds a sentence of the article that answers a question: it has all of its words, and what the question asks for. */
function findAnswer(value: string, { cues, findStems, findSentences }: WarningContext) {
  const question = toText(value);
  const asked = cues.answers.find(([pattern]) => findFirst([question], pattern));
  if (!asked) return undefined;
  const [pattern, answer] = asked;
  const [first, ...others] = findStems(question.normalised.replace(pattern, '')).keys();
  if (first === undefined || others.length === 0) return undefined;
  return findSentences(first).find(
    (one) => others.every((stem) => one.stems.has(stem)) && findFirst([one], answer),
  );
}

/** Rules for open questions. */
export const gapRules = {
  /** Warns of a question that a sentence answers, or each record that it is about in a field. */
  answer: ({ assertions, choices, about }, context) => {
    const { cues, findRecord } = context;
    const isConflict = choices.some(({ meaning }) => meaning === 'conflict');
    const others = about.flatMap((id) => findRecord(id) ?? []);
    if (isConflict) return [];
    const questions = assertions.filter(
      (one) => one.kind === 'prose' && one.purpose === 'question' && one.field === 'question',
    );
    return questions.flatMap(({ field, value }) => {
      const sentence = findAnswer(value, context);
      if (sentence) return { field, text: `is answered in ¶${sentence.paragraph}` };
      // The summit is what everything is about.
      if (others.some(({ collection }) => collection === 'summit')) return [];
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
