import {
  type DealSubject,
  dealSubjects,
  type OrganizationKind,
  organizationKinds,
  type StatusName,
  statuses,
  warningNames,
} from '../../model/vocabulary.ts';
import {
  anyCollection,
  array,
  choice,
  code,
  day,
  evidence,
  id,
  maximum,
  orNull,
  type RecordOf,
  record,
  reference,
  text,
  textList,
} from './fields.ts';

const recordId = id('Unique, readable kebab-case identifier.');
const note = orNull(text('Additional context, paraphrased.', 'prose'));
const attribution = orNull(
  text('The source that the article credits; null if it credits none.', 'words'),
);
const when = orNull(
  text('Wording of the article where the date is only implied, such as “on Wednesday”.', 'phrase'),
);
const place = orNull(text('Where, in the words of the article.', 'phrase'));
const about = array(reference(anyCollection, 'Related records, from any collection.'));
const start = {
  ...orNull(day('First day (ISO 8601), as precise as the article gives it.')),
  'x-substitute': 'when',
} as const;
const end = orNull(day('Last day (ISO 8601), as precise as the article gives it.'));

const summitStatuses = ['held', 'ongoing', 'planned', null] as const;
const talkStatuses = ['held', 'reported', 'planned'] as const;
const dealStatuses = ['sought', 'expected', 'agreed', 'signed', null] as const;
const eventStatuses = ['held', 'ongoing', 'planned'] as const;

/** Builds the schema of a status, with what each means for the passages. */
const statusChoice = <V extends readonly (StatusName | null)[]>(
  description: string,
  values: V,
) => ({
  ...choice(description, values),
  'x-means': Object.fromEntries(
    values.filter((name) => name !== null).map((name) => [name, statuses[name].meaning]),
  ),
});

/** Builds the schema of a kind, which means itself. */
const kindChoice = <const V extends readonly (DealSubject | OrganizationKind)[]>(
  description: string,
  kinds: V,
) => ({
  ...choice(description, [...kinds, 'other', null]),
  'x-means': Object.fromEntries([...kinds, 'other' as const].map((kind) => [kind, kind])),
});

const attendance = {
  host: 'there',
  chair: 'chair',
  guest: 'there',
  participant: 'there',
  absent: 'away',
} as const;

export const leader = record(
  'A person who takes part for a country or an organization, or is noted as absent.',
  {
    id: recordId,
    name: orNull(text('The name; null where the article gives none.', 'phrase')),
    aliases: textList('Other names the article uses for this person.', 'phrase'),
    title: orNull(text('The title, in the words of the article.', 'phrase')),
    country: {
      ...orNull(reference('countries', 'The country this person represents.')),
      'x-substitute': 'organization',
    },
    organization: orNull(reference('organizations', 'The organization this person represents.')),
    role: {
      ...choice(
        'Role at the summit; null if none.',
        ['host', 'chair', 'guest', 'participant', 'absent', null],
        attendance,
      ),
      'x-missing': '–',
    },
    evidence: evidence(1),
  },
);

export const talk = record('A meeting of two or a few parties.', {
  id: recordId,
  date: {
    ...orNull(day('Date (ISO 8601), as precise as the article gives it.')),
    'x-substitute': 'when',
  },
  when,
  leaders: array(reference('leaders', 'Who meets.')),
  countries: array(reference('countries', 'The countries that meet.')),
  place,
  mention: choice(
    'Mentioned individually (named) or as part of a group (collective).',
    ['named', 'collective'],
    { named: 'alone', collective: 'together' },
  ),
  status: statusChoice(
    'Described as past (held), merely mentioned (reported), or upcoming (planned).',
    talkStatuses,
  ),
  topic: orNull(text('What the talks are about, paraphrased.', 'prose')),
  outcome: { ...orNull(text('The outcome, paraphrased.', 'statement')), 'x-substitute': 'topic' },
  attribution,
  note,
  evidence: evidence(1),
});

export const deal = record('A deal mentioned in the article.', {
  id: recordId,
  name: text('Name of the deal, in the words of the article.', 'words'),
  kind: kindChoice('What it is for; null if not stated.', dealSubjects),
  countries: array(reference('countries', 'Countries that the article links to it.')),
  date: orNull(day('Date of the deal (ISO 8601), as precise as the article gives it.')),
  when,
  amount: {
    type: ['number', 'null'],
    minimum: 0,
    maximum,
    description: 'Numeric amount, in units of the currency.',
    'x-currency': 'currency',
    'x-written': 'amountAsWritten',
    'x-check': 'amount',
  },
  currency: orNull(code('threeLetters', 'ISO 4217 code of the amount.', 'currency')),
  amountAsWritten: orNull(text('The amount, word for word.', 'phrase')),
  status: statusChoice('Stage reached; null if not stated.', dealStatuses),
  attribution,
  note,
  evidence: evidence(1),
});

