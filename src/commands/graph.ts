import { buildGraph } from '../dataset/query/graph.ts';
import { createCountryTest } from '../dataset/query/parse-query.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { listOptions } from '../options/list-options.ts';
import { defineFormatOption } from '../options/option.ts';
import { graphFormats, graphs } from '../output/graphs.ts';
import { defineCommand, groups } from './command.ts';

export const graph = defineCommand({
  name: 'graph',
  group: groups.reading,
  summary: 'Print a graph of who met whom and which deals link which countries.',
  operands: {},
  options: {
    format: defineFormatOption(graphFormats),
    country: listOptions.country,
  },
  ignores: ['color', 'width'],
  examples: ({ country }) => [
    ['graph | dot -Tsvg > graph.svg', 'render with Graphviz'],
    ['graph -f mermaid', 'for a page that renders Mermaid, such as GitHub'],
    [`graph --country ${country} -f json`, 'nodes and edges as JSON'],
  ],
  more:
    'Solid lines mark what has taken place. Dashed lines mark what is planned, sought or expected. Dotted lines ' +
    '(round-ended in Mermaid) mark what is merely mentioned, such as a deal without a status. Each status is also ' +
    'given in words. ' +
    'A talk of more than eight parties is a node of its own, with a line to each of them.',
  async run({ options: { format = 'dot', country }, load, print }) {
    const index = indexRecords(await load());
    const isSelected = country === undefined ? () => true : createCountryTest(country, index);
    await print(graphs[format](buildGraph(index, isSelected)));
    return 0;
  },
});
