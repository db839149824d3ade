import { listParties } from '../schema/collections.ts';
import { describeValue } from './problem.ts';
import { checkEachIn, createProblem, getText, getTexts, type Rule } from './rule.ts';

const twoParties: Rule = {
  field: 'talks.leaders, talks.countries',
  requires:
    'A talk has two parties at least: its leaders, and its countries of which none of them is.',
  rationale: 'Nobody meets alone.',
  check: checkEachIn('talks', (place, { find }) => {
    const { record } = place;
    const leaders = getTexts(record, 'leaders');
    // Nearly every talk ends here, and there may be a million of them.
    if (leaders.length >= 2) return undefined;
    const countries = getTexts(record, 'countries');
    const count = listParties(leaders, countries, (id) => find(id, 'leaders')?.record).length;
    if (count >= 2) return undefined;
    const message = `a talk has two parties or more, and leaders and countries name ${count}; add whom the article names, or make it an event`;
    return createProblem(place, 'leaders', message);
  }),
};

const countriesOfLeaders: Rule = {
  field: 'talks.countries',
  requires: 'The countries of a talk are those of its leaders.',
  rationale: 'Who meets a leader meets the country.',
  check: checkEachIn('talks', (place, { find }) => {
    const countries = new Set(getTexts(place.record, 'countries'));
    for (const id of getTexts(place.record, 'leaders')) {
      const country = find(find(id, 'leaders')?.record.country, 'countries')?.record.id;
      if (typeof country === 'string' && !countries.has(country)) {
        const message = `"${country}", the country of the leader ${id}, is not among them; correct one of countries and leaders`;
        return createProblem(place, 'countries', message);
      }
    }
    return undefined;
  }),
};

/** Fields of the summit that name its host, by collection. */
const hostFields = { leaders: 'host', countries: 'country' } as const;

const hostOfSummit: Rule = {
  field: 'summit.host, summit.country, role',
  requires:
    'Who has the role of host is the host of the summit, or the country that it is held in.',
  rationale: 'The two say the same.',
  check: ({ summit, in: inCollection, find }) => {
    const problems = (['leaders', 'countries'] as const).flatMap((collection) => {
      const field = hostFields[collection];
      const host = getText(summit, field);
      // knownReferences reports a dangling reference.
      if (host !== undefined && !find(host, collection)) return [];
      const found = host === undefined ? null : `"${host}"`;
      return inCollection(collection)
        .filter(({ record: { role, id } }) => role === 'host' && id !== host)
        .map((place) =>
          createProblem(
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
      problems.push(createProblem(person, 'role', message));
    }
    const [own, country] = [getText(person?.record, 'country'), getText(summit, 'country')];
    if (own !== country && find(own, 'countries') && find(country, 'countries')) {
      const message = `is "${country}", and the host ${summit.host} is of "${own}"; correct one of country and host`;
      problems.push({ path: ['summit', 'country'], message });
    }
    return problems;
  },
};

const rolesAgree: Rule = {
  field: 'leaders.role',
  requires: "A leader's role is the country's.",
  rationale:
    'A country is host or guest by who is there for it; one may stay away while another comes.',
  check: checkEachIn('leaders', (place, { find }) => {
    const { role, country } = place.record;
    // The schema reports a country without a role.
    const own = getText(find(country, 'countries')?.record, 'role');
    if (own === undefined || (role !== 'host' && role !== 'guest') || own === role)
      return undefined;
    const roles = `is "${role}", and the country ${country} is ${describeValue(own)}`;
    return createProblem(place, 'role', `${roles}; correct one of the roles, or the country`);
  }),
};

/** Rules on who meets whom, and in which role. */
export const participantRules: readonly Rule[] = [
  twoParties,
  countriesOfLeaders,
  hostOfSummit,
  rolesAgree,
];
