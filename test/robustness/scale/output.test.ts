import { expect, it } from 'vitest';
import { summit } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const recordCount = 300;
const buildLongId = (name: string) => `${'long-'.repeat(40)}${name}`;
const article = `Alpha begins. ${'The boat came in. '.repeat(recordCount)}It ends with omega.`;
const wholeText = { paragraph: 1, start: 'Alpha begins', end: 'with omega' };
const ambiguous = { paragraph: 1, start: 'The boat' };

/** Returns a world with many claims with these anchors, leaders with many talks, and the article. */
function buildWorld(...evidence: readonly object[]) {
  const [claim] = skeleton.claims;
  const [leader] = skeleton.leaders;
  const dataset = {
    ...skeleton,
    leaders: Array.from({ length: 10 }, (_, at) =>
      at === 0 ? leader : { ...leader, id: buildLongId(`leader-${at}`), role: null },
    ),
    talks: Array.from({ length: recordCount }, (_, at) => ({
      id: `talk-${at}`,
      leaders: ['host-leader', buildLongId(`leader-${(at % 9) + 1}`)],
      countries: ['host-country'],
      mention: 'named',
      status: 'held',
      evidence,
    })),
    claims: Array.from({ length: recordCount }, (_, at) => ({
      ...claim,
      id: buildLongId(`claim-${at}`),
      evidence,
    })),
  };
  const files = { 'my.json': JSON.stringify(dataset), 'article.txt': article };
  const stdin = dataset.claims.map(({ id }) => id).join('\n');
  return { files, stdin, env: { SUMMIT_DATA: 'my.json' } };
}

it.each([
  ['coverage article.txt -f json', wholeText],
  ['verify article.txt --all -f json', ambiguous],
  ['verify article.txt --review -f json', wholeText],
  ['graph -f json', wholeText],
  ['show - -f json', wholeText],
  ['cite - -f csl-json', wholeText],
])(
  'writes the output of %s in pieces, because it may be too long for a string',
  async (line, evidence) => {
    const { out, longestWrite, err } = await summit(line, buildWorld(evidence));
    expect(err).not.toContain('this is a bug');
    expect(JSON.parse(out)).toBeTypeOf('object');
    expect(longestWrite).toBeLessThan(out.length);
  },
);
