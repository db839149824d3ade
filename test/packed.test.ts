import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { commands } from '../src/commands/commands.ts';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'summit-packed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('has what runs, what is read, and nothing else', () => {
    const { folder: root } = inject('packed');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('node_modules'))
      .filter((name) => statSync(join(root, name)).isFile());
    expect(files.toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'bin/cache-folder.js',
      'bin/summit.js',
      'data/README.md',
      'data/example/lakes-summit.json',
      'data/example/lakes-summit.txt',
      'data/session.svg',
      'data/summit.schema.json',
      'data/xian-2023.json',
      'dist/LICENSES.txt',
      'dist/article.cjs',
      'dist/cli-table3.cjs',
      'dist/coverage.cjs',
      'dist/draft.cjs',
      'dist/evidence-items.cjs',
      'dist/html.cjs',
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

  it('runs nothing as it is installed', () => {
    const scripts = Object.keys(manifest.scripts);
    expect(scripts).toContain('prepack');
    for (const name of ['prepare', 'preinstall', 'install', 'postinstall']) {
      expect(scripts).not.toContain(name);
    }
  });

  it('names the libraries that it runs on, and has the licence of each that is in it', () => {
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

describe('the command', () => {
  const version = `${manifest.version}\n`;

  it('runs by npx', () => {
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

  it('runs through a symbolic link, with the dataset that is its own', () => {
    const link = join(folder, 'facts');
    symlinkSync(inject('packed').command, link);
    expect(execFileSync(link, ['leaders', '--count'], { encoding: 'utf8', cwd: folder })).toBe(
      '6\n',
    );
  });
});

describe('the manual page', () => {
  const text = () => readFileSync(inject('packed').page, 'utf8');

  it('has every command and every option', () => {
    const page = text()
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

  it('has nothing that one would have to guess: no placeholder, and no line that is a request by chance', () => {
    const lines = text().split('\n');
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

  it.skipIf(!has('mandoc'))('has nothing that mandoc warns of', () => {
    expect(
      spawnSync('mandoc', ['-Tlint', inject('packed').page], { encoding: 'utf8' }).stdout,
    ).toBe('');
  });

  it.skipIf(!has('man'))('has nothing that man warns of, and is found beside the command', () => {
    const args = ['--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', inject('packed').page];
    const env = { ...process.env, LC_ALL: 'C.UTF-8', MANROFFSEQ: '' };
    expect(spawnSync('man', args, { encoding: 'utf8', env }).stderr).toBe('');
    const PATH = `${join(inject('packed').command, '..')}:${process.env.PATH}`;
    const { stdout } = spawnSync('man', ['summit'], { encoding: 'utf8', env: { ...env, PATH } });
    expect(stdout).toContain('explore the facts of a news article');
  });
});
