import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/model/citation.ts';
import { citations } from '../../src/output/citations.ts';
import type { RenderOptions } from '../../src/output/render-options.ts';
import { createStyle } from '../../src/output/render-options.ts';

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

/** Builds the options of a terminal of the given width or, without a width, of a pipe. */
const buildPage = (width?: number): RenderOptions => ({
  width,
  drawnWidth: width,
  isTerminal: width !== undefined,
  style: createStyle(false),
  header: true,
  escapesFormulas: false,
});

const bare = {
  id: 'no-boats',
  title: 'Lake Oreval Summit Opens',
  language: 'en',
  paragraphs: [],
  link: '',
  hasAddress: false,
} satisfies Citation;

const full = {
  ...bare,
  author: 'The Oreval Desk',
  publisher: 'Oreval Courier & Post',
  published: '2025-06-04',
  paragraphs: [10],
  link: 'https://oreval.example/summit#:~:text=Boat%20traffic,guests%20leave',
  hasAddress: true,
} satisfies Citation;

const inferred = {
  ...bare,
  publisher: full.publisher,
  inferredYear: '2025',
  paragraphs: full.paragraphs,
} satisfies Citation;

describe('a citation as text', () => {
  it('contains what is known, with the link on a line of its own', () => {
    expect(citations.text([full], buildPage()).join('')).toBe(`\
The Oreval Desk, “Lake Oreval Summit Opens”, Oreval Courier & Post, 2025-06-04, paragraph 10
https://oreval.example/summit#:~:text=Boat%20traffic,guests%20leave
`);
  });

  it('says that a year is inferred, and lists several paragraphs', () => {
    expect(
      citations
        .text([{ ...inferred, paragraphs: [3, 5], link: '#:~:text=a' }], buildPage())
        .join(''),
    ).toBe(`\
“Lake Oreval Summit Opens”, Oreval Courier & Post, [2025, year inferred], paragraphs 3, 5
`);
  });

  it('is wrapped at words on a terminal, except for the link, which must be copyable', () => {
    expect(citations.text([full], buildPage(30)).join('')).toBe(`\
The Oreval Desk, “Lake Oreval
Summit Opens”, Oreval Courier
& Post, 2025-06-04, paragraph
10
https://oreval.example/summit#:~:text=Boat%20traffic,guests%20leave
`);
  });

  it('is only the title if nothing else is known', () => {
    expect(citations.text([bare], buildPage()).join('')).toBe('“Lake Oreval Summit Opens”\n');
  });

  it('escapes unsafe characters', () => {
    const hostile = {
      ...bare,
      title: 'a\u001b[31m',
      link: 'https://a.example/#\u202e',
      hasAddress: true,
    };
    expect(citations.text([hostile], buildPage()).join('')).toBe(
      '“a\\x1b[31m”\nhttps://a.example/#\\u{202e}\n',
    );
  });
});

describe('a citation as CSL-JSON', () => {
  it('is one item per citation, with the date of publication', () => {
    expect(JSON.parse([...citations['csl-json']([full])].join(''))).toEqual([
      {
        id: 'no-boats',
        type: 'article-newspaper',
        title: 'Lake Oreval Summit Opens',
        'container-title': 'Oreval Courier & Post',
        author: [{ literal: 'The Oreval Desk' }],
        issued: { 'date-parts': [[2025, 6, 4]] },
        language: 'en',
        URL: 'https://oreval.example/summit#:~:text=Boat%20traffic,guests%20leave',
        note: 'paragraph 10',
      },
    ]);
  });

  it('marks an inferred year as circa', () => {
    expect(JSON.parse([...citations['csl-json']([inferred])].join(''))).toMatchObject([
      { issued: { 'date-parts': [[2025]], circa: true }, note: 'paragraph 10; year inferred' },
    ]);
  });

  it('contains only id, type, title and language if nothing else is known', () => {
    expect(JSON.parse([...citations['csl-json']([bare])].join(''))).toEqual([
      {
        id: 'no-boats',
        type: 'article-newspaper',
        title: 'Lake Oreval Summit Opens',
        language: 'en',
      },
    ]);
  });
});

describe('a citation as BibTeX', () => {
  it('is an entry with the date of publication', () => {
    expect(
      citations.bibtex([{ ...full, hasAddress: false }]).join(''),
    ).toBe(String.raw`@article{no-boats,
  author = {{The Oreval Desk}},
  title = {{Lake Oreval Summit Opens}},
  journal = {Oreval Courier \& Post},
  year = {2025},
  month = {06},
  day = {04},
  language = {en},
  note = {paragraph 10},
}
`);
  });

  it('contains the link if the article has an address', () => {
    expect(citations.bibtex([full]).join('')).toContain('  url = {https://oreval.example/summit');
  });

  it('leaves out what is not known', () => {
    expect(citations.bibtex([bare]).join('')).toBe(`\
@article{no-boats,
  title = {{Lake Oreval Summit Opens}},
  language = {en},
}
`);
    expect(citations.bibtex([inferred]).join('')).toContain(
      '  year = {2025},\n  language = {en},\n',
    );
  });

  it('escapes everything that TeX would interpret', () => {
    expect(citations.bibtex([{ ...bare, title: '\\a$c&d#e%f_g~h^i\u0007' }]).join('')).toContain(
      String.raw`title = {{\textbackslash{}a\$c\&d\#e\%f\_g\textasciitilde{}h\textasciicircum{}i\textbackslash{}x07}},`,
    );
  });

  it('balances each brace, since BibTeX counts escaped ones too', () => {
    expect(citations.bibtex([{ ...bare, title: 'a{b}' }]).join('')).toContain(
      String.raw`title = {{a\{\vphantom{\}}b\vphantom{\{}\}}},`,
    );
  });

  it.each([
    '{',
    '}',
    '}{',
    '{{',
    '\\{',
    '\\}',
    '\\',
    '{\\',
    '}}}},\n}\n@comment{',
    '\u202e',
    '%}',
    '"{"',
  ])('ends its entry in the right place with %j in every text', (hostile) => {
    const entry = citations
      .bibtex([
        {
          ...full,
          title: hostile,
          author: hostile,
          publisher: hostile,
          language: hostile,
          link: `https://a.example/${hostile}`,
        },
      ])
      .join('');
    let depth = 0;
    const depths = [...entry].map((sign) => {
      depth += Number(sign === '{') - Number(sign === '}');
      return depth;
    });
    expect(depths.indexOf(0, '@article{'.length)).toBe(entry.length - '}\n'.length);
    const listFields = (text: string) =>
      [...text.matchAll(/^ {2}([a-z]+) = \{.*\},$/gm)].map(([, name]) => name);
    expect(listFields(entry)).toEqual(listFields(citations.bibtex([full]).join('')));
  });

  it.skipIf(!hasPandoc)('is read by pandoc with any text in it', () => {
    const title = 'a{b}}c{d\\e"f{{g';
    const input = citations.bibtex([{ ...full, title, author: title, publisher: title }]).join('');
    const args = ['-f', 'bibtex', '-t', 'csljson'];
    const { stdout } = spawnSync('pandoc', args, { input, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toMatchObject([
      { title, author: [{ literal: title }], 'container-title': title },
    ]);
  });
});
