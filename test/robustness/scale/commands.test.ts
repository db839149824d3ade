import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { changeEmbedded, embedded } from '../../read-dataset.ts';
import { example, summit, type World } from '../../run.ts';

describe('a large dataset or article', () => {
  it('is searched in a text of a megabyte', async () => {
    const world = changeEmbedded(({ claims }) => {
      claims[0].claim = 'a word '.repeat(150_000);
    });
    expect((await summit('search "a word a word" --count', world)).out).toBe('1\n');
  });

  it('prints a text with 20,000 spaces in a pipe as one line', async () => {
    const world = changeEmbedded(({ claims }) => {
      claims[0].claim = 'word '.repeat(20_000);
    });
    const { out } = await summit('claims', world);
    expect(out.split('\n').length).toBe(embedded.claims.length + 3);
  });

  it('rejects an id of four megabytes without a stack trace', async () => {
    const world = changeEmbedded(({ claims }) => {
      claims.at(-1).id = `${'a-'.repeat(2_000_000)}-`;
    });
    const { status, out } = await summit('validate my.json', world);
    expect(status).toBe(1);
    expect(out).toContain('.id: expected an id in kebab-case, found "a-a-a');
    expect(out.length).toBeLessThan(200);
  });

  it('shows a record while another has a name of 50,000 letters', async () => {
    const world = changeEmbedded(({ leaders }) => {
      leaders[0].name = 'x'.repeat(50_000);
    });
    const { status, err } = await summit('show xi-jinping', world);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('does not find a long name inside a longer word', async () => {
    const world = changeEmbedded(({ deals, claims }) => {
      deals[0].name = 'x'.repeat(200_000);
      claims[0].claim = 'x'.repeat(800_000);
    });
    const { out, err } = await summit(`show ${embedded.deals[0].id} -f json`, world);
    expect(err).toBe('');
    expect(JSON.parse(out)[0].links.mentionedIn).not.toContain(embedded.claims[0].id);
  });

  const noneFound = expect.stringMatching(
    /^\d+ passages not found; summit verify long.txt --all lists them\n$/,
  );

  it('reports on an article of 50,000 paragraphs', async () => {
    const files = { 'long.txt': 'A line.\n'.repeat(50_000) };
    const { status, err } = await summit('coverage long.txt', { files });
    expect({ status, err }).toEqual({ status: 1, err: noneFound });
  });

  it.each([
    ['sentence', 'ein wörd '.repeat(20_000), '0 of 1 sentences'],
    ['paragraph', 'Ein wörd. '.repeat(20_000), '0 of 20000 sentences'],
  ])('wraps a long %s', async (_, text, sum) => {
    const { out, err } = await summit('coverage long.txt --width 60', {
      files: { 'long.txt': text },
    });
    expect(err).toEqual(noneFound);
    expect(out).toContain(`${sum} covered`);
    expect(out.split('\n').every((line) => line.length <= 60)).toBe(true);
  });

  it.each([
    ['letters', 'а'.repeat(20_000)],
    ['emoji', '👩🏽'.repeat(5_000)],
    ['letters with marks', 'a\u0301'.repeat(20_000)],
  ])('breaks a long word of %s', async (_, claim) => {
    const world = changeEmbedded(({ claims }) => {
      claims[0].claim = claim;
    });
    const { status, out } = await summit('claims -f cards --limit 1 --width 60', world);
    expect(status).toBe(0);
    expect(out.replace(/\s/g, '')).toContain(claim.normalize());
  });

  it('reports a list of 40,000 aliases with duplicates once', async () => {
    const world = changeEmbedded(({ leaders }) => {
      leaders[0].aliases = Array.from({ length: 40_000 }, (_, at) => `alias ${at >> 1}`);
    });
    const { out } = await summit('validate my.json', world);
    expect(out).toMatch(/^my\.json:1:\d+: leaders\[0\]\.aliases \(xi-jinping\): duplicate item\n$/);
  });

  it('measures coverage with 1,000 countries and 1,000 claims about them', async () => {
    const world = changeEmbedded(({ countries, claims }) => {
      for (let at = 0; at < 1_000; at++) {
        countries.push({ ...countries[1], id: `land-${at}`, name: `Land${at}`, iso: null });
        claims.push({ ...claims[0], id: `claim-${at}`, claim: `Of Land${at}.` });
      }
    });
    const { out } = await summit('coverage one.txt', {
      ...world,
      files: { ...world.files, 'one.txt': 'One line.' },
    });
    expect(out).toContain('0 of 1 sentences covered');
  });

  it('counts dangling references up to the limit', async () => {
    const world = changeEmbedded(({ deals }) => {
      deals[0].name = 'a deal';
      deals[0].countries = Array.from({ length: 150_000 }, (_, at) => `land-${at}`);
    });
    const { status, err } = await summit('validate my.json', world);
    expect({ status, err }).toEqual({
      status: 1,
      err: 'summit: my.json is not valid: at least 10000 problems\n',
    });
  });

  it('shows 150,000 links of a record', async () => {
    const world = changeEmbedded(({ claims }) => {
      for (let at = 0; at < 150_000; at++) {
        claims.push({ ...claims[0], id: `c-${at}`, claim: 'Of Japan.' });
      }
    });
    const { status, out } = await summit('show japan --all', world);
    expect(status).toBe(0);
    expect(out).toContain('\n    c-149999 ');
  });

  /** Returns a world with a country that only these claims are about. */
  const buildWorld = (claims: Readonly<Record<string, readonly string[]>>): World =>
    changeEmbedded((data) => {
      data.countries.push({
        ...data.countries.at(-1),
        id: 'nowhere',
        name: 'Nowhere',
        aliases: [],
        iso: null,
      });
      for (const [id, ids] of Object.entries(claims)) {
        data.claims.push({ ...data.claims[0], id, claim: 'A zeppelin landed.', about: ids });
      }
    });
  const listNumbered = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${name}-${at}`);

  it.each([
    [
      'a hub',
      ['hub', ...listNumbered('spoke', 10_000)],
      () => {
        const others = listNumbered('other', 30_000);
        return buildWorld({
          hub: [...others, 'nowhere'],
          ...Object.fromEntries(others.map((id) => [id, []])),
          ...Object.fromEntries(listNumbered('spoke', 10_000).map((id) => [id, ['hub']])),
        });
      },
    ],
    [
      'a chain',
      listNumbered('link', 20_000),
      () => {
        const links = listNumbered('link', 20_000);
        return buildWorld(
          Object.fromEntries(links.map((id, at) => [id, [links[at + 1] ?? 'nowhere']])),
        );
      },
    ],
  ])('follows %s of references', async (_, ids, world) => {
    const there = world();
    const lines = ids.map((id) => `${id}\n`).join('');
    for (const line of [
      'claims --country nowhere --ids',
      'claims --where about=nowhere --ids',
      'search zeppelin --country nowhere --ids',
    ]) {
      expect((await summit(line, there)).out).toBe(lines);
    }
    const { out } = await summit('show nowhere -f json', there);
    expect(JSON.parse(out)[0].links.referredToBy).toEqual(ids);
  });

  it('lists 20 of 3,000 problems and counts the others', async () => {
    const world = changeEmbedded(({ quotes }) => {
      const [quote] = quotes;
      for (let at = 0; at < 3_000; at++) quotes.push({ ...quote, id: `q-${at}`, talk: `t-${at}` });
    });
    const { out, err } = await summit('validate my.json', world);
    expect(out.trimEnd().split('\n')).toHaveLength(21);
    expect(out).toContain('and 2980 more\n');
    expect(err).toBe('summit: my.json is not valid: 3000 problems\n');
  });

  it('extracts thousands of people, organizations, amounts, quotations and days', async () => {
    const toLetters = (at: number) =>
      at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(+digit));
    const sentences = Array.from({ length: 5_000 }, (_, at) => {
      const [name, club] = [`Xa${toLetters(at)} Yo`, `Za${toLetters(at)} Trade Council`];
      return `President ${name} said “go ${toLetters(at)}” and met the ${club} on Monday for $${at}.`;
    });
    const files = { 'my.txt': `Talks of very many\n\n${sentences.join(' ')}` };
    const dataset = JSON.parse((await summit('new my.txt', { files })).out);
    for (const name of ['leaders', 'organizations', 'deals', 'quotes', 'events']) {
      expect(dataset[name].length, name).toBeGreaterThan(4_990);
    }
  });

  it('reads an article that repeats the same words thousands of times', async () => {
    const files = { 'my.txt': `Talks\n\n${'“a” “a b” France '.repeat(4000)}and “the end”.` };
    const { quotes } = JSON.parse((await summit('new my.txt', { files })).out);
    expect(quotes.map(({ words }: { words: string }) => words)).toContain('the end');
  });

  it('accepts lists longer than the call stack', () => {
    const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
    const [claim] = dataset.claims;
    const about = Array.from({ length: 130_000 }, (_, at) => `other-${at}`);
    const evidence = about.map((_, at) => ({ paragraph: at + 1, start: 'a zeppelin landed' }));
    const countRecords = (words: readonly string[], changes: readonly object[]) => {
      const claims = [...dataset.claims, ...changes.map((change) => ({ ...claim, ...change }))];
      const input = JSON.stringify({ ...dataset, claims });
      // The main thread of the program has a smaller stack than a worker thread of the tests.
      const args = [...words, '--count', '--data', '-'];
      const run = spawnSync(inject('packed').command, args, { input, encoding: 'utf8' });
      return { status: run.status, out: run.stdout, err: run.stderr };
    };
    const others = about.map((id) => ({ id }));
    const one = { status: 0, out: '1\n', err: '' };
    expect(countRecords(['search', 'zeppelin'], [{ id: 'many', evidence }])).toEqual(one);
    expect(
      countRecords(
        ['claims', '--country', 'dolmara', '--where', 'topic=a'],
        [
          { id: 'far', topic: 'a', about: ['near'] },
          { id: 'near', about: [...about, 'dolmara'] },
          ...others,
        ],
      ),
    ).toEqual(one);
  });
});
