import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../src/evidence/article/article.ts';
import { indexArticle } from '../../src/evidence/article/word-index.ts';
import { type LocatedAnchor, locateAll } from '../../src/evidence/locate.ts';
import type { Anchor } from '../../src/model/record.ts';
import { anchor, article, target } from './text.ts';

const news = article(
  'Ferry Plan Divides the Harbour',
  'Mayor Ana Iñíguez met the “old” ferry crew on May 18, and the crew met her again on May 19.',
  'The ferry plan divides the harbour',
  'The crew wants a new pier – and a $6 billion bridge.',
);

/** What became of an anchor, by itself. */
function find(text: Article, where: Anchor): LocatedAnchor {
  const [[located] = []] = locateAll([target('boat', [where])], indexArticle(text));
  if (!located) throw new Error('a target with an anchor has it located');
  return located;
}

function textOf(located: LocatedAnchor): string {
  return located.state === 'found' ? located.passage.text : located.state;
}

test('a passage runs from the start to the first end behind it', () => {
  expect(find(news, anchor(2, 'met the', 'crew'))).toMatchObject({
    state: 'found',
    passage: {
      paragraph: 2,
      from: 18,
      to: 42,
      text: 'met the “old” ferry crew',
      normalised: "met the 'old' ferry crew",
      paragraphText: news.paragraphs[1],
    },
  });
  expect(textOf(find(news, anchor(2, 'on May 19')))).toBe('on May 19');
});

test('letter case, quotation marks, dashes, blanks and decomposed letters are no matter', () => {
  const nfd = article(...news.paragraphs.map((paragraph) => paragraph.normalize('NFD')));
  for (const text of [news, nfd]) {
    expect(textOf(find(text, anchor(2, 'MAYOR  ana\u00a0Iñíguez', '"OLD"'))).normalize()).toBe(
      'Mayor Ana Iñíguez met the “old”',
    );
  }
  expect(textOf(find(news, anchor(4, 'pier — and')))).toBe('pier – and');
});

test('offsets are those of the original, where matching changes the length', () => {
  const text = article('İİ \u00ad  Straße 5 – the “Pier”');
  expect(textOf(find(text, anchor(1, 'strasse 5', '“pier”')))).toBe('Straße 5 – the “Pier”');
});

test('only whole words match, at the start and at the end', () => {
  const missing = { state: 'not found', part: 'start' };
  for (const part of ['erry crew', 'ferry cre', 'In', 'Inigue']) {
    expect(find(news, anchor(2, part))).toMatchObject(missing);
  }
  expect(find(news, anchor(2, 'Mayor', 'cre'))).toMatchObject({ state: 'not found', part: 'end' });
  expect(find(news, anchor(4, 'a $6 billio'))).toMatchObject(missing);
  expect(textOf(find(news, anchor(4, '$6 billion')))).toBe('$6 billion');
  expect(find(article('the café e\u0301tage'), anchor(1, 'the cafe'))).toMatchObject(missing);
  expect(find(article('the cafe\u0301 closed'), anchor(1, 'the cafe'))).toMatchObject(missing);
  expect(find(article('boat🚢boat'), anchor(1, 'boat🚢boat')).state).toBe('found');
  expect(find(article('𝒜𝒜 boats'), anchor(1, '𝒜 boats'))).toMatchObject(missing);
  expect(find(article('two boats𐐀'), anchor(1, 'two boats'))).toMatchObject(missing);
  expect(find(article('𐐀two boats'), anchor(1, 'two boats'))).toMatchObject(missing);
  expect(find(article('\udc00two boats'), anchor(1, 'two boats')).state).toBe('found');
});

test('a number is not found within a longer one', () => {
  const text = article('It cost 1.6 billion, or 6,500 a day.');
  for (const part of ['6 billion', 'or 6', '500 a day']) {
    expect(find(text, anchor(1, part)).state).toBe('not found');
  }
  expect(find(text, anchor(1, 'cost 1.6 billion')).state).toBe('found');
});

