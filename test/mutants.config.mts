import base from './vitest.config.mts';

const { MUTANTS_TESTS = '[]', MUTANTS_ISOLATED } = process.env;

/** Some of the tests, as test/mutants.mjs asks for them. */
export default {
  ...base,
  test: {
    ...base.test,
    globalSetup: [],
    include: JSON.parse(MUTANTS_TESTS),
    isolate: MUTANTS_ISOLATED === 'true',
  },
};
