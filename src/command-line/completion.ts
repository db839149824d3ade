import { Option } from 'commander';
import { type Command, defineCommand, groups } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { overview } from '../commands/overview.ts';
import { peek } from '../dataset/load.ts';
import { type Dataset, listEntries } from '../dataset/schema/dataset.ts';
import {
  addPrefix,
  anyFile,
  type Candidate,
  type Completer,
  type CompletionContext,
  completeNothing,
} from '../options/completers.ts';
import {
  createHelpOption,
  globalOptions,
  helpCommand,
  listGlobalOptions,
  versionOption,
} from '../options/global-options.ts';
import { defineOperand } from '../options/operand.ts';
import { type OptionTable, toCommanderOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { findDataOption, findOperands } from './argv.ts';

/** Returns all options of a command, including the global ones. */
export const getOptions = ({ options, ignores }: Command): readonly Option[] => [
  ...Object.values(options).map(toCommanderOption),
  ...listGlobalOptions(ignores),
  new Option(...versionOption),
  createHelpOption(),
];

/** Finds the declaration of an option, if the option takes a value. */
function findValuedOption({ options }: Command, option: Option) {
  const table: OptionTable = { ...globalOptions, ...options };
  const declared = Object.values(table).find(({ flags }) => flags === option.flags);
  return declared && 'complete' in declared ? declared : undefined;
}

const findCompleter = (command: Command, option: Option): Completer =>
  findValuedOption(command, option)?.complete ?? completeNothing;

/** Checks whether an option is already given and cannot be repeated. */
function isUsedUp(command: Command, option: Option, words: readonly string[]): boolean {
  const isGiven = words.some((word) => word === option.short || word.split('=')[0] === option.long);
  return isGiven && findValuedOption(command, option)?.isRepeatable === undefined;
}

/** Finds the completer for the operand at a position, counted from 0. */
function findOperandCompleter({ operands }: Command, at: number): Completer {
  const declared = Object.values(operands);
  const last = declared.at(-1);
  return (declared[at] ?? (last?.form === 'many' ? last : undefined))?.complete ?? completeNothing;
}

const completeCommandNames: Completer = () => [
  ...commands.map(({ name, summary }): Candidate => [name, summary]),
  helpCommand,
];

/** Returns the completions for the last of the words after the program's name. */
export function listCandidates(
  words: readonly string[],
  dataset: Dataset | undefined,
): readonly Candidate[] {
  const partial = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const given = findOperands(before, [overview, ...commands].flatMap(getOptions));
  const named = commands.find(({ name }) => name === before[given[0] ?? -1]);
  const chosen = named ?? overview;
  const records = dataset ? listEntries(dataset) : [];
  const own = records.filter(({ collection }) => collection === chosen.name);
  const context: CompletionContext = {
    dataset,
    fields: chosen.fields?.() ?? [],
    listed: own.map(({ record }) => record),
  };
  const options = getOptions(chosen);
  const valued = options.filter(({ required }) => required);
  const [start, long] = /^(--[^=]+)=/.exec(partial) ?? [];
  const last = before.at(-1) ?? '';
  const open = valued.find((option) => option.short === last || option.long === last);
  const joined = valued.find((option) => option.long === long);
  const selectCandidates = (): readonly Candidate[] => {
    if (open) return findCompleter(chosen, open)(partial, context);
    if (start && joined) {
      return addPrefix(start, findCompleter(chosen, joined)(partial.slice(start.length), context));
    }
    if (partial.startsWith('-')) {
      const shown = options.filter((option) => !option.hidden && !isUsedUp(chosen, option, before));
      return shown.map((option) => [option.long ?? option.short ?? '', option.description]);
    }
    const completer = named ? findOperandCompleter(named, given.length - 1) : completeCommandNames;
    return completer(partial, context);
  };
  return selectCandidates().filter(([word]) => word === anyFile || word.startsWith(partial));
}

/** Hidden command that the completion scripts run: prints the completions for the last word. */
export const completeCommand = defineCommand({
  name: '__complete',
  group: groups.hidden,
  summary: 'Print what may stand for the last word of a command line.',
  operands: {
    words: defineOperand('any', 'the words behind the name of the program', completeNothing),
  },
  options: {},
  examples: () => [],
  async run({ io, operands, data, print }) {
    const words = operands.words.length === 0 ? [''] : operands.words;
    // Shells do not expand `~` in words to complete.
    const file = (findDataOption(words.slice(0, -1)) ?? data)?.replace(
      /^~(?=\/)/,
      io.env.HOME ?? '~',
    );
    const lines = listCandidates(words, await peek(io, file));
    await print(
      lines.map(([word, about]) => `${escapeUnsafe(word)}${about && `\t${escapeUnsafe(about)}`}\n`),
    );
    return 0;
  },
});
