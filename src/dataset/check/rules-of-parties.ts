import { partiesOf } from '../schema/collections.ts';
import { describeValue } from './problem.ts';
import { eachIn, problemAt, type Rule, textIn, textsIn } from './rule.ts';

const twoParties: Rule = {
  field: 'talks.leaders, talks.countries',
  asks: 'A talk has two parties at least: its leaders, and its countries of which none of them is.',
  why: 'Nobody meets alone.',
  check: eachIn('talks', (place, { find }) => {
    const { record } = place;
    const leaders = textsIn(record, 'leaders');
    // Nearly always so, and there may be a million of them.
    // Stryker disable next-line ConditionalExpression,EqualityOperator: only saves time.
    if (leaders.length >= 2) return undefined;
    const countries = textsIn(record, 'countries');
    const count = partiesOf(leaders, countries, (id) => find(id, 'leaders')?.record).length;
    if (count >= 2) return undefined;
    const message = `a talk has two parties or more, and leaders and countries name ${count}; add whom the article names, or make it an event`;
    return problemAt(place, 'leaders', message);
  }),
};

const countriesOfLeaders: Rule = {
  field: 'talks.countries',
  asks: 'The countries of a talk are those of its leaders.',
  why: 'Who meets a leader meets the country.',
  check: eachIn('talks', (place, { find }) => {
    const countries = new Set(textsIn(place.record, 'countries'));
    for (const id of textsIn(place.record, 'leaders')) {
      const country = find(find(id, 'leaders')?.record.country, 'countries')?.record.id;
      if (typeof country === 'string' && !countries.has(country)) {
        const message = `"${country}", the country of the leader ${id}, is not among them; correct one of countries and leaders`;
        return problemAt(place, 'countries', message);
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
        .map((place) =>
          problemAt(
            place,
            'role',
            `is "host", and summit.${field} is ${found}; correct one of the two`,
          ),
        );
    });
    const person = find(summit.host, 'leaders');
    if (person && person.record.role !== 'host') {
      const role = describeValue(person.record.role ?? null);
      const message = `is ${role}, and summit.host names this leader; correct one of the two`;
      problems.push(problemAt(person, 'role', message));
    }
    const [own, country] = [textIn(person?.record, 'country'), textIn(summit, 'country')];
    if (own !== country && find(own, 'countries') && find(country, 'countries')) {
      const message = `is "${country}", and the host ${summit.host} is of "${own}"; correct one of country and host`;
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
    const { role, country } = place.record;
    // A country without a role is told of as that.
    const own = textIn(find(country, 'countries')?.record, 'role');
    if (own === undefined || (role !== 'host' && role !== 'guest') || own === role)
      return undefined;
    const roles = `is "${role}", and the country ${country} is ${describeValue(own)}`;
    return problemAt(place, 'role', `${roles}; correct one of the roles, or the country`);
  }),
};

/** Rules on who meets whom, and in which role. */
export const rulesOfParties: readonly Rule[] = [
  twoParties,
  countriesOfLeaders,
  hostOfSummit,
  rolesAgree,
];
