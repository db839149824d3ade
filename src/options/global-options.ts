import { Option } from 'commander';
import { colourChoices } from '../output/page.ts';
import { files } from './completers.ts';
import {
  choiceOption,
  countOption,
  flagOption,
  negationOf,
  type OptionValues,
  optionOf,
  textOption,
} from './option.ts';

/** The columns of the widest output: each line is padded in memory, and no screen or printer has as many. */
const maxColumns = 10_000;

/** The options that every command takes, besides help and version. */
export const globalOptions = {
  data: textOption(
    '--data <file>',
    'the dataset to explore, - for standard input (or SUMMIT_DATA)',
    files,
  ),
  color: choiceOption('--color <when>', 'whether to colour (--no-color is never): ', colourChoices),
  width: countOption('--width <n>', 'columns to fit the output into', 1, maxColumns),
  pager: flagOption('--no-pager', 'print what is longer than the screen too'),
};

export type GlobalName = keyof typeof globalOptions;

/** Their values; `--no-color` has commander set `color` to false. */
export type GlobalValues = Omit<OptionValues<typeof globalOptions>, 'color'> & {
  readonly color?: OptionValues<typeof globalOptions>['color'] | false;
};

export const helpOption = () => new Option('-h, --help', 'print this help');

/** The name and the sentence of the command that prints help. */
export const helpCommand = ['help', 'Print the help of a command.'] as const;

/** The flags and the description of the option that commander makes for the version. */
export const versionOption = ['-V, --version', 'print the version'] as const;

/** These options as commander takes them, those hidden that do nothing for a command. */
export const globalOptionList = (ignored?: readonly GlobalName[]): readonly Option[] => {
  const own = (name: GlobalName, option = optionOf(globalOptions[name])) =>
    option.hideHelp(ignored?.includes(name) ?? false);
  return [own('data'), own('color'), negationOf('color').hideHelp(), own('width'), own('pager')];
};
