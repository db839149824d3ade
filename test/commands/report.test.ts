import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listEntries } from '../../src/dataset/schema/dataset.ts';
import { readArticle } from '../../src/evidence/article/article.ts';
import { once } from '../../src/text/memoise.ts';
import { type DomElement, openDocument } from '../dom.ts';
import { lakesWith, readDataset } from '../read-dataset.ts';
import { articles, example, fixture, project, run, type World } from '../run.ts';

const lakes = { env: { SUMMIT_DATA: example('lakes-summit.json') } };
const lakesArticle = example('lakes-summit.txt');
const xianArticle = project('..', 'shared', 'article.txt');

/** Runs `report` and parses the page. */
async function openReport(argv: readonly string[], world: World = {}) {
  const { out, ...result } = await run(['report', ...argv], world);
  const document = openDocument(out);
  const selectAll = (selector: string) => [...document.querySelectorAll(selector)];
  const byId = new Map(selectAll('[id]').map((element) => [element.id, element]));
  const find = (id: string) => byId.get(id);
  const readText = (selector: string) => getText(document.querySelector(selector));
  return { ...result, out, find, selectAll, readText };
}

const styleSheet = readFileSync(project('src', 'output', 'html', 'report.css'), 'utf8');
const { summit } = readDataset(lakes.env.SUMMIT_DATA);

const getText = (one: DomElement | null | undefined) =>
  one?.textContent.replace(/\s+/g, ' ').trim();

const pages: readonly (readonly [name: string, argv: readonly string[]])[] = [
  ['the embedded dataset', []],
  ...articles.map(([dataset]) => [dataset, ['--data', dataset]] as const),
  ...articles.map(([dataset, text]) => [text, [text, '--data', dataset]] as const),
  ...(existsSync(xianArticle) ? [['the embedded article', [xianArticle]] as const] : []),
];

