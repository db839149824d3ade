import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixture, run, summit, type World } from '../run.ts';

const text = readFileSync(fixture('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

describe('show', () => {
  it('prints a record in full, what it refers to, what refers to it, what names it, its evidence', async () => {
    const { status, out, err } = await summit('show ruan-o-talvin', lakes);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      `\
id            ruan-o-talvin
name          Ruan O'Talvin
aliases       O’Talvin
title         Corvessan President
country       Corvessa
organization  not stated
role          guest

Refers to
corvessa  countries · Corvessa · guest

Referred to by
marequin-o-talvin-4-june  talks · 2025-06-04 · Zoë Maréquin, Ruan O'Talvin · Arvenia, Corvessa · held
open-the-sluices          quotes · Ruan O'Talvin · ready to open the sluices at Kestova each spring
guests-welcomed           events · Maréquin welcomed the leaders · 2025-06-03 · held
starting-date-of-sluices  gaps · In which spring would the sluices at Kestova first be opened?

Mentioned in
separate-talks        events · Separate talks with all three guests · held
sluices-on-condition  claims · Every spring the sluices at Kestova could be opened, on condition that the other states did likewise.
no-starting-date      claims · From when the sluices would be opened was left open.

Evidence
¶5   Corvessan President Ruan O'Talvin
¶5   No starting date was agreed … spokesman added
¶3   welcomed the leaders of Belmarch … Dolmara
`,
    );
  });

  it('prints not stated for what the article does not give', async () => {
    const { out } = await summit('show dolmara-leader', lakes);
    expect(out).toBe(`\
id            dolmara-leader
name          not stated
aliases       not stated
title         not stated
country       Dolmara
organization  not stated
role          guest

Refers to
dolmara  countries · Dolmara · guest

Referred to by
marequin-dolmara     talks · Zoë Maréquin, unnamed (Dolmara) · Arvenia, Dolmara · reported
overdue              quotes · The leader of Dolmara · overdue
guests-welcomed      events · Maréquin welcomed the leaders · 2025-06-03 · held
closing-dinner       events · Closing dinner · planned
when-dolmara-talked  gaps · On which day, if at all, were the separate talks with the leader of Dolmara held?
who-leads-dolmara    gaps · What are the name and the title of Dolmara's leader?

Evidence
¶8   The leader of Dolmara
¶3   welcomed the leaders of Belmarch … Dolmara
`);
  });

  it('has a country refer back to what leads to it over other records', async () => {
    const { out } = await summit('show dolmara -f json', lakes);
    expect(JSON.parse(out).links).toEqual({
      refersTo: [],
      referredToBy: [
        'dolmara-leader',
        'marequin-dolmara',
        'drinking-water-pipeline',
        'overdue',
        'charter-signing',
        'guests-welcomed',
        'closing-dinner',
        'still-without-money',
        'pipeline-money-sought',
        'no-backer',
        'pipeline-overdue',
        'when-dolmara-talked',
        'who-leads-dolmara',
        'whole-cost',
      ],
      mentionedIn: ['leaders-welcomed', 'dolmara-to-speak'],
    });
  });

  it('prints the summit too', async () => {
    const { out } = await summit('show lake-oreval-summit -f json', lakes);
    const { collection, record, links } = JSON.parse(out);
    expect(collection).toBe('summit');
    expect(record).toEqual(JSON.parse(text).summit);
    expect(links.refersTo).toEqual(['zoe-marequin', 'arvenia']);
  });

  it('has JSON with the collection, the record as the dataset has it, and the ids of the linked ones', async () => {
    const { status, out } = await summit('show overdue -f json', lakes);
    expect(status).toBe(0);
    const record = JSON.parse(text).quotes.find(({ id }: { id: string }) => id === 'overdue');
    expect(JSON.parse(out)).toEqual({
      collection: 'quotes',
      record,
      links: {
        refersTo: ['dolmara-leader', 'drinking-water-pipeline'],
        referredToBy: [],
        mentionedIn: [],
      },
    });
  });

  it('says that the article is silent where a gap has no passage', async () => {
    const { out } = await summit('show author', lakes);
    expect(out).toBe(`\
id        author
topic     source
question  Who wrote the article?
kind      unstated
note      not stated
about     not stated

Evidence
no passage: the article is silent on this
`);
  });

  it('shows an amount with its currency', async () => {
    const { out } = await summit('show lakeside-railway', lakes);
    expect(out).toContain('\namount           $2.5 million\ncurrency         USD\n');
    expect(out).toContain('\ncountries        Belmarch, Corvessa\n');
  });

  it('breaks at words within a width', async () => {
    const { out } = await summit('show lakeside-railway --width 44', lakes);
    expect(out.split('\n').filter((line) => line.length > 44)).toEqual([]);
    expect(out).toContain(
      '\nattribution      draft programme seen by the\n                 Northlake Press Agency\n',
    );
  });

  it('is coloured only where that is asked for or at a terminal', async () => {
    const { out } = await summit('show author --color always', lakes);
    expect(out).toContain('\u001b[1mEvidence\u001b[22m\n');
    expect((await summit('show author', { ...lakes, terminal: 80 })).out).toBe(out);
    expect((await summit('show author', lakes)).out).not.toContain('\u001b');
  });

  it('shows control, bidirectional and invisible characters of the data as escapes', async () => {
    const dataset = JSON.parse(text);
    dataset.quotes[4].words = 'over\u001b[2Jdue\u202e';
    dataset.quotes[4].context = 'a\nb\u200bc';
    dataset.quotes[4].evidence = [
      { paragraph: 8, start: 'The\u0007 leader', end: 'over\ud800due' },
    ];
    const world = { ...lakes, files: { 'lakes.json': JSON.stringify(dataset) } };
    const { out } = await summit('show overdue', world);
    expect(out).toContain('\nwords    over\\x1b[2Jdue\\u{202e}\ncontext  a\\nb\\u{200b}c\n');
    expect(out).toContain('\n¶8   The\\x07 leader … over\\u{d800}due\n');
    const linked = await summit('show dolmara-leader', world);
    expect(linked.out).toContain('The leader of Dolmara · over\\x1b[2Jdue\\u{202e}\n');
    const { out: json } = await summit('show overdue -f json', world);
    expect(json).toContain('"words": "over\\u001b[2Jdue\\u202e"');
    expect(JSON.parse(json).record).toEqual(dataset.quotes[4]);
  });
});

describe('show of an unknown id', () => {
  it.each([
    ['dolmara-leadr', 'did you mean dolmara-leader?'],
    ['Arvenia', 'did you mean arvenia?'],
    ['vandrel', 'did you mean ilse-maarit-vandrel?'],
    ["Ruan O'Talvin", 'did you mean ruan-o-talvin?'],
    ['zeppelin', 'summit search zeppelin looks in all records'],
    ['two words', 'summit search <text> looks in all records'],
    ['$(reboot)', 'summit search <text> looks in all records'],
  ])('answers no to %s, and says what to try', async (id, hint) => {
    expect(await run(['show', id], lakes)).toMatchObject({
      status: 1,
      out: '',
      err: `summit: no record "${id}"\n${hint}\n`,
    });
  });

  it('takes the names of what every object has for ids like any other', async () => {
    for (const id of ['constructor', '__proto__', 'toString']) {
      expect(await run(['show', id], lakes)).toMatchObject({ status: 1, out: '' });
    }
  });
});
