import { Option } from 'commander';
import { colourChoices } from '../output/render-options.ts';
import { completeFiles } from './completers.ts';
import {
  createExclusionError,
  defineChoiceOption,
  defineCountOption,
  defineFlag,
  defineTextOption,
  type OptionValues,
} from './option.ts';

/** Maximum width of output; each line is padded in memory, and no screen or printer is wider. */
const maxColumns = 10_000;

/** Options that every command accepts, except help and version. */
export const globalOptions = {
  data: defineTextOption(
    '--data <file>',
    'dataset file; - for standard input (default: $SUMMIT_DATA, else the built-in one)',
    completeFiles,
  ),
  color: defineChoiceOption(
    '--color <when>',
    'when to use colour (--no-color means never): ',
    colourChoices,
  ),
  width: defineCountOption('--width <n>', 'output width in columns', 1, maxColumns),
  pager: defineFlag('--no-pager', 'do not page long output'),
};

export const noColorOption = new Option('--no-color')
  .hideHelp()
  .argParser((_word, before: unknown) => {
    if (typeof before === 'string') throw createExclusionError('color');
  });
export const versionOption = new Option('-V, --version', 'print the version');
export const helpOption = new Option('-h, --help', 'show this help');

export type GlobalName = keyof typeof globalOptions;

/** Values of the global options; commander sets `color` to false for `--no-color`. */
export type GlobalValues = Omit<OptionValues<typeof globalOptions>, 'color'> & {
  readonly color?: OptionValues<typeof globalOptions>['color'] | false;
};

/** Name and summary of the command that prints help. */
export const helpCommand = ['help', 'Show help for a command.'] as const;