describe.each(pages)('the report on %s', (_, argv) => {
  const open = once(() => openReport(argv));

  it('runs no script, loads nothing and allows its only style by hash', async () => {
    const { selectAll } = await open();
    expect(selectAll('script, link, img, iframe, object, [style], [src]')).toEqual([]);
    const [style, ...others] = selectAll('style');
    expect(others).toEqual([]);
    const hash = createHash('sha256').update(String(style?.textContent)).digest('base64');
    expect(selectAll('meta[http-equiv]')[0]?.getAttribute('content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('contains each record once, and no broken links', async () => {
    const { selectAll } = await open();
    const at = argv.indexOf('--data');
    const dataset = readDataset(at < 0 ? project('data', 'xian-2023.json') : String(argv[at + 1]));
    const ids = selectAll('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const records = selectAll('.record').map(({ id }) => id);
    const expected = listEntries(dataset).map(({ record }) => `r-${record.id}`);
    expect(records).toHaveLength(expected.length);
    expect(new Set(records)).toEqual(new Set(expected));
    const links = selectAll('a[href^="#"]').map((link) => link.getAttribute('href')?.slice(1));
    expect(links.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
    const details = selectAll('[aria-details]').flatMap(
      (mark) => mark.getAttribute('aria-details')?.split(' ') ?? [],
    );
    expect(details.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('skips no level of headings', async () => {
    const { selectAll } = await open();
    const levels = selectAll('h1, h2, h3, h4').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  it('is smaller than 125 kB', async () => {
    const { out } = await open();
    expect(Buffer.byteLength(out)).toBeLessThan(125_000);
  });
});

describe.each([
  ...articles,
  ...(existsSync(xianArticle) ? [[project('data', 'xian-2023.json'), xianArticle] as const] : []),
])('the report on %s with its article', (dataset, text) => {
  const open = once(() => openReport([text, '--data', dataset]));

  it('contains every paragraph word for word', async () => {
    const { selectAll, status } = await open();
    expect(status).toBe(0);
    const { paragraphs } = await readArticle(readFileSync(text));
    expect(selectAll('.text').map(({ textContent }) => textContent)).toEqual(paragraphs);
  });

  it('marks the passages of each record, without splitting words or nesting marks', async () => {
    const { selectAll, find } = await open();
    const { out } = await run(['annotations', text, '--data', dataset]);
    const annotations = JSON.parse(out).first.items as {
      readonly id: string;
      readonly target: { readonly selector: readonly { readonly exact?: string }[] };
    }[];
    expect(annotations.length).toBeGreaterThan(20);
    for (const { id, target } of annotations) {
      const record = find(`r-${id.split(':').at(-2)}`);
      const stretches = [...(record?.classList ?? [])].filter((name) => /^t\d/.test(name));
      const marked = stretches.map((name) => find(`s${name.slice(1)}`));
      const all = marked.map((one) => one?.textContent ?? ' ').join('');
      const exact = target.selector.find((one) => one.exact !== undefined)?.exact;
      expect(all).toContain(exact);
    }
    expect(selectAll('mark mark')).toEqual([]);
    for (const one of selectAll('.text')) {
      const pieces = [...one.childNodes].map((node) => node.textContent);
      const halves = pieces
        .slice(1)
        .map((piece, at) => `${pieces[at]?.slice(-1)}${piece.charAt(0)}`);
      expect(halves.filter((pair) => /^[\p{L}\p{N}]{2}$/u.test(pair))).toEqual([]);
    }
  });
});

describe('summit report', () => {
  const pond = { env: { SUMMIT_DATA: fixture('pond-dinner.json') } };

  it('writes the page of a small dataset, apart from the style sheet, as in pond-dinner.html', async () => {
    const { out } = await openReport([fixture('pond-dinner.txt')], pond);
    const page = out.replace(styleSheet, '').replace(/sha256-[^&]+/, 'sha256-');
    await expect(page).toMatchFileSnapshot(fixture('pond-dinner.html'));
  });

  it('begins with the verdict of verify', async () => {
    const { readText, err } = await openReport([lakesArticle], lakes);
    expect(err).toBe('');
    expect(readText('.verdict.passed')).toBe(
      'passed: the article supports everything that could be checked',
    );
    expect(readText('main dl.totals')).toContain('checked81 records, the summit and the source');
  });

  it('lists failures of the source and of records under the verdict, with links to them', async () => {
    const { selectAll } = await openReport([fixture('pond-dinner.txt')], pond);
    const [list] = selectAll('[aria-labelledby="verification"] > ul');
    const links = [...(list?.querySelectorAll('a') ?? [])];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#source',
      '#r-first-meeting',
      '#r-first-meeting',
      '#r-sluice',
    ]);
  });

  it('shows failures with the differing words at their records, and exits with 1', async () => {
    const world = {
      env: lakes.env,
      stdin: readFileSync(lakesArticle, 'utf8').replace('$2.5', '$$3.5'),
    };
    const { status, err, readText, selectAll } = await openReport(['-'], world);
    expect({ status, err }).toEqual({
      status: 1,
      err:
        'summit: failed: the article does not support 2 of 142 values\n' +
        `summit verify - --data ${lakes.env.SUMMIT_DATA} lists them\n`,
    });
    expect(readText('.verdict')).toBe(
      'failed: the article does not support everything that was checked',
    );
    expect(readText('#r-lakeside-railway .finding')).toBe(
      '✗ failed amountAsWritten: $2.5 million, not found; nearest in ¶8: $2.5 $3.5 million',
    );
    const changed = selectAll('#r-lakeside-railway :is(del, ins)');
    expect(changed.map((one) => `${one.tagName} ${getText(one)}`)).toEqual([
      'DEL $2.5',
      'INS $3.5',
    ]);
    const links = selectAll('[aria-labelledby="verification"] li a');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#r-lakeside-railway',
      '#r-railway-money-sought',
    ]);
  });

  it('marks a sentence that no record covers', async () => {
    const text = `${readFileSync(lakesArticle, 'utf8')}\n\nA heron watched. It said nothing at all.\n`;
    const { selectAll } = await openReport(['-'], { ...lakes, stdin: text });
    expect(getText(selectAll('.text').at(-1))).toBe(
      'A heron watched. It said nothing at all. not covered by any record',
    );
    expect(selectAll('.uncovered').map(getText).join(' ')).toBe(
      'A heron watched. It said nothing at all.',
    );
  });

  it('marks words that support only a gap differently', async () => {
    const record = {
      id: 'who-watched',
      topic: 'heron',
      question: 'Who watched the heron?',
      kind: 'unstated',
      about: [],
      evidence: [{ paragraph: 20, start: 'A heron watched' }],
    };
    const files = { 'd.json': lakesWith({ gaps: [record] }) };
    const stdin = `${readFileSync(lakesArticle, 'utf8')}\n\nA heron watched. It said nothing.\n`;
    const { selectAll } = await openReport(['-', '--data', 'd.json'], { files, stdin });
    expect(selectAll('mark.open').map(getText)).toEqual(['A heron watched']);
    expect(selectAll('mark.open .uncovered').map(getText)).toEqual(['A heron watched']);
  });

  it('lists a record separately if none of its passages is found', async () => {
    const text = readFileSync(lakesArticle, 'utf8').split(/\n{2,}/);
    const cut = text.filter((one) => !one.includes('lakeside railway'));
    const { status, selectAll } = await openReport(['-'], { ...lakes, stdin: cut.join('\n\n') });
    expect(status).toBe(1);
    const ids = selectAll('[aria-labelledby="unplaced"] .record').map(({ id }) => id);
    expect(ids).toContain('r-lakeside-railway');
  });

  it('contains anchors, timeline and meetings without an article', async () => {
    const { readText, find, status } = await openReport([], lakes);
    expect(status).toBe(0);
    expect(readText('[aria-labelledby="verification"] p')).toBe(
      'not checked: this page was made without a copy of the article',
    );
    expect(readText('#r-lakeside-railway > .dim')).toMatch(/^¶8 /);
    expect(find('timeline')).toBeDefined();
    expect(readText('[aria-labelledby="meetings"]')).toMatch(/with \S/);
    expect(find('article')).toBeUndefined();
  });

  it('links passages to the web page of the article if that is stated and there is no copy', async () => {
    const { source, ...rest } = JSON.parse(readFileSync(fixture('pond-dinner.json'), 'utf8'));
    const url = 'https://pond.example/dinner';
    const files = { 'd.json': JSON.stringify({ ...rest, source: { ...source, url } }) };
    const { selectAll, out } = await openReport(['--data', 'd.json'], { files });
    const links = selectAll('#r-vole > .dim a');
    expect(links.map((one) => [getText(one), one.getAttribute('href')])).toEqual([
      ['¶2 Bo Vole', `${url}#:~:text=Bo%20Vole`],
    ]);
    expect(out).not.toContain('outline:2px solid var(--focus)}\n');
    const withoutUrl = await openReport([], pond);
    expect(withoutUrl.selectAll('#r-vole > .dim a')).toEqual([]);
  });

  it('omits empty sections', async () => {
    const files = { 'd.json': lakesWith({ talks: [], events: [], deals: [] }) };
    const { find } = await openReport(['--data', 'd.json'], { files });
    expect(['timeline', 'meetings', 'deals'].map(find)).toEqual([undefined, undefined, undefined]);
    expect(find('leaders')).toBeDefined();
  });

  it('counts the parties of a large meeting, and shows the id of a person without a name or country', async () => {
    const evidence = [{ paragraph: 3, start: 'Zoë Maréquin' }];
    const leaders = Array.from({ length: 9 }, (_, at) => ({ id: `guest-${at}`, evidence }));
    const [first, second, ...others] = leaders.map(({ id }) => id);
    const makeTalk = (id: string, parties: readonly (string | undefined)[]) => ({
      id,
      leaders: parties,
      countries: [],
      mention: 'named',
      status: 'held',
      evidence,
    });
    const talks = [makeTalk('pair', [first, second]), makeTalk('all', [first, second, ...others])];
    const change = { leaders, talks, events: [], deals: [], summit: { ...summit, host: null } };
    const files = { 'd.json': lakesWith(change) };
    const { readText, err } = await openReport(['--data', 'd.json'], { files });
    expect(err).toBe('');
    expect(readText('[aria-labelledby="meetings"] li')).toBe(
      'guest-0with guest-1 heldwith 8 others held',
    );
  });

  it('links at most a hundred records to a text range', async () => {
    const claims = Array.from({ length: 120 }, (_, at) => ({
      id: `claim-${at}`,
      topic: 'heron',
      claim: 'A heron watched.',
      certainty: 'stated',
      evidence: [{ paragraph: 20, start: 'A heron watched' }],
    }));
    const files = { 'd.json': lakesWith({ claims }) };
    const stdin = `${readFileSync(lakesArticle, 'utf8')}\n\nA heron watched.\n`;
    const { selectAll } = await openReport(['-', '--data', 'd.json'], { files, stdin });
    const mark = selectAll('mark').at(-1);
    expect([...(mark?.classList ?? [])]).toHaveLength(100);
    expect(selectAll('.record').filter(({ id }) => id.startsWith('r-claim-'))).toHaveLength(120);
  });

  it('rejects another article', async () => {
    const { status, out, err } = await openReport([fixture('unrelated.txt')], lakes);
    expect({ status, out, err }).toEqual({
      status: 1,
      out: '',
      err: `summit: ${fixture('unrelated.txt')} does not appear to be the article behind this dataset\n`,
    });
  });
});
