import base from './vitest.config.mts';

/** Patterns of the test files to run, set by test/mutants.mjs. */
const include: string[] = JSON.parse(process.env.MUTANTS_TESTS ?? '[]');

export default {
  ...base,
  test: {
    ...base.test,
    globalSetup: [],
    setupFiles: ['test/seed.mts', 'test/mutants.setup.ts'],
    include,
  },
};
