import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/system/user-error.ts';
import { writeFolder } from '../../src/system/write-folder.ts';

const files = new Map([
  ['a.txt', 'first'],
  ['b.txt', 'second'],
  ['c.txt', 'third'],
]);

/** Builds the error for a folder whose parent does not exist. */
const createParentError = (folder: string) =>
  new UserError(`cannot write to ${folder}: the parent folder does not exist`);

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'summit-folder-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/** Reads a folder: the text of each file, and `folder` for each folder. */
function readFolder(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => [
      entry.name,
      entry.isDirectory() ? 'folder' : readFileSync(join(folder, entry.name), 'utf8'),
    ]),
  );
}

describe('writing into a folder', () => {
  it('creates the folder if it does not exist', async () => {
    const folder = join(home, 'facts');
    await writeFolder(folder, files, false);
    expect(readFolder(folder)).toEqual({ 'a.txt': 'first', 'b.txt': 'second', 'c.txt': 'third' });
    expect(readFolder(home)).toEqual({ facts: 'folder' });
  });

  it('leaves other files in the folder unchanged, and adds nothing else', async () => {
    writeFileSync(join(home, 'other.txt'), 'kept');
    await writeFolder(home, files, false);
    expect(readFolder(home)).toEqual({
      'a.txt': 'first',
      'b.txt': 'second',
      'c.txt': 'third',
      'other.txt': 'kept',
    });
  });

  it('refuses to replace a file, names it, and writes nothing', async () => {
    writeFileSync(join(home, 'b.txt'), 'old');
    const attempt = writeFolder(home, files, false);
    await expect(attempt).rejects.toMatchObject({
      message: `${home} has a file b.txt already`,
      hint: 'choose another folder or overwrite with --force',
    });
    expect(readFolder(home)).toEqual({ 'b.txt': 'old' });
  });

  it('replaces files with --force, and keeps the others', async () => {
    writeFileSync(join(home, 'b.txt'), 'old');
    writeFileSync(join(home, 'other.txt'), 'kept');
    await writeFolder(home, files, true);
    expect(readFolder(home)).toEqual({
      'a.txt': 'first',
      'b.txt': 'second',
      'c.txt': 'third',
      'other.txt': 'kept',
    });
  });

  it('writes a file that is generated in pieces', async () => {
    function* generateLines() {
      for (let at = 0; at < 20_000; at++) yield `line ${at}\n`;
    }
    await writeFolder(
      home,
      new Map<string, Iterable<string>>([
        ['a.txt', generateLines()],
        ['empty.txt', []],
      ]),
      false,
    );
    expect(readFolder(home)).toEqual({ 'a.txt': [...generateLines()].join(''), 'empty.txt': '' });
  });

  it('writes text as UTF-8', async () => {
    await writeFolder(home, new Map([['a.txt', 'Zoë · 水\r\n']]), false);
    expect(readFileSync(join(home, 'a.txt'))).toEqual(Buffer.from('Zoë · 水\r\n', 'utf8'));
  });
});

describe('a folder that cannot be written', () => {
  // A name in a folder that does not exist fails for every user, root included.
  const failing = new Map([...files, [join('missing', 'd.txt'), 'fourth']]);

  it('is removed again if it was created', async () => {
    const folder = join(home, 'facts');
    await expect(writeFolder(folder, failing, false)).rejects.toThrow(createParentError(folder));
    expect(readFolder(home)).toEqual({});
  });

  it('is not created if its parent does not exist', async () => {
    const folder = join(home, 'new', 'facts');
    await expect(writeFolder(folder, files, false)).rejects.toThrow(createParentError(folder));
    expect(readFolder(home)).toEqual({});
  });

  it('is reported as a link if its target does not exist', async () => {
    const folder = join(home, 'link');
    symlinkSync(join(home, 'missing'), folder);
    await expect(writeFolder(folder, files, false)).rejects.toThrow(
      new UserError(`cannot write to ${folder}: it is a link to a folder that does not exist`),
    );
  });

  it('is removed again if the disk is full', async () => {
    function* fillDisk(): Generator<string> {
      yield 'x'.repeat(100_000);
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    }
    const folder = join(home, 'facts');
    const some = new Map<string, Iterable<string>>([...files, ['d.txt', fillDisk()]]);
    await expect(writeFolder(folder, some, false)).rejects.toThrow(
      new UserError(`cannot write to ${folder}: no space left on the device`),
    );
    expect(readFolder(home)).toEqual({});
  });

  it('is left unchanged if it existed', async () => {
    writeFileSync(join(home, 'a.txt'), 'old');
    await expect(writeFolder(home, failing, true)).rejects.toThrow(createParentError(home));
    expect(readFolder(home)).toEqual({ 'a.txt': 'old' });
  });

  it('is left unchanged if one of several files cannot be put in place', async () => {
    writeFileSync(join(home, 'a.txt'), 'old');
    mkdirSync(join(home, 'b.txt'));
    writeFileSync(join(home, 'b.txt', 'inside'), 'kept');
    await expect(writeFolder(home, files, true)).rejects.toThrow();
    expect(readFolder(home)).toEqual({ 'a.txt': 'old', 'b.txt': 'folder' });
    expect(readFolder(join(home, 'b.txt'))).toEqual({ inside: 'kept' });
  });

  it('is rejected if it is a file, which stays unchanged', async () => {
    writeFileSync(join(home, 'facts'), 'a file');
    for (const folder of [join(home, 'facts'), join(home, 'facts', 'below')]) {
      await expect(writeFolder(folder, files, true)).rejects.toEqual(
        new UserError(`cannot write to ${folder}: not a directory`),
      );
    }
    expect(readFolder(home)).toEqual({ facts: 'a file' });
  });
});

