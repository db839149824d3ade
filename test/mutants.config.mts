import { mergeConfig } from 'vitest/config';
import base from './vitest.config.mts';

/** What runs the installed program would see no mutant, and what takes many seconds would run for each of them. */
const apart = [
  'cli',
  'completion-in-shells',
  'faults',
  'hostile',
  'packed',
  'picture',
  'properties',
];
const slow = ['readme', 'regressions'];

export default mergeConfig(
  { ...base, test: { ...base.test, globalSetup: [] } },
  { test: { exclude: [`test/{${[...apart, ...slow].join(',')}}.test.ts`, 'test/mutations/**'] } },
);
