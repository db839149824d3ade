import { expect, it } from 'vitest';
import { summit } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const count = 300;
const longId = (name: string) => `${'long-'.repeat(40)}${name}`;
const article = `Alpha begins. ${'The boat came in. '.repeat(count)}It ends with omega.`;
const whole = { paragraph: 1, start: 'Alpha begins', end: 'with omega' };
const ambiguous = { paragraph: 1, start: 'The boat' };

/** Many claims with these anchors, some people who meet in many talks, and the article. */
function worldWith(...evidence: readonly object[]) {
  const [claim] = skeleton.claims;
  const [leader] = skeleton.leaders;
  const dataset = {
    ...skeleton,
    leaders: Array.from({ length: 10 }, (_, at) =>
      at === 0 ? leader : { ...leader, id: longId(`leader-${at}`), role: null },
    ),
    talks: Array.from({ length: count }, (_, at) => ({
      id: `talk-${at}`,
      leaders: ['host-leader', longId(`leader-${(at % 9) + 1}`)],
      countries: ['host-country'],
      mention: 'named',
      status: 'held',
      evidence,
    })),
    claims: Array.from({ length: count }, (_, at) => ({
      ...claim,
      id: longId(`claim-${at}`),
      evidence,
    })),
  };
  const files = { 'my.json': JSON.stringify(dataset), 'article.txt': article };
  const stdin = dataset.claims.map(({ id }) => id).join('\n');
  return { files, stdin, env: { SUMMIT_DATA: 'my.json' } };
}

it.each([
  ['coverage article.txt -f json', whole],
  ['verify article.txt --all -f json', ambiguous],
  ['verify article.txt --review -f json', whole],
  ['graph -f json', whole],
  ['show - -f json', whole],
  ['cite - -f csl-json', whole],
])('%s is written in pieces, as it may be longer than a string can be', async (line, evidence) => {
  const { out, longestWrite, err } = await summit(line, worldWith(evidence));
  expect(err).not.toContain('this is a bug');
  expect(JSON.parse(out)).toBeTypeOf('object');
  expect(longestWrite).toBeLessThan(out.length);
});
