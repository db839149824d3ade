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

/** Returns the indexes of the operands. Stops at an unknown option, because the next word may be its value. */
export function findOperands(words: readonly string[]): readonly number[] {
  const options = [overview, ...commands].flatMap(listAllOptions);
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return [...found, ...[...words.keys()].slice(at + 1)];
    if (!word.startsWith('-') || word === '-') {
      found.push(at);
      continue;
    }
    const [flag] = word.split('=');
    const option = options.find(({ long, short }) => long === flag || short === word.slice(0, 2));
    if (!option) break;
    if (option.required && [option.long, option.short].includes(word)) at += 1;
  }
  return found;
}
