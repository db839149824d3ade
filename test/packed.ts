import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isThorough, numRuns, seed } from './seed.mts';

const root = join(import.meta.dirname, '..');

declare module 'vitest' {
  interface ProvidedContext {
    /** Paths of the installed program: its published archive, command, folder and manual page. */
    packed: {
      readonly archive: string;
      readonly command: string;
      readonly folder: string;
      readonly page: string;
    };
  }
}

/** Builds, packs and installs the program once for all tests, in a path with a space and a non-ASCII letter. */
export default function setup({ provide }: TestProject): () => void {
  const scale = isThorough ? '' : '; very large inputs are left out, FC_RUNS=1000 has them too';
  process.stderr.write(`properties have seed ${seed} and ${numRuns} runs each${scale}\n`);
  const home = mkdtempSync(join(tmpdir(), 'summit packagé-'));
  // Some tests run the program as another user.
  chmodSync(home, 0o755);
  // The compiled code is deleted with the folder.
  process.env.XDG_CACHE_HOME = join(home, 'cache');
  const runNpm = (...args: readonly string[]) =>
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const packed = runNpm('pack', '--silent', '--pack-destination', home).trim();
  const prefix = join(home, 'prefix');
  const offline = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  runNpm('install', '--global', '--prefix', prefix, ...offline, join(home, packed));
  provide('packed', {
    archive: join(home, packed),
    command: join(prefix, 'bin', 'summit'),
    folder: join(prefix, 'lib', 'node_modules', 'summit-facts'),
    page: join(prefix, 'share', 'man', 'man1', 'summit.1'),
  });
  return () => rmSync(home, { recursive: true });
}
