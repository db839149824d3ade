import {
  amount,
  choice,
  code,
  date,
  evidence,
  id,
  list,
  orNull,
  type RecordOf,
  record,
  reference,
  references,
  text,
} from './field-schema.ts';

const ownId = id('Unique in the whole file, in kebab-case, readable.');
const note = orNull(text('What else a reader should know, in own words.', 'prose'));
const attribution = (whose: string) =>
  orNull(text(`Who says so by the article's account; null where ${whose} names nobody.`, 'words'));

export const leader = record('A head of state at the summit.', {
  id: ownId,
  name: orNull(text('The name; null where the article gives none.', 'phrase')),
  aliases: list('The other words by which the article calls the same person.', 'phrase'),
  title: orNull(text('The title, in the words of the article.', 'phrase')),
  country: reference('countries', 'The country that the leader heads.', 'reference'),
  role: choice('Part taken in the summit.', ['host', 'guest']),
  evidence: evidence(1),
});

export const talk = record('A bilateral meeting of the host with one guest.', {
  id: ownId,
  date: orNull(date('The day (ISO 8601).')),
  country: reference('countries', "The guest's country.", 'reference'),
  leader: orNull(reference('leaders', 'The guest.', 'reference')),
  host: reference('leaders', 'The host.', 'reference'),
  mention: choice('Mentioned on its own (named), or together with others (collective).', [
    'named',
    'collective',
  ]),
  status: choice('Told as past (held), only mentioned (reported), or still to come (planned).', [
    'held',
    'reported',
    'planned',
  ]),
  outcome: orNull(text('What came of it, in own words.', 'prose')),
  note,
  evidence: evidence(1),
});

export const deal = record('An infrastructure deal.', {
  id: ownId,
  name: text('What the deal is about, in the words of the article.', 'words'),
  kind: choice('What would be built.', [
    'railway',
    'pipeline',
    'road',
    'port',
    'power',
    'communications',
    'other',
  ]),
  countries: references('countries', 'The countries that the article ties to it.'),
  amount: orNull(amount('Units of the currency.', 'currency', 'amountAsWritten')),
  currency: orNull(code('threeLetters', 'ISO 4217 code of the amount.', 'currency')),
  amountAsWritten: orNull(text('The amount, word for word.', 'phrase')),
  status: choice('How far it has come.', ['sought', 'agreed', 'signed']),
  attribution: attribution('it'),
  note,
  evidence: evidence(1),
});

export const quote = record('Words that the article puts in quotation marks.', {
  id: ownId,
  speaker: orNull(text('Whose words they are; null where that is not said.', 'words')),
  leader: orNull(reference('leaders', 'The speaker, if a leader.', 'reference')),
  words: text('The words, exactly, without the marks.', 'quotation'),
  about: text('What they are about, in own words.', 'prose'),
  talk: orNull(reference('talks', 'The talks that they are told with.')),
  date: orNull(date('The day on which they were said (ISO 8601).')),
  evidence: evidence(1),
});

export const event = record('Something that happens at a time.', {
  id: ownId,
  name: text('What happens, in the words of the article.', 'words'),
  start: orNull(date('The first day (ISO 8601).')),
  end: orNull(date('The last day (ISO 8601).')),
  place: orNull(text('Where, in the words of the article.', 'phrase')),
  status: choice('As it was when the article was written.', ['held', 'ongoing', 'planned']),
  note,
  evidence: evidence(1),
});

export const claim = record('A statement that the other collections do not hold.', {
  id: ownId,
  topic: text('What it is about.'),
  claim: text('The statement, in own words.', 'prose'),
  attribution: attribution('the article'),
  certainty: choice(
    'Stated as a fact, expected to happen, or the opinion of somebody whom the article cites.',
    ['stated', 'expected', 'opinion'],
  ),
  evidence: evidence(1),
});

export const country = record('A country that the article names.', {
  id: ownId,
  name: text('The name.', 'phrase'),
  aliases: list('The other words by which the article calls it: adjective, capital.', 'phrase'),
  iso: orNull(code('twoLetters', 'ISO 3166-1 alpha-2 code, which is added.')),
  role: choice('Part taken in the summit.', ['host', 'guest', 'mentioned']),
  evidence: evidence(1),
});

export const gap = record('Something that the article leaves open, or answers in two ways.', {
  id: ownId,
  topic: text('What it is about.'),
  question: text('What a reader would ask.', 'prose'),
  kind: choice('Not answered (unstated), or answered in two ways (conflicting).', [
    'unstated',
    'conflicting',
  ]),
  note,
  evidence: evidence(0),
});

export const summit = record('The summit that the article is about.', {
  id: ownId,
  name: text('The name, in the words of the article.', 'phrase'),
  aliases: list('The other words by which the article calls it.', 'phrase'),
  place: orNull(text('Where, in the words of the article.', 'phrase')),
  country: orNull(reference('countries', 'The country that it is held in.', 'reference')),
  host: orNull(reference('leaders', 'The host.', 'reference')),
  start: orNull(date('The first day (ISO 8601).')),
  end: orNull(date('The last day (ISO 8601).')),
  status: choice('As it was when the article was written.', ['held', 'ongoing', 'planned']),
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
  published: orNull(date('The day of publication (ISO 8601).')),
  url: orNull(text('The address of the article.')),
  note: orNull(text('What is inferred or added, and from what.')),
});

export type Source = RecordOf<typeof source>;
export type Summit = RecordOf<typeof summit>;
