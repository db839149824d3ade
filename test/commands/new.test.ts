import { describe, expect, it } from 'vitest';
import { collectionNames, collections } from '../../src/dataset/schema/collections.ts';
import { example, fixture, summit } from '../run.ts';

describe('new', () => {
  it('prints a dataset that is valid as it stands', async () => {
    const { status, out, err } = await summit('new');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const checked = await summit('validate -', { stdin: out });
    expect(checked).toMatchObject({ status: 0, err: '' });
    expect(checked.out).toBe(`standard input: valid, ${collectionNames.length} records\n`);
  });

  it('names the schema and says in each text what is to stand in its place', async () => {
    const dataset = JSON.parse((await summit('new')).out);
    expect(dataset.$schema).toBe('./summit.schema.json');
    expect(dataset.source.title).toBe('The headline.');
    expect(dataset.claims[0].claim).toBe('The statement, in own words.');
  });

  it('is a dataset that can be explored', async () => {
    const { out: stdin } = await summit('new');
    expect((await summit('--data - leaders', { stdin })).out).toBe(`\
name        title       country     role        id
────────────────────────────────────────────────────────────
not stated  not stated  not stated  not stated  first-leader
`);
    expect((await summit('--data -', { stdin })).out.split('\n').slice(0, 2)).toEqual([
      'The name, in the words of the article.',
      'The name. · dates not stated · held',
    ]);
  });

  it('has a record of every collection, with every field', async () => {
    const dataset = JSON.parse((await summit('new')).out);
    for (const name of collectionNames) {
      const [record] = dataset[name];
      expect(Object.keys(record)).toEqual(Object.keys(collections[name].schema.properties));
    }
  });

  it('needs no dataset', async () => {
    expect((await summit('new --data missing.json')).status).toBe(0);
  });
});

describe('new with an article', () => {
  /** The dataset that is read off a text. */
  async function readOff(text: string | Uint8Array) {
    const { status, out, err } = await summit('new a.txt', { files: { 'a.txt': text } });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    return JSON.parse(out);
  }

  it.each([example('lakes-summit.txt'), fixture('lakes-summit.html'), fixture('strait-forum.txt')])(
    'is a valid dataset whose quotations and title %s bears out',
    async (path) => {
      const { out } = await summit(`new ${path}`);
      expect((await summit('validate -', { stdin: out })).status).toBe(0);
      const { quotes, source } = JSON.parse(out);
      const verified = await summit(`verify ${path} --data - -f json`, { stdin: out });
      const { failures } = JSON.parse(verified.out) as { failures: readonly { id: string }[] };
      const failed = new Set(failures.map(({ id }) => id));
      expect(quotes.length).toBeGreaterThan(2);
      expect(quotes.filter(({ id }: { id: string }) => failed.has(id))).toEqual([]);
      expect(source.title).not.toBe('');
      expect(failed.has('source')).toBe(false);
    },
  );

  it('has title, credits and dateline', async () => {
    const { out } = await summit(`new ${example('lakes-summit.txt')}`);
    expect(JSON.parse(out).source).toMatchObject({
      title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda',
      publisher: 'Oreval Courier & Post',
      agency: 'Northlake Press Agency (NPA)',
      dateline: 'VELLMOUTH, Arvenia',
      language: 'en',
    });
  });

  it('has each country named, with its code, what it is called and where', async () => {
    const { countries, summit: about } = await readOff(
      'Talks\n\nThe Norwegian king met the president of Chad. The U.S. sent nobody; Norway did.\n',
    );
    expect(countries).toEqual([
      expect.objectContaining({
        id: 'norway',
        name: 'Norway',
        aliases: ['Norwegian'],
        iso: 'NO',
        role: 'mentioned',
        evidence: [
          { paragraph: 2, start: 'Norway' },
          { paragraph: 2, start: 'Norwegian' },
        ],
      }),
      expect.objectContaining({ id: 'chad', aliases: [], iso: 'TD' }),
      expect.objectContaining({ id: 'united-states', name: 'United States', aliases: ['U.S.'] }),
    ]);
    expect(about.country).toBe(countries[0].id);
  });

  it('has a country that only its people stand for, and one that is a paragraph by itself', async () => {
    const { countries } = await readOff('Talks\n\nThe Japanese minister met the crew.\n');
    expect(countries).toEqual([
      expect.objectContaining({
        name: 'Japan',
        aliases: ['Japanese'],
        evidence: [{ paragraph: 2, start: 'Japanese' }],
      }),
    ]);
    const alone = await readOff('Talks\n\nJapan\n\n“Yes.”\n');
    expect(alone.countries).toEqual([
      expect.objectContaining({ name: 'Japan', evidence: [{ paragraph: 2, start: 'Japan' }] }),
    ]);
    expect(alone.quotes).toEqual([
      expect.objectContaining({ words: 'Yes', evidence: [{ paragraph: 3, start: 'Yes' }] }),
    ]);
  });

  it('has each quotation at its own place', async () => {
    const { quotes } = await readOff(
      'Talks\n\nAn “open” door and an “open” window, “she said so”.\n',
    );
    expect(
      quotes.map(({ id, words, evidence }: Record<string, unknown>) => ({ id, words, evidence })),
    ).toEqual([
      { id: 'open', words: 'open', evidence: [{ paragraph: 2, start: 'open” door' }] },
      { id: 'open-2', words: 'open', evidence: [{ paragraph: 2, start: 'open” window' }] },
      {
        id: 'she-said-so',
        words: 'she said so',
        evidence: [{ paragraph: 2, start: 'she said so' }],
      },
    ]);
  });

  it.each([
    ['quoted words with the id of a sample', 'They call it “first claim” and “first country”.'],
    ['that end in a number', 'It is “overdue” or “overdue 2” or “overdue” again.'],
  ])('gives each record an id of its own: %s', async (_, text) => {
    const dataset = await readOff(`Talks\n\n${text}\n`);
    const checked = await summit('validate -', { stdin: JSON.stringify(dataset) });
    expect(checked).toMatchObject({ status: 0, err: '' });
    expect(dataset.quotes.length).toBeGreaterThan(1);
  });

  it('cuts the id of a very long word', async () => {
    const { quotes } = await readOff(`Talks\n\nSo “${'x'.repeat(5000)}” it is.\n`);
    expect(quotes).toMatchObject([{ id: 'x'.repeat(60), words: 'x'.repeat(5000) }]);
  });

  it('has the days of the summit only where their year is given', async () => {
    const dated = await readOff('Talks\n\nThey meet from June 3 to 5, 2031.\n');
    expect(dated.summit).toMatchObject({ start: '2031-06-03', end: '2031-06-05' });
    const undated = await readOff('Talks\n\nThey meet from June 3 to 5, as in 2022.\n');
    expect(undated.summit).toMatchObject({ start: null, end: null });
  });

  it.each([
    [
      'de',
      'Die Minister der Schweiz und die von Ghana sind nicht in das Haus mit den Türen gegangen.',
    ],
    ['fr', 'Les ministres de la France et des pays voisins sont dans une maison pour les fêtes.'],
    ['en', 'Hm.'],
  ])('guesses the language: %s', async (language, text) => {
    expect((await readOff(`${text}\n`)).source.language).toBe(language);
  });

  it('cannot read what is no article', async () => {
    expect(await summit('new a.txt', { files: { 'a.txt': ' ' } })).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: cannot read a.txt as an article: no text in it\n',
    });
  });
});
