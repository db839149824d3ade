import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../dom.ts';
import { lakesWith } from '../read-dataset.ts';
import { articles, example, project, run, summit, type World } from '../run.ts';

/** The parts of other software that these tests use, which comes without types. */
interface Range {
  readonly startContainer: object;
  readonly startOffset: number;
  toString(): string;
  setStart(node: object, offset: number): void;
  setEnd(node: object, offset: number): void;
}
interface Element {
  textContent: string;
  append(...nodes: readonly (Element | string)[]): void;
}
interface Page {
  readonly body: Element;
  createElement(name: string): Element;
  createRange(): Range;
  querySelector(name: string): Element;
}
interface Quad {
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
}
const require = createRequire(import.meta.url);
const { toRange } = require('dom-anchor-text-quote') as {
  toRange(root: Element, selector: object): Range;
};
const { toRDF } = require('jsonld/lib/index.js') as {
  toRDF(document: object, options: object): Promise<readonly Quad[]>;
};

interface Selector {
  readonly type: string;
  readonly value?: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

interface Annotation {
  readonly id: string;
  readonly body: readonly { readonly value: string; readonly purpose: string }[];
  readonly target: { readonly source: string; readonly selector: readonly Selector[] };
}

const article = example('lakes-summit.txt');
const lakes: World = { env: { SUMMIT_DATA: example('lakes-summit.json') } };

async function annotate(line: string, world: World = lakes) {
  const { status, out, err } = await summit(`annotations ${line}`, world);
  const collection = JSON.parse(out);
  const items: readonly Annotation[] = collection.first.items;
  return { status, err, out, collection, items };
}

function countPassages(path: string): number {
  const { source: _, ...dataset } = JSON.parse(readFileSync(path, 'utf8'));
  const records = Object.values(dataset).flat() as { readonly evidence?: readonly object[] }[];
  return records.reduce((sum, { evidence = [] }) => sum + evidence.length, 0);
}

/** Returns the only selector of a type. */
function selectorOf({ target }: Annotation, type: string): Selector {
  const [one, another] = target.selector.filter((selector) => selector.type === type);
  if (!one || another) throw new Error(`not one ${type}`);
  return one;
}

/** The lakes with an address of the article, and further changes of its source. */
function lakesAt(url: string | null, change: object = {}): World {
  const { source } = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
  const text = lakesWith({ source: { ...source, url, ...change } });
  return { files: { 'l.json': text }, env: { SUMMIT_DATA: 'l.json' } };
}

/** The terms that the collection may have, and their meaning in the context of the W3C. */
const oa = 'http://www.w3.org/ns/oa#';
const as = 'http://www.w3.org/ns/activitystreams#';
const link = (iri: string) => ({ '@type': '@id', '@id': iri });
const classes =
  'Annotation TextualBody SpecificResource FragmentSelector TextQuoteSelector TextPositionSelector describing tagging';
const context = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(classes.split(' ').map((name) => [name, `${oa}${name}`])),
  ...Object.fromEntries(
    ['start', 'end', 'exact', 'prefix', 'suffix'].map((name) => [name, `${oa}${name}`]),
  ),
  AnnotationCollection: `${as}OrderedCollection`,
  AnnotationPage: `${as}OrderedCollectionPage`,
  body: link(`${oa}hasBody`),
  target: link(`${oa}hasTarget`),
  source: link(`${oa}hasSource`),
  selector: link(`${oa}hasSelector`),
  motivation: { '@type': '@vocab', '@id': `${oa}motivatedBy` },
  purpose: { '@type': '@vocab', '@id': `${oa}hasPurpose` },
  conformsTo: link('http://purl.org/dc/terms/conformsTo'),
  format: 'http://purl.org/dc/elements/1.1/format',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  first: link(`${as}first`),
  items: { ...link(`${as}items`), '@container': '@list' },
  total: `${as}totalItems`,
  startIndex: `${as}startIndex`,
};

const documentLoader = async (documentUrl: string) => {
  expect(documentUrl).toBe('http://www.w3.org/ns/anno.jsonld');
  return { documentUrl, document: { '@context': context } };
};

