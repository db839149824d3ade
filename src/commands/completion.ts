import { parseChoice } from '../options/option.ts';
import bash from '../output/completion/summit.bash';
import fish from '../output/completion/summit.fish';
import zsh from '../output/completion/summit.zsh';
import { joinWithOr } from '../text/did-you-mean.ts';
import { defineCommand, groups } from './command.ts';

/**
 * Completion scripts by shell. Each passes the words up to the cursor to `summit __complete` and offers the lines that
 * it prints, `candidate<TAB>description`. The line `:files` asks the shell to complete file names.
 */
const scripts = { bash, zsh, fish } as const;

const shells = Object.keys(scripts) as readonly (keyof typeof scripts)[];

export const completion = defineCommand({
  name: 'completion',
  group: groups.shell,
  summary: 'Print a shell completion script.',
  operands: {
    shell: {
      form: 'one',
      description: `the shell to complete for: ${joinWithOr(shells)}`,
      complete: () => shells.map((shell) => [shell, '']),
    },
  },
  options: {},
  ignores: ['data', 'color', 'width'],
  examples: () => [
    ["echo 'source <({} completion bash)' >> ~/.bashrc", 'bash, in every new shell'],
    ["echo 'source <({} completion zsh)' >> ~/.zshrc", 'zsh, in every new shell'],
    [
      "echo '{} completion fish | source' > ~/.config/fish/completions/summit.fish",
      'fish, in every new shell',
    ],
  ],
  more: 'Each new shell loads the script from the program, so it stays current when summit is updated.',
  async run({ operands: { shell }, print }) {
    await print([scripts[parseChoice(shell, shells, 'completion for')]]);
    return 0;
  },
});
