import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import accepted from './mutants-accepted.json' with { type: 'json' };
import { project } from './run.ts';

const pages = ['README.md', 'data/README.md', '.github/CONTRIBUTING.md', '.github/SECURITY.md'];

describe.each(pages)('%s', (page) => {
  const text = readFileSync(project(page), 'utf8');

  it('links only to existing files', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
    const missing = links.filter((link) => !existsSync(join(dirname(project(page)), link)));
    expect(missing).toEqual([]);
  });

  it('names only existing files of the code and scripts of the package', () => {
    const files = [...text.matchAll(/`((?:src|bin|test)\/[^`*]+)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(files.filter((file) => !existsSync(project(file)))).toEqual([]);
    const scripts = [...text.matchAll(/\bnpm run (?:--silent )?([a-z-]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(scripts.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
  });
});

it('explains in CONTRIBUTING every script of the package that is run by hand', () => {
  const text = readFileSync(project('.github', 'CONTRIBUTING.md'), 'utf8');
  const names = Object.keys(manifest.scripts).filter(
    (name) => name !== 'start' && name !== 'prepack',
  );
  expect(
    names.filter(
      (name) =>
        !text.includes(`\`${name}\``) &&
        !text.includes(`npm run ${name}`) &&
        !text.includes(`npm ${name}`),
    ),
  ).toEqual([]);
});

it('bundles no module that could open a network connection, as SECURITY says', () => {
  const files = readdirSync(project('dist')).filter((name) => name.endsWith('.cjs'));
  const program = files.map((name) => readFileSync(project('dist', name), 'utf8')).join('');
  const used = builtinModules.filter((name) =>
    new RegExp(`(?:require|import)\\("(?:node:)?${name}"\\)`).test(program),
  );
  expect(used).toContain('fs');
  expect(used.filter((name) => /^(?:dgram|dns|http|https|http2|net|tls)\b/.test(name))).toEqual([]);
});

it('gives no two exports of the source the same name', () => {
  const files = readdirSync(project('src'), { recursive: true, encoding: 'utf8' });
  const names = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(project('src', file), 'utf8').matchAll(
        /^export (?:async )?(?:const|function\*?|interface|type|class) (\w+)/gm,
      ),
    ])
    .map(([, name]) => name);
  expect(names.length).toBeGreaterThan(500);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it('accepts mutants only of lines that are in the code', () => {
  const missing = accepted.filter(({ file, line }) => {
    const lines = readFileSync(project(file), 'utf8').split('\n');
    return !lines.some((one) => one.trim() === line);
  });
  expect(accepted.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