describe('annotations', () => {
  it('has one annotation for each passage, with the record as its text and tags', async () => {
    const { status, err, collection, items } = await annotate('');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const total = countPassages(example('lakes-summit.json'));
    expect(collection).toMatchObject({ type: 'AnnotationCollection', total });
    expect(items).toHaveLength(total);
    expect(new Set(items.map(({ id }) => id)).size).toBe(total);
    const urn =
      'urn:summit-facts:Lake%20Oreval%20Summit%20Opens%20With%20Water%20and%20Rail%20on%20the%20Agenda';
    expect(items.find(({ id }) => id.includes(':lakeside-railway:'))).toEqual({
      id: `${urn}:lakeside-railway:1`,
      type: 'Annotation',
      motivation: 'describing',
      body: [
        ['describing', 'lakeside railway · $2.5 million · sought'],
        ['tagging', 'deals'],
        ['tagging', 'lakeside-railway'],
      ].map(([purpose, value]) => ({ type: 'TextualBody', value, format: 'text/plain', purpose })),
      target: {
        type: 'SpecificResource',
        source: urn,
        selector: [
          {
            type: 'FragmentSelector',
            conformsTo: 'https://wicg.github.io/scroll-to-text-fragment/',
            value: expect.stringMatching(/^:~:text=/),
          },
        ],
      },
    });
  });

  it('has the fragment of the link that cite prints', async () => {
    const world = lakesAt('https://news.example/lakes');
    const { items } = await annotate('', world);
    const { out } = await summit('cite lakeside-railway', world);
    const own = items.filter(({ id }) => id.includes(':lakeside-railway:'));
    const values = own.map((one) => selectorOf(one, 'FragmentSelector').value?.slice(':~:'.length));
    expect(out).toContain(`https://news.example/lakes#:~:${values.join('&')}\n`);
  });

  it.each([
    ['https://news.example/lakes?a=b', 'https://news.example/lakes?a=b'],
    ['https://news.example/lakes#top', 'https://news.example/lakes'],
    ['javascript:alert(1)', undefined],
    ['news.example', undefined],
    [null, undefined],
  ])('has the address %s as its source, if that is one of the web', async (url, source) => {
    const { items } = await annotate('', lakesAt(url, { title: 'A: “b”\ud800' }));
    const urn = 'urn:summit-facts:A%3A%20%E2%80%9Cb%E2%80%9D%EF%BF%BD';
    expect(new Set(items.map(({ target }) => target.source))).toEqual(new Set([source ?? urn]));
  });

  it('copies no words of the article without a copy of it', async () => {
    const { items } = await annotate('');
    const types = items.flatMap(({ target }) => target.selector.map(({ type }) => type));
    expect(new Set(types)).toEqual(new Set(['FragmentSelector']));
  });

  it.each(articles)('selects the passages of %s in its article', async (dataset, path) => {
    const text = readFileSync(path, 'utf8');
    const characters = [...text];
    const { status, items } = await annotate(path, { env: { SUMMIT_DATA: dataset } });
    expect(status).toBe(0);
    expect(items).toHaveLength(countPassages(dataset));
    for (const item of items) {
      const { exact, prefix, suffix } = selectorOf(item, 'TextQuoteSelector');
      const { start, end } = selectorOf(item, 'TextPositionSelector');
      expect(characters.slice(start, end).join('')).toBe(exact);
      expect(text).toContain(prefix + exact + suffix);
      expect(prefix.length + suffix.length).toBeGreaterThan(0);
    }
  });

  it.each(articles)('leads other software to the words of %s in a page', async (dataset, path) => {
    const paragraphs = readFileSync(path, 'utf8').trim().split('\n\n');
    const document = openDocument<Page>('<header>Home</header><main></main>');
    for (const one of paragraphs) {
      const element = document.createElement('p');
      // A page splits its text at links and emphasis.
      const middle = one.indexOf(' ', one.length / 2);
      const emphasis = document.createElement('em');
      emphasis.textContent = one.slice(middle);
      element.append(one.slice(0, middle), emphasis);
      document.querySelector('main').append(element, '\n\n');
    }
    const { items } = await annotate(path, { env: { SUMMIT_DATA: dataset } });
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const quote = selectorOf(item, 'TextQuoteSelector');
      const range = toRange(document.body, quote);
      expect(range.toString()).toBe(quote.exact);
      const before = document.createRange();
      before.setStart(document.body, 0);
      before.setEnd(range.startContainer, range.startOffset);
      // The text of the page begins with its header.
      const start = [...before.toString()].length - 'Home'.length;
      expect(start).toBe(selectorOf(item, 'TextPositionSelector').start);
    }
  });

  it('counts positions in code points, and cuts no character', async () => {
    const boats = '🛶'.repeat(40);
    const text = readFileSync(article, 'utf8').replaceAll(' and ', ` ${boats} and ${boats} `);
    const world = { ...lakes, files: { 'boats.txt': text } };
    const { out } = await run(['annotations', 'boats.txt'], world);
    const items: readonly Annotation[] = JSON.parse(out).first.items;
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const { exact, prefix, suffix } = selectorOf(item, 'TextQuoteSelector');
      const { start, end } = selectorOf(item, 'TextPositionSelector');
      expect([...text].slice(start, end).join('')).toBe(exact);
      expect((prefix + suffix).isWellFormed()).toBe(true);
    }
  });

  it('is JSON-LD of which every term means something', async () => {
    const { collection } = await annotate(article);
    const triples = await toRDF(collection, { documentLoader, safe: true });
    const values = (name: string) =>
      triples.flatMap(({ predicate, object }) => (predicate.value === name ? object.value : []));
    const { total } = collection;
    expect(values(`${oa}hasSource`)).toHaveLength(total);
    expect(values(`${oa}exact`)).toHaveLength(total);
    expect(values(`${oa}hasBody`)).toHaveLength(3 * total);
    expect(new Set(values(`${oa}hasPurpose`))).toEqual(
      new Set([`${oa}describing`, `${oa}tagging`]),
    );
  });

  it('prints what it finds, and says with 1 that a passage is missing', async () => {
    const text = readFileSync(article, 'utf8').replace('Boat traffic', 'Boats');
    const world = { ...lakes, files: { 'other.txt': text } };
    const { status, err, items } = await annotate('other.txt', world);
    const missing = countPassages(example('lakes-summit.json')) - items.length;
    expect(missing).toBeGreaterThan(0);
    expect(status).toBe(1);
    expect(err).toBe(
      `summit: ${missing} passages not found\nsummit verify other.txt --data ${lakes.env?.SUMMIT_DATA} lists them\n`,
    );
  });

  it('refuses another article', async () => {
    const world = { ...lakes, files: { 'other.txt': 'Something else.' } };
    expect(await summit('annotations other.txt', world)).toMatchObject({
      status: 1,
      out: '',
      err: 'summit: other.txt does not appear to be the article behind this dataset\n',
    });
  });

  it('is of the embedded dataset where no other is given', async () => {
    const { status, items } = await annotate('', {});
    expect(status).toBe(0);
    expect(items).toHaveLength(countPassages(project('data', 'xian-2023.json')));
  });
});

