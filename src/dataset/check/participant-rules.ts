import { listParties } from '../schema/collections.ts';
import { describeValue } from './problem.ts';
import { checkRecords, createProblem, getText, getTexts, type Rule } from './rule.ts';

const twoParties: Rule = {
  field: 'talks.leaders, talks.countries',
  check: checkRecords('talks', ({ find }) => (location) => {
    const { record } = location;
    const leaders = getTexts(record, 'leaders');
    // Nearly every talk ends here, and there may be a million of them.
    if (leaders.length >= 2) return undefined;
    const countries = getTexts(record, 'countries');
    const count = listParties(leaders, countries, (id) => find(id, 'leaders')?.record).length;
    if (count >= 2) return undefined;
    const message = `a talk has at least two parties, but leaders and countries name ${count}; add those that the article names, or make it an event`;
    return createProblem(location, 'leaders', message);
  }),
};

const countriesOfLeaders: Rule = {
  field: 'talks.countries',
  check: checkRecords('talks', ({ find }) => (location) => {
    const countries = new Set(getTexts(location.record, 'countries'));
    for (const id of getTexts(location.record, 'leaders')) {
      const country = find(find(id, 'leaders')?.record.country, 'countries')?.record.id;
      if (typeof country === 'string' && !countries.has(country)) {
        const message = `"${country}", the country of the leader ${id}, is missing; correct either countries or leaders`;
        return createProblem(location, 'countries', message);
      }
    }
    return undefined;
  }),
};

/** Fields of the summit that name its host, by collection. */
const hostFields = { leaders: 'host', countries: 'country' } as const;

const hostOfSummit: Rule = {
  field: 'summit.host, summit.country, role',
  check: ({ list, find }) => {
    const summit = list('summit')[0]?.record;
    const problems = (['leaders', 'countries'] as const).flatMap((collection) => {
      const field = hostFields[collection];
      const host = getText(summit, field);
      // knownReferences reports a dangling reference.
      if (host !== undefined && !find(host, collection)) return [];
      const found = host === undefined ? null : `"${host}"`;
      const message = `is "host", but summit.${field} is ${found}; correct one of the two`;
      return list(collection)
        .filter(({ record: { role, id } }) => role === 'host' && id !== host)
        .map((location) => createProblem(location, 'role', message));
    });
    const host = getText(summit, 'host');
    const person = find(host, 'leaders');
    if (person && person.record.role !== 'host') {
      const role = describeValue(person.record.role ?? null);
      const message = `is ${role}, but summit.host refers to this leader; correct one of the two`;
      problems.push(createProblem(person, 'role', message));
    }
    const [own, country] = [getText(person?.record, 'country'), getText(summit, 'country')];
    if (own !== country && find(own, 'countries') && find(country, 'countries')) {
      const message = `is "${country}", but the host ${host} represents "${own}"; correct either country or host`;
      problems.push({ path: ['summit', 'country'], message });
    }
    return problems;
  },
};

const rolesAgree: Rule = {
  field: 'leaders.role',
  check: checkRecords('leaders', ({ find }) => (location) => {
    const { role, country } = location.record;
    // The schema reports a country without a role.
    const own = getText(find(country, 'countries')?.record, 'role');
    if (own === undefined || (role !== 'host' && role !== 'guest') || own === role)
      return undefined;
    const roles = `is "${role}", but the country ${country} is ${describeValue(own)}`;
    return createProblem(location, 'role', `${roles}; correct one of the roles, or the country`);
  }),
};

/** Rules on who meets whom, and in which role. */
export const participantRules = {
  twoParties,
  countriesOfLeaders,
  hostOfSummit,
  rolesAgree,
};
