import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

const isRoot = process.getuid?.() === 0;
const canKeep = 'enableCompileCache' in nodeModule;
const mode = (path: string) => statSync(path).mode & 0o777;

/** Has the program say which folder it hands to Node, on a Node that keeps nothing too. */
const stub = `require('node:module').enableCompileCache = (folder) =>
  require('node:fs').writeSync(2, String(folder));`;

let home = '';
let caches = '';
let folder = '';
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'summit-cache-')));
  caches = join(home, '.cache');
  folder = join(caches, 'summit-facts');
  writeFileSync(join(home, 'stub.cjs'), stub);
});
afterEach(() => rmSync(home, { recursive: true }));

type Variables = Readonly<Record<string, string>>;

/** Runs the installed program in this environment alone, where nobody is denied a permission by the umask. */
function run(env: Variables, ...nodeOptions: readonly string[]) {
  const launcher = join(inject('packed').folder, 'bin', 'summit.js');
  const script = 'umask 0; exec "$@"';
  const command = [process.execPath, ...nodeOptions, launcher, '--version'];
  const options = { cwd: home, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', ...command], options);
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^\d.*\n$/) });
  return stderr;
}

/** The folder that the program keeps its compiled code in; empty if it keeps none. */
const cacheFolder = (env: Variables = { HOME: home }) =>
  run(env, '--require', join(home, 'stub.cjs'));

describe.skipIf(process.platform === 'win32')('the compiled program', () => {
  it('is kept in ~/.cache/summit-facts, which only its user can read', () => {
    expect(cacheFolder()).toBe(folder);
    expect([mode(caches), mode(folder)]).toEqual([0o700, 0o700]);
    expect(cacheFolder()).toBe(folder);
  });

  it('is kept below XDG_CACHE_HOME if that is an absolute path', () => {
    const other = join(home, 'other');
    expect(cacheFolder({ HOME: home, XDG_CACHE_HOME: other })).toBe(join(other, 'summit-facts'));
    expect(cacheFolder({ HOME: home, XDG_CACHE_HOME: '' })).toBe(folder);
    expect(cacheFolder({ HOME: home, XDG_CACHE_HOME: 'relative' })).toBe(folder);
    expect(existsSync(join(home, 'relative'))).toBe(false);
  });

  it('is kept where a symbolic link to the caches leads', () => {
    mkdirSync(join(home, 'disk'));
    symlinkSync('disk', caches);
    expect(cacheFolder()).toBe(join(home, 'disk', 'summit-facts'));
  });

  it('is kept below a folder of everybody in which each can replace only what is their own', () => {
    mkdirSync(caches);
    chmodSync(caches, 0o1777);
    expect(cacheFolder()).toBe(folder);
  });

  it.each<readonly [string, Variables]>([
    ['there is no home folder', {}],
    ['its name is empty', { HOME: '' }],
    ['its name is not absolute', { HOME: '.' }],
    ['it does not exist', { HOME: '/nonexistent/home' }],
  ])('is not kept if %s', (_, env) => {
    expect(cacheFolder(env)).toBe('');
    expect(readdirSync(home)).toEqual(['stub.cjs']);
    expect(existsSync('/nonexistent')).toBe(false);
  });

  it.each([
    ['NODE_COMPILE_CACHE', 'elsewhere'],
    ['NODE_DISABLE_COMPILE_CACHE', '1'],
  ])('is left to Node if %s is set', (name, value) => {
    expect(cacheFolder({ HOME: home, [name]: value })).toBe('');
    expect(existsSync(caches)).toBe(false);
  });

  it.each(['701', '710', '702', '720', '777'])('is not kept in a folder of mode %s', (bits) => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, Number.parseInt(bits, 8));
    expect(cacheFolder()).toBe('');
    chmodSync(folder, 0o700);
    expect(cacheFolder()).toBe(folder);
  });

  it.each([
    ['the folder of the caches', () => caches],
    ['a folder above it', () => home],
  ])('is not kept if others can write to %s', (_, path) => {
    mkdirSync(caches);
    for (const bits of [0o720, 0o702]) {
      chmodSync(path(), bits);
      expect(cacheFolder()).toBe('');
      expect(readdirSync(caches)).toEqual([]);
    }
    chmodSync(path(), 0o755);
    expect(cacheFolder()).toBe(folder);
  });

  it('is not kept where a symbolic link leads, or in a file', () => {
    const target = join(home, 'target');
    mkdirSync(target, { mode: 0o700 });
    mkdirSync(caches);
    symlinkSync(target, folder);
    expect(cacheFolder()).toBe('');
    expect(readdirSync(target)).toEqual([]);
    rmSync(folder);
    writeFileSync(folder, '');
    expect(cacheFolder()).toBe('');
  });

  it.skipIf(!isRoot)('is not kept in a folder of another user, or below one', () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const path of [folder, caches, home]) {
      chownSync(path, 12345, 12345);
      expect(cacheFolder()).toBe('');
      chownSync(path, 0, 0);
    }
    expect(cacheFolder()).toBe(folder);
  });

  it.skipIf(!canKeep)('is kept by Node in that folder, and nothing in the temporary one', () => {
    const TMPDIR = join(home, 'tmp');
    mkdirSync(TMPDIR);
    expect(run({ HOME: home, TMPDIR })).toBe('');
    expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(1);
    rmSync(caches, { recursive: true });
    expect(run({ TMPDIR })).toBe('');
    expect(readdirSync(TMPDIR)).toEqual([]);
  });
});
