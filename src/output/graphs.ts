import type { Graph, GraphEdge, GraphNode } from '../contracts/graph.ts';
import { visible } from './escape.ts';
import { formatJson } from './format-json.ts';

const lineStyles = { done: 'solid', open: 'dashed', mentioned: 'dotted' } as const;
const shapes = { person: 'ellipse', country: 'box', talk: 'hexagon', deal: 'note' } as const;

const linesOf = ({ label, detail }: GraphNode): readonly string[] =>
  detail === null ? [label] : [label, detail];

/** A quoted string of the DOT language, in which Graphviz decodes entities; what is unsafe is shown as escapes. */
const quoted = (text: string) =>
  `"${visible(text).replaceAll('&', '&amp;').replace(/["\\]/g, '\\$&')}"`;

/** Lines of a label in DOT. */
const dotLabel = (lines: readonly string[]) =>
  `"${lines.map((line) => quoted(line).slice(1, -1)).join('\\n')}"`;

function* dot({ name, nodes, edges }: Graph): Generator<string> {
  yield `graph ${quoted(name)} {\n  node [fontname="sans-serif"];\n  edge [fontname="sans-serif"];\n`;
  for (const node of nodes) {
    yield `  ${quoted(node.id)} [label=${dotLabel(linesOf(node))}, shape=${shapes[node.kind]}];\n`;
  }
  for (const { from, to, kind, label, certainty } of edges) {
    const style = `style=${lineStyles[certainty]}`;
    const text = label === null ? '' : `, label=${quoted(label)}`;
    const weight = kind === 'of' ? ', color=gray' : '';
    yield `  ${quoted(from)} -- ${quoted(to)} [${style}${text}${weight}];\n`;
  }
  yield '}\n';
}

/** A text in a Mermaid label: what has a meaning there, $$ and fa:fa- included, stands as an entity (#35; is #). */
const mermaidText = (text: string) =>
  visible(text).replace(/[^\p{L}\p{M}\p{N} ,.:()$€£¥·–—“”‘’'/+-]|\$(?=\$)|:(?=fa-)/gu, (sign) => {
    return `#${sign.codePointAt(0)};`;
  });

const brackets = {
  person: ['([', '])'],
  country: ['[', ']'],
  talk: ['{{', '}}'],
  deal: ['[/', '/]'],
} as const;
const lines = { done: '---', open: '-.-', mentioned: 'o--o' } as const;

function mermaidEdge(
  { from, to, label, certainty }: GraphEdge,
  names: ReadonlyMap<string, string>,
) {
  const text = label === null ? '' : `|"${mermaidText(label)}"|`;
  return `  ${names.get(from)} ${lines[certainty]}${text} ${names.get(to)}\n`;
}

function* mermaid({ nodes, edges }: Graph): Generator<string> {
  const names = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  yield 'flowchart LR\n';
  for (const node of nodes) {
    const [open, close] = brackets[node.kind];
    const text = linesOf(node).map(mermaidText).join('<br>');
    yield `  ${names.get(node.id)}${open}"${text}"${close}\n`;
  }
  for (const edge of edges) yield mermaidEdge(edge, names);
}

/** The ways to print a graph, the default first: Graphviz (DOT), Mermaid, JSON. */
export const graphs = {
  dot,
  mermaid,
  json: ({ nodes, edges }: Graph) => formatJson({ nodes, edges }),
} as const;

export const graphFormats = Object.keys(graphs) as readonly (keyof typeof graphs)[];
