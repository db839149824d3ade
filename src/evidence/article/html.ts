import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

interface Visit {
  readonly node: Node;
  /** Inside `article` or `main`, where a header or footer is the article's own. */
  readonly isContent: boolean;
  /** Inside `pre`, where a newline is a line break. */
  readonly isPreformatted: boolean;
  readonly isLeaving: boolean;
}

const silent = new Set(
  (
    'head script style noscript template nav aside button input select textarea option datalist ' +
    'output progress meter svg math iframe object canvas audio video dialog'
  ).split(' '),
);
const frame = new Set(['header', 'footer']);
const content = new Set(['article', 'main']);
const blocks = new Set(
  (
    'address article blockquote body caption center dd details div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre ' +
    'search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** What parts blocks in the running text: a character that no HTML text can hold. */
const blockEnd = '\0';

function isSilent(element: Element, isContent: boolean): boolean {
  const has = (name: string, value?: string) =>
    element.attrs.some((attr) => attr.name === name && (value ?? attr.value) === attr.value);
  if (silent.has(element.tagName) || (frame.has(element.tagName) && !isContent)) return true;
  return has('hidden') || has('aria-hidden', 'true') || has('role', 'navigation');
}

function children(node: Node, visit: Visit): readonly Visit[] {
  if (!('childNodes' in node)) return [];
  const tag = 'tagName' in node ? node.tagName : '';
  const isContent = visit.isContent || content.has(tag);
  const isPreformatted = visit.isPreformatted || tag === 'pre';
  return node.childNodes.map((child) => ({
    node: child,
    isContent,
    isPreformatted,
    isLeaving: false,
  }));
}

function spoken(visit: Visit): string {
  const { node } = visit;
  if (node.nodeName === '#text' && 'value' in node) {
    const text = node.value.replaceAll(blockEnd, '');
    return visit.isPreformatted ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
  }
  if (node.nodeName === 'br') return '\n';
  return blocks.has(node.nodeName) ? blockEnd : '';
}

// With a stack of its own: a page may be nested deeper than the call stack is.
function runningText(document: Node): string {
  const parts: string[] = [];
  const open: Visit[] = [
    { node: document, isContent: false, isPreformatted: false, isLeaving: false },
  ];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    const { node, isContent, isLeaving } = visit;
    if ('tagName' in node && isSilent(node, isContent)) continue;
    parts.push(spoken(visit));
    if (isLeaving || !('childNodes' in node)) continue;
    if (blocks.has(node.nodeName)) open.push({ ...visit, isLeaving: true });
    for (const child of children(node, visit).toReversed()) open.push(child);
  }
  return parts.join('');
}

/**
 * The paragraphs of an HTML page: the text of its block elements, parted at two line breaks as
 * well. Scripts, styles, navigation, form controls, what is hidden, and
 * headers and footers of the page are not text. White space is collapsed, as in the HTML standard.
 */
export async function readHtml(source: string): Promise<readonly string[]> {
  const { parse } = await import('parse5');
  return runningText(parse(source))
    .split(/\0|\n[ \t\r\f]*\n/)
    .map((block) => block.replace(/[ \t\r\n\f]+/g, ' ').trim())
    .filter((block) => block !== '');
}
