import { canonicaliseCode, findCountryName, listCountryCodes } from '../../text/country-names.ts';
import { fold } from '../../text/fold.ts';
import { memoise, once } from '../../text/memoise.ts';
import { parseSpan } from '../schema/day.ts';
import { indexNames, listNames } from '../schema/names.ts';
import { patterns } from '../schema/patterns.ts';
import { indexLeaders } from './leader-index.ts';
import { describeValue } from './problem.ts';
import {
  checkCollection,
  createProblem,
  getText,
  getTexts,
  listIdentified,
  type RawRecord,
  type Rule,
} from './rule.ts';

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
  requires:
    'The code is the ISO 3166-1 code for the name of the country (names as in the Unicode CLDR).',
  rationale: 'The code is added by the dataset, so the article cannot confirm it.',
  check: checkCollection('countries', (place) => {
    const code = getText(place.record, 'iso');
    if (code === undefined || !isCode.test(code)) return undefined;
    const problem = describeCodeProblem(code, place.record);
    return problem === undefined ? undefined : createProblem(place, 'iso', problem);
  }),
};

/** Checks whether two records have dates without a common day. */
const haveNoCommonDay = (...records: readonly RawRecord[]): boolean => {
  const [one, other] = records.map((record) => parseSpan(getText(record, 'date') ?? ''));
  return one !== undefined && other !== undefined && (one[1] < other[0] || other[1] < one[0]);
};

const quotedThatDay: Rule = {
  field: 'quotes.date',
  requires: 'A quotation about a talk that the speaker took part in has the date of the talk.',
  rationale: 'Otherwise one of the two dates is wrong.',
  check: (dataset) => {
    const getLeaders = memoise((talk: RawRecord) => new Set<unknown>(getTexts(talk, 'leaders')));
    const check = checkCollection('quotes', (place, { find }) => {
      const { record } = place;
      const talks = getTexts(record, 'about')
        .map((id) => find(id, 'talks')?.record)
        .filter((talk) => talk !== undefined)
        .filter((talk) => getLeaders(talk).has(record.leader));
      const [talk] = talks;
      if (talk === undefined || !talks.every((one) => haveNoCommonDay(record, one)))
        return undefined;
      const message = `is "${record.date}", but the talk ${talk.id} that it is about is dated "${talk.date}"; correct one of the dates, or about`;
      return createProblem(place, 'date', message);
    });
    return check(dataset);
  },
};

const correction = 'correct either speaker or leader';

const speakerOfQuote: Rule = {
  field: 'quotes.speaker, quotes.leader',
  requires: 'The speaker and the leader of a quotation are the same person.',
  rationale: 'Both fields say who said it.',
  check: (dataset) => {
    const leaders = once(() => indexLeaders(dataset));
    const check = checkCollection('quotes', (place) => {
      const speaker = getText(place.record, 'speaker');
      if (speaker === undefined) return undefined;
      const folded = fold(speaker);
      const leader = dataset.find(place.record.leader, 'leaders')?.record;
      if (leader) {
        if (leaders().isNamedIn(speaker, folded, leader)) return undefined;
        const other = leaders().findNamedIn(speaker, folded);
        if (!other && leaders().isDescribedIn(folded, leader)) return undefined;
        const message = `${describeValue(speaker)} is not the leader ${leader.id}; ${correction}`;
        return createProblem(place, 'speaker', message);
      }
      const same = leaders().findByName(folded);
      if (!same) return undefined;
      const message = `is null, but the speaker ${describeValue(speaker)} is the leader ${same.id}; ${correction}`;
      return createProblem(place, 'leader', message);
    });
    return check(dataset);
  },
};

const opinionsOfSomebody: Rule = {
  field: 'claims.certainty, claims.attribution',
  requires: 'An opinion has an attribution.',
  rationale: 'Without one, the article itself says it, and the claim is `stated`.',
  check: checkCollection('claims', (place) => {
    const { certainty, attribution } = place.record;
    if (certainty !== 'opinion' || (attribution ?? null) !== null) return undefined;
    const message =
      'is "opinion" without an attribution; add the source that the article credits, or use "stated"';
    return createProblem(place, 'certainty', message);
  }),
};

const countriesInDeals: Rule = {
  field: 'deals.countries',
  requires: 'The countries of a deal include every country in its name.',
  rationale: 'A country in the name is a party to the deal.',
  check: (dataset) => {
    const countries = once(() => indexNames(listIdentified(dataset, 'countries'), listNames));
    const check = checkCollection('deals', (place) => {
      const name = getText(place.record, 'name');
      if (name === undefined) return undefined;
      const given = new Set(getTexts(place.record, 'countries'));
      const missing = countries().findFirst(name, ({ id }) => !given.has(id));
      if (!missing) return undefined;
      const message = `"${missing.id}", which the name mentions, is missing; correct either countries or name`;
      return createProblem(place, 'countries', message);
    });
    return check(dataset);
  },
};

const conflictsHaveReadings: Rule = {
  field: 'gaps.note',
  requires: 'A conflict has a note with both readings.',
  rationale: 'Readers need to see what contradicts what.',
  check: checkCollection('gaps', (place) => {
    const { kind, note } = place.record;
    if (kind !== 'conflicting' || (note ?? null) !== null) return undefined;
    const message =
      'a conflict needs a note that gives both readings; if the article has only one, use the kind "unstated"';
    return createProblem(place, 'note', message);
  }),
};

/** Rules on the agreement of records with each other and with the world. */
export const semanticRules: readonly Rule[] = [
  codesOfCountries,
  quotedThatDay,
  speakerOfQuote,
  opinionsOfSomebody,
  countriesInDeals,
  conflictsHaveReadings,
];
