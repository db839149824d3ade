import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, summit, type World } from '../run.ts';

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

/** Returns a world with the lakes dataset, its source and summit changed. */
function changeLakes(source: object = {}, itsSummit: object = {}): World {
  const dataset = {
    ...lakes,
    source: { ...lakes.source, ...source },
    summit: { ...lakes.summit, ...itsSummit },
  };
  return { files: { 'lakes.json': JSON.stringify(dataset) }, env: { SUMMIT_DATA: 'lakes.json' } };
}

const fullSource = {
  title: 'Lakes & {Rivers}: 100% of #1_a',
  author: 'Ada Quill',
  published: '2025-06-04',
  url: 'https://news.example/lakes?id=1&lang=en',
};

const passage = ':~:text=Arvenia%20calls%20the%20summit,%E2%80%9Chistoric%E2%80%9D';

describe('a citation as text', () => {
  it('contains what is known of the article and the paragraph, and no link without an address', async () => {
    const { status, out, err } = await summit('cite historic', changeLakes());
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`\
“Lake Oreval Summit Opens With Water and Rail on the Agenda”, Oreval Courier & Post, [2025, year inferred], paragraph 2
`);
  });

  it('contains author, date and a link to the passage if known', async () => {
    expect((await summit('cite historic', changeLakes(fullSource))).out).toBe(`\
Ada Quill, “Lakes & {Rivers}: 100% of #1_a”, Oreval Courier & Post, 2025-06-04, paragraph 2
https://news.example/lakes?id=1&lang=en#${passage}
`);
  });

  it('appends the directive to a fragment in the address', async () => {
    const { out } = await summit(
      'cite historic',
      changeLakes({ url: 'https://news.example/lakes#top' }),
    );
    expect(out.split('\n')[1]).toBe(`https://news.example/lakes#top${passage}`);
  });

  it('names each paragraph once and in order, and links to every passage', async () => {
    const { out } = await summit('cite ruan-o-talvin', changeLakes({ url: 'https://a.example/' }));
    const [line, link] = out.split('\n');
    expect(line).toMatch(/, paragraphs 3, 5$/);
    expect(link?.split('&')).toEqual([
      "https://a.example/#:~:text=Corvessan%20President%20Ruan%20O'Talvin",
      'text=No%20starting%20date%20was%20agreed,spokesman%20added',
      'text=welcomed%20the%20leaders%20of%20Belmarch,Dolmara',
    ]);
  });

  it('encodes the characters with a meaning in a directive: hyphen, comma and ampersand', async () => {
    const dataset = structuredClone(lakes);
    dataset.quotes[0].evidence = [{ paragraph: 2, start: 'one-on-one, a&b', end: 'so-so' }];
    dataset.source.url = 'https://a.example/';
    const { out } = await summit('cite historic', {
      ...changeLakes(),
      files: { 'lakes.json': JSON.stringify(dataset) },
    });
    expect(out.split('\n')[1]).toBe('https://a.example/#:~:text=one%2Don%2Done%2C%20a%26b,so%2Dso');
  });

  it('contains neither paragraph nor directive for a gap without a passage', async () => {
    expect((await summit('cite author', changeLakes())).out).toBe(
      '“Lake Oreval Summit Opens With Water and Rail on the Agenda”, Oreval Courier & Post, [2025, year inferred]\n',
    );
    expect((await summit('cite author', changeLakes(fullSource))).out.split('\n')[1]).toBe(
      fullSource.url,
    );
  });

  it('omits year and publisher if unknown', async () => {
    const { out } = await summit(
      'cite author',
      changeLakes({ publisher: null }, { start: null, end: null }),
    );
    expect(out).toBe('“Lake Oreval Summit Opens With Water and Rail on the Agenda”\n');
  });

  it('shows control and bidirectional characters as escapes', async () => {
    const hostileSource = {
      title: 'A\u001b[31mB',
      author: 'C\u202e',
      url: 'https://news.example/\u0007',
    };
    const { out } = await summit('cite author', changeLakes(hostileSource));
    expect(out).toBe(
      'C\\u{202e}, “A\\x1b[31mB”, Oreval Courier & Post, [2025, year inferred]\nhttps://news.example/\\x07\n',
    );
  });

  it('is of the embedded dataset by default', async () => {
    expect((await summit('cite milestone-significance')).out).toBe(`\
“Central Asian Summit Intensifies China's Push for Global Leadership”, DW, [2023, year inferred], paragraph 10
`);
  });
});

