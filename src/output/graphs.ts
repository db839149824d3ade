import type { Graph, GraphNode } from '../model/graph.ts';
import { escapeUnsafe } from './escape.ts';
import { formatJson } from './format-json.ts';

/** Lines in DOT and in Mermaid. */
const lines = {
  done: ['solid', '---'],
  open: ['dashed', '-.-'],
  mentioned: ['dotted', 'o--o'],
} as const;

/** Shapes of nodes in DOT, and their brackets in Mermaid. */
const shapes = {
  person: ['ellipse', '([', '])'],
  country: ['box', '[', ']'],
  talk: ['hexagon', '{{', '}}'],
  deal: ['note', '[/', '/]'],
} as const;

const listLabelLines = ({ label, detail }: GraphNode): readonly string[] =>
  detail === null ? [label] : [label, detail];

/** Quotes lines of text for DOT, with `&` as an entity, because Graphviz decodes entities. */
const quoteDot = (...texts: readonly string[]) => {
  const escaped = texts.map((text) =>
    escapeUnsafe(text).replaceAll('&', '&amp;').replace(/["\\]/g, '\\$&'),
  );
  return `"${escaped.join('\\n')}"`;
};

function* renderDot({ name, nodes, edges }: Graph): Generator<string> {
  yield `graph ${quoteDot(name)} {\n  node [fontname="sans-serif"];\n  edge [fontname="sans-serif"];\n`;
  for (const node of nodes) {
    const label = quoteDot(...listLabelLines(node));
    yield `  ${quoteDot(node.id)} [label=${label}, shape=${shapes[node.kind][0]}];\n`;
  }
  for (const { from, to, kind, label, certainty } of edges) {
    const style = `style=${lines[certainty][0]}`;
    const text = label === null ? '' : `, label=${quoteDot(label)}`;
    const weight = kind === 'of' ? ', color=gray' : '';
    yield `  ${quoteDot(from)} -- ${quoteDot(to)} [${style}${text}${weight}];\n`;
  }
  yield '}\n';
}

/** Escapes what has a meaning in a Mermaid label, including $$ and fa:fa-, as entities (#35; is #). */
const escapeMermaid = (text: string) =>
  escapeUnsafe(text).replace(
    /[^\p{L}\p{M}\p{N} ,.:()$€£¥·–—“”‘’'/+-]|\$(?=\$)|:(?=fa-)/gu,
    (sign) => `#${sign.codePointAt(0)};`,
  );

function* renderMermaid({ nodes, edges }: Graph): Generator<string> {
  const names = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  yield 'flowchart LR\n';
  for (const node of nodes) {
    const [, open, close] = shapes[node.kind];
    const text = listLabelLines(node).map(escapeMermaid).join('<br>');
    yield `  ${names.get(node.id)}${open}"${text}"${close}\n`;
  }
  for (const { from, to, label, certainty } of edges) {
    const text = label === null ? '' : `|"${escapeMermaid(label)}"|`;
    yield `  ${names.get(from)} ${lines[certainty][1]}${text} ${names.get(to)}\n`;
  }
}

/** Graph formats, the default first: Graphviz (DOT), Mermaid, JSON. */
export const graphs = {
  dot: renderDot,
  mermaid: renderMermaid,
  json: ({ nodes, edges }: Graph) => formatJson({ nodes, edges }),
} as const;

export const graphFormats = Object.keys(graphs) as readonly (keyof typeof graphs)[];
