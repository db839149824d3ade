import { expect, it } from 'vitest';
import { run } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const [leader] = skeleton.leaders;

it.each<readonly [string, object, string]>([
  [
    'settled',
    { settled: [] },
    'settled: unknown field; renamed to reviewed; each entry now needs the value that was reviewed',
  ],
  [
    'the host of a talk',
    { talks: [{ id: 'a-talk', host: 'host-leader' }] },
    'talks[0].host (a-talk): unknown field; moved to the list leaders',
  ],
  [
    'the talk of a quote',
    { quotes: [{ id: 'a-quote', talk: 'a-talk' }] },
    'quotes[0].talk (a-quote): unknown field; moved to the list about',
  ],
  [
    'the organization of a leader as text',
    { leaders: [{ ...leader, organization: 'Lake Board' }] },
    'leaders[0].organization (host-leader): expected an id in kebab-case or null, found "Lake Board"; this is now the id of a record in organizations',
  ],
])('says where the value of a changed field belongs: %s', async (_, change, problem) => {
  const stdin = JSON.stringify({ ...skeleton, ...change });
  expect((await run(['validate', '-'], { stdin })).out).toContain(`: ${problem}\n`);
});
