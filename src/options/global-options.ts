import { Option } from 'commander';
import { colourChoices } from '../output/render-options.ts';
import { completeFiles } from './completers.ts';
import {
  createNegation,
  defineChoiceOption,
  defineCountOption,
  defineFlag,
  defineTextOption,
  type OptionValues,
  toCommanderOption,
} from './option.ts';

/** The columns of the widest output: each line is padded in memory, and no screen or printer has as many. */
const maxColumns = 10_000;

/** The options that every command takes, besides help and version. */
export const globalOptions = {
  data: defineTextOption(
    '--data <file>',
    'the dataset to explore, - for standard input (or SUMMIT_DATA)',
    completeFiles,
  ),
  color: defineChoiceOption(
    '--color <when>',
    'whether to colour (--no-color is never): ',
    colourChoices,
  ),
  width: defineCountOption('--width <n>', 'columns to fit the output into', 1, maxColumns),
  pager: defineFlag('--no-pager', 'print what is longer than the screen too'),
};

export type GlobalName = keyof typeof globalOptions;

/** Their values; `--no-color` has commander set `color` to false. */
export type GlobalValues = Omit<OptionValues<typeof globalOptions>, 'color'> & {
  readonly color?: OptionValues<typeof globalOptions>['color'] | false;
};

export const createHelpOption = () => new Option('-h, --help', 'print this help');

/** The name and the sentence of the command that prints help. */
export const helpCommand = ['help', 'Print the help of a command.'] as const;

/** The flags and the description of the option that commander makes for the version. */
export const versionOption = ['-V, --version', 'print the version'] as const;

/** These options as commander takes them, those hidden that do nothing for a command. */
export const listGlobalOptions = (ignored?: readonly GlobalName[]): readonly Option[] => {
  const toOption = (name: GlobalName, option = toCommanderOption(globalOptions[name])) =>
    option.hideHelp(ignored?.includes(name) ?? false);
  return [
    toOption('data'),
    toOption('color'),
    createNegation('color').hideHelp(),
    toOption('width'),
    toOption('pager'),
  ];
};
