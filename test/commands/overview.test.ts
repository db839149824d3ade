import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectionNames, collections } from '../../src/dataset/schema/collections.ts';
import { example, run, summit, type World } from '../run.ts';

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

/** A world whose dataset is the invented one with another summit, another source, other collections. */
function withLakes(
  change: { summit?: object; source?: object; deals?: []; talks?: []; events?: unknown } = {},
): World {
  const { summit: about, source, ...rest } = change;
  const dataset = {
    ...lakes,
    ...rest,
    summit: { ...lakes.summit, ...about },
    source: { ...lakes.source, ...source },
  };
  // What is about the missing records goes with them.
  for (const name of collectionNames) {
    for (const one of dataset[name] ?? []) if ('about' in one && name !== 'talks') one.about = [];
  }
  return { files: { 'lakes.json': JSON.stringify(dataset) }, env: { SUMMIT_DATA: 'lakes.json' } };
}

// Whether there is a thin space around the dash of a span is up to the version of Node.
const plainDash = (text: string) => text.replace(/[\s\u2009]*–[\s\u2009]*/g, '–');

const secondLine = async (world: World) =>
  plainDash((await summit('', world)).out.split('\n')[1] ?? '');

describe('the overview', () => {
  it('tells summit, dates, place, source, counts and what to try next', async () => {
    const { status, out, err } = await summit(
      '',
      withLakes({ source: { note: 'The year is inferred.' } }),
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [head, source, lists = '', next] = plainDash(out).split('\n\n');
    expect(head).toBe(`\
Lake Oreval Summit
Vellmouth, Arvenia · 3–5 June 2025 · ongoing`);
    expect(source).toBe(`\
article  Lake Oreval Summit Opens With Water and Rail on the Agenda
source   publisher Oreval Courier & Post · agency Northlake Press Agency (NPA) · author not stated · published not stated
note     The year is inferred.`);
    expect(lists.trimEnd().replace(/ {2,}/g, ' ').split('\n')).toEqual(
      collectionNames.map((name) => {
        const records: readonly unknown[] = lakes[name] ?? [];
        return `${name} ${records.length} ${collections[name].description}`;
      }),
    );
    expect(next).toBe(`\
summit leaders                   list any collection above
summit show zoe-marequin         one record with links and evidence
summit talks --country belmarch  records linked to a country
summit search railway            search every field
summit timeline                  past and planned events
summit --help                    all commands and options
`);
  });

  it('is of the summit in Xian unless other data are given', async () => {
    const { out } = await summit('');
    expect(plainDash(out).split('\n').slice(0, 2)).toEqual([
      'Central Asian summit',
      'Xian, China · 18–19 May 2023 · ongoing',
    ]);
    expect(out).toContain('\nsummit show xi-jinping ');
  });

  it('says not stated for place and dates that the article does not give', async () => {
    const nowhere = { place: null, start: null, end: null, status: 'planned' };
    expect(await secondLine(withLakes({ summit: nowhere }))).toBe(
      'Arvenia · dates not stated · planned',
    );
    expect(await secondLine(withLakes({ summit: { place: null, end: null } }))).toBe(
      'Arvenia · from 3 June 2025 · ongoing',
    );
    expect(await secondLine(withLakes({ summit: { start: null } }))).toBe(
      'Vellmouth, Arvenia · until 5 June 2025 · ongoing',
    );
    expect(await secondLine(withLakes({ summit: { end: '2025-06-03' } }))).toBe(
      'Vellmouth, Arvenia · 3 June 2025 · ongoing',
    );
  });

  it('has no note where the source has none, and tells author and day where they are known', async () => {
    const source = { note: null, author: 'Ada Quill', published: '2025-06-04' };
    const { out } = await summit('', withLakes({ source }));
    expect(out).toContain(' · author Ada Quill · published 2025-06-04\n\nleaders ');
  });

  it('suggests commands that work, with --data where that was given', async () => {
    const world = withLakes({ deals: [] });
    const { out } = await summit('--data lakes.json', world);
    const next = out.split('\n\n')[3]?.trimEnd().split('\n') ?? [];
    const lines = next.map((line) => line.split('  ')[0] ?? '');
    expect(lines).toEqual([
      'summit --data lakes.json leaders',
      'summit --data lakes.json show zoe-marequin',
      'summit --data lakes.json talks --country belmarch',
      'summit --data lakes.json search belmarch',
      'summit --data lakes.json timeline',
      'summit --data lakes.json --help',
    ]);
    for (const line of lines) expect((await summit(line.slice(7), world)).status).toBe(0);
  });

  it('suggests no collection that has no records', async () => {
    const bare = withLakes({
      ...Object.fromEntries(collectionNames.map((name) => [name, []])),
      summit: { country: null, host: null },
      events: lakes.events,
    });
    const { out } = await summit('--data lakes.json', bare);
    expect(out).toContain('\nsummit --data lakes.json events ');
    expect(out).toContain('\nsummit --data lakes.json show charter-signing ');
    expect(out).toContain('\nsummit --data lakes.json records --country ');
  });

  it('breaks at words within a width', async () => {
    const { out } = await summit('--width 50', withLakes());
    expect(out.split('\n').filter((line) => line.length > 50)).toEqual([]);
    expect(out).toContain(
      '\narticle  Lake Oreval Summit Opens With Water and\n         Rail on the Agenda\n',
    );
  });

  it('fits a terminal of 80 columns and 24 lines, with the first line of a long note', async () => {
    const { out } = await summit('--no-color', { terminal: 80 });
    expect(out.trimEnd().split('\n').length).toBeLessThan(24);
    expect(out).toMatch(/^note {5}The article gives days and months only\. .* …$/m);
  });

  it('is coloured at a terminal, and says the same', async () => {
    const { out } = await summit('', { ...withLakes(), terminal: 1000 });
    expect(out).toContain('\u001b[1mLake Oreval Summit\u001b[22m\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is coloured is told by just these.
    const bare = out.replace(/\u001b\[\d+m/g, '');
    expect(bare).toBe((await summit('', withLakes())).out);
  });

  it('shows control characters of data and of the file’s name as escapes', async () => {
    const hostile = withLakes({
      summit: { name: 'Lake\u001b[31m', place: 'Vell\u202emouth' },
      source: {
        title: 'A\u0007',
        publisher: 'B\u009b',
        agency: 'C\u200b',
        author: 'D\r',
        note: 'E\nF',
      },
    });
    const files = { 'a\u001b[2Jb.json': hostile.files?.['lakes.json'] ?? '' };
    const { out } = await run(['--data', 'a\u001b[2Jb.json'], { files });
    expect(plainDash(out).split('\n\nleaders')[0]).toBe(`\
Lake\\x1b[31m
Vell\\u{202e}mouth, Arvenia · 3–5 June 2025 · ongoing

article  A\\x07
source   publisher B\\x9b · agency C\\u{200b} · author D\\r · published not stated
note     E\\nF`);
    expect(out).toContain("\nsummit --data 'a\\x1b[2Jb.json' timeline ");
  });

  it('is had as JSON: summit and source as the dataset has them, and the counts', async () => {
    const { status, out } = await summit('-f json', withLakes());
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      summit: { ...lakes.summit, when: null },
      source: lakes.source,
      counts: Object.fromEntries(collectionNames.map((name) => [name, lakes[name]?.length ?? 0])),
    });
  });

  it('has no other format', async () => {
    expect((await summit('-f csv')).err).toBe(
      'summit: no format "csv"\nvalid values: text, json\n',
    );
  });
});
