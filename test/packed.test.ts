import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { commands } from '../src/commands/commands.ts';

const isInstalled = (program: string) => spawnSync(program, ['--version']).error === undefined;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'summit-packed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('contains the program, its documents and its data, and nothing else', () => {
    const { folder: root } = inject('packed');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('node_modules'))
      .filter((name) => statSync(join(root, name)).isFile());
    expect(files.toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin/cache-folder.js',
      'bin/compile-cache.js',
      'bin/summit.js',
      'data/README.md',
      'data/example/lakes-summit.json',
      'data/example/lakes-summit.txt',
      'data/session.svg',
      'data/summit.schema.json',
      'data/xian-2023.json',
      'dist/LICENSES.txt',
      'dist/article.cjs',
      'dist/coverage.cjs',
      'dist/draft.cjs',
      'dist/evidence-items.cjs',
      'dist/html.cjs',
      'dist/locate.cjs',
      'dist/mark-article.cjs',
      'dist/nearest-passage.cjs',
      'dist/repair.cjs',
      'dist/report.cjs',
      'dist/shortest-anchor.cjs',
      'dist/summit.1',
      'dist/summit.cjs',
      'dist/text-selection.cjs',
      'dist/validate.cjs',
      'dist/verify.cjs',
      'dist/word-index.cjs',
      'package.json',
    ]);
  });

  it('runs no script on installation', () => {
    const scripts = Object.keys(manifest.scripts);
    expect(scripts).toContain('prepack');
    for (const name of ['prepare', 'preinstall', 'install', 'postinstall']) {
      expect(scripts).not.toContain(name);
    }
  });

  it('declares its dependencies, and contains the licence of each bundled library', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['chalk', 'cli-table3', 'commander']);
    const licences = readFileSync(join(inject('packed').folder, 'dist', 'LICENSES.txt'), 'utf8');
    const named = licences.split('\n\n---\n\n').map((text) => text.split(' ')[0]);
    expect(named).toEqual(
      expect.arrayContaining(['chalk', 'cli-table3', 'commander', 'fast-wrap-ansi', 'parse5']),
    );
    for (const text of licences.split('\n\n---\n\n')) {
      expect(text).toMatch(/^\S+ [\d.]+ \([\w.-]+\)\n\n.*(?:licen[cs]e|copyright|permission)/is);
    }
  });
});

describe('the packed command', () => {
  const version = `${manifest.version}\n`;

  it('runs with npx', () => {
    const args = [
      'exec',
      '--yes',
      '--prefer-offline',
      '--package',
      inject('packed').archive,
      '--',
      'summit',
      '-V',
    ];
    expect(execFileSync('npm', args, { cwd: folder, encoding: 'utf8' })).toBe(version);
  }, 120_000);

  it('runs through a symbolic link, with the embedded dataset', () => {
    const link = join(folder, 'facts');
    symlinkSync(inject('packed').command, link);
    expect(execFileSync(link, ['leaders', '--count'], { encoding: 'utf8', cwd: folder })).toBe(
      '6\n',
    );
  });
});

describe('the manual page', () => {
  const readPage = () => readFileSync(inject('packed').page, 'utf8');

  it('describes every command and every option', () => {
    const page = readPage()
      .replaceAll('\\-', '-')
      .replace(/\\f[BIR]/g, '');
    for (const { name, options } of commands) {
      expect(page).toContain(`summit ${name}`);
      for (const { flags } of Object.values(options)) expect(page).toContain(flags);
    }
    for (const heading of [
      'QUERIES',
      'FORMATS',
      'ENVIRONMENT',
      'EXIT STATUS',
      'FILES',
      'EXAMPLES',
    ]) {
      expect(page).toContain(`\n.SH ${heading}\n`);
    }
  });

  it('contains no placeholder, and no text that is read as a request', () => {
    const lines = readPage().split('\n');
    expect(lines.filter((line) => /undefined|NaN|\[object|<id>/.test(line))).toEqual([]);
    const requests = lines.filter((line) => /^[.']/.test(line)).map((line) => line.split(' ')[0]);
    expect([...new Set(requests)].toSorted()).toEqual([
      '.EE',
      '.EX',
      '.PP',
      '.RE',
      '.RS',
      '.SH',
      '.SS',
      '.TH',
      '.TP',
      '.ad',
      '.nh',
    ]);
  });

  it.skipIf(!isInstalled('mandoc'))('passes mandoc without a warning', () => {
    expect(
      spawnSync('mandoc', ['-Tlint', inject('packed').page], { encoding: 'utf8' }).stdout,
    ).toBe('');
  });

  it.skipIf(!isInstalled('man'))(
    'passes man without a warning, and is found on the path of the command',
    () => {
      const args = ['--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', inject('packed').page];
      const env = { ...process.env, LC_ALL: 'C.UTF-8', MANROFFSEQ: '' };
      expect(spawnSync('man', args, { encoding: 'utf8', env }).stderr).toBe('');
      const PATH = `${join(inject('packed').command, '..')}:${process.env.PATH}`;
      const { stdout } = spawnSync('man', ['summit'], { encoding: 'utf8', env: { ...env, PATH } });
      expect(stdout).toContain('explore the facts of a news article');
    },
  );
});