describe('a citation as CSL-JSON', () => {
  it('marks an inferred year and omits what is not known', async () => {
    const { out } = await summit('cite historic -f csl-json', changeLakes());
    expect(JSON.parse(out)).toEqual([
      {
        id: 'historic',
        type: 'article-newspaper',
        title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda',
        'container-title': 'Oreval Courier & Post',
        issued: { 'date-parts': [[2025]], circa: true },
        language: 'en',
        note: 'paragraph 2; year inferred',
      },
    ]);
  });

  it('contains author, full date and link if known', async () => {
    const { out } = await summit('cite historic -f csl-json', changeLakes(fullSource));
    expect(JSON.parse(out)).toEqual([
      {
        id: 'historic',
        type: 'article-newspaper',
        title: fullSource.title,
        'container-title': 'Oreval Courier & Post',
        author: [{ literal: 'Ada Quill' }],
        issued: { 'date-parts': [[2025, 6, 4]] },
        language: 'en',
        URL: `${fullSource.url}#${passage}`,
        note: 'paragraph 2',
      },
    ]);
  });

  it('omits date, publisher and note if unknown', async () => {
    const world = changeLakes({ publisher: null }, { start: null, end: null });
    expect(JSON.parse((await summit('cite author -f csl-json', world)).out)).toEqual([
      {
        id: 'author',
        type: 'article-newspaper',
        title: 'Lake Oreval Summit Opens With Water and Rail on the Agenda',
        language: 'en',
      },
    ]);
  });
});

describe('a citation as BibTeX', () => {
  it('omits what is not known and notes that the year is inferred', async () => {
    expect((await summit('cite historic -f bibtex', changeLakes())).out).toBe(`\
@article{historic,
  title = {{Lake Oreval Summit Opens With Water and Rail on the Agenda}},
  journal = {Oreval Courier \\& Post},
  year = {2025},
  language = {en},
  note = {paragraph 2; year inferred},
}
`);
  });

  it('contains author, date and link if known, with TeX’s special characters escaped', async () => {
    const { out } = await summit(
      'cite author -f bibtex',
      changeLakes({ ...fullSource, author: 'A ~ B ^ C \\ $D' }),
    );
    expect(out).toBe(`\
@article{author,
  author = {{A \\textasciitilde{} B \\textasciicircum{} C \\textbackslash{} \\$D}},
  title = {{Lakes \\& \\{\\vphantom{\\}}Rivers\\vphantom{\\{}\\}: 100\\% of \\#1\\_a}},
  journal = {Oreval Courier \\& Post},
  year = {2025},
  month = {06},
  day = {04},
  language = {en},
  url = {https://news.example/lakes?id=1&lang=en},
}
`);
  });

  it('omits publisher and year if unknown, and shows control characters as escapes', async () => {
    const world = changeLakes(
      { publisher: null, title: 'A\u001b\u202eB' },
      { start: null, end: null },
    );
    expect((await summit('cite author -f bibtex', world)).out).toBe(`\
@article{author,
  title = {{A\\textbackslash{}x1b\\textbackslash{}u\\{\\vphantom{\\}}202e\\vphantom{\\{}\\}B}},
  language = {en},
}
`);
  });
});

describe('a citation that fails', () => {
  it('exits with 1 for an unknown id and suggests the nearest one', async () => {
    expect(await summit('cite historik', changeLakes())).toMatchObject({
      status: 1,
      out: '',
      err: 'summit: no record "historik"\ndid you mean historic?\n',
    });
  });

  it('exits with 2 for an unknown format', async () => {
    expect(await summit('cite historic -f bibtec', changeLakes())).toMatchObject({
      status: 2,
      err: 'summit: no format "bibtec"\ndid you mean bibtex? valid values: text, csl-json, bibtex\n',
    });
  });
});
