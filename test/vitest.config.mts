import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/packed.ts'],
    setupFiles: ['test/seed.ts'],
    expect: { requireAssertions: true },
    // No test leaves anything behind that another could see: one load of the modules will do for all.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    // A slow machine is no failure; what never ends is.
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
