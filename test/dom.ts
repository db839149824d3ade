import { createRequire } from 'node:module';

/** Parts of an element that tests use. jsdom comes without types. */
export interface DomElement {
  readonly id: string;
  readonly tagName: string;
  readonly textContent: string;
  readonly classList: Iterable<string>;
  readonly childNodes: Iterable<{ readonly textContent: string }>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

const { JSDOM } = createRequire(import.meta.url)('jsdom/lib/api.js') as {
  JSDOM: new (html: string) => { readonly window: { readonly document: object } };
};

/** Parses an HTML page. A test names the parts of the document that it uses. */
export const openDocument = <Document = DomElement>(html: string) =>
  new JSDOM(html).window.document as Document;