test('the end stands behind the start, in the same paragraph', () => {
  expect(find(news, anchor(2, 'on May 19', 'on May 18'))).toMatchObject({
    state: 'not found',
    part: 'end',
  });
  expect(find(news, anchor(2, 'on May 19', 'bridge'))).toMatchObject({
    state: 'not found',
    part: 'end',
  });
  expect(find(news, anchor(2, 'met her', 'her'))).toMatchObject({
    state: 'not found',
    part: 'end',
  });
});

test('a passage in another paragraph than the hinted one is found', () => {
  const located = find(news, anchor(1, 'a new pier'));
  expect(located).toMatchObject({
    passage: { paragraph: 4, text: 'a new pier' },
  });
});

test('the hinted paragraph decides between several places', () => {
  for (const paragraph of [1, 3]) {
    expect(find(news, anchor(paragraph, 'ferry plan divides'))).toMatchObject({
      passage: { paragraph },
    });
  }
});

test('a start that occurs again is found where only one place has the end', () => {
  expect(find(news, anchor(4, 'crew', 'bridge'))).toMatchObject({
    passage: { paragraph: 4 },
  });
});

test('several places that the hint does not decide between are ambiguous', () => {
  expect(find(news, anchor(2, 'ferry plan divides'))).toMatchObject({
    state: 'ambiguous',
    paragraphs: [1, 3],
  });
  expect(find(news, anchor(2, 'on May'))).toMatchObject({ state: 'ambiguous', paragraphs: [2, 2] });
});

test('of many places the first twenty are listed, and all are counted', () => {
  const text = article(...Array.from({ length: 30 }, () => 'They spoke of boats'));
  expect(find(text, anchor(50, 'spoke of boats'))).toEqual({
    anchor: anchor(50, 'spoke of boats'),
    state: 'ambiguous',
    part: 'start',
    places: 30,
    paragraphs: Array.from({ length: 20 }, (_, at) => at + 1),
  });
});

test('all places are counted, whatever starts and ends there are between them', () => {
  const paragraph = fc.array(fc.constantFrom('boat', 'pier', 'crew'), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
      const text = article(...paragraphs.map((words) => words.join(' ')));
      const places = paragraphs.flatMap((words, at) =>
        words.flatMap((word, index) =>
          word === 'boat' && words.includes('pier', index + 1) ? [at + 1] : [],
        ),
      );
      const located = find(text, anchor(99, 'boat', 'pier'));
      if (places.length > 1) {
        expect(located).toMatchObject({
          state: 'ambiguous',
          places: places.length,
          paragraphs: places.slice(0, 20),
        });
      } else expect(located.state).toBe(places.length === 1 ? 'found' : 'not found');
    }),
  );
});

test('a passage in several places is where most of those before it went', () => {
  const text = article(
    'Ferry plan divides',
    'A caption that was put in',
    'The mayor met the crew on Monday',
    'A new pier is to be built',
    'They spoke of boats',
    'The crew stayed away',
    'They spoke of boats',
  );
  const anchors = [
    anchor(2, 'A new pier'),
    anchor(2, 'The mayor met'),
    anchor(2, 'crew on Monday'),
    anchor(4, 'They spoke of'),
  ];
  const [located = []] = locateAll([target('it', anchors)], indexArticle(text));
  expect(located.at(-1)).toMatchObject({ state: 'found', passage: { paragraph: 5 } });
});

test('where a paragraph has been split, most of what stood in it tells where it went', () => {
  const text = article(
    'A caption that was put in',
    'The mayor met the crew',
    'A new pier is to be built',
    'They spoke of boats',
    'The crew stayed away',
    'They spoke of boats',
  );
  const anchors = [
    anchor(1, 'A new pier'),
    anchor(1, 'to be built'),
    anchor(1, 'The mayor met'),
    anchor(2, 'They spoke of'),
  ];
  const [located = []] = locateAll([target('it', anchors)], indexArticle(text));
  expect(located.at(-1)).toMatchObject({ state: 'found', passage: { paragraph: 4 } });
});

test('an anchor without words to look for is missing, and so is any in an empty article', () => {
  for (const start of ['', ' \u200b', '\u00ad']) {
    expect(find(news, anchor(1, start))).toMatchObject({ state: 'not found', part: 'start' });
  }
  expect(find(news, anchor(1, 'Ferry', ' '))).toMatchObject({ state: 'not found', part: 'end' });
  expect(find(article(), anchor(1, 'Ferry'))).toMatchObject({ state: 'not found', part: 'start' });
});

