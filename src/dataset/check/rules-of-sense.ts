import { countryCodes, countryName, currentCode } from '../../text/country-names.ts';
import { fold } from '../../text/fold.ts';
import { partiesOf } from '../schema/collections.ts';
import { spanOf } from '../schema/day.ts';
import { nameTest, spellings, wholeWords } from '../schema/names.ts';
import type { Problem } from './problem.ts';
import {
  type Checked,
  type Loose,
  type Placed,
  pathTo,
  type Rule,
  textIn,
  textsIn,
} from './rule.ts';

/** The same look at every record of a collection. */
const eachIn =
  (collection: string, look: (place: Placed, dataset: Checked) => Problem | undefined) =>
  (dataset: Checked): readonly Problem[] => {
    const problems: Problem[] = [];
    for (const place of dataset.in(collection)) {
      const problem = look(place, dataset);
      if (problem) problems.push(problem);
    }
    return problems;
  };

const at = (place: Placed, field: string, message: string): Problem => ({
  path: pathTo(place, field),
  message,
});

const twoParties: Rule = {
  field: 'talks.leaders, talks.countries',
  asks: 'A talk has two parties at least: its leaders, and its countries of which none of them is.',
  why: 'Nobody meets alone.',
  check: eachIn('talks', (place, { find }) => {
    const { record } = place;
    const leaders = textsIn(record, 'leaders');
    if (leaders.length >= 2) return undefined;
    const countries = textsIn(record, 'countries');
    const count = partiesOf(leaders, countries, (id) => find(id, 'leaders')?.record).length;
    if (count >= 2) return undefined;
    return at(place, 'leaders', `expected two parties, with those of countries; found ${count}`);
  }),
};

const countriesOfLeaders: Rule = {
  field: 'talks.countries',
  asks: 'The countries of a talk are those of its leaders.',
  why: 'Who meets a leader meets the country.',
  check: eachIn('talks', (place, { find }) => {
    const countries = textsIn(place.record, 'countries');
    for (const id of textsIn(place.record, 'leaders')) {
      const country = find(find(id, 'leaders')?.record.country, 'countries')?.record.id;
      if (typeof country === 'string' && !countries.includes(country)) {
        return at(place, 'countries', `expected "${country}" among them, the country of ${id}`);
      }
    }
    return undefined;
  }),
};

/** The summit's fields that name who has the role of host. */
const hostFields = { leaders: 'host', countries: 'country' } as const;

const hostOfSummit: Rule = {
  field: 'summit.host, summit.country, role',
  asks: 'Who has the role of host is the host of the summit, or the country that it is held in.',
  why: 'The two say the same.',
  check: ({ summit, in: inCollection, find }) => {
    const problems = (['leaders', 'countries'] as const).flatMap((collection) => {
      const field = hostFields[collection];
      const host = textIn(summit, field);
      // One that leads nowhere is told of as that.
      if (host !== undefined && !find(host, collection)) return [];
      const found = host === undefined ? null : `"${host}"`;
      return inCollection(collection)
        .filter(({ record: { role, id } }) => role === 'host' && id !== host)
        .map((place) => at(place, 'role', `is host, and summit.${field} is ${found}`));
    });
    const person = find(summit.host, 'leaders');
    if (person && person.record.role !== 'host') {
      problems.push(at(person, 'role', 'expected "host", as summit.host names this leader'));
    }
    const [own, country] = [textIn(person?.record, 'country'), textIn(summit, 'country')];
    if (own !== country && find(own, 'countries') && find(country, 'countries')) {
      const message = `expected "${own}", the country of ${summit.host}, found "${country}"`;
      problems.push({ path: ['summit', 'country'], message });
    }
    return problems;
  },
};

const rolesAgree: Rule = {
  field: 'leaders.role',
  asks: "A leader's role is the country's.",
  why: 'A country is host or guest by who is there for it; one may stay away while another comes.',
  check: eachIn('leaders', (place, { find }) => {
    const { role } = place.record;
    const country = find(place.record.country, 'countries')?.record;
    if (!country || (role !== 'host' && role !== 'guest') || country.role === role)
      return undefined;
    const found = `${String(country.id)} is ${JSON.stringify(country.role)}`;
    return at(place, 'role', `expected the role of the country: ${found}`);
  }),
};

/** What ISO 3166-1 leaves to its users: no country will have them. */
const userAssigned = /^(?:AA|Q[M-Z]|X[A-Z]|ZZ)$/;

const codesOfCountries: Rule = {
  field: 'countries.iso',
  asks: 'A code is that of the country of this name (ISO 3166-1, names of the Unicode CLDR).',
  why: 'It is added by the dataset, so that no article can bear it out.',
  check: eachIn('countries', (place) => {
    const code = textIn(place.record, 'iso');
    if (code === undefined || !/^[A-Z]{2}$/.test(code)) return undefined;
    const current = currentCode(code);
    if (current !== code) return at(place, 'iso', `expected "${current}", as ${code} is no more`);
    const names = spellings(place.record).map((name) => fold(name).trim());
    // Most are called so, and the table of all names takes longer than all the rest of the rules.
    if (names.includes(fold(countryName(code) ?? ''))) return undefined;
    const known = countryCodes('en');
    const codes = names.map((name) => known.get(name) ?? known.get(name.replaceAll('.', '')));
    const own = codes.find((one) => one !== undefined);
    if (codes.includes(code)) return undefined;
    if (own === undefined) {
      const isFree = userAssigned.test(code) || countryName(code) !== undefined;
      return isFree ? undefined : at(place, 'iso', `no country has the code ${code}`);
    }
    return at(place, 'iso', `expected "${own}", the code of ${countryName(own)}, found "${code}"`);
  }),
};

