import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { example, fixture, summit, type World } from '../run.ts';
import { skeleton } from '../skeleton.ts';

const env = { SUMMIT_DATA: fixture('strait-forum.json') };

/** Returns a world with the strait dataset and a text in front of, or instead of, all names in the graph. */
function renameAll(text: string): World {
  const file = JSON.parse(readFileSync(fixture('strait-forum.json'), 'utf8'));
  file.summit.name = text;
  file.quotes = [];
  for (const one of file.leaders) if (one.name) one.name = text + one.name;
  for (const one of file.deals) one.name = text + one.name;
  for (const one of file.talks) one.when = text;
  return { files: { 'h.json': JSON.stringify(file) }, env: { SUMMIT_DATA: 'h.json' } };
}

/** Returns a world with one talk between `count` people without a country. */
function makeMeeting(count: number): World {
  const { evidence } = skeleton.summit;
  const ids = Array.from({ length: count }, (_, at) => `leader-${at}`);
  const dataset = {
    source: skeleton.source,
    summit: { ...skeleton.summit, country: null, host: null },
    leaders: ids.map((id) => ({ id, evidence })),
    talks: [
      {
        id: 'the-meeting',
        date: '2025-06-03',
        leaders: ids,
        mention: 'named',
        status: 'held',
        evidence,
      },
    ],
  };
  return { files: { 'm.json': JSON.stringify(dataset) }, env: { SUMMIT_DATA: 'm.json' } };
}

const hostileText = 'a"b\\c]d}e|f`g<h>i&j#k;l\n%%{m}n-->o\u202ep\u001bq&#x202e;r&#0;s&lt;t\\N';
const hasDot = spawnSync('dot', ['-V']).status === 0;

/** Folder of modules with Mermaid and jsdom, which Mermaid needs; undefined if not installed. */
const modules = process.env.MERMAID_MODULES;

