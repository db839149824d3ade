import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articles, example, run, summit, type World } from '../run.ts';

const text = readFileSync(example('lakes-summit.json'), 'utf8');
const lakes: World = { files: { 'lakes.json': text }, env: { SUMMIT_DATA: 'lakes.json' } };

describe('summit show', () => {
  it('prints a record with its fields, its passages and the records linked to it', async () => {
    const { status, out, err } = await summit('show ruan-o-talvin', lakes);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      `\
id       ruan-o-talvin
name     Ruan O'Talvin
aliases  O’Talvin
title    Corvessan President
country  Corvessa
role     guest
not stated: organization

Evidence
  ¶5  Corvessan President Ruan O'Talvin
  ¶5  No starting date was agreed … spokesman added
  ¶3  welcomed the leaders of Belmarch … Dolmara

Links to
  country
    corvessa  Corvessa · guest

Linked from
  talk
    marequin-o-talvin-4-june  2025-06-04 · Zoë Maréquin, Ruan O'Talvin · Arvenia, Corvessa · held
  quote
    open-the-sluices  Ruan O'Talvin · “ready to open the sluices at Kestova each spring”
  event
    guests-welcomed  Maréquin welcomed the leaders · 2025-06-03 · held
  gap
    starting-date-of-sluices  In which spring would the sluices at Kestova first be opened?

Mentioned in
  event
    separate-talks  Separate talks with all three guests · held
  claims
    sluices-on-condition  Every spring the sluices at Kestova could be opened, on condition that the other states did likewise.
    no-starting-date      From when the sluices would be opened was left open.
`,
    );
  });

  it('lists the fields that are not stated', async () => {
    const { out } = await summit('show dolmara-leader', lakes);
    expect(out).toBe(`\
id       dolmara-leader
country  Dolmara
role     guest
not stated: name, title, organization
none: aliases

Evidence
  ¶8  The leader of Dolmara
  ¶3  welcomed the leaders of Belmarch … Dolmara

Links to
  country
    dolmara  Dolmara · guest

Linked from
  talk
    marequin-dolmara  Zoë Maréquin, unnamed (Dolmara) · Arvenia, Dolmara · reported
  quote
    overdue  The leader of Dolmara · “overdue”
  events
    guests-welcomed  Maréquin welcomed the leaders · 2025-06-03 · held
    closing-dinner   Closing dinner · planned
  gaps
    when-dolmara-talked  On which day, if at all, were the separate talks with the leader of Dolmara held?
    who-leads-dolmara    What are the name and the title of Dolmara's leader?
`);
  });

  it('links a country to records that refer to it through other records', async () => {
    const { out } = await summit('show dolmara -f json', lakes);
    expect(JSON.parse(out)[0].links).toEqual({
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

  it('prints the summit', async () => {
    const { out } = await summit('show lake-oreval-summit -f json', lakes);
    const [{ collection, links, ...record }] = JSON.parse(out);
    expect(collection).toBe('summit');
    expect(record).toEqual({ ...JSON.parse(text).summit, when: null });
    expect(links.refersTo).toEqual(['zoe-marequin', 'arvenia']);
  });

  it('prints collection, record and ids of linked records as JSON', async () => {
    const { status, out } = await summit('show overdue -f json', lakes);
    expect(status).toBe(0);
    const record = JSON.parse(text).quotes.find(({ id }: { id: string }) => id === 'overdue');
    const links = {
      refersTo: ['dolmara-leader', 'drinking-water-pipeline'],
      referredToBy: [],
      mentionedIn: [],
    };
    expect(JSON.parse(out)).toEqual([{ collection: 'quotes', ...record, links }]);
  });

  it('says that the article does not say for a gap without a passage', async () => {
    const { out } = await summit('show author', lakes);
    expect(out).toBe(`\
id        author
topic     source
question  Who wrote the article?
kind      unstated
not stated: note
none: about

Evidence
  no passage: the article does not say
`);
  });

  it('prints an amount once, with its currency, and its wording only if different', async () => {
    const { out } = await summit('show lakeside-railway', lakes);
    expect(out).toContain('\namount       $2.5 million (USD)\nstatus       sought\n');
    const { out: other } = await summit('show drinking-water-pipeline', lakes);
    expect(other).toContain('\namount           €300 thousand (EUR)\namountAsWritten  €300,000\n');
  });

  it('wraps at words to the width', async () => {
    const { out } = await summit('show lakeside-railway --width 44', lakes);
    expect(out.split('\n').filter((line) => line.length > 44)).toEqual([]);
    expect(out).toContain(
      '\nattribution  draft programme seen by the\n             Northlake Press Agency (NPA)\n',
    );
  });

  it('prints colours only at a terminal or with --color always', async () => {
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
    expect(out).toContain('\nwords    “over\\x1b[2Jdue\\u{202e}”\ncontext  a\\nb\\u{200b}c\n');
    expect(out).toContain('\n  ¶8  The\\x07 leader … over\\u{d800}due\n');
    const linked = await summit('show dolmara-leader', world);
    expect(linked.out).toContain('The leader of Dolmara · “over\\x1b[2Jdue\\u{202e}”\n');
    const { out: json } = await summit('show overdue -f json', world);
    expect(json).toContain('"words": "over\\u001b[2Jdue\\u202e"');
    expect(JSON.parse(json)).toMatchObject([dataset.quotes[4]]);
  });
});

describe('summit show --article', () => {
  const article = readFileSync(example('lakes-summit.txt'), 'utf8');
  const withArticle: World = { ...lakes, files: { ...lakes.files, 'article.txt': article } };

  it('prints whole passages, with the words of the record highlighted', async () => {
    const { status, out, err } = await summit('show rail --article article.txt', withArticle);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('\n  ¶8  [Belmarch] and [Corvessa] are seeking ');
    expect(out).toMatch(/ seeking \[\$2\.5\smillion\] for a \[lakeside railway\]\n/);
    expect(out).not.toContain(' … ');
  });

  it('prints the anchor of a passage that is not found, and says so', async () => {
    const files = { ...withArticle.files, 'article.txt': article.replace('are seeking', 'seek') };
    const world = { ...withArticle, files };
    const { out } = await summit('show rail --article article.txt', world);
    expect(out).toContain(
      '\n  ¶8  Belmarch and Corvessa are seeking … lakeside railway (not found)\n',
    );
    const { out: json } = await summit('show rail --article article.txt -f json', world);
    expect(JSON.parse(json)[0].passages[0]).toBeNull();
  });

  it.each(articles)('prints every passage of %s as JSON', async (dataset, text) => {
    const all = JSON.parse((await summit(`records -f json --data ${dataset}`)).out) as {
      id: string;
    }[];
    const argv = ['show', '-', '--article', text, '--data', dataset, '-f', 'ndjson'];
    const { out } = await run(argv, { stdin: all.map(({ id }) => id).join('\n') });
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records).toHaveLength(all.length);
    for (const { evidence, passages } of records) {
      expect(passages).toHaveLength(evidence.length);
      for (const passage of passages) expect(passage).toMatch(/\w/);
    }
  });

  it('rejects standard input as both inputs, and a missing article', async () => {
    expect(await run(['show', '-', '--article', '-'], { ...lakes, stdin: '' })).toMatchObject({
      status: 2,
      err: 'summit: standard input cannot be both the article and the ids\n',
    });
    expect(await run(['show', 'rail', '--article', 'missing.txt'], lakes)).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: cannot read missing.txt: no such file\n',
    });
  });
});

