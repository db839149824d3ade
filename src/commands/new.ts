import { skeleton } from '../dataset/skeleton.ts';
import { safeJson } from '../output/escape.ts';
import { type Command, groups } from './command.ts';

export const newDataset: Command = {
  name: 'new',
  group: groups.datasets,
  summary: 'Print a small valid dataset, to start one of your own from.',
  examples: () => [
    ['new > my.json', 'a file to fill in'],
    ['validate my.json', 'is it still valid?'],
    ['--data my.json', 'explore it'],
  ],
  async run({ print }) {
    await print([`${safeJson(skeleton, 2)}\n`]);
    return 0;
  },
};
