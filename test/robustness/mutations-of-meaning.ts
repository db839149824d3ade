import {
  type Context,
  type FieldContext,
  getSeed,
  pick,
  type RawRecord,
  type Ways,
} from './mutations-context.ts';

/** Pattern, with the text to put in place of a match. */
type Change = readonly [pattern: RegExp, replacement: string];

const negations: readonly Change[] = [
  [/\b(is|are|was|were|has|have|had|will|would|can|could) (?!not\b)/, '$1 not '],
  [/\b(?:is|are) (?!not\b)/, 'cannot be '],
  [/\b(\w{3,}ed) (a|an|the|to|that|for|in|of|from)\b/, 'never $1 $2'],
  [/\b(\w{3,}[^s\W])s (a|an|the)\b/, 'fails to $1 $2'],
  [/\b(?:a|an|the) (?=\p{Ll}+ (?:of|for|to|in|on|with)\b)/u, 'no '],
];

/** Words with their opposites. */
const opposites: readonly (readonly [string, string])[] = [
  ['first', 'last'],
  ['adds force to', 'takes force from'],
  ['is over', 'goes on'],
  ['more', 'less'],
  ['widen', 'narrow'],
  ['willing', 'unwilling'],
  ['lead', 'follow'],
  ['rival', 'ally'],
  ['under', 'free of'],
  ['stepped-up', 'reduced'],
  ['received', 'turned away'],
  ['before', 'after'],
  ['old', 'new'],
  ['closes', 'opens'],
  ['opened', 'closed'],
  ['down', 'up'],
  ['agreed', 'declined'],
  ['empty', 'full'],
  ['possible', 'impossible'],
  ['key', 'minor'],
  ['great', 'small'],
  ['vast', 'tiny'],
];

/** Changes of quantities, first those of a word that expresses one. */
const quantities: readonly Change[] = [
  [/\b(?:all|each|every) (?:of )?/i, 'some of '],
  [/\bboth\b/i, 'one of'],
  [/\b(?:some|several|many)\b/i, 'all'],
  [/\b(?:about|around|nearly|almost)\b/i, 'exactly'],
  [/\b(\d+|two|three|four|five)\b/i, 'at least $1'],
  [/\bthe (\w{3,}[^s\W]s)\b/i, 'most of the $1'],
  [/\bthe (\w{3,}[^s\W]s)\b/i, 'a few of the $1'],
];

const certainties: readonly Change[] = [
  [/\bwill\b/, 'may'],
  [/\b(?:is|are) (?:likely|expected|due|planned|set) to\b/, 'will certainly'],
  [/\b(?:wants?|hopes?|seeks?|tries|aims?|would like) to\b/, 'will'],
  [/\bwould\b/, 'will certainly'],
  [/\b(?:may|might|could)\b/, 'will'],
  [/\b(?:is|are|was|were|has been|have been)\b/, 'may be'],
  [/\b(?:has|have|had) (\w+ed)\b/, 'may have $1'],
  [/\bit is said\b|\b(?:believes?|expects?)\b/, 'is certain'],
];

const times: readonly Change[] = [
  [/\b(?:has|have|had) (?:already )?been\b/, 'will be'],
  [/\b(?:has|have|had) (\w+ed)\b/, 'will have $1'],
  [/\b(?:was|were)\b/, 'will be'],
  [/\bwill be\b/, 'has been'],
  [/\bwill (\w+)\b/, 'used to $1'],
  [/\b(\w{3,}ed) (a|an|the|to|that|for|in|from|of)\b/, 'will have $1 $2'],
];

/** Details in common words, as clauses and phrases. */
const details: readonly string[] = [
  ', because costs have risen sharply',
  ', which surprised many people',
  ', after a long night of argument',
  ', despite heavy pressure from neighbours',
  ', although critics had warned against it',
  ', partly for reasons of security',
  ', and the mood was tense',
  ', since voters demand it',
  ' with money from private banks',
  ' in return for lower taxes',
  ' behind closed doors',
  ' through a new fund',
  ' in front of a large crowd',
  ' to win back lost trust',
];

const numbersInWords: readonly string[] = [
  ' for the second time',
  ' for the third time',
  ' twice',
  ', half of it',
  ', a third of it',
  ' in dozens of cases',
];

