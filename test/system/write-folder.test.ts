import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Exists } from '../../src/system/io.ts';
import { writeFolder } from '../../src/system/write-folder.ts';

const files = new Map([
  ['a.txt', 'first'],
  ['b.txt', 'second'],
  ['c.txt', 'third'],
]);

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'summit-folder-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** What stands in a folder: the text of each file, `folder` for a folder. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => [
      entry.name,
      entry.isDirectory() ? 'folder' : readFileSync(join(folder, entry.name), 'utf8'),
    ]),
  );
}

describe('writing into a folder', () => {
  it('makes the folder where there is none', async () => {
    const folder = join(home, 'facts');
    await writeFolder(folder, files, false);
    expect(contents(folder)).toEqual({ 'a.txt': 'first', 'b.txt': 'second', 'c.txt': 'third' });
    expect(contents(home)).toEqual({ facts: 'folder' });
  });

  it('leaves other files in the folder as they are, and nothing besides', async () => {
    writeFileSync(join(home, 'other.txt'), 'kept');
    await writeFolder(home, files, false);
    expect(contents(home)).toEqual({
      'a.txt': 'first',
      'b.txt': 'second',
      'c.txt': 'third',
      'other.txt': 'kept',
    });
  });

  it('refuses to replace a file, names it, and writes none', async () => {
    writeFileSync(join(home, 'b.txt'), 'old');
    const attempt = writeFolder(home, files, false);
    await expect(attempt).rejects.toBeInstanceOf(Exists);
    await expect(attempt).rejects.toThrow('b.txt');
    expect(contents(home)).toEqual({ 'b.txt': 'old' });
  });

  it('replaces files where it is to, and keeps the others', async () => {
    writeFileSync(join(home, 'b.txt'), 'old');
    writeFileSync(join(home, 'other.txt'), 'kept');
    await writeFolder(home, files, true);
    expect(contents(home)).toEqual({
      'a.txt': 'first',
      'b.txt': 'second',
      'c.txt': 'third',
      'other.txt': 'kept',
    });
  });

  it('writes a file that comes in pieces', async () => {
    function* lines() {
      for (let at = 0; at < 20_000; at++) yield `line ${at}\n`;
    }
    await writeFolder(
      home,
      new Map<string, Iterable<string>>([
        ['a.txt', lines()],
        ['empty.txt', []],
      ]),
      false,
    );
    expect(contents(home)).toEqual({ 'a.txt': [...lines()].join(''), 'empty.txt': '' });
  });

  it('writes text as UTF-8', async () => {
    await writeFolder(home, new Map([['a.txt', 'Zoë · 水\r\n']]), false);
    expect(readFileSync(join(home, 'a.txt'))).toEqual(Buffer.from('Zoë · 水\r\n', 'utf8'));
  });
});

describe('a folder that cannot be written', () => {
  // A name below a folder that is not there fails for every user, root included.
  const failing = new Map([...files, [join('missing', 'd.txt'), 'fourth']]);

  it('is removed again if it was made', async () => {
    const attempt = writeFolder(join(home, 'facts'), failing, false);
    await expect(attempt).rejects.toMatchObject({ code: 'ENOENT' });
    expect(contents(home)).toEqual({});
  });

  it('is not made where the one above it is not there', async () => {
    const attempt = writeFolder(join(home, 'new', 'facts'), files, false);
    await expect(attempt).rejects.toMatchObject({ code: 'ENOENT' });
    expect(contents(home)).toEqual({});
  });

  it('is left as it was if it was there', async () => {
    writeFileSync(join(home, 'a.txt'), 'old');
    await expect(writeFolder(home, failing, true)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(contents(home)).toEqual({ 'a.txt': 'old' });
  });

  it('is left as it was if a file cannot take its place when others have', async () => {
    writeFileSync(join(home, 'a.txt'), 'old');
    mkdirSync(join(home, 'b.txt'));
    writeFileSync(join(home, 'b.txt', 'inside'), 'kept');
    await expect(writeFolder(home, files, true)).rejects.toThrow();
    expect(contents(home)).toEqual({ 'a.txt': 'old', 'b.txt': 'folder' });
    expect(contents(join(home, 'b.txt'))).toEqual({ inside: 'kept' });
  });

  it('may be a file: that stays as it is', async () => {
    writeFileSync(join(home, 'facts'), 'a file');
    await expect(writeFolder(join(home, 'facts'), files, true)).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
    await expect(writeFolder(join(home, 'facts', 'below'), files, false)).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
    expect(contents(home)).toEqual({ facts: 'a file' });
  });
});