describe('an interrupted run', () => {
  /** Starts a run, calls a function once writing has begun, and undoes the run as a signal does. */
  async function interrupt(folder: string, meanwhile: () => void): Promise<void> {
    let undo = () => {};
    const run = writeFolder(folder, files, true, (given) => {
      undo = given;
      return () => {};
    });
    const failed = expect(run).rejects.toThrow(createParentError(folder));
    expect(readdirSync(folder)).toContain('.summit-export');
    meanwhile();
    undo();
    await failed;
  }

  it('removes the folder that it created', async () => {
    await interrupt(join(home, 'facts'), () => {});
    expect(readFolder(home)).toEqual({});
  });

  it('keeps files that others have put into that folder', async () => {
    const folder = join(home, 'facts');
    await interrupt(folder, () => writeFileSync(join(folder, 'other.txt'), 'kept'));
    expect(readFolder(folder)).toEqual({ 'other.txt': 'kept' });
  });

  it('keeps a folder that existed, and the files in it', async () => {
    writeFileSync(join(home, 'a.txt'), 'old');
    await interrupt(home, () => {});
    expect(readFolder(home)).toEqual({ 'a.txt': 'old' });
  });

  it('can be undone before it has created anything', async () => {
    const folder = join(home, 'facts');
    let existed: boolean | undefined;
    await writeFolder(folder, files, false, (undo) => {
      existed = existsSync(folder);
      undo();
      return () => {};
    });
    expect(existed).toBe(false);
    expect(readFolder(folder)).toEqual({ 'a.txt': 'first', 'b.txt': 'second', 'c.txt': 'third' });
  });
});

describe('simultaneous runs', () => {
  /**
   * Starts runs that write files of the same names with different texts. Returns the files of those that succeed, and
   * the errors of the others.
   */
  async function runTogether(replace: boolean) {
    const runs = Array.from(
      { length: 20 },
      (_, run) => new Map([...files.keys()].map((name) => [name, `${name} of run ${run}`])),
    );
    const settled = await Promise.allSettled(
      runs.map((run) => writeFolder(join(home, 'facts'), run, replace)),
    );
    const winners = runs.filter((_, run) => settled[run]?.status === 'fulfilled');
    const errors = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    return { winners: winners.map((run) => Object.fromEntries(run)), errors };
  }

  it('let one run write, and refuse the others, if nothing may be replaced', async () => {
    const { winners, errors } = await runTogether(false);
    expect(winners).toHaveLength(1);
    expect(readFolder(join(home, 'facts'))).toEqual(winners[0]);
    const folder = join(home, 'facts');
    for (const { message } of errors) {
      expect([
        `another export is writing to ${folder}`,
        ...[...files.keys()].map((name) => `${folder} has a file ${name} already`),
      ]).toContain(message);
    }
  });

  it('leave the files of a single run if they may be replaced', async () => {
    const { winners, errors } = await runTogether(true);
    expect(winners).toContainEqual(readFolder(join(home, 'facts')));
    expect(new Set(errors.map(({ message }) => message))).toEqual(
      new Set([`another export is writing to ${join(home, 'facts')}`]),
    );
  });

  it('do not wait for a folder left by a killed run, but name it', async () => {
    const folder = join(home, 'my facts');
    const draft = join(folder, '.summit-export');
    mkdirSync(draft, { recursive: true });
    for (const replace of [false, true]) {
      await expect(writeFolder(folder, files, replace)).rejects.toMatchObject({
        message: `another export is writing to ${folder}`,
        hint: `if no export is running, remove its leftovers: rm -r '${draft}'`,
      });
    }
    expect(readFolder(folder)).toEqual({ '.summit-export': 'folder' });
    rmSync(draft, { recursive: true });
    await writeFolder(folder, files, false);
    expect(Object.keys(readFolder(folder))).toEqual([...files.keys()]);
  });
});

describe('another program that changes the folder meanwhile', () => {
  /** Writes the files, and calls a function once everything is checked and writing has begun. */
  async function writeDuring(replace: boolean, meanwhile: () => void): Promise<unknown> {
    const run = writeFolder(home, files, replace).catch((error: unknown) => error);
    expect(readdirSync(home)).toContain('.summit-export');
    meanwhile();
    return run;
  }

  it('loses none of its files', async () => {
    const error = await writeDuring(false, () => writeFileSync(join(home, 'b.txt'), 'theirs'));
    expect(error).toMatchObject({ message: `${home} has a file b.txt already` });
    expect(readFolder(home)).toEqual({ 'b.txt': 'theirs' });
  });

  it('does not cause a mixture of old and new files', async () => {
    writeFileSync(join(home, 'a.txt'), 'old');
    symlinkSync('a.txt', join(home, 'b.txt'));
    const error = await writeDuring(true, () => mkdirSync(join(home, 'c.txt')));
    expect(error).toEqual(new UserError(`${home} has c.txt, which is not a file`));
    expect(readFolder(home)).toEqual({ 'a.txt': 'old', 'b.txt': 'old', 'c.txt': 'folder' });
  });

  it.skipIf(process.platform === 'win32')('cannot change the drafts of the files', async () => {
    let mode: number | undefined;
    await writeDuring(false, () => {
      mode = statSync(join(home, '.summit-export')).mode & 0o777;
    });
    expect(mode).toBe(0o700);
  });
});