describe('annotations --hypothesis', () => {
  it('has what an import of Hypothesis reads', async () => {
    const world = lakesAt('https://news.example/lakes#top');
    const { status, out, err } = await summit(`annotations ${article} --hypothesis`, world);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { annotations } = JSON.parse(out);
    const own = annotations.find(({ tags }: { tags: readonly string[] }) =>
      tags.includes('lakeside-railway'),
    );
    expect(own).toEqual({
      uri: 'https://news.example/lakes',
      document: { title: ['Lake Oreval Summit Opens With Water and Rail on the Agenda'] },
      text: 'lakeside railway · $2.5 million · sought',
      tags: ['deals', 'lakeside-railway'],
      target: [
        {
          source: 'https://news.example/lakes',
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: expect.any(String),
              prefix: expect.any(String),
              suffix: expect.any(String),
            },
          ],
        },
      ],
      user: 'acct:summit@localhost',
      user_info: { display_name: 'summit' },
      permissions: {
        read: ['acct:summit@localhost'],
        update: ['acct:summit@localhost'],
        delete: ['acct:summit@localhost'],
      },
    });
  });

  it('has its text as Markdown that has no mark-up', async () => {
    const { deals } = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
    const nasty = '![x](http://x/) <b>';
    const text = lakesWith({ deals: [{ ...deals[0], name: nasty }] });
    const world = { files: { 'l.json': text }, env: { SUMMIT_DATA: 'l.json' } };
    const { out } = await summit(`annotations ${article} --hypothesis`, world);
    expect(JSON.parse(out).annotations.map(({ text: one }: { text: string }) => one)).toContain(
      '!\\[x\\](http://x/) \\<b\\> · $2.5 million · sought',
    );
  });

  it('has the URN of the article where there is no address', async () => {
    const { status, out } = await summit(`annotations ${article} --hypothesis`, lakes);
    const uris = JSON.parse(out).annotations.map(({ uri }: { uri: string }) => uri);
    expect(status).toBe(0);
    expect(new Set(uris)).toEqual(new Set([expect.stringMatching(/^urn:summit-facts:Lake%20/)]));
  });

  it('needs a copy of the article', async () => {
    expect(await summit('annotations --hypothesis', lakes)).toMatchObject({
      status: 2,
      out: '',
      err: 'summit: --hypothesis needs a copy of the article\ntry: summit annotations article.txt --hypothesis\n',
    });
  });
});

it('describes a record of which the article states nothing by its id', async () => {
  const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
  const nothing = { name: null, title: null, country: null, organization: null, role: null };
  Object.assign(dataset.leaders[3], nothing);
  for (const quote of dataset.quotes) {
    if (quote.leader === dataset.leaders[3].id) quote.leader = null;
  }
  const { status, out, err } = await summit('annotations --data -', {
    stdin: JSON.stringify(dataset),
  });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain(
    '"value": "dolmara-leader",\n            "format": "text/plain",\n            "purpose": "describing"',
  );
});