test('signs alone are found as well', () => {
  expect(textOf(find(news, anchor(4, '–')))).toBe('–');
  expect(find(news, anchor(4, '€')).state).toBe('not found');
});

test('whatever words are taken from a text are found in it, where they stand', () => {
  const words = fc.array(fc.constantFrom('Boat', 'pier', '“so”', 'é', '6.5', '$7', 'x—y', '🚢'), {
    minLength: 3,
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(4), (all, at, count) => {
      const from = at % all.length;
      const start = all.slice(from, from + count + 1).join(' ');
      const located = find(article('first', all.join('\u00a0 ')), anchor(2, start));
      expect(located.state).not.toBe('not found');
      if (located.state === 'found') {
        expect(located.passage.text.replaceAll('\u00a0 ', ' ')).toBe(start);
      }
    }),
  );
});

test('what occurs in several places goes with what stands after it too', () => {
  const text = article(
    'They spoke of boats',
    'They spoke of boats',
    'A new pier is to be built',
    'The mayor met the crew',
  );
  const last = (...anchors: readonly Anchor[]) => {
    const [located = []] = locateAll([target('it', anchors)], indexArticle(text));
    const one = located.at(-1);
    return one?.state === 'found' ? one.passage.paragraph : one?.state;
  };
  const spoken = (paragraph: number) => anchor(paragraph, 'They spoke of');
  expect(last(spoken(1))).toBe(1);
  expect(last(spoken(3))).toBe('ambiguous');
  expect(last(anchor(4, 'A new pier'), spoken(3))).toBe(2);
  expect(last(anchor(5, 'A new pier'), spoken(4))).toBe(2);
  expect(last(anchor(4, 'A new pier'), anchor(6, 'The mayor met'), spoken(3))).toBe(2);
  expect(last(anchor(6, 'The mayor met'), anchor(4, 'A new pier'), spoken(3))).toBe(2);
});

test('an end may begin where its start ends, and not before', () => {
  const text = article('the old boat boat sails');
  expect(textOf(find(text, anchor(1, 'the old', 'boat')))).toBe('the old boat');
  expect(textOf(find(text, anchor(1, 'old boat', 'boat sails')))).toBe('old boat boat sails');
  expect(textOf(find(text, anchor(1, 'boat sails', 'sails')))).toBe('not found');
});

test('what occurs in several places goes with what stood in its own paragraph', () => {
  const text = article('A new pier, and they spoke of boats', 'They spoke of boats');
  const anchors = [anchor(3, 'A new pier'), anchor(3, 'They spoke of')];
  const [located = []] = locateAll([target('it', anchors)], indexArticle(text));
  expect(located.at(-1)).toMatchObject({ state: 'found', passage: { paragraph: 1 } });
});

test('an end may touch its start', () => {
  expect(textOf(find(article('one two—three four'), anchor(1, 'one two', '—three')))).toBe(
    'one two—three',
  );
});

test('what its own paragraph does not tell the next one does', () => {
  const text = article(
    'One',
    'Two',
    'Here we stay',
    'Four',
    'the same words',
    'Six',
    'Here we go',
    'Eight',
    'the same words',
  );
  const [, , [located] = []] = locateAll(
    [
      target('stay', [anchor(3, 'we stay')]),
      target('go', [anchor(5, 'we go')]),
      target('same', [anchor(3, 'the same words')]),
    ],
    indexArticle(text),
  );
  expect(located).toMatchObject({ state: 'found', passage: { paragraph: 5 } });
});

test('what stands in one place is found there, wherever most of its paragraph went', () => {
  const text = article('One', 'Two', 'A new pier for the crew', 'Four', 'The mayor met nobody');
  const anchors = [anchor(1, 'A new'), anchor(1, 'the crew'), anchor(1, 'met nobody')];
  const [located = []] = locateAll([target('it', anchors)], indexArticle(text));
  expect(located.at(-1)).toMatchObject({ state: 'found', passage: { paragraph: 5 } });
});
