import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

const isRoot = process.getuid?.() === 0;
const getMode = (path: string) => statSync(path).mode & 0o777;

let home = '';
let caches = '';
let folder = '';
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'summit-cache-')));
  caches = join(home, '.cache');
  folder = join(caches, 'summit-facts');
});
afterEach(() => rmSync(home, { recursive: true }));

type Variables = Readonly<Record<string, string>>;

/** Runs the installed program with only these variables, and with a umask of 0. */
function run(env: Variables, program = inject('packed').folder) {
  const launcher = join(program, 'bin', 'summit.js');
  const script = 'umask 0; exec "$@"';
  const command = [process.execPath, launcher, '--version'];
  const options = { cwd: home, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', ...command], options);
  const out = expect.stringMatching(/^\d.*\n$/);
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: out, stderr: '' });
}

/** Lists the files of compiled code in the home folder, without symbolic links. */
function listKept() {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' });
  const kept = names.filter((name) => name.endsWith('summit.cjs'));
  return [...new Set(kept.map((name) => realpathSync(join(home, name))))];
}

/** Returns the folder in which the program keeps its compiled code; empty if none. */
function findCacheFolder(env: Variables = { HOME: home }) {
  for (const path of listKept()) rmSync(path);
  run(env);
  return listKept().map(dirname).join();
}

describe.skipIf(process.platform === 'win32')('the compiled code', () => {
  it('is kept in ~/.cache/summit-facts, which only the user can read', () => {
    expect(findCacheFolder()).toBe(folder);
    expect([getMode(caches), getMode(folder)]).toEqual([0o700, 0o700]);
    expect(findCacheFolder()).toBe(folder);
  });

  it('is kept below XDG_CACHE_HOME if that is an absolute path', () => {
    const other = join(home, 'other');
    expect(findCacheFolder({ HOME: home, XDG_CACHE_HOME: other })).toBe(
      join(other, 'summit-facts'),
    );
    expect(findCacheFolder({ HOME: home, XDG_CACHE_HOME: '' })).toBe(folder);
    expect(findCacheFolder({ HOME: home, XDG_CACHE_HOME: 'relative' })).toBe(folder);
    expect(existsSync(join(home, 'relative'))).toBe(false);
  });

  it('is kept in the target of a symbolic link ~/.cache', () => {
    mkdirSync(join(home, 'disk'));
    symlinkSync('disk', caches);
    expect(findCacheFolder()).toBe(join(home, 'disk', 'summit-facts'));
  });

  it('is kept below a folder that all users can write to if its sticky bit is set', () => {
    mkdirSync(caches);
    chmodSync(caches, 0o1777);
    expect(findCacheFolder()).toBe(folder);
  });

  it.each<readonly [string, Variables]>([
    ['there is no home folder', {}],
    ['the name of the home folder is empty', { HOME: '' }],
    ['the name of the home folder is not absolute', { HOME: '.' }],
    ['the home folder does not exist', { HOME: '/nonexistent/home' }],
  ])('is not kept if %s', (_, env) => {
    expect(findCacheFolder(env)).toBe('');
    expect(readdirSync(home)).toEqual([]);
    expect(existsSync('/nonexistent')).toBe(false);
  });

  it.each([
    ['NODE_COMPILE_CACHE', 'elsewhere'],
    ['NODE_DISABLE_COMPILE_CACHE', '1'],
  ])('is left to Node if %s is set', (name, value) => {
    expect(findCacheFolder({ HOME: home, [name]: value })).toBe('');
    expect(existsSync(caches)).toBe(false);
  });

  it.each(['701', '710', '702', '720', '777'])('is not kept in a folder of mode %s', (bits) => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, Number.parseInt(bits, 8));
    expect(findCacheFolder()).toBe('');
    chmodSync(folder, 0o700);
    expect(findCacheFolder()).toBe(folder);
  });

  it.each([
    ['the folder of all caches', () => caches],
    ['a folder above it', () => home],
  ])('is not kept if others can write to %s', (_, path) => {
    mkdirSync(caches);
    for (const bits of [0o720, 0o702]) {
      chmodSync(path(), bits);
      expect(findCacheFolder()).toBe('');
      expect(readdirSync(caches)).toEqual([]);
    }
    chmodSync(path(), 0o755);
    expect(findCacheFolder()).toBe(folder);
  });

  it('is not kept if its own folder is a symbolic link or a file', () => {
    const target = join(home, 'target');
    mkdirSync(target, { mode: 0o700 });
    mkdirSync(caches);
    symlinkSync(target, folder);
    expect(findCacheFolder()).toBe('');
    expect(readdirSync(target)).toEqual([]);
    rmSync(folder);
    writeFileSync(folder, '');
    expect(findCacheFolder()).toBe('');
  });

  it.skipIf(!isRoot)('is not kept in or below a folder of another user', () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const path of [folder, caches, home]) {
      chownSync(path, 12345, 12345);
      expect(findCacheFolder()).toBe('');
      chownSync(path, 0, 0);
    }
    expect(findCacheFolder()).toBe(folder);
  });

  it('is used by the next run, unless it is damaged', () => {
    run({ HOME: home });
    const [path = ''] = listKept();
    const kept = readFileSync(path);
    const source = readFileSync(join(inject('packed').folder, 'dist', 'summit.cjs'));
    expect(kept.subarray(0, source.length).equals(source)).toBe(true);
    run({ HOME: home });
    expect(readFileSync(path).equals(kept)).toBe(true);
    const damages = [0, source.length + 100, kept.length - 100].map((at) => {
      const damaged = Buffer.from(kept);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      return damaged;
    });
    const cuts = [0, 10, source.length, kept.length - 1].map((end) => kept.subarray(0, end));
    for (const damaged of [...damages, ...cuts]) {
      writeFileSync(path, damaged);
      run({ HOME: home });
      const repaired = readFileSync(path);
      expect(repaired.equals(damaged)).toBe(false);
      expect(repaired.length).toBeGreaterThan(source.length + 1000);
    }
  });

  it('is kept apart for each installation, because it contains the paths of one', () => {
    run({ HOME: home });
    const [first = ''] = listKept();
    const kept = readFileSync(first);
    const program = realpathSync(mkdtempSync(join(tmpdir(), 'summit-copy-')));
    cpSync(inject('packed').folder, program, { recursive: true });
    run({ HOME: home }, program);
    rmSync(program, { recursive: true });
    expect(listKept()).toHaveLength(2);
    expect(readFileSync(first).equals(kept)).toBe(true);
  });

  it('is silently not kept if it cannot be written, and never in the temporary folder', () => {
    run({ HOME: home });
    const [path = ''] = listKept();
    rmSync(path);
    mkdirSync(path);
    const TMPDIR = join(home, 'tmp');
    mkdirSync(TMPDIR);
    run({ HOME: home, TMPDIR });
    expect(readdirSync(folder)).toEqual([basename(path)]);
    expect(readdirSync(TMPDIR)).toEqual([]);
  });
});
