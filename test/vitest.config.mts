import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { isThorough } from './seed.mts';

const textFile = /\.(?:bash|css|fish|zsh)$/;

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  // As in bin/build.mjs, a shell script or a style sheet is imported as its text. Vite would empty a style sheet.
  plugins: [
    {
      name: 'text',
      enforce: 'pre',
      resolveId: (path, importer) =>
        importer && textFile.test(path) ? `${join(dirname(importer), path)}-text` : undefined,
      load: (id) =>
        id.endsWith('-text')
          ? `export default ${JSON.stringify(readFileSync(id.slice(0, -'-text'.length), 'utf8'))}`
          : undefined,
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    // Inputs of megabytes take a third of the time of all tests; only `.ci/run` tests them.
    exclude: [...configDefaults.exclude, ...(isThorough ? [] : ['test/robustness/scale/**'])],
    globalSetup: ['test/packed.ts'],
    setupFiles: ['test/seed.mts'],
    expect: { requireAssertions: true },
    // Tests leave no state behind, so all files can share one load of the modules.
    pool: 'threads',
    isolate: false,
    // More than there are cores, because many tests wait for a program that they start.
    maxWorkers: '150%',
    // Concurrent tests measure the processor time of programs, which more programs than cores would distort.
    maxConcurrency: 2,
    // Long enough for a slow machine, and an end for a test that hangs.
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/cli.ts'],
      reporter: ['text'],
      thresholds: { 'src/{dataset,evidence,options,output}/**': { branches: 100 } },
    },
  },
});
