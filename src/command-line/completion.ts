import { Option } from 'commander';
import { type Command, command, groups } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { overview } from '../commands/overview.ts';
import { peek } from '../dataset/load.ts';
import { type Dataset, entriesOf } from '../dataset/schema/dataset.ts';
import {
  anyFile,
  type Candidate,
  type Completer,
  type CompletionContext,
  nothing,
  prefixed,
} from '../options/completers.ts';
import {
  globalOptionList,
  globalOptions,
  helpCommand,
  helpOption,
  versionOption,
} from '../options/global-options.ts';
import { operand } from '../options/operand.ts';
import { type OptionTable, optionOf } from '../options/option.ts';
import { visible } from '../output/escape.ts';
import { dataIn, operandsIn } from './argv.ts';

/** All options of a command, those that every command takes included. */
export const optionsOf = ({ options, ignores }: Command): readonly Option[] => [
  ...Object.values(options).map(optionOf),
  ...globalOptionList(ignores),
  new Option(...versionOption),
  helpOption(),
];

/** An option of a command that takes a value, as it is declared. */
function valuedOption({ options }: Command, option: Option) {
  const table: OptionTable = { ...globalOptions, ...options };
  const declared = Object.values(table).find(({ flags }) => flags === option.flags);
  return declared && 'complete' in declared ? declared : undefined;
}

/** What completes the value of an option of a command. */
const completerOf = (command: Command, option: Option): Completer =>
  valuedOption(command, option)?.complete ?? nothing;

/** Checks that an option is among some words and must not be given again. */
function isUsedUp(command: Command, option: Option, words: readonly string[]): boolean {
  const isGiven = words.some((word) => word === option.short || word.split('=')[0] === option.long);
  return isGiven && valuedOption(command, option)?.isRepeatable === undefined;
}

/** What completes the operand at a position, counted from 0. */
function operandCompleter({ operands }: Command, at: number): Completer {
  const declared = Object.values(operands);
  const last = declared.at(-1);
  return (declared[at] ?? (last?.form === 'many' ? last : undefined))?.complete ?? nothing;
}

const commandNames: Completer = () => [
  ...commands.map(({ name, summary }): Candidate => [name, summary]),
  helpCommand,
];

/** What may stand for the last of the words behind the program's name. */
export function candidatesFor(
  words: readonly string[],
  dataset: Dataset | undefined,
): readonly Candidate[] {
  const partial = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const given = operandsIn(before, [overview, ...commands].flatMap(optionsOf));
  const named = commands.find(({ name }) => name === before[given[0] ?? -1]);
  const chosen = named ?? overview;
  const records = dataset ? entriesOf(dataset) : [];
  const own = records.filter(({ collection }) => collection === chosen.name);
  const context: CompletionContext = {
    dataset,
    fields: chosen.fields?.() ?? [],
    listed: own.map(({ record }) => record),
  };
  const options = optionsOf(chosen);
  const valued = options.filter(({ required }) => required);
  const [start, long] = /^(--[^=]+)=/.exec(partial) ?? [];
  const last = before.at(-1) ?? '';
  const open = valued.find((option) => option.short === last || option.long === last);
  const joined = valued.find((option) => option.long === long);
  const candidates = (): readonly Candidate[] => {
    if (open) return completerOf(chosen, open)(partial, context);
    if (start && joined) {
      return prefixed(start, completerOf(chosen, joined)(partial.slice(start.length), context));
    }
    if (partial.startsWith('-')) {
      const shown = options.filter((option) => !option.hidden && !isUsedUp(chosen, option, before));
      return shown.map((option) => [option.long ?? option.short ?? '', option.description]);
    }
    const completer = named ? operandCompleter(named, given.length - 1) : commandNames;
    return completer(partial, context);
  };
  return candidates().filter(([word]) => word === anyFile || word.startsWith(partial));
}

/** The hidden command that the completion scripts ask: it prints what may stand for the last word. */
export const complete = command({
  name: '__complete',
  group: groups.hidden,
  summary: 'Print what may stand for the last word of a command line.',
  operands: { words: operand('any', 'the words behind the name of the program', nothing) },
  options: {},
  examples: () => [],
  async run({ io, operands, data, print }) {
    const words = operands.words.length === 0 ? [''] : operands.words;
    // The shell has not put the home folder in yet.
    const file = (dataIn(words.slice(0, -1)) ?? data)?.replace(/^~(?=\/)/, io.env.HOME ?? '~');
    const lines = candidatesFor(words, await peek(io, file));
    await print(
      lines.map(([word, about]) => `${visible(word)}${about && `\t${visible(about)}`}\n`),
    );
    return 0;
  },
});
