import { Argument } from 'commander';
import { inWords } from '../options/option.ts';
import { scripts } from '../output/completion-scripts.ts';
import { Failure } from '../system/failure.ts';
import { suggest } from '../text/suggest.ts';
import { type Command, groups } from './command.ts';

const shells = Object.keys(scripts) as readonly (keyof typeof scripts)[];

function shellArgument(): Argument {
  const argument = new Argument('<shell>', `the shell to complete for: ${inWords(shells)}`);
  argument.argParser((word: string) => {
    if (shells.some((shell) => shell === word)) return word;
    const hint = suggest(word, shells) ?? `choose from ${shells.join(', ')}`;
    throw new Failure(`no completion for "${word}"`, { hint });
  });
  argument.argChoices = [...shells];
  return argument;
}

export const completion: Command = {
  name: 'completion',
  group: groups.shell,
  summary: 'Print a script for the shell that completes commands, options, ids and fields.',
  arguments: () => [shellArgument()],
  examples: () => [
    ['completion bash >> ~/.bashrc', 'bash'],
    ['completion zsh >> ~/.zshrc', 'zsh'],
    ['completion fish > ~/.config/fish/completions/summit.fish', 'fish'],
  ],
  async run({ args: [shell], print }) {
    await print([scripts[shell as keyof typeof scripts]]);
    return 0;
  },
};
