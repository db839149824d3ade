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

/** Locates a single anchor. */
function locate(text: Article, where: Anchor): LocatedAnchor {
  const [[located] = []] = locateAll([target('boat', [where])], indexArticle(text));
  if (!located) throw new Error('a target with an anchor has it located');
  return located;
}

function getText(located: LocatedAnchor): string {
  return located.state === 'found' ? located.passage.text : located.state;
}

test('a passage runs from the start to the first end after it', () => {
  expect(locate(news, anchor(2, 'met the', 'crew'))).toMatchObject({
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
  expect(getText(locate(news, anchor(2, 'on May 19')))).toBe('on May 19');
});

test('letter case, quotation marks, dashes, spaces and decomposed letters make no difference', () => {
  const nfd = article(...news.paragraphs.map((paragraph) => paragraph.normalize('NFD')));
  for (const text of [news, nfd]) {
    expect(getText(locate(text, anchor(2, 'MAYOR  ana\u00a0Iñíguez', '"OLD"'))).normalize()).toBe(
      'Mayor Ana Iñíguez met the “old”',
    );
  }
  expect(getText(locate(news, anchor(4, 'pier — and')))).toBe('pier – and');
});

test('offsets refer to the original text, even if matching changes its length', () => {
  const text = article('İİ \u00ad  Straße 5 – the “Pier”');
  expect(getText(locate(text, anchor(1, 'strasse 5', '“pier”')))).toBe('Straße 5 – the “Pier”');
});

test('only whole words match, at the start and at the end', () => {
  const missing = { state: 'not found', part: 'start' };
  for (const part of ['erry crew', 'ferry cre', 'In', 'Inigue']) {
    expect(locate(news, anchor(2, part))).toMatchObject(missing);
  }
  expect(locate(news, anchor(2, 'Mayor', 'cre'))).toMatchObject({
    state: 'not found',
    part: 'end',
  });
  expect(locate(news, anchor(4, 'a $6 billio'))).toMatchObject(missing);
  expect(getText(locate(news, anchor(4, '$6 billion')))).toBe('$6 billion');
  expect(locate(article('the café e\u0301tage'), anchor(1, 'the cafe'))).toMatchObject(missing);
  expect(locate(article('the cafe\u0301 closed'), anchor(1, 'the cafe'))).toMatchObject(missing);
  expect(locate(article('boat🚢boat'), anchor(1, 'boat🚢boat')).state).toBe('found');
  expect(locate(article('𝒜𝒜 boats'), anchor(1, '𝒜 boats'))).toMatchObject(missing);
  expect(locate(article('two boats𐐀'), anchor(1, 'two boats'))).toMatchObject(missing);
  expect(locate(article('𐐀two boats'), anchor(1, 'two boats'))).toMatchObject(missing);
  expect(locate(article('\udc00two boats'), anchor(1, 'two boats')).state).toBe('found');
});

test('a number is not found within a longer one', () => {
  const text = article('It cost 1.6 billion, or 6,500 a day.');
  for (const part of ['6 billion', 'or 6', '500 a day']) {
    expect(locate(text, anchor(1, part)).state).toBe('not found');
  }
  expect(locate(text, anchor(1, 'cost 1.6 billion')).state).toBe('found');
});

test('the end must be after the start, in the same paragraph', () => {
  expect(locate(news, anchor(2, 'on May 19', 'on May 18'))).toMatchObject({
    state: 'not found',
    part: 'end',
  });
  expect(locate(news, anchor(2, 'on May 19', 'bridge'))).toMatchObject({
    state: 'not found',
    part: 'end',
  });
  expect(locate(news, anchor(2, 'met her', 'her'))).toMatchObject({
    state: 'not found',
    part: 'end',
  });
});

test('a passage is found in another paragraph than the given one', () => {
  const located = locate(news, anchor(1, 'a new pier'));
  expect(located).toMatchObject({
    passage: { paragraph: 4, text: 'a new pier' },
  });
});

test('the given paragraph decides between several occurrences', () => {
  for (const paragraph of [1, 3]) {
    expect(locate(news, anchor(paragraph, 'ferry plan divides'))).toMatchObject({
      passage: { paragraph },
    });
  }
});

test('a repeated start is found if only one occurrence has the end', () => {
  expect(locate(news, anchor(4, 'crew', 'bridge'))).toMatchObject({
    passage: { paragraph: 4 },
  });
});

test('several occurrences are ambiguous if the given paragraph does not decide', () => {
  expect(locate(news, anchor(2, 'ferry plan divides'))).toMatchObject({
    state: 'ambiguous',
    paragraphs: [1, 3],
  });
  expect(locate(news, anchor(2, 'on May'))).toMatchObject({
    state: 'ambiguous',
    paragraphs: [2, 2],
  });
});

test('lists the first twenty of many occurrences, and counts all', () => {
  const text = article(...Array.from({ length: 30 }, () => 'They spoke of boats'));
  expect(locate(text, anchor(50, 'spoke of boats'))).toEqual({
    anchor: anchor(50, 'spoke of boats'),
    state: 'ambiguous',
    part: 'start',
    places: 30,
    paragraphs: Array.from({ length: 20 }, (_, at) => at + 1),
  });
});

test('counts all occurrences, with any starts and ends between them', () => {
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
      const located = locate(text, anchor(99, 'boat', 'pier'));
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

test('a repeated passage moves with most of the passages before it', () => {
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

test('a repeated passage moves with most of the paragraph before it, if that was split', () => {
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

test('an anchor without words is not found, and neither is any in an empty article', () => {
  for (const start of ['', ' \u200b', '\u00ad']) {
    expect(locate(news, anchor(1, start))).toMatchObject({ state: 'not found', part: 'start' });
  }
  expect(locate(news, anchor(1, 'Ferry', ' '))).toMatchObject({ state: 'not found', part: 'end' });
  expect(locate(article(), anchor(1, 'Ferry'))).toMatchObject({
    state: 'not found',
    part: 'start',
  });
});

test('finds punctuation alone', () => {
  expect(getText(locate(news, anchor(4, '–')))).toBe('–');
  expect(locate(news, anchor(4, '€')).state).toBe('not found');
});

test('finds any words taken from a text where they were taken', () => {
  const words = fc.array(fc.constantFrom('Boat', 'pier', '“so”', 'é', '6.5', '$7', 'x—y', '🚢'), {
    minLength: 3,
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(4), (all, at, count) => {
      const from = at % all.length;
      const start = all.slice(from, from + count + 1).join(' ');
      const located = locate(article('first', all.join('\u00a0 ')), anchor(2, start));
      expect(located.state).not.toBe('not found');
      if (located.state === 'found') {
        expect(located.passage.text.replaceAll('\u00a0 ', ' ')).toBe(start);
      }
    }),
  );
});

test('a repeated passage moves with the passages after it too', () => {
  const text = article(
    'They spoke of boats',
    'They spoke of boats',
    'A new pier is to be built',
    'The mayor met the crew',
  );
  const locateLast = (...anchors: readonly Anchor[]) => {
    const [located = []] = locateAll([target('it', anchors)], indexArticle(text));
    const one = located.at(-1);
    return one?.state === 'found' ? one.passage.paragraph : one?.state;
  };
  const createAnchor = (paragraph: number) => anchor(paragraph, 'They spoke of');
  expect(locateLast(createAnchor(1))).toBe(1);
  expect(locateLast(createAnchor(3))).toBe('ambiguous');
  expect(locateLast(anchor(4, 'A new pier'), createAnchor(3))).toBe(2);
  expect(locateLast(anchor(5, 'A new pier'), createAnchor(4))).toBe(2);
  expect(locateLast(anchor(4, 'A new pier'), anchor(6, 'The mayor met'), createAnchor(3))).toBe(2);
  expect(locateLast(anchor(6, 'The mayor met'), anchor(4, 'A new pier'), createAnchor(3))).toBe(2);
});

test('an end may begin where its start ends, but not earlier', () => {
  const text = article('the old boat boat sails');
  expect(getText(locate(text, anchor(1, 'the old', 'boat')))).toBe('the old boat');
  expect(getText(locate(text, anchor(1, 'old boat', 'boat sails')))).toBe('old boat boat sails');
  expect(getText(locate(text, anchor(1, 'boat sails', 'sails')))).toBe('not found');
});

test('a repeated passage moves with the passages of its own paragraph', () => {
  const text = article('A new pier, and they spoke of boats', 'They spoke of boats');
  const anchors = [anchor(3, 'A new pier'), anchor(3, 'They spoke of')];
  const [located = []] = locateAll([target('it', anchors)], indexArticle(text));
  expect(located.at(-1)).toMatchObject({ state: 'found', passage: { paragraph: 1 } });
});

test('an end may touch its start', () => {
  expect(getText(locate(article('one two—three four'), anchor(1, 'one two', '—three')))).toBe(
    'one two—three',
  );
});

test('the next paragraph decides if its own paragraph does not', () => {
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

test('a passage that occurs once is found there, even if most of its paragraph moved elsewhere', () => {
  const text = article('One', 'Two', 'A new pier for the crew', 'Four', 'The mayor met nobody');
  const anchors = [anchor(1, 'A new'), anchor(1, 'the crew'), anchor(1, 'met nobody')];
  const [located = []] = locateAll([target('it', anchors)], indexArticle(text));
  expect(located.at(-1)).toMatchObject({ state: 'found', passage: { paragraph: 5 } });
});
