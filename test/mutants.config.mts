import base from './vitest.config.mts';

/** Some of the tests, as test/mutants.mjs asks for them. */
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