const append = (text: string, more: string) => `${text.replace(/[.]?$/, '')}${more}.`;

/** Applies the changes of a list that match, each in its first place. */
const applyChanges = (text: string, changes: readonly Change[]): readonly string[] =>
  changes.map(([from, to]) => text.replace(from, to)).filter((one) => one !== text);

function negate(text: string): readonly string[] {
  const without = text.replace(/\b(no|not|nobody|neither|never|without) /i, '');
  return without !== text ? [without] : applyChanges(text, negations);
}

const oppose = (text: string): readonly string[] =>
  opposites
    .flatMap(([left, right]) => [
      text.replace(new RegExp(`\\b${left}\\b`, 'i'), right),
      text.replace(new RegExp(`\\b${right}\\b`, 'i'), left),
    ])
    .filter((one) => one !== text)
    .slice(0, 1);

const findNames = (text: string, { names }: Context): readonly string[] =>
  names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));

/** Replaces one name of the file by another. */
function replaceName(text: string, context: Context): readonly string[] {
  const own = findNames(text, context);
  return own.slice(0, 2).flatMap((name, at) => {
    const others = context.names.filter((one) => !own.includes(one) && !one.includes(name));
    const other = pick(others, getSeed(text) + at);
    return other === undefined ? [] : [text.replace(name, other)];
  });
}

/** Exchanges two names, unless only “and” or a comma is between them. */
function exchangeNames(text: string, context: Context): readonly string[] {
  const [one, other] = findNames(text, context).toSorted(
    (left, right) => text.indexOf(left) - text.indexOf(right),
  );
  if (one === undefined || other === undefined) return [];
  const [before = '', between = '', after = ''] = [
    text.slice(0, text.indexOf(one)),
    text.slice(text.indexOf(one) + one.length, text.indexOf(other)),
    text.slice(text.indexOf(other) + other.length),
  ];
  return /^(?:, | and )?$/.test(between) ? [] : [`${before}${other}${between}${one}${after}`];
}

/** Changes a paraphrase. Of a note only what it adds is wrong, because it is our own remark. */
export function changeMeaning(
  text: string,
  others: readonly string[],
  { field, context }: FieldContext,
): Ways {
  const isStatement = field.name !== 'note';
  return {
    'a number inserted': [append(text, ' of 47')],
    'a name inserted': [append(text, ' with Marlund')],
    'a name replaced': replaceName(text, context),
    'a detail invented': details.map((detail) => append(text, detail)),
    ...(isStatement && {
      'two names exchanged': exchangeNames(text, context),
      'a statement negated': negate(text),
      'a word replaced by its opposite': oppose(text),
      'a statement from another record': others.slice(0, 1),
      'another quantity': applyChanges(text, quantities).slice(0, 2),
      'another certainty': applyChanges(text, certainties).slice(0, 1),
      'another time': applyChanges(text, times).slice(0, 1),
      'a number in words invented': numbersInWords.map((number) => append(text, number)),
    }),
  };
}

/** Questions with the field of a record that answers each. */
const questions: readonly (readonly [field: string, question: string])[] = [
  ['amount', 'How much is it worth?'],
  ['amount', 'What does it cost?'],
  ['date', 'When did that happen?'],
  ['start', 'On which day does it begin?'],
  ['place', 'Where is it?'],
  ['speaker', 'Who said that?'],
  ['attribution', 'Who says so?'],
  ['title', 'What office does this person hold?'],
  ['leaders', 'Who took part?'],
];

/** Replaces a question by one that the records it is about answer. */
export function changeQuestion(
  text: string,
  { record, field, context: { file } }: FieldContext,
): Ways {
  if (field.name !== 'question') return {};
  const about = (record.about ?? []) as readonly string[];
  const records = Object.values(file)
    .filter((list): list is readonly RawRecord[] => Array.isArray(list))
    .flat()
    .filter(({ id }) => about.includes(String(id)));
  const isAnswered = (name: string) =>
    records.length > 0 && records.every((one) => [one[name] ?? []].flat().length > 0);
  const asked = questions.filter(([name]) => isAnswered(name)).map(([, question]) => question);
  return { 'a question with an answer': asked.filter((question) => question !== text) };
}
