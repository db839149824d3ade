// Takes the picture of the page in the README with Chromium and puppeteer-core, which are no dependencies: the folder
// of modules and the path of the picture are the arguments.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [modules, path] = process.argv.slice(2);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(resolve(modules), 'any.js'));
const driver = 'puppeteer-core';
const puppeteer = require(driver);

const executablePath = execFileSync('sh', ['-c', 'command -v chromium']).toString().trim();
const folder = mkdtempSync(join(tmpdir(), 'summit-picture-'));
const example = join(root, 'data', 'example', 'lakes-summit');
const page = execFileSync(process.execPath, [
  join(root, 'bin', 'summit.js'),
  ...['report', `${example}.txt`, '--data', `${example}.json`],
]);
writeFileSync(join(folder, 'report.html'), page);
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
const tab = await browser.newPage();
await tab.setViewport({ width: 1180, height: 450 });
await tab.goto(`file://${join(folder, 'report.html')}#r-lakeside-railway`);
// From the paragraph on, with the record outlined.
await tab.evaluate("document.querySelector(':target').closest('.paragraph').scrollIntoView()");
await tab.screenshot({ path });
await browser.close();
rmSync(folder, { recursive: true });
