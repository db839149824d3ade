import type { Option } from 'commander';
import { type Command, defineCommand, groups } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { overview } from '../commands/overview.ts';
import { peek } from '../dataset/load.ts';
import { parseCondition } from '../dataset/query/parse-query.ts';
import { indexRecords } from '../dataset/query/record-index.ts';
import { selectRecords } from '../dataset/query/select.ts';
import { collectionNames, describeCollection } from '../dataset/schema/collections.ts';
import type { Dataset } from '../dataset/schema/dataset.ts';
import type { AnyRecord } from '../model/record.ts';
import {
  addPrefix,
  anyFile,
  type Candidate,
  type CompletionContext,
} from '../options/completers.ts';
import { globalOptions, helpCommand } from '../options/global-options.ts';
import { listOptions } from '../options/list-options.ts';
import { isValueOption } from '../options/option.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { findOperands, listAllOptions, listVisibleOptions } from './argv.ts';

/** Checks whether an option is already given and cannot be repeated. */
function isUsedUp(option: Option, words: readonly string[]): boolean {
  const isGiven = words.some((word) => word === option.short || word.split('=')[0] === option.long);
  return isGiven && !(isValueOption(option) && option.isRepeatable);
}

/** Lists the values of an option among the words of a command line. */
const listValues = ({ long, short }: Option, words: readonly string[]): readonly string[] =>
  words.flatMap((word, at) => {
    if (at > 0 && [long, short].includes(words[at - 1])) return [word];
    const start = [`${long}=`, short].find((one) => one && word.startsWith(one));
    return start === undefined ? [] : [word.slice(start.length)];
  });

/** Lists the records of a listing that meet the conditions given so far; invalid ones are ignored. */
function listMatching(
  { fields = [], listRecords }: Command,
  before: readonly string[],
  dataset: Dataset | undefined,
): readonly AnyRecord[] {
  if (!dataset || !listRecords) return [];
  const index = indexRecords(dataset);
  const conditions = listValues(listOptions.where, before).flatMap((expression) => {
    try {
      return [parseCondition(expression, fields, index)];
    } catch {
      return [];
    }
  });
  return selectRecords(listRecords(index), { conditions }, index);
}

/** Describes a command, beginning with what tells it apart. */
function describe({ name, summary }: Command): string {
  const collection = collectionNames.find((one) => one === name);
  return collection ? describeCollection(collection).description : summary;
}

/** Returns the completions for a partial word. `before` are the words between the program's name and it. */
function listCandidates(
  before: readonly string[],
  partial: string,
  dataset: Dataset | undefined,
): readonly Candidate[] {
  const given = findOperands(before);
  const named = commands.find(({ name }) => name === given[0]?.word);
  const command = named ?? overview;
  const context: CompletionContext = {
    dataset,
    fields: command.fields ?? [],
    before,
    listRecords: () => listMatching(command, before, dataset),
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
  if (!named) {
    return [...commands.map((one): Candidate => [one.name, describe(one)]), helpCommand];
  }
  const operands = Object.values(named.operands);
  const operand = operands[given.length - 1] ?? operands.find(({ form }) => form === 'many');
  return operand?.complete?.(partial, context) ?? [];
}

/** Hidden command that the completion scripts run: prints the completions for the last word. */
export const completeCommand = defineCommand({
  name: '__complete',
  group: groups.shell,
  summary: 'Print completions for the last word of a command line.',
  operands: {
    words: { form: 'any', description: 'words after the name of the program' },
  },
  options: {},
  examples: () => [],
  async run({ io, operands: { words }, data, print }) {
    const partial = words.at(-1) ?? '';
    const before = words.slice(0, -1);
    // Shells do not expand `~` in words to complete.
    const [given = data] = listValues(globalOptions.data, before);
    const file = given?.replace(/^~(?=\/)/, io.env.HOME ?? '~');
    const candidates = listCandidates(before, partial, await peek(io, file));
    const lines = candidates
      .filter(([word]) => word === anyFile || word.startsWith(partial))
      .map(([word, description]) =>
        [word, description].filter(Boolean).map(escapeUnsafe).join('\t'),
      );
    await print(lines.map((line) => `${line}\n`));
    return 0;
  },
});
