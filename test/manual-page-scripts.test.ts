import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { example, project } from './run.ts';

/** Scripts of the manual page, as a reader copies them. */
const scripts = [
  ...readFileSync(project('src/command-line/summit.1'), 'utf8').matchAll(
    /^\.EX\n([\s\S]*?)^\.EE$/gm,
  ),
].map(([, script = '']) => script.replaceAll('\\-', '-').replaceAll('\\e', '\\'));

const has = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

let folder: string;

/** Installs a command on the path of the scripts. */
function install(name: string, script: string): void {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'summit-scripts-'));
  install('mail', 'echo "mail $*"; cat');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the only script that contains a text, and returns its output. */
function runScript(part: string): string {
  const found = scripts.filter((script) => script.includes(part));
  expect(found).toHaveLength(1);
  const path = [folder, dirname(inject('packed').command), process.env.PATH].join(delimiter);
  const env = {
    ...process.env,
    PATH: path,
    SUMMIT_DATA: example('lakes-summit.json'),
    LOGNAME: 'me',
  };
  return execFileSync('sh', ['-c', found[0] ?? ''], { cwd: folder, env, encoding: 'utf8' });
}

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe.runIf(process.platform !== 'win32')('the scripts of the manual page', () => {
  it('include the five that are run below, and no other', () => {
    expect(scripts).toHaveLength(5);
  });

  it.skipIf(!has('mlr'))('join talks and deals by country', () => {
    const [header, ...rows] = runScript('nest').trimEnd().split('\n');
    expect(header).toBe('countries,id,name,status');
    expect(rows).toContain('corvessa,marequin-o-talvin-4-june,lakeside railway,sought');
  });

  it('send a mail only if verification fails', () => {
    const article = readFileSync(example('lakes-summit.txt'), 'utf8');
    writeFileSync(join(folder, 'article.txt'), article);
    expect(runScript('not verified')).toBe('');
    writeFileSync(join(folder, 'article.txt'), article.replace('2.5', '3.5'));
    expect(runScript('not verified')).toMatch(/^mail -s summit: not verified me\nverdict +failed/);
  });

  it('show a preview of a record', () => {
    install('fzf', 'read -r id; sh -c "$(echo "$2" | sed "s/{}/$id/")"');
    expect(runScript('fzf')).toMatch(/^id +lake-oreval-summit\n/);
  });

  it('write a report in Markdown', () => {
    runScript('markdown');
    expect(read('report.md')).toMatch(
      /^## talks\n\n\| date \| .*\n\n## deals\n\n\| name .*\n\n## gaps\n/s,
    );
  });

  it('send a mail only if a record has changed', () => {
    expect(runScript('changed')).toMatch(/^mail -s summit: records have changed me\n0a1/);
    expect(runScript('changed')).toBe('');
    const records = read('old.ndjson').replace('overdue', 'early');
    writeFileSync(join(folder, 'old.ndjson'), records);
    expect(runScript('changed')).toMatch(/\n< .*early/);
  });
});
