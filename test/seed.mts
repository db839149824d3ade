import fc from 'fast-check';

/** Seed of the samples, the same in every run, so that only a change of the code affects them; FC_SEED overrides it. */
export const seed = Number(process.env.FC_SEED ?? 2023);

/** Number of samples of each property; FC_RUNS overrides it. */
export const numRuns = Number(process.env.FC_RUNS ?? 100);

/** True if a run takes very large inputs and all injected errors, as `.ci/run` does; `npm test` takes a quarter of these. */
export const isThorough = numRuns >= 1000;

/**
 * Returns the injected errors of a run: all of them, or the same quarter in every run. The quarter is one of each four
 * by turns, as errors that alternate between two kinds would otherwise be all of one kind; the 2 is the start from which
 * each warning rule is the only one to catch some error of the invented articles.
 */
export const selectErrors = <Item,>(errors: readonly Item[]): readonly Item[] =>
  isThorough ? errors : errors.filter((_, at) => at % 4 === (Math.floor(at / 4) + 2) % 4);

fc.configureGlobal({ seed, numRuns });
