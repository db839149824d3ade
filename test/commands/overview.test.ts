import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectionNames, collections } from '../../src/dataset/schema/collections.ts';
import { example, run, summit, type World } from '../run.ts';

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

/** Returns a world with the lakes dataset, its summit, source or collections changed. */
function changeLakes(
  change: { summit?: object; source?: object; deals?: []; talks?: []; events?: unknown } = {},
): World {
  const { summit: about, source, ...rest } = change;
  const dataset = {
    ...lakes,
    ...rest,
    summit: { ...lakes.summit, ...about },
    source: { ...lakes.source, ...source },
  };
  // References to the missing records are removed too.
  for (const name of collectionNames) {
    for (const one of dataset[name] ?? []) if ('about' in one && name !== 'talks') one.about = [];
  }
  return { files: { 'lakes.json': JSON.stringify(dataset) }, env: { SUMMIT_DATA: 'lakes.json' } };
}

// Some versions of Node put thin spaces around the dash of a span, others do not.
const removeThinSpaces = (text: string) => text.replace(/[\s\u2009]*–[\s\u2009]*/g, '–');

const printSecondLine = async (world: World) =>
  removeThinSpaces((await summit('', world)).out.split('\n')[1] ?? '');

describe('the overview', () => {
  it('shows summit, dates, place, source, counts and what to try next', async () => {
    const { status, out, err } = await summit(
      '',
      changeLakes({ source: { note: 'The year is inferred.' } }),
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [head, source, lists = '', next] = removeThinSpaces(out).split('\n\n');
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

  it('shows the embedded dataset by default', async () => {
    const { out } = await summit('');
    expect(removeThinSpaces(out).split('\n').slice(0, 2)).toEqual([
      'Central Asian summit',
      'Xian, China · 18–19 May 2023 · ongoing',
    ]);
    expect(out).toContain('\nsummit show xi-jinping ');
  });

  it('shows "not stated" for unknown place and dates', async () => {
    const unknownFields = { place: null, start: null, end: null, status: 'planned' };
    expect(await printSecondLine(changeLakes({ summit: unknownFields }))).toBe(
      'Arvenia · dates not stated · planned',
    );
    expect(await printSecondLine(changeLakes({ summit: { place: null, end: null } }))).toBe(
      'Arvenia · from 3 June 2025 · ongoing',
    );
    expect(await printSecondLine(changeLakes({ summit: { start: null } }))).toBe(
      'Vellmouth, Arvenia · until 5 June 2025 · ongoing',
    );
    expect(await printSecondLine(changeLakes({ summit: { end: '2025-06-03' } }))).toBe(
      'Vellmouth, Arvenia · 3 June 2025 · ongoing',
    );
  });

  it('omits a missing note, and shows author and day of publication if known', async () => {
    const source = { note: null, author: 'Ada Quill', published: '2025-06-04' };
    const { out } = await summit('', changeLakes({ source }));
    expect(out).toContain(' · author Ada Quill · published 2025-06-04\n\nleaders ');
  });

  it('suggests commands that work, with --data if given', async () => {
    const world = changeLakes({ deals: [] });
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

  it('suggests no empty collection', async () => {
    const world = changeLakes({
      ...Object.fromEntries(collectionNames.map((name) => [name, []])),
      summit: { country: null, host: null },
      events: lakes.events,
    });
    const { out } = await summit('--data lakes.json', world);
    expect(out).toContain('\nsummit --data lakes.json events ');
    expect(out).toContain('\nsummit --data lakes.json show charter-signing ');
    expect(out).toContain('\nsummit --data lakes.json records --country ');
  });

  it('wraps at words to the width', async () => {
    const { out } = await summit('--width 50', changeLakes());
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

  it('prints the same text in colour at a terminal', async () => {
    const { out } = await summit('', { ...changeLakes(), terminal: 1000 });
    expect(out).toContain('\u001b[1mLake Oreval Summit\u001b[22m\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences.
    const uncoloured = out.replace(/\u001b\[\d+m/g, '');
    expect(uncoloured).toBe((await summit('', changeLakes())).out);
  });

  it('shows control characters of the data and the file name as escapes', async () => {
    const hostile = changeLakes({
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
    expect(removeThinSpaces(out).split('\n\nleaders')[0]).toBe(`\
Lake\\x1b[31m
Vell\\u{202e}mouth, Arvenia · 3–5 June 2025 · ongoing

article  A\\x07
source   publisher B\\x9b · agency C\\u{200b} · author D\\r · published not stated
note     E\\nF`);
    expect(out).toContain("\nsummit --data 'a\\x1b[2Jb.json' timeline ");
  });

  it('prints summit and source as in the dataset, and the counts, with -f json', async () => {
    const { status, out } = await summit('-f json', changeLakes());
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      summit: { ...lakes.summit, when: null },
      source: lakes.source,
      counts: Object.fromEntries(collectionNames.map((name) => [name, lakes[name]?.length ?? 0])),
    });
  });

  it('rejects other formats', async () => {
    expect((await summit('-f csv')).err).toBe(
      'summit: no format "csv"\nvalid values: text, json\n',
    );
  });
});
