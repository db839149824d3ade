import { describe, expect, it } from 'vitest';
import { lakesWith } from '../../read-dataset.ts';
import { example, run, summit } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const lakes = example('lakes-summit.json');

/** Lists the ids of a collection's records that are linked to a country, or the error. */
async function listLinked(collection: string, country: string, data = lakes): Promise<string> {
  const { out, err } = await run([collection, '--ids', '--data', data, '--country', country]);
  return (out + err).trimEnd().split('\n').join(' ');
}

describe('the country in --country', () => {
  it.each(['belmarch', 'Belmarch', 'BELMARCH', 'XB', 'xb', 'Bélmarch'])(
    'is found by id, name or ISO code, ignoring case and diacritics: %s',
    async (word) => {
      expect(await listLinked('countries', word)).toBe('belmarch');
    },
  );

  it('is found by an alias', async () => {
    expect(await listLinked('countries', 'Corvessan')).toBe('corvessa');
    expect((await summit('countries --ids --country beijing')).out).toBe('china\n');
    expect((await summit('countries --ids --country Kyrgyz')).out).toBe('kyrgyzstan\n');
  });

  it('is rejected if unknown, with the nearest name', async () => {
    expect(await listLinked('talks', 'Belmach')).toBe(
      'summit: no country "Belmach" did you mean belmarch?',
    );
  });

  it('is rejected with a list of all countries if none is near', async () => {
    expect(await listLinked('talks', 'Fr')).toBe(
      'summit: no country "Fr" valid countries: arvenia, belmarch, corvessa, dolmara',
    );
    expect(await listLinked('talks', '')).toContain('no country ""');
  });

  it('may have no code, and is then found by its name', async () => {
    const world = { stdin: JSON.stringify(skeleton) };
    expect((await summit("leaders --ids --data - --country 'The Host Country'", world)).out).toBe(
      'host-leader\n',
    );
  });

  it('is rejected in a dataset without countries', async () => {
    const none = {
      ...skeleton,
      countries: [],
      leaders: [],
      summit: { ...skeleton.summit, country: null, host: null },
    };
    const { status, err } = await summit('talks --country x --data -', {
      stdin: JSON.stringify(none),
    });
    expect(status).toBe(1);
    expect(err).toBe('summit: no country "x"\nvalid countries: none\n');
  });
});

describe('records linked to a country', () => {
  it('include those that refer to it', async () => {
    expect(await listLinked('leaders', 'xc')).toBe('ruan-o-talvin');
    expect(await listLinked('talks', 'xc')).toBe('marequin-o-talvin-4-june');
    expect(await listLinked('deals', 'xc')).toBe('lakeside-railway');
  });

  it('include those that refer to it indirectly, such as a quote about its talks', async () => {
    expect(await listLinked('quotes', 'belmarch')).toBe('barely share-a-lake');
    expect(await listLinked('talks', 'arvenia')).toBe(
      'marequin-vandrel-3-june marequin-o-talvin-4-june marequin-dolmara',
    );
  });

  it('include those with its name or alias in a text', async () => {
    expect(await listLinked('events', 'dolmara')).toBe(
      'charter-signing guests-welcomed closing-dinner',
    );
    expect(await listLinked('quotes', 'arvenia')).toBe(
      'historic barely share-a-lake open-the-sluices',
    );
  });

  it('include those with its name and a possessive s', async () => {
    expect(await listLinked('claims', 'arvenia')).toBe(
      'summit-called-historic datelined-vellmouth leaders-welcomed talks-two-hours talks-40-minutes families-on-the-lake smaller-catches',
    );
    const { out } = await summit('claims --ids --country cn');
    expect(out.split('\n')).toContain('two-day-conference');
    expect(out.split('\n')).toContain('central-asia-key-region');
  });

  it('include those that name its leader', async () => {
    const [claim] = skeleton.claims;
    const claims = [{ ...claim, id: 'a-claim', claim: 'Ilse-Maarit Vandrel left.' }];
    const world = { files: { 'lakes.json': lakesWith({ claims }) } };
    const line = 'claims --ids --data lakes.json --country';
    expect((await summit(`${line} belmarch`, world)).out).toBe('a-claim\n');
    expect((await summit(`${line} corvessa`, world)).out).toBe('');
  });

  it('include the country itself', async () => {
    expect(await listLinked('countries', 'dolmara')).toBe('dolmara');
  });
});
