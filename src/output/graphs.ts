import type { Graph, GraphEdge, GraphNode } from '../model/graph.ts';
import { escapeUnsafe } from './escape.ts';
import { formatJson } from './format-json.ts';

const lineStyles = { done: 'solid', open: 'dashed', mentioned: 'dotted' } as const;
const shapes = { person: 'ellipse', country: 'box', talk: 'hexagon', deal: 'note' } as const;

const listLabelLines = ({ label, detail }: GraphNode): readonly string[] =>
  detail === null ? [label] : [label, detail];

/** Quotes a string for DOT, with `&` as an entity, because Graphviz decodes entities. */
const quoteDot = (text: string) =>
  `"${escapeUnsafe(text).replaceAll('&', '&amp;').replace(/["\\]/g, '\\$&')}"`;

const formatDotLabel = (lines: readonly string[]) =>
  `"${lines.map((line) => quoteDot(line).slice(1, -1)).join('\\n')}"`;

function* renderDot({ name, nodes, edges }: Graph): Generator<string> {
  yield `graph ${quoteDot(name)} {\n  node [fontname="sans-serif"];\n  edge [fontname="sans-serif"];\n`;
  for (const node of nodes) {
    yield `  ${quoteDot(node.id)} [label=${formatDotLabel(listLabelLines(node))}, shape=${shapes[node.kind]}];\n`;
  }
  for (const { from, to, kind, label, certainty } of edges) {
    const style = `style=${lineStyles[certainty]}`;
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
    (sign) => {
      return `#${sign.codePointAt(0)};`;
    },
  );

const brackets = {
  person: ['([', '])'],
  country: ['[', ']'],
  talk: ['{{', '}}'],
  deal: ['[/', '/]'],
} as const;
const lines = { done: '---', open: '-.-', mentioned: 'o--o' } as const;

function renderMermaidEdge(
  { from, to, label, certainty }: GraphEdge,
  names: ReadonlyMap<string, string>,
) {
  const text = label === null ? '' : `|"${escapeMermaid(label)}"|`;
  return `  ${names.get(from)} ${lines[certainty]}${text} ${names.get(to)}\n`;
}

function* renderMermaid({ nodes, edges }: Graph): Generator<string> {
  const names = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  yield 'flowchart LR\n';
  for (const node of nodes) {
    const [open, close] = brackets[node.kind];
    const text = listLabelLines(node).map(escapeMermaid).join('<br>');
    yield `  ${names.get(node.id)}${open}"${text}"${close}\n`;
  }
  for (const edge of edges) yield renderMermaidEdge(edge, names);
}

/** Graph formats, the default first: Graphviz (DOT), Mermaid, JSON. */
export const graphs = {
  dot: renderDot,
  mermaid: renderMermaid,
  json: ({ nodes, edges }: Graph) => formatJson({ nodes, edges }),
} as const;

export const graphFormats = Object.keys(graphs) as readonly (keyof typeof graphs)[];
