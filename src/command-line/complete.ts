import { Argument } from 'commander';
import { type Command, groups } from '../commands/command.ts';
import { peek } from '../dataset/load.ts';
import { visible } from '../output/escape.ts';
import { dataIn } from './argv.ts';
import { candidatesFor } from './completion.ts';

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
      // The shell has not put the home folder in yet.
      const file = (dataIn(words.slice(0, -1)) ?? data)?.replace(/^~(?=\/)/, io.env.HOME ?? '~');
      const lines = candidatesFor(words, commands(), await peek(io, file));
      await print(
        lines.map(([word, about]) => `${visible(word)}${about && `\t${visible(about)}`}\n`),
      );
      return 0;
    },
  };
}
