import { Command as Commander, CommanderError } from 'commander';
import { version } from '../../package.json';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { overview } from '../commands/overview.ts';
import {
  createHelpOption,
  type GlobalValues,
  listGlobalOptions,
  versionOption,
} from '../options/global-options.ts';
import { type OperandValues, toArgument } from '../options/operand.ts';
import { type OptionValues, toCommanderOption } from '../options/option.ts';
import { UserError } from '../system/user-error.ts';
import { suggest } from '../text/did-you-mean.ts';
import { isPlainWord } from '../text/quote.ts';
import { findOperands } from './argv.ts';
import { completeCommand, getOptions } from './completion.ts';
import { createHelpCommand } from './help.ts';
import { suggestCommand } from './synonyms.ts';
import { toUsageError } from './usage.ts';

/** Command to run, with its parsed operands and options. */
export interface ParsedCommand {
  readonly command: Pick<Command, 'run'>;
  readonly operands: OperandValues<Command['operands']>;
  readonly options: OptionValues<Command['options']> & GlobalValues;
  /** True if the output is drawn for people and is not data. */
  readonly isDrawn: boolean;
}

const drawnFormats: readonly unknown[] = ['table', 'cards', 'drawing', 'text'];

/** Checks whether a command draws for people in the chosen format; without one, in its default format. */
function drawsFormat({ ignores, options: { format } }: Command, chosen: unknown): boolean {
  const usual = format && 'choices' in format ? format.choices?.[0] : 'text';
  return !ignores?.includes('width') && drawnFormats.includes(chosen ?? usual);
}

const findCommand = (name: string | undefined): Command | undefined =>
  [...commands, completeCommand].find((one) => one.name === name);

function checkCommandName(name: string, operand: string | undefined): void {
  if (name === 'help' || findCommand(name)) return;
  const names = [...commands.map((one) => one.name), 'help'];
  const listings = commands.filter(({ options }) => 'where' in options).map((one) => one.name);
  const meant = suggestCommand(name, operand, listings);
  if (meant) throw new UserError(`no command "${name}"`, { hint: `did you mean ${meant}?` });
  const search = isPlainWord(name) ? `; summit search ${name} searches all records` : '';
  const hint = suggest(name, names, `summit --help lists the commands${search}`);
  throw new UserError(`no command "${name}"`, { hint });
}

/**
 * Moves the command to the front, so that options may come before or after it.
 * @throws UserError if the first operand is not a command, with the nearest command as a hint
 */
function hoistCommand(argv: readonly string[]): readonly string[] {
  if (findCommand(argv[0]) || argv.every((word) => word.startsWith('-'))) return argv;
  const [at, next] = findOperands(argv, [overview, ...commands].flatMap(getOptions));
  const name = at === undefined ? undefined : argv[at];
  if (at === undefined || name === undefined) return argv;
  checkCommandName(name, next === undefined ? undefined : argv[next]);
  const rest = [...argv.slice(0, at), ...argv.slice(at + 1)];
  if (name !== 'help') return [name, ...rest];
  // `help <command>` is the same as `<command> --help`, including any options.
  const [topic, ...others] = hoistCommand(rest);
  if (topic === '--help') return [topic];
  const hasTopic = topic !== undefined && !topic.startsWith('-');
  return hasTopic ? [topic, '--help', ...others] : [...rest, '--help'];
}

/** Creates a commander parser for a command. Help, version and usage errors are thrown; nothing is run or printed. */
function createCommander(command: Command): Commander {
  const name = command === overview ? 'summit' : `summit ${command.name}`;
  const commander = new Commander(name)
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .configureHelp({ formatHelp: () => '' })
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .action(() => {});
  if (command === overview) commander.usage('[options] [command]');
  for (const [operand, declared] of Object.entries(command.operands)) {
    commander.addArgument(toArgument(operand, declared));
  }
  for (const declared of Object.values(command.options))
    commander.addOption(toCommanderOption(declared));
  commander.optionsGroup('Global options:');
  for (const option of listGlobalOptions(command.ignores)) commander.addOption(option);
  return commander.version(version, ...versionOption).addHelpOption(createHelpOption());
}

/**
 * Parses a command line into a command to run or a text to print.
 * @param argv command-line arguments, without the program's name
 * @throws UserError if the command line is invalid, with the nearest valid word as a hint
 */
export function parse(argv: readonly string[]): ParsedCommand | { readonly text: string } {
  const [first, ...rest] = hoistCommand(argv);
  const named = findCommand(first);
  const command = named ?? overview;
  const commander = createCommander(command);
  const toParsedCommand = (ran: ParsedCommand['command']): ParsedCommand => {
    const names = Object.keys(command.operands);
    const operands = names.map((name, at) => [name, commander.processedArgs[at]] as const);
    const options: ParsedCommand['options'] & { readonly format?: unknown } = commander.opts();
    // Help is not converted to ASCII, because users copy text from it.
    const isDrawn = ran === command && drawsFormat(command, options.format);
    return { command: ran, operands: Object.fromEntries(operands), options, isDrawn };
  };
  const words = named || first === undefined ? rest : [first, ...rest];
  try {
    commander.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.version') return { text: `${version}\n` };
    if (error.code === 'commander.helpDisplayed')
      return toParsedCommand(createHelpCommand(command, commander));
    throw toUsageError(error, words, command, commander);
  }
  return toParsedCommand(command);
}
