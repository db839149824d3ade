import { Command as Commander, CommanderError } from 'commander';
import { version } from '../../package.json';
import type { Command, OperandValues } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { overview } from '../commands/overview.ts';
import {
  type GlobalValues,
  globalOptions,
  helpOption,
  noColorOption,
  versionOption,
} from '../options/global-options.ts';
import type { OptionValues } from '../options/option.ts';
import type { Format } from '../output/format.ts';
import { formats } from '../output/formats.ts';
import { findOperands } from './argv.ts';
import { completeCommand } from './completion.ts';
import { createHelpCommand, formatOperand } from './help.ts';
import { checkWords, toCommandError, toUsageError } from './usage-errors.ts';

/** Command to run, with its parsed operands and options. */
export interface ParsedCommand {
  readonly command: Pick<Command, 'run'>;
  readonly operands: OperandValues<Command['operands']>;
  readonly options: OptionValues<Command['options']> & GlobalValues;
  /** True if the output is drawn for people and is not data. */
  readonly isDrawn: boolean;
}

/** Checks whether a command draws for people in the chosen format. Its first format, the default, is for people. */
function drawsFormat({ ignores, options: { format } }: Command, chosen: string | undefined) {
  const known: Readonly<Record<string, Format>> = formats;
  const isDefault = chosen === undefined || chosen === format?.argChoices?.[0];
  return !ignores?.includes('width') && (isDefault || known[chosen]?.isDrawn === true);
}

const findCommand = (name: string | undefined): Command | undefined =>
  [...commands, completeCommand].find((one) => one.name === name);

/**
 * Moves the command to the front, so that options may come before or after it.
 * @throws UserError if the first operand is not a command, with the nearest command as a hint
 */
function hoistCommand(argv: readonly string[]): readonly string[] {
  if (findCommand(argv[0]) || argv.every((word) => word.startsWith('-'))) return argv;
  const [first, ...others] = findOperands(argv);
  if (!first) return argv;
  const { at, word: name } = first;
  if (name !== 'help' && !findCommand(name)) {
    throw toCommandError(
      name,
      others.map(({ word }) => word),
    );
  }
  const rest = argv.toSpliced(at, 1);
  if (name !== 'help') return [name, ...rest];
  // `help <command>` is the same as `<command> --help`, including any options.
  const [topic, ...options] = hoistCommand(rest);
  if (topic === '--help') return [topic];
  const hasTopic = topic !== undefined && !topic.startsWith('-');
  return hasTopic ? [topic, '--help', ...options] : [...rest, '--help'];
}

/** Creates a commander parser for a command. Help, version and usage errors are thrown; nothing is run or printed. */
function createCommander({ operands, options }: Command): Commander {
  const commander = new Commander()
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .configureHelp({ formatHelp: () => '' })
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .version(version, versionOption.flags)
    .addHelpOption(helpOption)
    .action(() => {});
  for (const [name, operand] of Object.entries(operands)) {
    commander.argument(formatOperand(name, operand));
  }
  for (const option of [...Object.values(options), ...Object.values(globalOptions)]) {
    commander.addOption(option);
  }
  return commander.addOption(noColorOption);
}

/**
 * Parses a command line into a command to run or a text to print.
 * @param argv command-line arguments, without the program's name
 * @throws UserError if the command line is invalid, with the nearest valid word as a hint
 */
export function parse(argv: readonly string[]): ParsedCommand | { readonly text: string } {
  const words = hoistCommand(argv);
  const named = findCommand(words[0]);
  const command = named ?? overview;
  const rest = named ? words.slice(1) : words;
  const commander = createCommander(command);
  let ran: ParsedCommand['command'] = command;
  try {
    commander.parse(rest, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.version') return { text: `${version}\n` };
    if (error.code !== 'commander.helpDisplayed') {
      throw toUsageError(error, command, commander.args, rest);
    }
    ran = createHelpCommand(command);
  }
  const operands = Object.keys(command.operands).map((name, at) => [
    name,
    commander.processedArgs[at],
  ]);
  if (ran === command) checkWords(commander.args, command);
  const options: ParsedCommand['options'] & { readonly format?: string } = commander.opts();
  return {
    command: ran,
    operands: Object.fromEntries(operands),
    options,
    // Help is not converted to ASCII, because users copy text from it.
    isDrawn: ran === command && drawsFormat(command, options.format),
  };
}
