import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertDefined } from '../../src/text/assert-defined.ts';
import { openDocument } from '../dom.ts';
import { example, fixture, project, run, type World } from '../run.ts';

/** Folder of modules with puppeteer-core and axe-core; if not set, the tests in a browser are skipped. */
const modules = process.env.BROWSER_MODULES;
/** Names of modules, in variables because the modules are not dependencies. */
const driver = 'puppeteer-core';
const checker = 'axe-core/axe.min.js';
const hasPdfToText = spawnSync('pdftotext', ['-v']).status === 0;

/** Parts of puppeteer-core that these tests use. */
interface BrowserPage {
  setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
  setBypassCSP(isOn: boolean): Promise<void>;
  emulateMediaFeatures(features: readonly object[]): Promise<void>;
  goto(address: string): Promise<unknown>;
  click(selector: string): Promise<void>;
  focus(selector: string): Promise<void>;
  evaluate(script: string): Promise<unknown>;
  pdf(options: object): Promise<unknown>;
  on(event: string, listen: (one: { url(): string; text(): string }) => void): void;
  close(): Promise<void>;
}
interface Browser {
  newPage(): Promise<BrowserPage>;
  close(): Promise<void>;
}

const lakes = example('lakes-summit.txt');
const lakesData = ['--data', example('lakes-summit.json')];
const xian = project('..', 'shared', 'article.txt');

const reports: Readonly<Record<string, readonly [argv: readonly string[], world?: World]>> = {
  embedded: [[]],
  lakes: [[lakes, ...lakesData]],
  'lakes-failed': [
    ['-', ...lakesData],
    { stdin: readFileSync(lakes, 'utf8').replace('$2.5', '$$3.5').concat('\n\nA heron came.\n') },
  ],
  strait: [[fixture('strait-forum.txt'), '--data', fixture('strait-forum.json')]],
  ...(existsSync(xian) && { xian: [[xian]] }),
};

describe.skipIf(modules === undefined)('the report in a browser', () => {
  const require = createRequire(join(modules ?? tmpdir(), 'any.js'));
  let folder: string;
  let browser: Browser;

  const getFile = (name: string) => join(folder, `${name}.html`);

  async function open(name: string, width = 1280, scheme = 'light') {
    const page = await browser.newPage();
    const requests: string[] = [];
    const messages: string[] = [];
    page.on('request', (one) => requests.push(one.url()));
    page.on('console', (one) => messages.push(one.text()));
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(`file://${getFile(name)}`);
    return { page, requests, messages };
  }

  const readPage = (name: string) => openDocument(readFileSync(getFile(name), 'utf8'));

  /** Lists the outlined elements that match a selector, by their ids or classes. */
  const listOutlined = (page: BrowserPage, selector: string) =>
    page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})]
      .filter((one) => {
        const { outlineStyle, borderBottomWidth } = getComputedStyle(one);
        return outlineStyle === 'solid' || borderBottomWidth === '3px';
      })
      .map((one) => one.id || one.className)`);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'summit-report-'));
    for (const [name, [argv, world]] of Object.entries(reports)) {
      const { out } = await run(['report', ...argv], world);
      writeFileSync(getFile(name), out);
    }
    const { stdout } = spawnSync('sh', ['-c', 'command -v chromium chromium-browser']);
    const executablePath = stdout.toString().split('\n')[0];
    const args = ['--no-sandbox'];
    browser = await require(driver).launch({ executablePath, args });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const viewports = [
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
  ] as const;

  it.each(
    Object.keys(reports).flatMap((name) => viewports.map((look) => [name, ...look] as const)),
  )('passes axe and requests nothing: %s, %i pixels wide, %s', async (name, width, scheme) => {
    const { page, requests, messages } = await open(name, width, scheme);
    const [address] = requests;
    expect(requests).toEqual([address]);
    await page.evaluate(readFileSync(require.resolve(checker), 'utf8'));
    const violations = await page.evaluate(`axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html]))`);
    expect(violations).toEqual([]);
    expect(messages).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth > innerWidth';
    expect(await page.evaluate(overflow)).toBe(false);
    await page.close();
  });

  it('outlines the passages of a selected record, and the records of a selected passage', async () => {
    const { page } = await open('lakes');
    expect(await listOutlined(page, 'mark, .record')).toEqual([]);
    await page.click('#r-lakeside-railway > p a');
    const classes = (await listOutlined(page, 'mark')) as readonly string[];
    const record = readPage('lakes').querySelector('#r-lakeside-railway');
    const classList = record ? [...record.classList] : [];
    const stretches = classList.filter((name) => name.startsWith('t'));
    expect(stretches.length).toBeGreaterThan(0);
    expect(classes).toHaveLength(stretches.length);
    const shared = classes.map((one) => new Set(one.split(' ')));
    expect(
      [...assertDefined(shared[0])].filter((one) => shared.every((all) => all.has(one))),
    ).toEqual([expect.stringMatching(/^f\d+$/)]);
    await page.focus(`#${stretches[0]?.replace('t', 's')}`);
    expect(await listOutlined(page, '.record')).toContain('r-lakeside-railway');
    await page.close();
  });

  it.skipIf(!hasPdfToText).each(Object.keys(reports))(
    'contains every record when printed: %s',
    async (name) => {
      const { page } = await open(name);
      const path = join(folder, `${name}.pdf`);
      await page.pdf({ format: 'A4', path });
      const { stdout } = spawnSync('pdftotext', ['-raw', path, '-']);
      const printed = stdout.toString().replace(/\s+/g, '');
      const document = readPage(name);
      const titles = Array.from(document.querySelectorAll('.record > p:first-child'), (one) =>
        one.textContent.replace(/\s+/g, ''),
      );
      expect(titles.length).toBeGreaterThan(20);
      expect(titles.filter((title) => !printed.includes(`☐${title}`))).toEqual([]);
      await page.close();
    },
  );
});
