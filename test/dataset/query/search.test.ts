import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksOf } from '../../../src/dataset/query/links.ts';
import {
  foldPhrase,
  marksOf,
  marksOfHits,
  searchRecords,
} from '../../../src/dataset/query/search.ts';
import { fold } from '../../../src/text/fold.ts';
import { readDataset } from '../../read-dataset.ts';
import { fixture, run } from '../../run.ts';

const path = fixture('lakes-summit.json');
const lakes = readDataset(path);
const links = linksOf(lakes);

/** What is found in the fixture. */
const hits = (...phrases: readonly string[]) =>
  searchRecords(lakes, links, phrases.map(foldPhrase));

/** The same as id and field. */
const found = (...phrases: readonly string[]) =>
  hits(...phrases).map(({ id, field }) => `${id} ${field}`);

describe('a search', () => {
  it('looks into every field of every record, in the order of the dataset', () => {
    expect(found('kestova')).toEqual([
      'marequin-o-talvin-4-june outcome',
      'open-the-sluices words',
      'sluices-on-condition claim',
      'starting-date-of-sluices question',
    ]);
  });

  it('gives the collection, and how the field reads', () => {
    expect(hits('sluices AT')[1]).toMatchObject({
      id: 'open-the-sluices',
      collection: 'quotes',
      field: 'words',
      text: 'ready to open the sluices at Kestova each spring',
    });
  });

  it.each(["Ruan O'Talvin", 'ruan o’talvin', 'RUAN OTALVIN', 'Ruan  O´Talvin', 'Ruàn OTalvin'])(
    'finds a name however it is spelt: %s',
    (spelling) => {
      expect(found(spelling).filter((one) => !one.endsWith(' evidence'))).toEqual([
        'ruan-o-talvin name',
        'marequin-o-talvin-4-june leaders',
        'open-the-sluices speaker',
        'open-the-sluices leader',
        'open-the-sluices about',
        'guests-welcomed about',
        'sluices-on-condition attribution',
      ]);
    },
  );

  it('finds a reference by its name and by its id', () => {
    const railway = (phrase: string) => found(phrase).filter((one) => one.startsWith('lakeside-'));
    expect(railway('Belmarch, Corvessa')).toEqual(['lakeside-railway countries']);
    expect(found('ilse-maarit-vandrel')).toContain('marequin-vandrel-3-june leaders');
  });

  it('finds an amount as it reads and as it stands in the dataset', () => {
    expect(found('$2.5 million')).toContain('lakeside-railway amount');
    expect(hits('2500000')).toMatchObject([
      { id: 'lakeside-railway', collection: 'deals', field: 'amount', text: '2500000' },
    ]);
  });

  it('finds the words of an anchor', () => {
    expect(found('two hours')).toContain('marequin-vandrel-3-june evidence');
  });

  it('does not find that something is not stated', () => {
    expect(found('not stated')).toEqual([]);
  });

  it('has every phrase stand in the record, be it in different fields', () => {
    expect(found('pipeline', 'corvessa')).toEqual([
      'lakeside-railway countries',
      'lakeside-railway note',
      'lakeside-railway evidence',
      'whole-cost question',
      'whole-cost about',
      'whole-cost evidence',
    ]);
    expect(found('kestova', 'railway')).toEqual([]);
  });

  it('finds the summit too', () => {
    expect(found('three-day summit')).toContain('lake-oreval-summit aliases');
  });

  it.each(["'", '’', '-', '´', "' -"])(
    'for nothing but %s is a search for nothing',
    async (phrase) => {
      const { status, out, err } = await run(['search', '--ids', '--data', path, '--', phrase]);
      expect({ status, out, err }).toEqual({
        status: 2,
        out: '',
        err: 'summit: nothing to search for\n',
      });
    },
  );
});

describe('a mark', () => {
  const marked = (text: string, ...phrases: readonly string[]) =>
    marksOf(text, phrases).map(([from, to]) => text.slice(from, to));

  it('is a stretch of the text as it stands there', () => {
    expect(marked("Xi'an, Xian and Xi’an", 'xian')).toEqual(["Xi'an", 'Xian', 'Xi’an']);
    expect(marked('Zoe\u0308 Maréquin', 'zoe')).toEqual(['Zoe\u0308']);
    expect(marked('a one–on – one b', 'one on one')).toEqual(['one–on – one']);
    expect(marked('nothing', 'xian')).toEqual([]);
  });

  it('is joined with one that overlaps it', () => {
    expect(marked('banana', 'ana')).toEqual(['anana']);
    expect(marked('abcdef', 'cde', 'bcd', 'c')).toEqual(['bcde']);
    expect(marked('abcdef', 'ef', 'ab')).toEqual(['ab', 'ef']);
  });

  it('has the whole of a sign that folds to several letters', () => {
    expect(marked('the ﬁn', 'f')).toEqual(['ﬁ']);
    expect(marked('the ﬁn', 'in')).toEqual(['ﬁn']);
  });

  it('stands in the text of a hit alone', () => {
    const hit = { id: 'xian', collection: 'events', field: 'place', text: "In Xi'an" };
    expect(marksOfHits(['xian'])(hit, 'text')).toEqual([[3, 8]]);
    expect(marksOfHits(['xian'])(hit, 'id')).toEqual([]);
  });

  const letter = fc.constantFrom(...'abcxyzXYZéÖñ');
  const decoration = fc.constantFrom('', '\u0301', '\u0308', "'", '’', '\u0323\u0302');
  const word = fc.array(fc.tuple(letter, decoration), { minLength: 1, maxLength: 8 });
  const other = fc.string({ unit: fc.constantFrom(...'0123456789 ,.–\u{1f600}') });

  it('stands where a spelling of the phrase stands, and folds to the phrase', () => {
    fc.assert(
      fc.property(other, word, other, (before, parts, after) => {
        const spelling = parts.flat().join('');
        const phrase = fold(spelling);
        const text = `${before}${spelling}${after}`;
        const marks = marksOf(text, [phrase]);
        expect(marks).toEqual([[before.length, before.length + spelling.length]]);
        expect(marks.map(([from, to]) => fold(text.slice(from, to)))).toEqual([phrase]);
      }),
    );
  });

  it('has the phrase in it, whatever text it was taken from', () => {
    const sample = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => fold(text).trim() !== '');
    fc.assert(
      fc.property(sample, sample, sample, (before, piece, after) => {
        const text = `${before} ${piece} ${after}`;
        const phrase = fold(piece).trim();
        const marks = marksOf(text, [phrase]);
        expect(marks.length).toBeGreaterThan(0);
        for (const [from, to] of marks) expect(fold(text.slice(from, to))).toContain(phrase);
      }),
    );
  });
});
