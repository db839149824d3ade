import { describe, expect, it } from 'vitest';
import { lakesWith } from '../../read-dataset.ts';
import { example, run, summit } from '../../run.ts';
import { skeleton } from '../../skeleton.ts';

const lakes = example('lakes-summit.json');

/** What a collection lists for a country, by id; or what is wrong. */
async function tied(collection: string, country: string, data = lakes): Promise<string> {
  const { out, err } = await run([collection, '--ids', '--data', data, '--country', country]);
  return (out + err).trimEnd().split('\n').join(' ');
}

describe('a country', () => {
  it.each(['belmarch', 'Belmarch', 'BELMARCH', 'XB', 'xb', 'Bélmarch'])(
    'is called by id, name or ISO code, without regard to case and diacritics: %s',
    async (word) => {
      expect(await tied('countries', word)).toBe('belmarch');
    },
  );

  it('is called by an alias', async () => {
    expect(await tied('countries', 'Corvessan')).toBe('corvessa');
    expect((await summit('countries --ids --country beijing')).out).toBe('china\n');
    expect((await summit('countries --ids --country Kyrgyz')).out).toBe('kyrgyzstan\n');
  });

  it('that there is none of is refused, with the nearest one', async () => {
    expect(await tied('talks', 'Belmach')).toBe(
      'summit: no country "Belmach" did you mean belmarch?',
    );
  });

  it('that nothing is near to has all of them named', async () => {
    expect(await tied('talks', 'Fr')).toBe(
      'summit: no country "Fr" valid countries: arvenia, belmarch, corvessa, dolmara',
    );
    expect(await tied('talks', '')).toContain('no country ""');
  });

  it('may have no code, and is called by its name then', async () => {
    const world = { stdin: JSON.stringify(skeleton) };
    expect((await summit("leaders --ids --data - --country 'The Host Country'", world)).out).toBe(
      'host-leader\n',
    );
  });

  it('can be missing altogether', async () => {
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
  it('refers to it', async () => {
    expect(await tied('leaders', 'xc')).toBe('ruan-o-talvin');
    expect(await tied('talks', 'xc')).toBe('marequin-o-talvin-4-june');
    expect(await tied('deals', 'xc')).toBe('lakeside-railway');
  });

  it('refers to it over others: a quote by the talks that it is told with', async () => {
    expect(await tied('quotes', 'belmarch')).toBe('barely share-a-lake');
    expect(await tied('talks', 'arvenia')).toBe(
      'marequin-vandrel-3-june marequin-o-talvin-4-june marequin-dolmara',
    );
  });

  it('names it, by name or alias', async () => {
    expect(await tied('events', 'dolmara')).toBe('charter-signing guests-welcomed closing-dinner');
    expect(await tied('quotes', 'arvenia')).toBe('historic barely share-a-lake open-the-sluices');
  });

  it('names it with an s of possession', async () => {
    expect(await tied('claims', 'arvenia')).toBe(
      'summit-called-historic datelined-vellmouth leaders-welcomed talks-two-hours talks-40-minutes families-on-the-lake smaller-catches',
    );
    const { out } = await summit('claims --ids --country cn');
    expect(out.split('\n')).toContain('two-day-conference');
    expect(out.split('\n')).toContain('central-asia-key-region');
  });

  it('names its leader', async () => {
    const [claim] = skeleton.claims;
    const claims = [{ ...claim, id: 'a-claim', claim: 'Ilse-Maarit Vandrel left.' }];
    const world = { files: { 'lakes.json': lakesWith({ claims }) } };
    const line = 'claims --ids --data lakes.json --country';
    expect((await summit(`${line} belmarch`, world)).out).toBe('a-claim\n');
    expect((await summit(`${line} corvessa`, world)).out).toBe('');
  });

  it('is the country itself', async () => {
    expect(await tied('countries', 'dolmara')).toBe('dolmara');
  });
});
