import { canonicaliseCode, findCountryName, listCountryCodes } from '../../text/country-names.ts';
import { parseSpan } from '../../text/dates.ts';
import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import { patterns } from '../schema/fields.ts';
import { indexNames, listNames } from '../schema/names.ts';
import {
  checkRecords,
  getText,
  getTexts,
  listIdentified,
  type RawRecord,
  type Rule,
} from './rule.ts';
import { checkSpeakers } from './speaker-rule.ts';

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

/** Checks whether two records have dates without a common day. */
const haveNoCommonDay = (...records: readonly RawRecord[]): boolean => {
  const [one, other] = records.map((record) => parseSpan(getText(record, 'date') ?? ''));
  return one !== undefined && other !== undefined && (one[1] < other[0] || other[1] < one[0]);
};

/** Rules on the agreement of records with each other and with the world. */
export const semanticRules: readonly Rule[] = [
  {
    fields: 'countries.iso',
    check: checkRecords('countries', 'iso', () => (country) => {
      const code = getText(country, 'iso');
      return code && isCode.test(code) ? describeCodeProblem(code, country) : undefined;
    }),
  },
  {
    fields: 'quotes.date',
    check: checkRecords('quotes', 'date', ({ find }) => {
      const getLeaders = memoise((talk: RawRecord) => new Set<unknown>(getTexts(talk, 'leaders')));
      return (quote) => {
        const talks = getTexts(quote, 'about')
          .map((id) => find(id, 'talks'))
          .filter((talk) => talk !== undefined)
          .filter((talk) => getLeaders(talk).has(quote.leader));
        const [talk] = talks;
        if (!talk || !talks.every((one) => haveNoCommonDay(quote, one))) return undefined;
        return `is "${quote.date}", but the talk ${talk.id} that it is about is dated "${talk.date}"; correct one of the dates, or about`;
      };
    }),
  },
  { fields: 'quotes.speaker, quotes.leader', check: checkSpeakers },
  {
    fields: 'claims.certainty, claims.attribution',
    check: checkRecords(
      'claims',
      'certainty',
      () =>
        ({ certainty, attribution }) =>
          certainty === 'opinion' && (attribution ?? null) === null
            ? 'is "opinion" without an attribution; add the source that the article credits, or use "stated"'
            : undefined,
    ),
  },
  {
    fields: 'deals.countries',
    check: checkRecords('deals', 'countries', (context) => {
      const countries = indexNames(listIdentified(context, 'countries'), listNames);
      return (deal) => {
        const given = new Set<unknown>(getTexts(deal, 'countries'));
        const name = getText(deal, 'name') ?? '';
        const missing = countries.findFirst(name, ({ id }) => !given.has(id));
        return (
          missing &&
          `"${missing.id}", which the name mentions, is missing; correct either countries or name`
        );
      };
    }),
  },
  {
    fields: 'gaps.note',
    check: checkRecords(
      'gaps',
      'note',
      () =>
        ({ kind, note }) =>
          kind === 'conflicting' && (note ?? null) === null
            ? 'a conflict needs a note that gives both readings; if the article has only one, use the kind "unstated"'
            : undefined,
    ),
  },
];