const isApart = (left: string | undefined, right: string | undefined): boolean => {
  const [one, other] = [spanOf(left ?? ''), spanOf(right ?? '')];
  return one !== undefined && other !== undefined && (one[1] < other[0] || other[1] < one[0]);
};

const quotedThatDay: Rule = {
  field: 'quotes.date',
  asks: 'What a leader says at a talk is said on the day of the talk.',
  why: 'One of the two days is wrong.',
  check: eachIn('quotes', (place, { find }) => {
    const { record } = place;
    const talks = textsIn(record, 'about').flatMap((id) => {
      const talk = find(id, 'talks');
      if (!talk) return [];
      return textsIn(talk.record, 'leaders').some((one) => one === record.leader)
        ? [talk.record]
        : [];
    });
    const date = textIn(record, 'date');
    const isWrong = talks.length > 0 && talks.every((talk) => isApart(date, textIn(talk, 'date')));
    if (!isWrong) return undefined;
    const [talk] = talks;
    return at(place, 'date', `expected "${talk?.date}", the day of ${talk?.id}, found "${date}"`);
  }),
};

/** Whether a text calls a record by one of its names. */
const isCalled = (text: string, record: Loose): boolean => nameTest(spellings(record))(text);

/** Whether words have one in common with what is known of a leader: `the chancellor`, `the leader of Dolmara`. */
function isDescribed(words: string, leader: Loose, { find }: Checked): boolean {
  const country = find(leader.country, 'countries')?.record;
  const known = [leader.title, leader.organization, leader.role, ...spellings(country ?? {})];
  const parts = known.flatMap((one) => (typeof one === 'string' ? one.split(/\s+/) : []));
  return wholeWords(parts.filter((part) => part.length > 3))(fold(words));
}

const speakerOfQuote: Rule = {
  field: 'quotes.speaker, quotes.leader',
  asks: 'The leader of a quotation is its speaker.',
  why: 'They are one person.',
  check: eachIn('quotes', (place, dataset) => {
    const speaker = textIn(place.record, 'speaker');
    if (speaker === undefined) return undefined;
    const leaders = dataset.in('leaders').map(({ record }) => record);
    const leader = dataset.find(place.record.leader, 'leaders')?.record;
    if (leader) {
      if (isCalled(speaker, leader)) return undefined;
      const other = leaders.find((one) => isCalled(speaker, one));
      const isSame = !other && isDescribed(speaker, leader, dataset);
      const wanted = other ? `"${other.id}"` : `the speaker, ${speaker}`;
      return isSame ? undefined : at(place, 'leader', `expected ${wanted}, found "${leader.id}"`);
    }
    const same = leaders.find((one) => spellings(one).some((name) => fold(name) === fold(speaker)));
    return same && at(place, 'leader', `expected "${same.id}", who is the speaker`);
  }),
};

const opinionsOfSomebody: Rule = {
  field: 'claims.attribution',
  asks: 'An opinion is that of somebody.',
  why: 'What nobody says is stated by the article itself.',
  check: eachIn('claims', (place) => {
    const { certainty, attribution } = place.record;
    if (certainty !== 'opinion' || (attribution ?? null) !== null) return undefined;
    return at(place, 'attribution', 'expected whose opinion it is, found null');
  }),
};

const countriesInDeals: Rule = {
  field: 'deals.countries',
  asks: 'The countries in the name of a deal are among its countries.',
  why: 'It is theirs.',
  check: (dataset) => {
    const countries = dataset
      .in('countries')
      .map(({ record }) => ({ id: String(record.id), isIn: nameTest(spellings(record)) }));
    const look = eachIn('deals', (place) => {
      const name = textIn(place.record, 'name') ?? '';
      const given = textsIn(place.record, 'countries');
      const missing = countries.find(({ id, isIn }) => !given.includes(id) && isIn(name));
      return missing && at(place, 'countries', `expected "${missing.id}", which the name has`);
    });
    return look(dataset);
  },
};

const conflictsHaveReadings: Rule = {
  field: 'gaps.note',
  asks: 'A conflict has a note with both readings.',
  why: 'A reader has to see what is against what.',
  check: eachIn('gaps', (place) => {
    const { kind, note } = place.record;
    if (kind !== 'conflicting' || (note ?? null) !== null) return undefined;
    return at(place, 'note', 'expected both readings of the conflict, found null');
  }),
};

/** Rules on how the records of a dataset agree with each other and with the world. */
export const rulesOfSense: readonly Rule[] = [
  twoParties,
  countriesOfLeaders,
  hostOfSummit,
  rolesAgree,
  codesOfCountries,
  quotedThatDay,
  speakerOfQuote,
  opinionsOfSomebody,
  countriesInDeals,
  conflictsHaveReadings,
];
