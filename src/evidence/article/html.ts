import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

interface Visit {
  readonly node: Node;
  /** True inside `article` or `main`, where a header or footer belongs to the article. */
  readonly isContent: boolean;
  /** True inside `pre`, where a newline is a line break. */
  readonly isPreformatted: boolean;
}

const skippedTags = new Set(
  (
    'head script style noscript template nav aside button input select textarea option datalist ' +
    'output progress meter svg math iframe object canvas audio video dialog'
  ).split(' '),
);
const pageFrameTags = new Set(['header', 'footer']);
const contentTags = new Set(['article', 'main']);
const blockTags = new Set(
  (
    'address article blockquote body caption center dd details div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre ' +
    'search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Separator of blocks in the collected text: a character that HTML text cannot contain. */
const blockEnd = '\0';

function isSkipped(element: Element, isContent: boolean): boolean {
  const has = (name: string, value?: string) =>
    element.attrs.some((attr) => attr.name === name && (value ?? attr.value) === attr.value);
  if (skippedTags.has(element.tagName) || (pageFrameTags.has(element.tagName) && !isContent))
    return true;
  return has('hidden') || has('aria-hidden', 'true') || has('role', 'navigation');
}

function listChildren({ node, ...visit }: Visit): readonly Visit[] {
  if (!('childNodes' in node)) return [];
  const isContent = visit.isContent || contentTags.has(node.nodeName);
  const isPreformatted = visit.isPreformatted || node.nodeName === 'pre';
  return node.childNodes.map((child) => ({ node: child, isContent, isPreformatted }));
}

function getText({ node, isPreformatted }: Visit): string {
  if (node.nodeName === 'br') return '\n';
  if (!('value' in node)) return '';
  return isPreformatted ? node.value : node.value.replace(/[\r\n\f]/g, ' ');
}

/** Collects the text of a page. Uses its own stack, since a page may be nested deeper than the call stack allows. */
function collectText(document: Node): string {
  const parts: string[] = [];
  const pending: (Visit | typeof blockEnd)[] = [
    { node: document, isContent: false, isPreformatted: false },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === blockEnd) parts.push(blockEnd);
    else if (!('tagName' in next.node && isSkipped(next.node, next.isContent))) {
      const ends = blockTags.has(next.node.nodeName) ? ([blockEnd] as const) : [];
      parts.push(...ends, getText(next));
      pending.push(...ends);
      for (const child of listChildren(next).toReversed()) pending.push(child);
    }
  }
  return parts.join('');
}

/**
 * Returns the paragraphs of an HTML page: the text of its block elements, also split at two line breaks. Leaves out
 * scripts, styles, navigation, form controls, hidden elements, and the page's headers and footers. Collapses white
 * space as in the HTML standard.
 */
export function readHtml(source: string): readonly string[] {
  return collectText(parse(source))
    .split(/\0|\n[ \t\r\f]*\n/)
    .map((block) => block.replace(/[ \t\r\n\f]+/g, ' ').trim());
}
