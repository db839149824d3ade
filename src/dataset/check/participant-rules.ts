import { listParties } from '../schema/labels.ts';
import { describeValue, type Problem } from './problem.ts';
import {
  checkRecords,
  createProblem,
  getText,
  getTexts,
  type Rule,
  type RuleContext,
} from './rule.ts';

/** Finds hosts in a collection other than the one that a field of the summit names. */
function* findOtherHosts(
  { list, find }: RuleContext,
  collection: 'leaders' | 'countries',
  field: 'host' | 'country',
): Generator<Problem> {
  const host = getText(list('summit')[0]?.record, field);
  // A dangling reference is reported by itself.
  if (host !== undefined && !find(host, collection)) return;
  const found = host === undefined ? null : `"${host}"`;
  const message = `is "host", but summit.${field} is ${found}; correct one of the two`;
  for (const location of list(collection)) {
    const { role, id } = location.record;
    if (role === 'host' && id !== host) yield createProblem(location, 'role', message);
  }
}

/** Compares the host of the summit with the role and the country of that leader. */
function* checkHost({ list, locate, find }: RuleContext): Generator<Problem> {
  const [summit] = list('summit');
  const host = locate(summit?.record.host, 'leaders');
  if (!summit || !host) return;
  const { id, role, country } = host.record;
  if (role !== 'host') {
    const message = `is ${describeValue(role ?? null)}, but summit.host refers to this leader; correct one of the two`;
    yield createProblem(host, 'role', message);
  }
  const place = summit.record.country;
  if (country !== place && find(country, 'countries') && find(place, 'countries')) {
    const message = `is "${place}", but the host ${id} represents "${country}"; correct either country or host`;
    yield createProblem(summit, 'country', message);
  }
}

/** Rules on who meets whom, and in which role. */
export const participantRules: readonly Rule[] = [
  {
    fields: 'talks.leaders, talks.countries',
    check: checkRecords('talks', 'leaders', ({ find }) => (talk) => {
      const own = { leaders: getTexts(talk, 'leaders'), countries: getTexts(talk, 'countries') };
      const { length } = listParties(own, (id) => find(id, 'leaders'));
      if (length >= 2) return undefined;
      return `a talk has at least two parties, but leaders and countries name ${length}; add those that the article names, or make it an event`;
    }),
  },
  {
    fields: 'talks.countries',
    check: checkRecords('talks', 'countries', ({ find }) => (talk) => {
      const countries = new Set<unknown>(getTexts(talk, 'countries'));
      for (const id of getTexts(talk, 'leaders')) {
        const country = find(find(id, 'leaders')?.country, 'countries');
        if (country && !countries.has(country.id)) {
          return `"${country.id}", the country of the leader ${id}, is missing; correct either countries or leaders`;
        }
      }
      return undefined;
    }),
  },
  {
    fields: 'summit.host, summit.country, role',
    *check(context) {
      yield* findOtherHosts(context, 'leaders', 'host');
      yield* findOtherHosts(context, 'countries', 'country');
      yield* checkHost(context);
    },
  },
  {
    fields: 'leaders.role',
    check: checkRecords('leaders', 'role', ({ find }) => ({ role, country }) => {
      // The schema reports a country without a role.
      const own = getText(find(country, 'countries'), 'role');
      const isShared = role === 'host' || role === 'guest' || role === 'participant';
      // Of the host country, only the host has the same role.
      const isFurther = own === 'host' && role === 'participant';
      if (own === undefined || !isShared || own === role || isFurther) return undefined;
      return `is "${role}", but the country ${country} is ${describeValue(own)}; correct one of the roles, or the country`;
    }),
  },
];
