import { describe, expect, it } from 'vitest';
import { summit } from '../run.ts';

/** The railway's card at a terminal of so many columns. */
async function card(width: number, fields: string): Promise<string> {
  const line = `deals --limit 1 -f cards --no-color --fields ${fields}`;
  const { status, out, err } = await summit(line, { terminal: width });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

describe('a card', () => {
  it('has a line a field, the values below each other', async () => {
    expect(await card(80, 'id,kind,amount,amountAsWritten')).toBe(`\
id               china-kyrgyzstan-uzbekistan-railway
kind             railway
amount           $6 billion
amountAsWritten  $6 billion
`);
  });

  it('wraps long values beside their labels, words after hyphens', async () => {
    expect(await card(40, 'id,name,note')).toBe(`\
id    china-kyrgyzstan-uzbekistan-
      railway
name  China-Kyrgyzstan-Uzbekistan
      railway line
note  Experts believe that China will
      try for it at the summit; neither
      an offer nor an agreement is
      mentioned.
`);
  });

  it('begins with the id, also where some of the fields were asked for', async () => {
    const line = 'countries --limit 1 --evidence -f cards';
    expect((await summit(line)).out).toMatch(/^id {8}china\nname {6}China\n/);
  });

  it('breaks a label too where that is wider than the terminal', async () => {
    expect(await card(7, 'amountAsWritten')).toBe('amountA\nsWritte\nn\n  $6 bi\n  llion\n');
  });

  it('has values below the labels where less than 20 columns are left beside them', async () => {
    expect(await card(36, 'amountAsWritten,countries')).toBe(`\
amountAsWritten
  $6 billion
countries
  China, Kyrgyzstan, Uzbekistan
`);
    expect(await card(37, 'amountAsWritten,countries')).toBe(`\
amountAsWritten  $6 billion
countries        China, Kyrgyzstan,
                 Uzbekistan
`);
  });

  it('breaks words anywhere on the narrowest terminals', async () => {
    expect(await card(8, 'kind,amount,status')).toBe(`\
kind
  railwa
  y
amount
  $6 bil
  lion
status
  sought
`);
  });

  it('is never wrapped into a pipe', async () => {
    const { out } = await summit('deals --limit 1 -f cards --fields note,id');
    expect(out).toBe(`\
note  Experts believe that China will try for it at the summit; neither an offer nor an agreement is mentioned.
id    china-kyrgyzstan-uzbekistan-railway
`);
  });

  it('has the anchors with --evidence', async () => {
    const { out } = await summit('countries -f cards --fields id --evidence --where id=japan');
    expect(out).toBe(`\
id        japan
evidence  ¶2 G7 summit in Japan; ¶10 leaders in Japan
`);
  });
});
