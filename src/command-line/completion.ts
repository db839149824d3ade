import type { Option } from 'commander';
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
import { helpCommand } from '../options/global-options.ts';
import { defineOperand } from '../options/operand.ts';
import { isValueOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { findOperands, listAllOptions, listVisibleOptions } from './argv.ts';

/** Checks whether an option is already given and cannot be repeated. */
function isUsedUp(option: Option, words: readonly string[]): boolean {
  const isGiven = words.some((word) => word === option.short || word.split('=')[0] === option.long);
  return isGiven && !(isValueOption(option) && option.isRepeatable);
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
function listCandidates(
  words: readonly string[],
  dataset: Dataset | undefined,
): readonly Candidate[] {
  const partial = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const given = findOperands(before);
  const named = commands.find(({ name }) => name === before[given[0] ?? -1]);
  const command = named ?? overview;
  const entries = dataset ? listEntries(dataset) : [];
  const context: CompletionContext = {
    dataset,
    fields: command.fields?.() ?? [],
    listed: entries
      .filter(({ collection }) => collection === command.name)
      .map(({ record }) => record),
  };
  const valued = listAllOptions(command).filter(isValueOption);
  const findOption = (flag = '') =>
    valued.find(({ short, long }) => short === flag || long === flag);
  const open = findOption(before.at(-1));
  if (open) return open.complete(partial, context);
  const [start = '', long] = /^(--[^=]+)=/.exec(partial) ?? [];
  const joined = findOption(long);
  if (joined) return addPrefix(start, joined.complete(partial.slice(start.length), context));
  if (partial.startsWith('-')) {
    const options = listVisibleOptions(command).filter((option) => !isUsedUp(option, before));
    return options.map((option) => [option.long ?? '', option.description]);
  }
  const complete = named ? findOperandCompleter(named, given.length - 1) : completeCommandNames;
  return complete(partial, context);
}

/** Finds the value of `--data` in a command line. */
function findDataOption(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const [, joined] = /^--data=(.*)/s.exec(words[at] ?? '') ?? [];
  return at < 0 ? undefined : (joined ?? words[at + 1]);
}

/** Hidden command that the completion scripts run: prints the completions for the last word. */
export const completeCommand = defineCommand({
  name: '__complete',
  group: groups.hidden,
  summary: 'Print completions for the last word of a command line.',
  operands: {
    words: defineOperand('any', 'the words behind the name of the program', completeNothing),
  },
  options: {},
  examples: () => [],
  async run({ io, operands, data, print }) {
    const words = operands.words.length === 0 ? [''] : operands.words;
    const given = findDataOption(words.slice(0, -1)) ?? data;
    // Shells do not expand `~` in words to complete.
    const file = given?.replace(/^~(?=\/)/, io.env.HOME ?? '~');
    const partial = words.at(-1) ?? '';
    const candidates = listCandidates(words, await peek(io, file)).filter(
      ([word]) => word === anyFile || word.startsWith(partial),
    );
    await print(
      candidates.map(
        ([word, description]) =>
          `${escapeUnsafe(word)}${description && `\t${escapeUnsafe(description)}`}\n`,
      ),
    );
    return 0;
  },
});
