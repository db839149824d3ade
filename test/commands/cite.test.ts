import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { example, summit, type World } from '../run.ts';

const lakes = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));

/** A world whose dataset has another source or summit than the invented one. */
function withSource(source: object = {}, about: object = {}): World {
  const dataset = {
    ...lakes,
    source: { ...lakes.source, ...source },
    summit: { ...lakes.summit, ...about },
  };
  return { files: { 'lakes.json': JSON.stringify(dataset) }, env: { SUMMIT_DATA: 'lakes.json' } };
}

const full = {
  title: 'Lakes & {Rivers}: 100% of #1_a',
  author: 'Ada Quill',
  published: '2025-06-04',
  url: 'https://news.example/lakes?id=1&lang=en',
};

const passage = ':~:text=Arvenia%20calls%20the%20summit,%E2%80%9Chistoric%E2%80%9D';

describe('a citation as text', () => {
  it('has what the article gives and the paragraph, and no link without an address', async () => {
    const { status, out, err } = await summit('cite historic', withSource());
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(`\
“Lake Oreval Summit Opens With Water and Rail on the Agenda”, Oreval Courier & Post, [2025, year inferred], paragraph 2
`);
  });

  it('has author, date and a link to the passage where they are given', async () => {
    expect((await summit('cite historic', withSource(full))).out).toBe(`\
Ada Quill, “Lakes & {Rivers}: 100% of #1_a”, Oreval Courier & Post, 2025-06-04, paragraph 2
https://news.example/lakes?id=1&lang=en#${passage}
`);
  });

  it('puts the directive behind a fragment that the address has already', async () => {
    const { out } = await summit(
      'cite historic',
      withSource({ url: 'https://news.example/lakes#top' }),
    );
    expect(out.split('\n')[1]).toBe(`https://news.example/lakes#top${passage}`);
  });

  it('names each paragraph once and in order, and links to every passage', async () => {
    const { out } = await summit('cite ruan-o-talvin', withSource({ url: 'https://a.example/' }));
    const [line, link] = out.split('\n');
    expect(line).toMatch(/, paragraphs 3, 5$/);
    expect(link?.split('&')).toEqual([
      "https://a.example/#:~:text=Corvessan%20President%20Ruan%20O'Talvin",
      'text=No%20starting%20date%20was%20agreed,spokesman%20added',
      'text=welcomed%20the%20leaders%20of%20Belmarch,Dolmara',
    ]);
  });

  it('encodes what has a meaning in a directive: hyphen, comma and ampersand', async () => {
    const dataset = structuredClone(lakes);
    dataset.quotes[0].evidence = [{ paragraph: 2, start: 'one-on-one, a&b', end: 'so-so' }];
    dataset.source.url = 'https://a.example/';
    const { out } = await summit('cite historic', {
      ...withSource(),
      files: { 'lakes.json': JSON.stringify(dataset) },
    });
    expect(out.split('\n')[1]).toBe('https://a.example/#:~:text=one%2Don%2Done%2C%20a%26b,so%2Dso');
  });

  it('of a gap without a passage has neither paragraph nor directive', async () => {
    expect((await summit('cite author', withSource())).out).toBe(
      '“Lake Oreval Summit Opens With Water and Rail on the Agenda”, Oreval Courier & Post, [2025, year inferred]\n',
    );
    expect((await summit('cite author', withSource(full))).out.split('\n')[1]).toBe(full.url);
  });

  it('leaves out year and publisher where there are none', async () => {
    const { out } = await summit(
      'cite author',
      withSource({ publisher: null }, { start: null, end: null }),
    );
    expect(out).toBe('“Lake Oreval Summit Opens With Water and Rail on the Agenda”\n');
  });

  it('shows control and bidirectional characters as escapes', async () => {
    const hostile = {
      title: 'A\u001b[31mB',
      author: 'C\u202e',
      url: 'https://news.example/\u0007',
    };
    const { out } = await summit('cite author', withSource(hostile));
    expect(out).toBe(
      'C\\u{202e}, “A\\x1b[31mB”, Oreval Courier & Post, [2025, year inferred]\nhttps://news.example/\\x07\n',
    );
  });

  it('of the embedded dataset needs no option', async () => {
    expect((await summit('cite milestone-significance')).out).toBe(`\
“Central Asian Summit Intensifies China's Push for Global Leadership”, DW, [2023, year inferred], paragraph 10
`);
  });
});

describe('a citation as CSL-JSON', () => {
  it('marks a year that is inferred and leaves out what is not given', async () => {
    const { out } = await summit('cite historic -f csl-json', withSource());
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

  it('has author, the whole date and the link where they are given', async () => {
    const { out } = await summit('cite historic -f csl-json', withSource(full));
    expect(JSON.parse(out)).toEqual([
      {
        id: 'historic',
        type: 'article-newspaper',
        title: full.title,
        'container-title': 'Oreval Courier & Post',
        author: [{ literal: 'Ada Quill' }],
        issued: { 'date-parts': [[2025, 6, 4]] },
        language: 'en',
        URL: `${full.url}#${passage}`,
        note: 'paragraph 2',
      },
    ]);
  });

  it('has no date, publisher or note where there is nothing to tell', async () => {
    const world = withSource({ publisher: null }, { start: null, end: null });
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

describe('a citation for BibTeX', () => {
  it('leaves out what is not given and notes that the year is inferred', async () => {
    expect((await summit('cite historic -f bibtex', withSource())).out).toBe(`\
@article{historic,
  title = {{Lake Oreval Summit Opens With Water and Rail on the Agenda}},
  journal = {Oreval Courier \\& Post},
  year = {2025},
  language = {en},
  note = {paragraph 2; year inferred},
}
`);
  });

  it('has author, date and link where they are given, with TeX’s special characters escaped', async () => {
    const { out } = await summit(
      'cite author -f bibtex',
      withSource({ ...full, author: 'A ~ B ^ C \\ $D' }),
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

  it('has neither publisher nor year where there are none, and shows control characters as escapes', async () => {
    const world = withSource(
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

describe('a citation that cannot be had', () => {
  it('answers no for an unknown id, with the nearest one', async () => {
    expect(await summit('cite historik', withSource())).toMatchObject({
      status: 1,
      out: '',
      err: 'summit: no record "historik"\ndid you mean historic?\n',
    });
  });

  it('is a usage error for an unknown format', async () => {
    expect(await summit('cite historic -f bibtec', withSource())).toMatchObject({
      status: 2,
      err: 'summit: no format "bibtec"\ndid you mean bibtex? valid values: text, csl-json, bibtex\n',
    });
  });
});
