import { expect, it } from 'vitest';
import { run } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const { evidence } = skeleton.summit;
const [leader] = skeleton.leaders;
const [country] = skeleton.countries;
const recordCount = 40_000;

const createMany = <Item>(createItem: (at: number) => Item) =>
  Array.from({ length: recordCount }, (_, at) => createItem(at));

/** Runs validate on a changed small dataset. Returns its output. */
async function validateChanged(change: object): Promise<string> {
  const { out, err } = await run(['validate', '-'], {
    stdin: JSON.stringify({ ...skeleton, ...change }),
  });
  return out + err;
}

const createDeal = (at: number, name: string) => ({
  id: `deal-${at}`,
  name,
  kind: 'other',
  countries: ['host-country'],
  evidence,
});

const createQuote = (at: number, change: object) => ({
  id: `quote-${at}`,
  words: 'Never again',
  context: 'What is said with them.',
  evidence,
  ...change,
});

it('finds the one deal of many that mentions one of many aliases of a country', async () => {
  const other = { id: 'other', name: 'Otherland', role: 'mentioned', evidence };
  const aliases = createMany((at) => `people number ${at}`);
  const deals = createMany((at) =>
    createDeal(at, `a deal with people number ${at === 7 ? 0 : recordCount + at}`),
  );
  expect(await validateChanged({ countries: [country, { ...other, aliases }], deals })).toMatch(
    /^-:1:\d+: deals\[7\]\.countries \(deal-7\): "other", which the name mentions, is missing; .*\nsummit: .*: 1 problem\n$/,
  );
});

it('finds the one quotation of many with an unknown speaker, among many known names', async () => {
  const leaders = [
    leader,
    ...createMany((at) => ({ id: `leader-${at}`, name: `Person${at}`, evidence })),
  ];
  const aliases = createMany((at) => `people${at}`);
  const quotes = createMany((at) =>
    createQuote(at, {
      leader: 'host-leader',
      speaker: at === 7 ? 'nobody' : `the speaker of people${at}`,
    }),
  );
  expect(await validateChanged({ leaders, countries: [{ ...country, aliases }], quotes })).toMatch(
    /^-:1:\d+: quotes\[7\]\.speaker \(quote-7\): "nobody" is not the leader host-leader; .*\nsummit: .*: 1 problem\n$/,
  );
});

it.each([
  ['records without fields', `"deals":[${'{},'.repeat(1_000_000)}{}]`],
  ['unknown fields', `"deals":[{${createMany((at) => `"x${at}":0`).join()}}]`],
  ['duplicate keys', `"deals":[{${'"x":0,'.repeat(recordCount)}"x":0}]`],
])('stops counting after ten thousand problems: %s', async (_, wrong) => {
  const { source, summit } = skeleton;
  const stdin = `${JSON.stringify({ source, summit }).slice(0, -1)},\n${wrong}}`;
  const { out, err } = await run(['validate', '-'], { stdin });
  const lines = out.trimEnd().split('\n');
  expect(lines).toHaveLength(21);
  expect(lines.find((line) => line.startsWith('-:2:'))).toContain(
    'deals[0].id: missing; expected an id in kebab-case',
  );
  expect(lines.at(-1)).toMatch(/^and at least \d+ more$/);
  expect(err).toMatch(/^summit: standard input is not valid: at least 1\d{4} problems\n$/);
});

it('stops counting after ten thousand broken rules in a dataset that matches the schema', async () => {
  const events = createMany((at) => {
    return { id: `event-${at}`, name: ' ', status: 'held', start: '2023-02-30', evidence };
  });
  expect(await validateChanged({ events })).toMatch(
    /^-:1:\d+: events\[0\]\.name \(event-0\): expected text, found " "\n[\s\S]*\nand at least 9980 more\nsummit: .*: at least 10000 problems\n$/,
  );
});

it('suggests no id that is longer than a hundred letters', async () => {
  const known = 'x'.repeat(101);
  const countries = [country, { ...country, id: known, role: 'mentioned' }];
  const validateReference = async (id: string) =>
    await validateChanged({ countries, deals: [{ ...createDeal(0, 'a deal'), countries: [id] }] });
  expect(await validateReference('x'.repeat(100))).toContain(`…; did you mean "${known}"?\n`);
  expect(await validateReference('x'.repeat(102))).toMatch(/in countries: "x+…\n/);
});
