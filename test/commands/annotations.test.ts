import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../dom.ts';
import { lakesWith } from '../read-dataset.ts';
import { articles, example, project, run, summit, type World } from '../run.ts';

/** Parts of other libraries that these tests use; the libraries come without types. */
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

/** Returns the one selector of a type. */
function getSelector({ target }: Annotation, type: string): Selector {
  const [one, another] = target.selector.filter((selector) => selector.type === type);
  if (!one || another) throw new Error(`not one ${type}`);
  return one;
}

/** Returns a world with the lakes dataset, the address of its article and other fields of its source changed. */
function setAddress(url: string | null, change: object = {}): World {
  const { source } = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
  const text = lakesWith({ source: { ...source, url, ...change } });
  return { files: { 'l.json': text }, env: { SUMMIT_DATA: 'l.json' } };
}

/** Terms of an annotation collection, with their meaning in the context of the W3C. */
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

const loadContext = async (documentUrl: string) => {
  expect(documentUrl).toBe('http://www.w3.org/ns/anno.jsonld');
  return { documentUrl, document: { '@context': context } };
};

describe('summit annotations', () => {
  it('prints an annotation for each passage, with the record as its text and tags', async () => {
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

  it('uses the same fragment as the link that cite prints', async () => {
    const world = setAddress('https://news.example/lakes');
    const { items } = await annotate('', world);
    const { out } = await summit('cite lakeside-railway', world);
    const own = items.filter(({ id }) => id.includes(':lakeside-railway:'));
    const values = own.map((one) =>
      getSelector(one, 'FragmentSelector').value?.slice(':~:'.length),
    );
    expect(out).toContain(`https://news.example/lakes#:~:${values.join('&')}\n`);
  });

  it.each([
    ['https://news.example/lakes?a=b', 'https://news.example/lakes?a=b'],
    ['https://news.example/lakes#top', 'https://news.example/lakes'],
    ['javascript:alert(1)', undefined],
    ['news.example', undefined],
    [null, undefined],
  ])('uses the address %s as its source if it is a web address', async (url, source) => {
    const { items } = await annotate('', setAddress(url, { title: 'A: “b”\ud800' }));
    const urn = 'urn:summit-facts:A%3A%20%E2%80%9Cb%E2%80%9D%EF%BF%BD';
    expect(new Set(items.map(({ target }) => target.source))).toEqual(new Set([source ?? urn]));
  });

  it('contains no words of the article unless the article is given', async () => {
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
      const { exact, prefix, suffix } = getSelector(item, 'TextQuoteSelector');
      const { start, end } = getSelector(item, 'TextPositionSelector');
      expect(characters.slice(start, end).join('')).toBe(exact);
      expect(text).toContain(prefix + exact + suffix);
      expect(prefix.length + suffix.length).toBeGreaterThan(0);
    }
  });

  it.each(articles)(
    'lets other software find the passages of %s in a web page',
    async (dataset, path) => {
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
        const quote = getSelector(item, 'TextQuoteSelector');
        const range = toRange(document.body, quote);
        expect(range.toString()).toBe(quote.exact);
        const before = document.createRange();
        before.setStart(document.body, 0);
        before.setEnd(range.startContainer, range.startOffset);
        // The text of the page begins with its header.
        const start = [...before.toString()].length - 'Home'.length;
        expect(start).toBe(getSelector(item, 'TextPositionSelector').start);
      }
    },
  );

  it('counts positions in code points, and does not split a character', async () => {
    const boats = '🛶'.repeat(40);
    const text = readFileSync(article, 'utf8').replaceAll(' and ', ` ${boats} and ${boats} `);
    const world = { ...lakes, files: { 'boats.txt': text } };
    const { out } = await run(['annotations', 'boats.txt'], world);
    const items: readonly Annotation[] = JSON.parse(out).first.items;
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const { exact, prefix, suffix } = getSelector(item, 'TextQuoteSelector');
      const { start, end } = getSelector(item, 'TextPositionSelector');
      expect([...text].slice(start, end).join('')).toBe(exact);
      expect((prefix + suffix).isWellFormed()).toBe(true);
    }
  });

  it('prints JSON-LD in which every term is defined', async () => {
    const { collection } = await annotate(article);
    const triples = await toRDF(collection, { documentLoader: loadContext, safe: true });
    const listValues = (name: string) =>
      triples.flatMap(({ predicate, object }) => (predicate.value === name ? object.value : []));
    const { total } = collection;
    expect(listValues(`${oa}hasSource`)).toHaveLength(total);
    expect(listValues(`${oa}exact`)).toHaveLength(total);
    expect(listValues(`${oa}hasBody`)).toHaveLength(3 * total);
    expect(new Set(listValues(`${oa}hasPurpose`))).toEqual(
      new Set([`${oa}describing`, `${oa}tagging`]),
    );
  });

  it('prints the passages found, and exits with 1 if some are missing', async () => {
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

  it('rejects another article', async () => {
    const world = { ...lakes, files: { 'other.txt': 'Something else.' } };
    expect(await summit('annotations other.txt', world)).toMatchObject({
      status: 1,
      out: '',
      err: 'summit: other.txt does not appear to be the article behind this dataset\n',
    });
  });

  it('annotates the embedded dataset by default', async () => {
    const { status, items } = await annotate('', {});
    expect(status).toBe(0);
    expect(items).toHaveLength(countPassages(project('data', 'xian-2023.json')));
  });
});

describe('summit annotations --hypothesis', () => {
  it('prints what an import into Hypothesis needs', async () => {
    const world = setAddress('https://news.example/lakes#top');
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

  it('escapes Markdown in the text', async () => {
    const { deals } = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
    const markup = '![x](http://x/) <b>';
    const text = lakesWith({ deals: [{ ...deals[0], name: markup }] });
    const world = { files: { 'l.json': text }, env: { SUMMIT_DATA: 'l.json' } };
    const { out } = await summit(`annotations ${article} --hypothesis`, world);
    expect(JSON.parse(out).annotations.map(({ text: one }: { text: string }) => one)).toContain(
      '!\\[x\\](http://x/) \\<b\\> · $2.5 million · sought',
    );
  });

  it('uses the URN of the article if there is no address', async () => {
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

it('describes a record with no stated field by its id', async () => {
  const dataset = JSON.parse(readFileSync(example('lakes-summit.json'), 'utf8'));
  const emptyFields = { name: null, title: null, country: null, organization: null, role: null };
  Object.assign(dataset.leaders[3], emptyFields);
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
