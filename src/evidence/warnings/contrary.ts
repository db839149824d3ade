import { normalise } from '../article/normalise.ts';
import {
  allIn,
  type Doubt,
  foundIn,
  type Prose,
  proseIn,
  type Said,
  type Subject,
  type WarningRule,
} from './rule.ts';

/** The same look at every statement in own words. */
const eachStatement =
  (
    look: (
      statement: Prose,
      own: string,
      ...rest: Parameters<WarningRule['check']>
    ) => string | undefined,
    wanted: readonly Prose['purpose'][] = ['statement'],
  ): WarningRule['check'] =>
  (subject, scene) =>
    proseIn(subject)
      .filter(
        ({ purpose, field }) =>
          wanted.includes(purpose) && field !== 'note' && subject.sentences.length > 0,
      )
      .flatMap((statement): readonly Doubt[] => {
        const text = look(statement, normalise(statement.text), subject, scene);
        return text === undefined ? [] : [{ field: statement.field, text }];
      });

export const notOnOneSide: WarningRule = {
  name: 'polarity',
  field: 'statements in own words',
  warns: 'A “not”, or what amounts to one, stands on one side only.',
  check: eachStatement((_, own, { passages, target }, { cues }) => {
    const [denied, almostDenied] = [allIn([own], cues.not), allIn([own], cues.almostNot)];
    const [denies, almostDenies] = [allIn(passages, cues.not), allIn(passages, cues.almostNot)];
    if (denied.length > denies.length + almostDenies.length) {
      return `“${denied[0]}”, and the passages have nothing of the kind`;
    }
    // What is told of a quotation need not deny what is quoted.
    const isQuoted = target.expected.some(({ expectation: { kind } }) => kind === 'quotation');
    if (isQuoted || denies.length <= denied.length + almostDenied.length) return undefined;
    return `the passages say “${denies[0]}”, and this has nothing of the kind`;
  }),
};

export const opposites: WarningRule = {
  name: 'opposite',
  field: 'statements in own words',
  warns: 'A word says the contrary of one in the passages.',
  check: eachStatement((_, own, { passages, sentences }, { cues }) => {
    const texts = sentences.map(({ text }) => text);
    const pairs = cues.opposites.flatMap(([one, other]) => [
      [one, other] as const,
      [other, one] as const,
    ]);
    for (const [mine, contrary] of pairs) {
      const said = foundIn([own], mine);
      const against = foundIn(passages, contrary);
      const isBoth = foundIn(texts, mine) ?? foundIn([own], contrary);
      if (said !== undefined && against !== undefined && isBoth === undefined) {
        return `“${said}”, and the passages say “${against}”`;
      }
    }
    return undefined;
  }),
};

/** How much weight shared words have: those that few sentences have count most. */
function weightOf(shared: readonly string[], sentences: readonly Said[]): number {
  let sum = 0;
  for (const stem of shared) {
    const count = sentences.filter(({ stems }) => stems.has(stem)).length;
    if (count > 0) sum += 1 / count;
  }
  return sum;
}

/** What a record says in all: of a question also why it is asked. */
const allWords = (subject: Subject): string =>
  proseIn(subject)
    .map(({ text }) => text)
    .join(' ');

export const sharedWords: WarningRule = {
  name: 'overlap',
  field: 'statements and questions in own words',
  warns: 'It shares hardly a word with its passages, or more with another sentence.',
  check: eachStatement(
    ({ text, purpose }, _, subject, { stemsOf, sentences }) => {
      const isQuestion = purpose === 'question';
      const own = stemsOf(isQuestion ? allWords(subject) : text);
      const shared = (among: readonly Said[]) =>
        [...own].filter((stem) => among.some(({ stems }) => stems.has(stem)));
      const mine = shared(subject.sentences);
      if (mine.length === 0 && own.size > 2) return 'shares no word with its passages';
      if (isQuestion) return undefined;
      const [best] = sentences
        .filter((one) => !subject.sentences.includes(one))
        .map((one) => ({ ...one, words: shared([one]) }))
        .map((one) => ({ ...one, weight: weightOf(one.words, sentences) }))
        .sort((left, right) => right.weight - left.weight);
      if (!best || best.words.length < 2 || best.weight <= 2 * weightOf(mine, sentences) + 0.5) {
        return undefined;
      }
      return `shares more words with a sentence of ¶${best.paragraph}: ${best.words.join(', ')}`;
    },
    ['statement', 'question'],
  ),
};
