import {
  canonicaliseCode,
  findCountryName,
  listCountryCodes,
  listUsualNames,
  mayBeCountry,
} from '../../text/country-names.ts';
import { fold } from '../../text/fold.ts';
import { memoise } from '../../text/memoise.ts';
import { patterns } from '../schema/fields.ts';
import { createNameTest, indexNames, listNames, matchWholeWords } from '../schema/names.ts';
import { describeValue, type Problem } from './problem.ts';
import {
  checkRecords,
  createProblem,
  getText,
  getTexts,
  listIdentified,
  type RawRecord,
  type Rule,
  type RuleContext,
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
  const names = listNames(country).map((name) => ({ name, folded: fold(name).trim() }));
  // Most countries have a usual name, or are invented. Intl knows others, but takes longer than all other rules.
  if (names[0] && listUsualNames(code).includes(names[0].folded)) return undefined;
  const current = canonicaliseCode(code);
  const isUserAssigned = current === code && userAssigned.test(code);
  if (isUserAssigned && !names.some(({ folded }) => mayBeCountry(folded))) return undefined;
  const own = findCountryName(code);
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
  if (current !== code) {
    return `${code} is a former code; the code of ${findCountryName(current)} is ${current}`;
  }
  if (own !== undefined || userAssigned.test(code)) return undefined;
  return `no country has the code ${code}`;
}

/** Lengths of words that can describe a leader. Shorter ones say nothing, and longer ones are not words. */
const [minWordLength, maxWordLength] = [4, 100];

/** Builds a test for any word of the given texts in a folded text. */
function matchAnyWord(texts: readonly unknown[]) {
  const words = texts.filter((one) => typeof one === 'string').flatMap((one) => one.split(/\s/));
  return matchWholeWords(
    words.filter(({ length }) => length >= minWordLength && length <= maxWordLength),
  );
}

/**
 * Builds a test for a word of a leader's title, role, country or organization in a folded text: `the chancellor`, `the
 * leader of Dolmara`.
 */
function createDescriptionTest({ find }: RuleContext) {
  const getLeaderTest = memoise(({ title, role }: RawRecord) => matchAnyWord([title, role]));
  const getNamesTest = memoise((record: RawRecord) => matchAnyWord(listNames(record)));
  return (folded: string, leader: RawRecord): boolean => {
    const affiliations = [
      find(leader.country, 'countries'),
      find(leader.organization, 'organizations'),
    ].filter((record) => record !== undefined);
    return getLeaderTest(leader)(folded) || affiliations.some((one) => getNamesTest(one)(folded));
  };
}

/** Checks the speakers of quotations, who may be named, or described if no other leader is named. */
function* checkSpeakers(context: RuleContext): Generator<Problem> {
  const leaders = listIdentified(context, 'leaders');
  const names = leaders.flatMap((leader) =>
    listNames(leader).map((name) => [fold(name), leader] as const),
  );
  // Of leaders with the same name, the first.
  const leadersByName = new Map(names.toReversed());
  const { findFirst } = indexNames(leaders, listNames);
  const getNameTest = memoise((leader: RawRecord) => createNameTest(listNames(leader)));
  const isDescription = createDescriptionTest(context);
  const isSpeaker = (leader: RawRecord, speaker: string, folded: string): boolean =>
    getNameTest(leader)(speaker, folded) ||
    (!findFirst(speaker, () => true) && isDescription(folded, leader));

  for (const location of context.list('quotes')) {
    const speaker = getText(location.record, 'speaker');
    if (speaker === undefined) continue;
    const folded = fold(speaker);
    const leader = context.find(location.record.leader, 'leaders');
    const namesake = leadersByName.get(folded);
    if (leader && !isSpeaker(leader, speaker, folded)) {
      const message = `${describeValue(speaker)} is not the leader ${leader.id}; correct either speaker or leader`;
      yield createProblem(location, 'speaker', message);
    }
    if (!leader && namesake) {
      const message = `is null, but the speaker ${describeValue(speaker)} is the leader ${namesake.id}; correct either speaker or leader`;
      yield createProblem(location, 'leader', message);
    }
  }
}

/** Rules on the agreement of records with each other and with the world. */
export const semanticRules: readonly Rule[] = [
  {
    fields: 'countries.iso',
    check: checkRecords('countries', 'iso', () => (country) => {
      const code = getText(country, 'iso');
      return code && isCode.test(code) ? describeCodeProblem(code, country) : undefined;
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
