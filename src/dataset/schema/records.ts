import { dealSubjects } from '../../contracts/verification-target.ts';
import { warningNames } from '../../contracts/warning.ts';
import {
  amount,
  anyCollection,
  choice,
  choiceOrNull,
  code,
  day,
  evidence,
  id,
  list,
  type Means,
  orNull,
  type RecordOf,
  record,
  reference,
  references,
  text,
} from './field-schema.ts';

const recordId = id('Unique in the whole file, in kebab-case, readable.');
const note = orNull(text('What else a reader should know, in own words.', 'prose'));
const createAttribution = (whose: string) =>
  orNull(text(`Who says so by the article's account; null where ${whose} names nobody.`, 'words'));
const when = orNull(
  text('When, in the words of the article, where a day would have to be worked out.', 'phrase'),
);
const place = orNull(text('Where, in the words of the article.', 'phrase'));
const about = references(anyCollection, 'The records that it is about, of whatever collection.');
const start = orNull(day('The first day (ISO 8601), as precise as the article.'));
const end = orNull(day('The last day (ISO 8601), as precise as the article.'));
const progress = choice('As it was when the article was written.', ['held', 'ongoing', 'planned'], {
  held: 'past',
  ongoing: 'present',
  planned: 'future',
});

const attendance = { host: 'there', guest: 'there', absent: 'away' } as const;

export const leader = record(
  'A person who takes part for a country or an organisation, or is missed there.',
  {
    id: recordId,
    name: orNull(text('The name; null where the article gives none.', 'phrase')),
    aliases: list('The other words by which the article calls the same person.', 'phrase'),
    title: orNull(text('The title, in the words of the article.', 'phrase')),
    country: orNull(
      reference('countries', 'The country that the person is there for.', 'reference'),
    ),
    organization: orNull(text('The organisation that the person is there for.', 'phrase')),
    role: choiceOrNull(
      'Part taken in the summit, null for none.',
      ['host', 'guest', 'absent'],
      attendance,
    ),
    evidence: evidence(1),
  },
);

export const talk = record('A meeting of two or a few.', {
  id: recordId,
  date: orNull(day('The day (ISO 8601), as precise as the article.')),
  when,
  leaders: references('leaders', 'Who meets.', 'reference'),
  countries: references('countries', 'The countries that meet.', 'reference'),
  place,
  mention: choice(
    'Mentioned on its own (named), or together with others (collective).',
    ['named', 'collective'],
    { named: 'alone', collective: 'together' },
  ),
  status: choice(
    'Told as past (held), only mentioned (reported), or still to come (planned).',
    ['held', 'reported', 'planned'],
    { held: 'past', reported: 'mentioned', planned: 'future' },
  ),
  outcome: orNull(text('What came of it, in own words.', 'statement')),
  attribution: createAttribution('it'),
  note,
  evidence: evidence(1),
});

const subjectMeanings: Means = Object.fromEntries(dealSubjects.map((one) => [one, one]));

export const deal = record('A deal that the article names.', {
  id: recordId,
  name: text('What the deal is about, in the words of the article.', 'words'),
  kind: choice('What it is for.', [...dealSubjects, 'other'], subjectMeanings),
  countries: references('countries', 'The countries that the article ties to it.', 'reference'),
  date: orNull(day('The day of the deal (ISO 8601), as precise as the article.')),
  when,
  amount: orNull(amount('Units of the currency.', 'currency', 'amountAsWritten')),
  currency: orNull(code('threeLetters', 'ISO 4217 code of the amount.', 'currency')),
  amountAsWritten: orNull(text('The amount, word for word.', 'phrase')),
  status: choiceOrNull(
    'How far it has come, null where that is not said.',
    ['sought', 'expected', 'agreed', 'signed'],
    { sought: 'sought', expected: 'expected', agreed: 'agreed', signed: 'signed' },
  ),
  attribution: createAttribution('it'),
  note,
  evidence: evidence(1),
});

export const quote = record('Words that the article puts in quotation marks.', {
  id: recordId,
  speaker: orNull(text('Whose words they are; null where that is not said.', 'words')),
  leader: orNull(reference('leaders', 'The speaker, if a leader.', 'reference')),
  words: text('The words, exactly, without the marks.', 'quotation'),
  context: text('What is said with them, in own words.', 'statement'),
  date: orNull(day('The day on which they were said (ISO 8601), as precise as the article.')),
  about,
  evidence: evidence(1),
});

export const event = record('Something that happens at a time and is no talk.', {
  id: recordId,
  name: text('What happens, in the words of the article.', 'words'),
  start,
  end,
  when,
  place,
  status: progress,
  about,
  note,
  evidence: evidence(1),
});

export const claim = record('A statement that the other collections do not hold.', {
  id: recordId,
  topic: text('What it is about.'),
  claim: text('The statement, in own words.', 'statement'),
  attribution: createAttribution('the article'),
  certainty: choice(
    'Stated as a fact, expected to happen, or the opinion of somebody whom the article cites.',
    ['stated', 'expected', 'opinion'],
    { stated: 'stated', expected: 'expected', opinion: 'opinion' },
  ),
  about,
  evidence: evidence(1),
});

export const country = record('A country that the article names.', {
  id: recordId,
  name: text('The name.', 'words'),
  aliases: list('The other words by which the article calls it: adjective, capital.', 'phrase'),
  iso: orNull(code('twoLetters', 'ISO 3166-1 alpha-2 code, which is added.')),
  role: choice('Part taken in the summit.', ['host', 'guest', 'absent', 'mentioned'], attendance),
  evidence: evidence(1),
});

export const gap = record('Something that the article leaves open, or answers in two ways.', {
  id: recordId,
  topic: text('What it is about.'),
  question: text('What a reader would ask.', 'question'),
  kind: choice(
    'Not answered (unstated), or answered in two ways (conflicting).',
    ['unstated', 'conflicting'],
    { conflicting: 'conflict' },
  ),
  note: orNull(text('Why it matters; of a conflict, both readings.', 'question')),
  about,
  evidence: evidence(0),
});

export const summit = record('The summit that the article is about.', {
  id: recordId,
  name: text('The name, in the words of the article.', 'phrase'),
  aliases: list('The other words by which the article calls it.', 'phrase'),
  place,
  country: orNull(reference('countries', 'The country that it is held in.', 'reference')),
  host: orNull(reference('leaders', 'The host.', 'reference')),
  start,
  end,
  status: progress,
  note,
  evidence: evidence(1),
});

export const source = record('The article that the facts are drawn from.', {
  title: text('The headline.', 'phrase'),
  publisher: orNull(text('Who published it.', 'phrase')),
  agency: orNull(text('The news agency that it draws on.', 'phrase')),
  dateline: orNull(text('The place that the report is sent from.', 'phrase')),
  language: { ...text('BCP 47 tag, such as en.'), examples: ['en'] },
  author: orNull(text('The byline.', 'phrase')),
  published: orNull(day('The day of publication (ISO 8601), as precise as the article.')),
  url: orNull(text('The address of the article.')),
  note: orNull(text('What is inferred or added, and from what.')),
});

export const settlement = record('A warning of verify that a reader has found to be wrong.', {
  record: reference(anyCollection, 'The record that it was raised on.'),
  field: text('The field that it was raised on.'),
  rule: choice('The rule that raised it.', warningNames),
  why: text('Why the record is right all the same.'),
});

export type Settled = RecordOf<typeof settlement>;
export type Source = RecordOf<typeof source>;
export type Summit = RecordOf<typeof summit>;