export const quote = record('Words that the article puts in quotation marks.', {
  id: recordId,
  speaker: orNull(text('The speaker; null if not stated.', 'words')),
  leader: orNull(reference('leaders', 'The speaker, if a leader.')),
  words: text('Exact words, without quotation marks.', 'quotation'),
  context: text('Context of the quotation, paraphrased.', 'statement'),
  date: orNull(
    day('Date on which the words were said (ISO 8601), as precise as the article gives it.'),
  ),
  about,
  evidence: evidence(1),
});

export const event = record('Something that happens at a time and is not a talk.', {
  id: recordId,
  name: text('What happens, in the words of the article.', 'words'),
  start,
  end,
  when,
  place,
  status: statusChoice('As it was when the article was written.', eventStatuses),
  about,
  note,
  evidence: evidence(1),
});

export const claim = record('A statement that no other collection records.', {
  id: recordId,
  topic: text('What it is about.'),
  claim: text('The statement, paraphrased.', 'statement'),
  attribution,
  certainty: choice(
    'Stated as a fact, expected to happen, or the opinion of somebody whom the article cites.',
    ['stated', 'expected', 'opinion'],
    { stated: 'stated', expected: 'expected', opinion: 'opinion' },
  ),
  about,
  evidence: evidence(1),
});

export const country = record('A country that the article mentions.', {
  id: recordId,
  name: text('The name.', 'words'),
  aliases: textList(
    'Other names the article uses for this country, such as its adjective or capital.',
    'phrase',
  ),
  iso: orNull(code('twoLetters', 'ISO 3166-1 alpha-2 code (added; not in the article).')),
  role: choice(
    'Role at the summit.',
    ['host', 'guest', 'participant', 'absent', 'mentioned'],
    attendance,
  ),
  evidence: evidence(1),
});

export const organization = record(
  'An organization that the article names and that is neither a country nor a person.',
  {
    id: recordId,
    name: text('The name.', 'words'),
    aliases: textList('Other names the article uses for it, such as an abbreviation.', 'phrase'),
    kind: kindChoice('What it is; null if not stated.', organizationKinds),
    countries: array(reference('countries', 'Countries that the article links to it.')),
    evidence: evidence(1),
  },
);

export const gap = record('A question that the article leaves open or answers inconsistently.', {
  id: recordId,
  topic: text('What it is about.'),
  question: text('What a reader would ask.', 'question'),
  kind: choice(
    'Unanswered (unstated) or answered inconsistently (conflicting).',
    ['unstated', 'conflicting'],
    { conflicting: 'conflict' },
  ),
  note: orNull(text('Why it matters; for a conflict, both readings.', 'question')),
  about,
  evidence: evidence(0),
});

export const summit = record('The summit that the article is about.', {
  id: recordId,
  name: text('The name, in the words of the article.', 'phrase'),
  aliases: textList('Other names the article uses for it.', 'phrase'),
  place,
  country: orNull(reference('countries', 'The country that it is held in.')),
  host: orNull(reference('leaders', 'The host.')),
  start,
  end,
  when,
  status: statusChoice(
    'As it was when the article was written; null if not stated.',
    summitStatuses,
  ),
  note,
  evidence: evidence(1),
});

export const source = record('The article behind the dataset.', {
  title: text('The headline.', 'phrase'),
  publisher: orNull(text('Who published it.', 'phrase')),
  agency: orNull(text('The news agency credited.', 'phrase')),
  dateline: orNull(text('Place in the dateline.', 'phrase')),
  language: { ...text('BCP 47 tag, such as en.'), examples: ['en'] },
  author: orNull(text('The byline.', 'phrase')),
  published: orNull(day('Date of publication (ISO 8601), as precise as the article gives it.')),
  url: orNull(text('The address of the article.')),
  note: orNull(text('What is inferred or added, and on what basis.')),
});

export const review = record('A warning of verify that a person has reviewed and found wrong.', {
  record: reference(anyCollection, 'The record that it was raised on.'),
  field: text('The field that it was raised on.'),
  rule: choice('The rule that raised it.', warningNames),
  value: text('The value of the field; the warning returns when it changes.'),
  why: text('Why the record is right.'),
});

export type Review = RecordOf<typeof review>;
export type Source = RecordOf<typeof source>;
export type Summit = RecordOf<typeof summit>;