describe('the arguments of show', () => {
  it.each([
    ['ruan-o-talvin', 'ruan-o-talvin'],
    ["Ruan O'Talvin", 'ruan-o-talvin'],
    ['RUAN OTALVIN', 'ruan-o-talvin'],
    ['vandrel', 'ilse-maarit-vandrel'],
    ['zoë', 'zoe-marequin'],
    ['Arvenian', 'arvenia'],
    ['xb', 'belmarch'],
    ['pipeline', 'drinking-water-pipeline'],
    ['drinking', 'drinking-water-pipeline'],
    ['rail', 'lakeside-railway'],
    ['open-the', 'open-the-sluices'],
    ['turn-off', 'turn-off-the-pumps'],
    ['Off the', 'turn-off-the-pumps'],
    ['programme', 'draft-programme-seen'],
  ])('match a record by any unambiguous part: %s, %s', async (word, id) => {
    const { status, out } = await run(['show', word, '-f', 'json'], lakes);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject([{ id }]);
  });

  it('are rejected if ambiguous, with the ids of the matches', async () => {
    expect(await run(['show', 'declaration'], lakes)).toMatchObject({
      status: 1,
      out: '',
      err: 'summit: "declaration" is ambiguous (3 matches)\nchoose one: declaration-expected, declaration-without-date, content-of-declaration\n',
    });
    expect((await run(['show', 'may'])).err).toMatch(
      /^summit: "may" is ambiguous \(6 matches\)\nchoose one: (?:[\w-]+, ){4}[\w-]+ and 1 more\n$/,
    );
  });

  it.each([
    ['dolmara-leadr', 'did you mean dolmara-leader?'],
    ['zeppelin', 'summit search zeppelin searches all records'],
    ['two words', 'summit search <text> searches all records'],
    ['$(reboot)', 'summit search <text> searches all records'],
    ['program', 'summit search program searches all records'],
    ['the-off', 'summit search the-off searches all records'],
    ['talks', 'to list the talks: summit talks'],
    [' talks ', 'to list the talks: summit talks'],
    ['Leaders', 'to list the leaders: summit leaders'],
    ['country', 'to list the countries: summit countries'],
    ['Quote', 'to list the quotes: summit quotes'],
  ])('are rejected with a hint if they match no record: %s', async (id, hint) => {
    expect(await run(['show', id], lakes)).toMatchObject({
      status: 1,
      out: '',
      err: `summit: no record "${id}"\n${hint}\n`,
    });
  });

  it('can be several, in the order given, and come from standard input', async () => {
    const showIds = async (argv: readonly string[], stdin = '') => {
      const { out } = await run(['show', ...argv, '-f', 'ndjson'], { ...lakes, stdin });
      return out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id);
    };
    expect(await showIds(['rail', 'vandrel'])).toEqual(['lakeside-railway', 'ilse-maarit-vandrel']);
    expect(await showIds(['rail', '-'], 'overdue\r\n\nbarely\n')).toEqual([
      'lakeside-railway',
      'overdue',
      'barely',
    ]);
    expect(await run(['show', '-', '--data', '-'], { stdin: text })).toMatchObject({
      status: 2,
      err: 'summit: standard input cannot be both the dataset and the ids\n',
    });
  });

  it('must be from one collection for csv', async () => {
    expect((await summit('show rail pipeline -f csv', lakes)).out.split('\r\n')).toHaveLength(4);
    expect(await summit('show rail vandrel -f csv', lakes)).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: csv is limited to one collection\nrecords are from deals and leaders; use json or ndjson\n',
    });
  });

  it('give at most five linked records per collection without --all', async () => {
    const { out } = await summit('show china');
    const collections = out.split(/\n {2}(?=[a-z]+\n)/).slice(1);
    const counts = collections.map((lines) => lines.match(/^ {4}\S+ {2}/gm)?.length);
    expect(counts).toContain(5);
    expect(Math.max(...counts.map(Number))).toBe(5);
    expect(out).toMatch(/\n {4}\d+ more \(use --all\)\n/);
    const all = (await summit('show china --all')).out;
    expect(all).not.toContain('use --all');
    expect(all.split('\n').length).toBeGreaterThan(out.split('\n').length);
  });

  it('are not confused with properties of JavaScript objects', async () => {
    for (const id of ['constructor', '__proto__', 'toString']) {
      expect(await run(['show', id], lakes)).toMatchObject({ status: 1, out: '' });
    }
  });
});
