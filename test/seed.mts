import fc from 'fast-check';

/** Seed of the samples; FC_SEED overrides it. It is fixed, so that only a change of the code affects the result. */
export const seed = Number(process.env.FC_SEED ?? 2023);

/** Number of samples of each property; FC_RUNS overrides it. */
export const numRuns = Number(process.env.FC_RUNS ?? 100);

/** True if very large inputs and all injected errors are tested, as by `.ci/run`, instead of a fifth of the errors. */
export const isThorough = numRuns >= 1000;

/**
 * Selects the injected errors of a run: all of them, or the same fifth in every run. The position within each five
 * rotates, because errors that alternate between two kinds would otherwise be all of one kind. It starts at 2, because
 * then each warning rule is the only one to catch some error of the invented articles.
 */
export const selectErrors = <Item,>(errors: readonly Item[]): readonly Item[] =>
  isThorough ? errors : errors.filter((_, at) => at % 5 === (Math.floor(at / 5) + 2) % 5);

fc.configureGlobal({ seed, numRuns });
