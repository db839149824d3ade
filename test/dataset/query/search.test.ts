import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createHighlighter,
  findHighlights,
  foldPhrase,
} from '../../../src/dataset/query/highlights.ts';
import { indexRecords } from '../../../src/dataset/query/record-index.ts';
import { searchRecords } from '../../../src/dataset/query/search.ts';
import { fold } from '../../../src/text/fold.ts';
import { readDataset } from '../../read-dataset.ts';
import { example, run } from '../../run.ts';

const path = example('lakes-summit.json');
const lakes = readDataset(path);
const links = indexRecords(lakes);

/** What is found in the fixture. */
const hits = (...phrases: readonly string[]) => searchRecords(phrases.map(foldPhrase), links);

/** The ids of these, the best first. */
const found = (...phrases: readonly string[]) => hits(...phrases).map(({ id }) => id);

/** The fields in which a record is found. */
const fieldsOf = (id: string, ...phrases: readonly string[]) =>
  hits(...phrases).find((hit) => hit.id === id)?.fields;

describe('a search', () => {
  it('looks into every field of every record', () => {
    expect(found('kestova').sort()).toEqual([
      'marequin-o-talvin-4-june',
      'open-the-sluices',
      'sluices-on-condition',
      'starting-date-of-sluices',
    ]);
    expect(fieldsOf('overdue', 'overdue')).toEqual(['id', 'words', 'evidence']);
  });

  it('gives the collection, and how the record reads in a line', () => {
    expect(hits('sluices AT')).toContainEqual(
      expect.objectContaining({
        id: 'open-the-sluices',
        collection: 'quotes',
        text: "Ruan O'Talvin · “ready to open the sluices at Kestova each spring”",
      }),
    );
  });

  it('gives the field and the text that it was found in if that is no part of the line', () => {
    expect(hits('likewise')).toContainEqual(
      expect.objectContaining({
        id: 'marequin-o-talvin-4-june',
        fields: ['outcome'],
        text: expect.stringMatching(/ · held · outcome: Corvessa would be .* likewise; /),
      }),
    );
  });

  it('has the best first: what is called so, then words in chief fields, then elsewhere', () => {
    expect(found('dolmara')[0]).toBe('dolmara');
    expect(found('vandrel')[0]).toBe('ilse-maarit-vandrel');
    expect(found('pipeline').indexOf('drinking-water-pipeline')).toBe(0);
    const backer = found('backer');
    expect(backer.indexOf('no-backer')).toBeGreaterThanOrEqual(0);
  });

  it('takes whole words and their beginnings before what is in the middle of others', () => {
    expect(found('rail')).toContain('lakeside-railway');
    expect(found('akesid')).toContain('lakeside-railway');
    expect(found('sum')).not.toContain('zoe-marequin');
  });

  it.each(["Ruan O'Talvin", 'ruan o’talvin', 'RUAN OTALVIN', 'Ruan  O´Talvin', 'Ruàn OTalvin'])(
    'finds a name however it is spelt: %s',
    (spelling) => {
      const [first, ...others] = found(spelling);
      expect(first).toBe('ruan-o-talvin');
      expect(others).toEqual(
        expect.arrayContaining([
          'guests-welcomed',
          'marequin-o-talvin-4-june',
          'open-the-sluices',
          'sluices-on-condition',
        ]),
      );
    },
  );

  it('gives the best of the texts that it was found in, and no id for a text', () => {
    const [claim] = lakes.claims;
    const other = { id: 'ash-tree', claim: 'x', topic: 'bashful', attribution: 'ash and oak' };
    const claims = [{ ...claim, ...other, about: [], evidence: [] }] as typeof lakes.claims;
    const dataset = { ...lakes, claims };
    const [hit] = searchRecords(['ash'], indexRecords(dataset));
    expect(hit).toMatchObject({
      text: 'x · attribution: ash and oak',
      fields: ['id', 'topic', 'attribution'],
    });
  });

  it('gives a passage alone where it was found in that', () => {
    const [claim] = lakes.claims;
    const evidence = [
      { paragraph: 1, start: 'one passage' },
      { paragraph: 2, start: 'another passage' },
    ];
    const claims = [{ ...claim, evidence }] as typeof lakes.claims;
    const dataset = { ...lakes, claims };
    const [hit] = searchRecords(['another passage'], indexRecords(dataset));
    expect(hit?.text).toMatch(/ · evidence: ¶2 another passage$/);
  });

  it('finds each of the ids of a list', () => {
    expect(found('dolmara-leader')).toContain('marequin-dolmara');
  });

  it('finds a reference by its name and by its id', () => {
    expect(fieldsOf('lakeside-railway', 'Corvessa')).toContain('countries');
    expect(fieldsOf('marequin-vandrel-3-june', 'ilse-maarit-vandrel')).toContain('leaders');
  });

  it('finds a reference without a name by its id', () => {
    const leaders = lakes.leaders.map((one) =>
      one.name === null ? { ...one, country: null, organization: null } : one,
    );
    const index = indexRecords({ ...lakes, leaders });
    expect(searchRecords(['dolmara leader'], index).map(({ id }) => id)).toContain('overdue');
  });

  it('finds an amount as it reads and as it stands in the dataset', () => {
    expect(fieldsOf('lakeside-railway', '$2.5 million')).toContain('amount');
    expect(hits('2500000')).toMatchObject([
      {
        id: 'lakeside-railway',
        collection: 'deals',
        fields: ['amount'],
        text: 'lakeside railway · $2.5 million · sought · amount: 2500000',
      },
    ]);
  });

  it('finds the words of an anchor', () => {
    expect(fieldsOf('marequin-vandrel-3-june', 'two hours')).toEqual(['evidence']);
  });

  it('does not find that something is not stated', () => {
    expect(found('not stated')).toEqual([]);
  });

  it('has every phrase stand in the record, be it in different fields', () => {
    expect(found('pipeline', 'corvessa').sort()).toEqual(['lakeside-railway', 'whole-cost']);
    expect(found('kestova', 'railway')).toEqual([]);
  });

  it('finds the summit too', () => {
    expect(fieldsOf('lake-oreval-summit', 'three-day summit')).toContain('aliases');
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

describe('the order of what is found', () => {
  const [claim] = lakes.claims;
  /** The ids of claims with these texts, by a search; a passage is no chief field. */
  function idsOf(phrase: string, claims: Readonly<Record<string, object>>): readonly string[] {
    if (!claim) throw new Error('no claim');
    const plain = { ...claim, topic: 'x', claim: 'x', attribution: null, about: [], evidence: [] };
    const own = Object.entries(claims).map(([id, change]) => ({ ...plain, id, ...change }));
    const dataset = { ...lakes, claims: own };
    return searchRecords([foldPhrase(phrase)], indexRecords(dataset))
      .filter(({ collection }) => collection === 'claims')
      .map(({ id }) => id);
  }

  it('is by whole words, then by beginnings, those in chief fields first', () => {
    expect(
      idsOf('quay', {
        'beginning-elsewhere': { evidence: [{ paragraph: 1, start: 'the quayside' }] },
        'word-elsewhere': { evidence: [{ paragraph: 1, start: 'a quay' }] },
        'beginning-in-chief': { claim: 'By the quayside.' },
        'word-in-chief': { claim: 'By the quay.' },
        quay: {},
      }),
    ).toEqual([
      'quay',
      'word-in-chief',
      'word-elsewhere',
      'beginning-in-chief',
      'beginning-elsewhere',
    ]);
  });

  it('has what is in the middle of words where there is nothing else, and only there', () => {
    const middle = { claim: 'It was opaquay.' };
    expect(idsOf('quay', { middle, word: { claim: 'The quay.' } })).toEqual(['word']);
    expect(idsOf('quay', { middle, other: { topic: 'opaquays' } })).toEqual(['middle', 'other']);
  });
});

describe('a mark', () => {
  const marked = (text: string, ...phrases: readonly string[]) =>
    findHighlights(text, phrases).map(([from, to]) => text.slice(from, to));

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
    expect(marked('xabab', 'ab')).toEqual(['abab']);
    expect(marked('abc', '')).toEqual([]);
  });

  it('is within a word only if the phrase is nowhere at its start, and at its start only if it is no whole word', () => {
    expect(marked('the other theme, The End', 'the')).toEqual(['the', 'The']);
    expect(marked('other theme', 'the')).toEqual(['the']);
    expect(marked('other', 'the')).toEqual(['the']);
    expect(findHighlights('other theme', ['the'])).toEqual([[6, 9]]);
  });

  it('has the whole of a sign that folds to several letters', () => {
    expect(marked('the ﬁn', 'f')).toEqual(['ﬁ']);
    expect(marked('the ﬁn', 'in')).toEqual(['ﬁn']);
    expect(marked('xﬁ', 'f')).toEqual(['ﬁ']);
    expect(marked('xﬁ', 'i')).toEqual(['ﬁ']);
  });

  it('stands in the text of a hit alone', () => {
    const hit = { id: 'xian', collection: 'events', fields: ['place'], text: "In Xi'an" };
    expect(createHighlighter(['xian'])(hit, 'text')).toEqual([[3, 8]]);
    expect(createHighlighter(['xian'])(hit, 'id')).toEqual([]);
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
        const marks = findHighlights(text, [phrase]);
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
        const marks = findHighlights(text, [phrase]);
        expect(marks.length).toBeGreaterThan(0);
        for (const [from, to] of marks) expect(fold(text.slice(from, to))).toContain(phrase);
      }),
    );
  });
});
