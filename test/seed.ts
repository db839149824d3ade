import fc from 'fast-check';

/** The same samples in every run, so that a change alone makes a difference; FC_SEED asks for others. */
export const seed = Number(process.env.FC_SEED ?? 2023);

/** So many samples of each property; FC_RUNS asks for more. */
export const numRuns = Number(process.env.FC_RUNS ?? 1_000);

fc.configureGlobal({ seed, numRuns });
