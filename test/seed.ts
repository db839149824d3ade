import fc from 'fast-check';

// The same samples in every run, so that a change alone makes a difference; FC_SEED asks for others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 2023) });
