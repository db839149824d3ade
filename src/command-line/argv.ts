import type { Option } from 'commander';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { overview } from '../commands/overview.ts';
import {
  globalOptions,
  helpOption,
  noColorOption,
  versionOption,
} from '../options/global-options.ts';

/** Returns all options that a command accepts, its own first. */
export const listAllOptions = ({ options }: Command): readonly Option[] => [
  ...Object.values(options),
  ...Object.values(globalOptions),
  noColorOption,
  versionOption,
  helpOption,
];

/** Returns the options to show: all but those that have no effect on the command. */
export function listVisibleOptions(command: Command): readonly Option[] {
  const ignored: readonly Option[] = (command.ignores ?? []).map((name) => globalOptions[name]);
  return listAllOptions(command).filter((option) => !option.hidden && !ignored.includes(option));
}

/** Finds the operands. Stops at an unknown option, because the next word may be its value. */
export function findOperands(words: readonly string[]) {
  const options = [overview, ...commands].flatMap(listAllOptions);
  const operands: { readonly at: number; readonly word: string }[] = [];
  let hasOptions = true;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!hasOptions || !word.startsWith('-') || word === '-') operands.push({ at, word });
    else if (word === '--') hasOptions = false;
    else {
      const [flag] = word.split('=');
      const option = options.find(({ long, short }) => long === flag || short === word.slice(0, 2));
      if (!option) break;
      if (option.required && [option.long, option.short].includes(word)) at += 1;
    }
  }
  return operands;
}
