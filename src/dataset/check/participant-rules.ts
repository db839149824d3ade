import { listParties } from '../schema/collections.ts';
import { describeValue } from './problem.ts';
import { checkCollection, createProblem, getText, getTexts, type Rule } from './rule.ts';

const twoParties: Rule = {
  field: 'talks.leaders, talks.countries',
  requires:
    'A talk has at least two parties: its leaders, and its countries that none of them represents.',
  rationale: 'A meeting takes at least two.',
  check: checkCollection('talks', (place, { find }) => {
    const { record } = place;
    const leaders = getTexts(record, 'leaders');
    // Nearly every talk ends here, and there may be a million of them.
    if (leaders.length >= 2) return undefined;
    const countries = getTexts(record, 'countries');
    const count = listParties(leaders, countries, (id) => find(id, 'leaders')?.record).length;
    if (count >= 2) return undefined;
    const message = `a talk has at least two parties, but leaders and countries name ${count}; add those that the article names, or make it an event`;
    return createProblem(place, 'leaders', message);
  }),
};

const countriesOfLeaders: Rule = {
  field: 'talks.countries',
  requires: 'The countries of a talk include those of its leaders.',
  rationale: 'Anyone who meets a leader also meets the country.',
  check: checkCollection('talks', (place, { find }) => {
    const countries = new Set(getTexts(place.record, 'countries'));
    for (const id of getTexts(place.record, 'leaders')) {
      const country = find(find(id, 'leaders')?.record.country, 'countries')?.record.id;
      if (typeof country === 'string' && !countries.has(country)) {
        const message = `"${country}", the country of the leader ${id}, is missing; correct either countries or leaders`;
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
    'The role `host` belongs to the leader in `summit.host` and the country in `summit.country`.',
  rationale: 'These fields must agree.',
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
            `is "host", but summit.${field} is ${found}; correct one of the two`,
          ),
        );
    });
    const person = find(summit.host, 'leaders');
    if (person && person.record.role !== 'host') {
      const role = describeValue(person.record.role ?? null);
      const message = `is ${role}, but summit.host refers to this leader; correct one of the two`;
      problems.push(createProblem(person, 'role', message));
    }
    const [own, country] = [getText(person?.record, 'country'), getText(summit, 'country')];
    if (own !== country && find(own, 'countries') && find(country, 'countries')) {
      const message = `is "${country}", but the host ${summit.host} represents "${own}"; correct either country or host`;
      problems.push({ path: ['summit', 'country'], message });
    }
    return problems;
  },
};

const rolesAgree: Rule = {
  field: 'leaders.role',
  requires: 'A leader who is host or guest has the same role as the country.',
  rationale:
    'A country takes part through its leaders, but one may be absent while another attends.',
  check: checkCollection('leaders', (place, { find }) => {
    const { role, country } = place.record;
    // The schema reports a country without a role.
    const own = getText(find(country, 'countries')?.record, 'role');
    if (own === undefined || (role !== 'host' && role !== 'guest') || own === role)
      return undefined;
    const roles = `is "${role}", but the country ${country} is ${describeValue(own)}`;
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
