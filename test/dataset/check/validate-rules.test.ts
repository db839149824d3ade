import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/dataset/schema/dataset.ts';
import { run } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const [leader] = skeleton.leaders;
const [country] = skeleton.countries;
const evidence = [{ paragraph: 1, start: 'two words' }];

/** What validate prints of the small valid dataset with some of it exchanged. */
async function report(change: Partial<Dataset>): Promise<string> {
  const text = JSON.stringify({ ...skeleton, ...change }, null, 2);
  const { status, out, err } = await run(['validate', '-'], { stdin: text });
  return `${out}${err}exit ${status}`;
}

const deal = {
  id: 'a-deal',
  name: 'a deal',
  kind: 'railway',
  countries: ['host-country'],
  amount: null,
  currency: null,
  amountAsWritten: null,
  status: 'sought',
  attribution: null,
  note: null,
  evidence,
} as const;

describe('a text', () => {
  it('of nothing but spaces is none', async () => {
    const blank = { ...deal, name: ' \u3000', note: '\t' };
    expect(await report({ deals: [blank] })).toContain(
      'deals[0].name: expected text, found " \u3000"\nsummit: standard input is not valid: 1 problem',
    );
  });
});

describe('an id', () => {
  it('is unique in its collection', async () => {
    const [claim] = skeleton.claims;
    if (!claim) throw new Error('no claim');
    expect(await report({ claims: [claim, claim, claim] })).toBe(
      `-:70:13: claims[1].id: the id "a-first-claim" is taken by another record, in claims
-:84:13: claims[2].id: the id "a-first-claim" is taken by another record, in claims
summit: standard input is not valid: 2 problems
exit 1`,
    );
  });

  it('is unique in the whole file, the summit counted in', async () => {
    const gaps = skeleton.gaps.map((gap) => ({ ...gap, id: 'the-summit' }));
    expect(await report({ gaps })).toBe(
      `-:88:13: gaps[0].id: the id "the-summit" is taken by another record, in summit
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });

  it('that is taken in another collection still bears the references to it', async () => {
    const countries = skeleton.countries.map((one) => ({ ...one, id: 'host-leader' }));
    const leaders = skeleton.leaders.map((one) => ({ ...one, country: 'host-leader' }));
    const summit = { ...skeleton.summit, country: 'host-leader' };
    expect(await report({ summit, leaders, countries })).toBe(
      `-:72:13: countries[0].id: the id "host-leader" is taken by another record, in leaders
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });
});

describe('a reference', () => {
  it('that leads nowhere is named, with the nearest id of the collection it is to be in', async () => {
    const summit = { ...skeleton.summit, country: 'hots-country', host: 'zzz' };
    expect(
      await report({ summit, deals: [{ ...deal, countries: ['host-country', 'host-countr'] }] }),
    ).toBe(`-:19:16: summit.country: no record "hots-country" in countries; did you mean "host-country"?
-:20:13: summit.host: no record "zzz" in leaders
-:58:9: deals[0].countries[1]: no record "host-countr" in countries; did you mean "host-country"?
summit: standard input is not valid: 3 problems
exit 1`);
  });

  it('leads to the right collection, not just to any record', async () => {
    const summit = { ...skeleton.summit, host: 'host-country' };
    expect(await report({ summit })).toBe(
      `-:20:13: summit.host: no record "host-country" in leaders
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });

  it('may be left open where the article does not say', async () => {
    const summit = { ...skeleton.summit, country: null, host: null };
    expect(await report({ summit })).toBe('standard input: valid, 4 records\nexit 0');
  });

  it.each(['constructor', 'to-string', 'length'])('to "%s" finds no record', async (id) => {
    expect(await report({ summit: { ...skeleton.summit, host: id } })).toBe(
      `-:20:13: summit.host: no record "${id}" in leaders
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });
});

describe('a date', () => {
  it.each(['2023-02-29', '2023-02-30', '2023-04-31', '2023-13-01', '2023-00-10', '2023-05-32'])(
    'of %s is told of once as no day of the calendar',
    async (start) => {
      const lines = (await report({ summit: { ...skeleton.summit, start } })).split('\n');
      expect(lines.slice(1)).toEqual(['summit: standard input is not valid: 1 problem', 'exit 1']);
      expect(lines[0]).toMatch(new RegExp(`^-:21:14: summit\\.start: .*${start}`));
    },
  );

  it.each(['2024-02-29', '2000-02-29', '1999-12-31'])('of %s is a day', async (start) => {
    expect(await report({ summit: { ...skeleton.summit, start } })).toBe(
      'standard input: valid, 4 records\nexit 0',
    );
  });

  it.each(['2023-5-18', '18 May 2023', '2023-05-18T00:00:00Z', '20230518', '2023-05-18 '])(
    'is not written as %j',
    async (start) => {
      expect(await report({ summit: { ...skeleton.summit, start } })).toBe(
        `-:21:14: summit.start: expected a date such as 2023-05-18 or null, found "${start}"
summit: standard input is not valid: 1 problem
exit 1`,
      );
    },
  );

  it('ends no span before its start', async () => {
    const summit = { ...skeleton.summit, start: '2023-05-19', end: '2023-05-18' };
    expect(await report({ summit })).toBe(
      `-:22:12: summit.end: ends on 2023-05-18, before its start on 2023-05-19
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });

  it('may end a span on the day of its start', async () => {
    const summit = { ...skeleton.summit, start: '2023-05-18', end: '2023-05-18' };
    expect(await report({ summit })).toBe('standard input: valid, 4 records\nexit 0');
  });

  it('is not compared with what is no date', async () => {
    const summit = { ...skeleton.summit, start: 'soon', end: 'later' };
    expect(await report({ summit })).toBe(
      `-:21:14: summit.start: expected a date such as 2023-05-18 or null, found "soon"
-:22:12: summit.end: expected a date such as 2023-05-18 or null, found "later"
summit: standard input is not valid: 2 problems
exit 1`,
    );
  });
});

describe('an amount', () => {
  it('has a currency', async () => {
    expect(await report({ deals: [{ ...deal, amount: 5 }] })).toBe(
      `-:60:19: deals[0].currency: expected the currency of amount, found null
summit: standard input is not valid: 1 problem
exit 1`,
    );
  });

  it('of nothing has one too', async () => {
    expect(await report({ deals: [{ ...deal, amount: 0 }] })).toContain(
      'deals[0].currency: expected the currency of amount, found null',
    );
  });

  it('may be left out', async () => {
    expect(
      await report({ deals: [deal, { ...deal, id: 'b', amount: 1.5, currency: 'USD' }] }),
    ).toBe('standard input: valid, 6 records\nexit 0');
  });
});

it('tells of what is wrong with the schema and of what breaks a rule in one go', async () => {
  if (!leader || !country) throw new Error('the skeleton has lost its records');
  const leaders = [{ ...leader, country: 'nowhere', role: 'gest' as 'guest' }];
  const countries = [country, { ...country, id: 'the-summit' }];
  expect(await report({ leaders, countries })).toBe(
    `-:39:18: leaders[0].country: no record "nowhere" in countries
-:40:15: leaders[0].role: expected "host" or "guest", found "gest"; did you mean "guest"?
-:86:13: countries[1].id: the id "the-summit" is taken by another record, in summit
summit: standard input is not valid: 3 problems
exit 1`,
  );
});