describe('summit graph', () => {
  it('draws people, countries and deals as nodes, and talks and affiliations as edges', async () => {
    const { status, out, err } = await summit('graph -f json', { env });
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const { nodes, edges } = JSON.parse(out);
    expect(nodes).toContainEqual({
      id: 'sudmark-president',
      kind: 'person',
      label: 'unnamed (Sudmark)',
      detail: null,
    });
    expect(nodes).toContainEqual({
      id: 'power-cable',
      kind: 'deal',
      label: 'power cable',
      detail: '€1.5 billion · expected',
    });
    expect(nodes).toContainEqual(expect.objectContaining({ id: 'embassies', detail: 'sought' }));
    expect(edges).toContainEqual({
      from: 'aila-brekkan',
      to: 'tobias-wren',
      kind: 'talk',
      label: 'Monday · held',
      certainty: 'done',
    });
    expect(edges).toContainEqual({
      from: 'sudmark-president',
      to: 'halden',
      kind: 'talk',
      label: 'Tuesday · held',
      certainty: 'done',
    });
    expect(edges).toContainEqual({
      from: 'aila-brekkan',
      to: 'norrland',
      kind: 'of',
      label: null,
      certainty: 'done',
    });
    const ids = nodes.map(({ id }: { id: string }) => id);
    for (const { from, to } of edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
  });

  it('links nobody without a country to one', async () => {
    const file = JSON.parse(readFileSync(fixture('strait-forum.json'), 'utf8'));
    file.talks[2].leaders = ['tobias-wren', 'oumar-delafin'];
    const world = { files: { 'f.json': JSON.stringify(file) }, env: { SUMMIT_DATA: 'f.json' } };
    const { edges } = JSON.parse((await summit('graph -f json', world)).out);
    const ends = edges.filter(({ from, to }: { from: string; to: string }) =>
      [from, to].includes('oumar-delafin'),
    );
    expect(ends).toMatchObject([{ kind: 'talk', from: 'tobias-wren' }, { kind: 'talk' }]);
  });

  it('prints DOT for Graphviz, with different lines for planned and reported', async () => {
    const { out } = await summit('graph', { env });
    expect(out).toMatch(/^graph "Tern Strait Forum" \{\n/);
    expect(out).toContain(
      '  "tobias-wren" -- "marit-solvang" [style=dashed, label="Friday · planned"];\n',
    );
    expect(out).toContain(
      '  "ferry-tickets" [label="trade deal on ferry tickets\\n€40 million · signed", shape=note];\n',
    );
    expect(out).toContain('  "marit-solvang" -- "ostvik" [style=solid, color=gray];\n');
    expect(out).toMatch(/\];\n\}\n$/);
    const { out: xian } = await summit('graph');
    expect(xian).toContain(
      '"xi-jinping" -- "uzbekistan-leader" [style=dotted, label="2023-05-18 · reported"]',
    );
  });

  it('draws a deal without a status as only mentioned', async () => {
    const { nodes, edges } = JSON.parse((await summit('graph -f json', { env })).out);
    expect(nodes).toContainEqual(
      expect.objectContaining({ id: 'herring-count', detail: 'status not stated' }),
    );
    expect(edges).toContainEqual({
      from: 'herring-count',
      to: 'united-states',
      kind: 'deal',
      label: null,
      certainty: 'mentioned',
    });
    const edge = '"herring-count" -- "united-states"';
    expect((await summit('graph', { env })).out).toContain(`  ${edge} [style=dotted];\n`);
    expect((await summit('graph -f mermaid', { env })).out).toMatch(/^ {2}n\d+ o--o n\d+$/m);
  });

  it('prints Mermaid with -f mermaid', async () => {
    const { out } = await summit('graph -f mermaid', { env });
    const [head, ...lines] = out.trimEnd().split('\n');
    expect(head).toBe('flowchart LR');
    expect(lines).toContain('  n0(["Aila Brekkan"])');
    expect(lines).toContain('  n1 -.-|"Friday · planned"| n3');
    expect(lines).toContain('  n9[/"trade deal on ferry tickets<br>€40 million · signed"/]');
    expect(lines).toContain('  n9 --- n4');
    expect(lines.filter((line) => !/^ {2}n\d+(\S.*"\S*| \S+ n\d+|.* n\d+)$/.test(line))).toEqual(
      [],
    );
  });

  it('draws only deals linked to any of the countries given', async () => {
    const listIds = async (countries: string) => {
      const { out } = await summit(`graph -f json --country ${countries}`, { env });
      return JSON.parse(out).nodes.map(({ id }: { id: string }) => id);
    };
    expect(await listIds('ostvik')).not.toContain('power-cable');
    expect(await listIds('ostvik,sudmark')).toEqual(
      expect.arrayContaining(['embassies', 'power-cable']),
    );
  });

  it('draws only records linked to a country', async () => {
    const { nodes } = JSON.parse((await summit('graph -f json --country ostvik', { env })).out);
    const ids = nodes.map(({ id }: { id: string }) => id);
    expect(ids).toContain('embassies');
    expect(ids).not.toContain('power-cable');
  });

  it('draws records linked to any of several countries', async () => {
    const world = { env: { SUMMIT_DATA: example('lakes-summit.json') } };
    const countEdges = async (line: string) =>
      JSON.parse((await summit(line, world)).out).edges.length;
    expect(await countEdges('graph -f json --country belmarch,corvessa,dolmara')).toBe(
      await countEdges('graph -f json'),
    );
    expect(await countEdges('graph -f json --country corvessa')).toBeLessThan(
      await countEdges('graph -f json --country corvessa,dolmara'),
    );
  });

  it('draws only participants and affiliations of the records linked to a country', async () => {
    const world = { env: { SUMMIT_DATA: example('lakes-summit.json') } };
    const { nodes, edges } = JSON.parse(
      (await summit('graph -f json --country belmarch', world)).out,
    );
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual([
      'zoe-marequin',
      'ilse-maarit-vandrel',
      'arvenia',
      'belmarch',
      'corvessa',
      'lakeside-railway',
    ]);
    expect(edges.map((edge: object) => Object.values(edge))).toEqual([
      ['zoe-marequin', 'ilse-maarit-vandrel', 'talk', '2025-06-03 · held', 'done'],
      ['zoe-marequin', 'arvenia', 'of', null, 'done'],
      ['ilse-maarit-vandrel', 'belmarch', 'of', null, 'done'],
      ['lakeside-railway', 'belmarch', 'deal', null, 'open'],
      ['lakeside-railway', 'corvessa', 'deal', null, 'open'],
    ]);
  });

  it('draws a talk of more than eight parties as a node with an edge to each', async () => {
    const { nodes, edges } = JSON.parse((await summit('graph -f json', makeMeeting(9))).out);
    expect(nodes.at(-1)).toEqual({
      id: 'the-meeting',
      kind: 'talk',
      label: 'talks of 9 parties',
      detail: '2025-06-03 · held',
    });
    expect(edges).toEqual(
      Array.from({ length: 9 }, (_, at) => {
        return {
          from: 'the-meeting',
          to: `leader-${at}`,
          kind: 'talk',
          label: null,
          certainty: 'done',
        };
      }),
    );
    const { out: dot } = await summit('graph', makeMeeting(9));
    expect(dot).toContain(
      '"the-meeting" [label="talks of 9 parties\\n2025-06-03 · held", shape=hexagon];\n',
    );
    expect(dot).toContain('  "the-meeting" -- "leader-8" [style=solid];\n');
    const { out: mermaid } = await summit('graph -f mermaid', makeMeeting(9));
    expect(mermaid).toContain('  n9{{"talks of 9 parties<br>2025-06-03 · held"}}\n  n9 --- n0\n');
    const eight = JSON.parse((await summit('graph -f json', makeMeeting(8))).out);
    expect(eight.nodes).toHaveLength(8);
    expect(eight.edges).toHaveLength((8 * 7) / 2);
  });

  it('draws one edge per party of a talk of thousands', async () => {
    const { out } = await summit('graph', makeMeeting(20_000));
    expect(out.match(/ -- /g)).toHaveLength(20_000);
  });

  it('escapes names in Mermaid', async () => {
    const { out } = await summit('graph -f mermaid', renameAll(hostileText));
    expect(out).toContain('a#34;b#92;c#93;d#125;e#124;f#96;g#60;h#62;i#38;j#35;k#59;l');
    for (const line of out.trimEnd().split('\n').slice(1)) {
      const labels = [...line.matchAll(/"([^"]*)"/g)].map(([, label = '']) => label);
      expect(line.replace(/"[^"]*"/g, '')).not.toMatch(/["\\`<>&#;%]/);
      for (const label of labels) {
        expect(label.replace(/<br>|#\d+;/g, '')).not.toMatch(/["\\`<>&#;%{}[\]|\n]/);
      }
    }
  });

  it('prevents formulas and icons in Mermaid', async () => {
    const { out } = await summit('graph -f mermaid', renameAll('$$x$$ fa:fa-car at 10:30 for $5 '));
    expect(out).toContain('#36;$x#36;$ fa#58;fa-car at 10:30 for $5 ');
  });

  it('escapes names in DOT', async () => {
    const { out } = await summit('graph', renameAll(hostileText));
    expect(out).toContain('"a\\"b\\\\c]d}e|f`g<h>i&amp;j#k;l\\\\n%%{m}n-->o');
    for (const line of out.trimEnd().split('\n')) {
      expect(line.replace(/"(?:[^"\\]|\\.)*"/g, '""')).toMatch(
        /^(graph "" \{|\}| {2}(node|edge) \[fontname=""\];| {2}""( -- "")? \[(label=""|shape=\w+|style=\w+|color=\w+|, )+\];)$/,
      );
    }
  });

  it.runIf(modules)(
    'prints what the parser of Mermaid accepts, even with hostile names',
    async () => {
      const required = createRequire(`${modules}/`);
      const { JSDOM } = required('jsdom');
      const { window } = new JSDOM('');
      vi.stubGlobal('window', window);
      vi.stubGlobal('document', window.document);
      const { default: mermaid } = await import(required.resolve('mermaid'));
      for (const world of [{ env }, renameAll(hostileText), makeMeeting(9), {}]) {
        const { out } = await summit('graph -f mermaid', world);
        expect(await mermaid.parse(out)).toMatchObject({ diagramType: 'flowchart-v2' });
      }
      vi.unstubAllGlobals();
    },
  );

  it.runIf(hasDot)('prints what Graphviz accepts, even with hostile names', async () => {
    for (const world of [{ env }, renameAll(hostileText), makeMeeting(9), {}]) {
      const { out } = await summit('graph', world);
      const { status, stderr } = spawnSync('dot', ['-Tsvg'], { input: out, encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  });

  it('contains no entity in DOT except the one for &', async () => {
    const { out } = await summit('graph', renameAll(hostileText));
    expect(out).toContain('&amp;#x202e;r&amp;#0;s&amp;lt;t\\\\N');
    expect(out).not.toMatch(/&(?!amp;)/);
  });

  it.runIf(hasDot)(
    'shows entities in a name literally in the picture drawn by Graphviz',
    async () => {
      const { out } = await summit('graph', renameAll('a &#x202e;&#0;&lt;b '));
      const { stdout } = spawnSync('dot', ['-Tsvg'], { input: out, encoding: 'utf8' });
      const texts = [...stdout.matchAll(/<(?:text|title)\b.*?>(.*)</g)].map(([, text]) => text);
      const named = texts.filter((text) => text?.startsWith('a '));
      expect(named.length).toBeGreaterThan(3);
      for (const text of named) expect(text).toMatch(/^a &amp;#x202e;&amp;#0;&amp;lt;b /);
    },
  );
});
