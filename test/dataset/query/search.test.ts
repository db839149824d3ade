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

/** Searches the lakes dataset. */
const search = (...phrases: readonly string[]) => searchRecords(phrases.map(foldPhrase), links);

/** Lists the ids of the hits, best first. */
const listFound = (...phrases: readonly string[]) => search(...phrases).map(({ id }) => id);

/** Lists the fields in which a record is found. */
const listMatchedFields = (id: string, ...phrases: readonly string[]) =>
  search(...phrases).find((hit) => hit.id === id)?.fields;

describe('a search', () => {
  it('covers every field of every record', () => {
    expect(listFound('kestova').sort()).toEqual([
      'marequin-o-talvin-4-june',
      'open-the-sluices',
      'sluices-on-condition',
      'starting-date-of-sluices',
    ]);
    expect(listMatchedFields('overdue', 'overdue')).toEqual(['id', 'words', 'evidence']);
  });

  it('returns the collection and a summary of each record', () => {
    expect(search('sluices AT')).toContainEqual(
      expect.objectContaining({
        id: 'open-the-sluices',
        collection: 'quotes',
        text: "Ruan O'Talvin · “ready to open the sluices at Kestova each spring”",
      }),
    );
  });

  it('adds the field and text of a match that the summary does not contain', () => {
    expect(search('likewise')).toContainEqual(
      expect.objectContaining({
        id: 'marequin-o-talvin-4-june',
        fields: ['outcome'],
        text: expect.stringMatching(/ · held · outcome: Corvessa would be .* likewise; /),
      }),
    );
  });

  it('lists matching names first, then words in default fields, then other matches', () => {
    expect(listFound('dolmara')[0]).toBe('dolmara');
    expect(listFound('vandrel')[0]).toBe('ilse-maarit-vandrel');
    expect(listFound('pipeline').indexOf('drinking-water-pipeline')).toBe(0);
    expect(listFound('backer').slice(0, 2)).toEqual(['no-backer', 'lakeside-railway']);
  });

  it('prefers whole words and their beginnings to matches within words', () => {
    expect(listFound('rail')).toContain('lakeside-railway');
    expect(listFound('akesid')).toContain('lakeside-railway');
    expect(listFound('sum')).not.toContain('zoe-marequin');
  });

  it.each(["Ruan O'Talvin", 'ruan o’talvin', 'RUAN OTALVIN', 'Ruan  O´Talvin', 'Ruàn OTalvin'])(
    'finds any spelling of a name: %s',
    (spelling) => {
      const [first, ...others] = listFound(spelling);
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

  it('shows the best matching text, but not an id', () => {
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

  it('shows only the passage with the match', () => {
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

  it('finds each id in a list', () => {
    expect(listFound('dolmara-leader')).toContain('marequin-dolmara');
  });

  it('finds a reference by its name and by its id', () => {
    expect(listMatchedFields('lakeside-railway', 'Corvessa')).toContain('countries');
    expect(listMatchedFields('marequin-vandrel-3-june', 'ilse-maarit-vandrel')).toContain(
      'leaders',
    );
  });

  it('finds a reference without a name by its id', () => {
    const leaders = lakes.leaders.map((one) =>
      one.name === null ? { ...one, country: null, organization: null } : one,
    );
    const index = indexRecords({ ...lakes, leaders });
    expect(searchRecords(['dolmara leader'], index).map(({ id }) => id)).toContain('overdue');
  });

  it('finds an amount by its displayed text and by its number', () => {
    expect(listMatchedFields('lakeside-railway', '$2.5 million')).toContain('amount');
    expect(search('2500000')).toMatchObject([
      {
        id: 'lakeside-railway',
        collection: 'deals',
        fields: ['amount'],
        text: 'lakeside railway · $2.5 million · sought · amount: 2500000',
      },
    ]);
  });

  it('finds words of an anchor', () => {
    expect(listMatchedFields('marequin-vandrel-3-june', 'two hours')).toEqual(['evidence']);
  });

  it('does not find missing values', () => {
    expect(listFound('not stated')).toEqual([]);
  });

  it('requires every phrase in the record, but not in the same field', () => {
    expect(listFound('pipeline', 'corvessa').sort()).toEqual(['lakeside-railway', 'whole-cost']);
    expect(listFound('kestova', 'railway')).toEqual([]);
  });

  it('finds the summit', () => {
    expect(listMatchedFields('lake-oreval-summit', 'three-day summit')).toContain('aliases');
  });

  it.each(["'", '’', '-', '´', "' -"])(
    'rejects %s, which contains nothing to search for',
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

describe('the order of search results', () => {
  const [claim] = lakes.claims;
  /** Lists the ids of claims that a search finds. A passage is not a default field. */
  function searchClaims(
    phrase: string,
    claims: Readonly<Record<string, object>>,
  ): readonly string[] {
    if (!claim) throw new Error('no claim');
    const template = {
      ...claim,
      topic: 'x',
      claim: 'x',
      attribution: null,
      about: [],
      evidence: [],
    };
    const own = Object.entries(claims).map(([id, change]) => ({ ...template, id, ...change }));
    const dataset = { ...lakes, claims: own };
    return searchRecords([foldPhrase(phrase)], indexRecords(dataset))
      .filter(({ collection }) => collection === 'claims')
      .map(({ id }) => id);
  }

  it('puts whole words before beginnings, and default fields before others', () => {
    expect(
      searchClaims('quay', {
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

  it('includes matches within words only if there are no others', () => {
    const middle = { claim: 'It was opaquay.' };
    expect(searchClaims('quay', { middle, word: { claim: 'The quay.' } })).toEqual(['word']);
    expect(searchClaims('quay', { middle, other: { topic: 'opaquays' } })).toEqual([
      'middle',
      'other',
    ]);
  });
});

describe('a highlight', () => {
  const listHighlights = (text: string, ...phrases: readonly string[]) =>
    findHighlights(text, phrases).map(([from, to]) => text.slice(from, to));

  it('covers the text as it is written', () => {
    expect(listHighlights("Xi'an, Xian and Xi’an", 'xian')).toEqual(["Xi'an", 'Xian', 'Xi’an']);
    expect(listHighlights('Zoe\u0308 Maréquin', 'zoe')).toEqual(['Zoe\u0308']);
    expect(listHighlights('a one–on – one b', 'one on one')).toEqual(['one–on – one']);
    expect(listHighlights('nothing', 'xian')).toEqual([]);
  });

  it('is merged with one that overlaps it', () => {
    expect(listHighlights('banana', 'ana')).toEqual(['anana']);
    expect(listHighlights('abcdef', 'cde', 'bcd', 'c')).toEqual(['bcde']);
    expect(listHighlights('abcdef', 'ef', 'ab')).toEqual(['ab', 'ef']);
    expect(listHighlights('xabab', 'ab')).toEqual(['abab']);
    expect(listHighlights('abc', '')).toEqual([]);
  });

  it('is within a word only if no word begins with the phrase, and at a beginning only if no word is the phrase', () => {
    expect(listHighlights('the other theme, The End', 'the')).toEqual(['the', 'The']);
    expect(listHighlights('other theme', 'the')).toEqual(['the']);
    expect(listHighlights('other', 'the')).toEqual(['the']);
    expect(findHighlights('other theme', ['the'])).toEqual([[6, 9]]);
  });

  it('covers a character completely if it folds to several letters', () => {
    expect(listHighlights('the ﬁn', 'f')).toEqual(['ﬁ']);
    expect(listHighlights('the ﬁn', 'in')).toEqual(['ﬁn']);
    expect(listHighlights('xﬁ', 'f')).toEqual(['ﬁ']);
    expect(listHighlights('xﬁ', 'i')).toEqual(['ﬁ']);
  });

  it('is only in the text of a hit', () => {
    const hit = { id: 'xian', collection: 'events', fields: ['place'], text: "In Xi'an" };
    expect(createHighlighter(['xian'])(hit, 'text')).toEqual([[3, 8]]);
    expect(createHighlighter(['xian'])(hit, 'id')).toEqual([]);
  });

  const letter = fc.constantFrom(...'abcxyzXYZéÖñ');
  const decoration = fc.constantFrom('', '\u0301', '\u0308', "'", '’', '\u0323\u0302');
  const word = fc.array(fc.tuple(letter, decoration), { minLength: 1, maxLength: 8 });
  const other = fc.string({ unit: fc.constantFrom(...'0123456789 ,.–\u{1f600}') });

  it('covers exactly the phrase in any spelling, and folds to the phrase', () => {
    fc.assert(
      fc.property(other, word, other, (before, parts, after) => {
        const spelling = parts.flat().join('');
        const phrase = fold(spelling);
        const text = `${before}${spelling}${after}`;
        const highlights = findHighlights(text, [phrase]);
        expect(highlights).toEqual([[before.length, before.length + spelling.length]]);
        expect(highlights.map(([from, to]) => fold(text.slice(from, to)))).toEqual([phrase]);
      }),
    );
  });

  it('contains the phrase, for any text that the phrase comes from', () => {
    const sample = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => fold(text).trim() !== '');
    fc.assert(
      fc.property(sample, sample, sample, (before, piece, after) => {
        const text = `${before} ${piece} ${after}`;
        const phrase = fold(piece).trim();
        const highlights = findHighlights(text, [phrase]);
        expect(highlights.length).toBeGreaterThan(0);
        for (const [from, to] of highlights) expect(fold(text.slice(from, to))).toContain(phrase);
      }),
    );
  });
});
