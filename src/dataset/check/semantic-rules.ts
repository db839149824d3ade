import { canonicaliseCode, findCountryName, listCountryCodes } from '../../text/country-names.ts';
import { parseSpan } from '../../text/dates.ts';
import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import { patterns } from '../schema/fields.ts';
import { indexNames, listNames } from '../schema/names.ts';
import {
  checkRecords,
  createProblem,
  getText,
  getTexts,
  listIdentified,
  type RawRecord,
  type Rule,
} from './rule.ts';
import { speakerOfQuote } from './speaker-rule.ts';

/** Codes that ISO 3166-1 reserves for its users and never assigns to a country. */
const userAssigned = /AA|Q[M-Z]|X[A-Z]|ZZ/;

const isCode = new RegExp(patterns.twoLetters.source);

/** Finds the code of a country by a folded name, with or without dots (U.S.). */
function findCodeByName(folded: string): string | undefined {
  const known = listCountryCodes('en');
  return known.get(folded) ?? known.get(folded.replaceAll('.', ''));
}

/** Describes the problem with the code of a country. If it is that of another country, the name may be wrong. */
function describeCodeProblem(code: string, country: RawRecord): string | undefined {
  const current = canonicaliseCode(code);
  const own = findCountryName(code);
  const names = listNames(country).map((name) => ({ name, folded: fold(name).trim() }));
  // Most countries have this name, and the table of all names takes longer than all other rules.
  const isCalledSo = own !== undefined && names.some(({ folded }) => folded === fold(own));
  if (isCalledSo && current === code) return undefined;
  const known = names.flatMap(({ name, folded }) => {
    const one = findCodeByName(folded);
    return one === undefined ? [] : [{ name, code: one }];
  });
  const [other] = known;
  if (other && !known.some((one) => one.code === current)) {
    const field = other.name === country.name ? 'name' : 'alias';
    const pair = `${field} "${other.name}" and iso "${code}" do not match`;
    const right = `the code of ${findCountryName(other.code)} is ${other.code}`;
    return `${pair}: ${code} is ${own ?? 'not a country'}, ${right}`;
  }
  if (current !== code) return `${code} is a former code; the code of ${own} is ${current}`;
  if (own !== undefined || userAssigned.test(code)) return undefined;
  return `no country has the code ${code}`;
}

const codesOfCountries: Rule = {
  field: 'countries.iso',
  check: checkRecords('countries', () => (location) => {
    const code = getText(location.record, 'iso');
    if (code === undefined || !isCode.test(code)) return undefined;
    const problem = describeCodeProblem(code, location.record);
    return problem === undefined ? undefined : createProblem(location, 'iso', problem);
  }),
};

/** Checks whether two records have dates without a common day. */
const haveNoCommonDay = (...records: readonly RawRecord[]): boolean => {
  const [one, other] = records.map((record) => parseSpan(getText(record, 'date') ?? ''));
  return one !== undefined && other !== undefined && (one[1] < other[0] || other[1] < one[0]);
};

const quotedThatDay: Rule = {
  field: 'quotes.date',
  check: checkRecords('quotes', ({ find }) => {
    const getLeaders = memoise((talk: RawRecord) => new Set<unknown>(getTexts(talk, 'leaders')));
    return (location) => {
      const { record } = location;
      const talks = getTexts(record, 'about')
        .map((id) => find(id, 'talks')?.record)
        .filter((talk) => talk !== undefined)
        .filter((talk) => getLeaders(talk).has(record.leader));
      const [talk] = talks;
      if (!talk || !talks.every((one) => haveNoCommonDay(record, one))) return undefined;
      const message = `is "${record.date}", but the talk ${talk.id} that it is about is dated "${talk.date}"; correct one of the dates, or about`;
      return createProblem(location, 'date', message);
    };
  }),
};

const opinionsOfSomebody: Rule = {
  field: 'claims.certainty, claims.attribution',
  check: checkRecords('claims', () => (location) => {
    const { certainty, attribution } = location.record;
    if (certainty !== 'opinion' || (attribution ?? null) !== null) return undefined;
    const message =
      'is "opinion" without an attribution; add the source that the article credits, or use "stated"';
    return createProblem(location, 'certainty', message);
  }),
};

const countriesInDeals: Rule = {
  field: 'deals.countries',
  check: checkRecords('deals', (context) => {
    const countries = indexNames(listIdentified(context, 'countries'), listNames);
    return (location) => {
      const name = getText(location.record, 'name');
      if (name === undefined) return undefined;
      const given = new Set(getTexts(location.record, 'countries'));
      const missing = countries.findFirst(name, ({ id }) => !given.has(id));
      if (!missing) return undefined;
      const message = `"${missing.id}", which the name mentions, is missing; correct either countries or name`;
      return createProblem(location, 'countries', message);
    };
  }),
};

const conflictsHaveReadings: Rule = {
  field: 'gaps.note',
  check: checkRecords('gaps', () => (location) => {
    const { kind, note } = location.record;
    if (kind !== 'conflicting' || (note ?? null) !== null) return undefined;
    const message =
      'a conflict needs a note that gives both readings; if the article has only one, use the kind "unstated"';
    return createProblem(location, 'note', message);
  }),
};

/** Rules on the agreement of records with each other and with the world. */
export const semanticRules = {
  codesOfCountries,
  quotedThatDay,
  speakerOfQuote,
  opinionsOfSomebody,
  countriesInDeals,
  conflictsHaveReadings,
};
