import { describe, expect, it } from 'vitest';
import { summit } from '../run.ts';

/** Prints some fields of the railway as a card, on a terminal of the given width. */
async function printCard(width: number, fields: string): Promise<string> {
  const line = `deals --limit 1 -f cards --no-color --fields ${fields}`;
  const { status, out, err } = await summit(line, { terminal: width });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out;
}

describe('a card', () => {
  it('shows one field per line, with aligned values', async () => {
    expect(await printCard(80, 'id,kind,amount,amountAsWritten')).toBe(`\
id               china-kyrgyzstan-uzbekistan-railway
kind             railway
amount           $6 billion
amountAsWritten  $6 billion
`);
  });

  it('wraps long values next to their labels, and breaks words after hyphens', async () => {
    expect(await printCard(40, 'id,name,note')).toBe(`\
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

  it('begins with the id, even with an option that adds fields', async () => {
    const line = 'countries --limit 1 --evidence -f cards';
    expect((await summit(line)).out).toMatch(/^id {8}china\nname {6}China\n/);
  });

  it('breaks a label that is wider than the terminal', async () => {
    expect(await printCard(7, 'amountAsWritten')).toBe('amountA\nsWritte\nn\n  $6 bi\n  llion\n');
  });

  it('puts values below their labels if they would have less than 20 columns', async () => {
    expect(await printCard(36, 'amountAsWritten,countries')).toBe(`\
amountAsWritten
  $6 billion
countries
  China, Kyrgyzstan, Uzbekistan
`);
    expect(await printCard(37, 'amountAsWritten,countries')).toBe(`\
amountAsWritten  $6 billion
countries        China, Kyrgyzstan,
                 Uzbekistan
`);
  });

  it('breaks words anywhere on very narrow terminals', async () => {
    expect(await printCard(8, 'kind,amount,status')).toBe(`\
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

  it('is not wrapped in a pipe', async () => {
    const { out } = await summit('deals --limit 1 -f cards --fields note,id');
    expect(out).toBe(`\
note  Experts believe that China will try for it at the summit; neither an offer nor an agreement is mentioned.
id    china-kyrgyzstan-uzbekistan-railway
`);
  });

  it('includes the anchors with --evidence', async () => {
    const { out } = await summit('countries -f cards --fields id --evidence --where id=japan');
    expect(out).toBe(`\
id        japan
evidence  ¶2 G7 summit in Japan; ¶10 leaders in Japan
`);
  });
});
