import fc from 'fast-check';

/** Seed of the samples, the same in every run, so that only a change of the code affects them; FC_SEED overrides it. */
export const seed = Number(process.env.FC_SEED ?? 2023);

/** Number of samples of each property; FC_RUNS overrides it. */
export const numRuns = Number(process.env.FC_RUNS ?? 100);

fc.configureGlobal({ seed, numRuns });
