import { Argument } from 'commander';
import { load } from '../dataset/load.ts';
import { visible } from '../output/escape.ts';
import { candidatesFor } from './candidates.ts';
import { type Command, groups } from './command.ts';

/** The value of the last `--data` among these words. */
function dataIn(words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word === '--data' || word.startsWith('--data='));
  return words[at]?.split('=').slice(1).join('=') || (at < 0 ? undefined : words[at + 1]);
}

/** The hidden command that the completion scripts ask: it prints what may stand for the last word. */
export function complete(commands: () => readonly Command[]): Command {
  return {
    name: '__complete',
    group: groups.hidden,
    summary: 'Print what may stand for the last word of a command line.',
    arguments: () => [new Argument('[words...]')],
    examples: () => [],
    async run({ io, args, data, print }) {
      const words = args.length === 0 ? [''] : args;
      const file = dataIn(words.slice(0, -1)) ?? data;
      const dataset = file === '-' ? undefined : await load(io, file).catch(() => undefined);
      const lines = candidatesFor(words, commands(), dataset);
      await print(
        lines.map(([word, about]) => `${visible(word)}${about && `\t${visible(about)}`}\n`),
      );
      return 0;
    },
  };
}
