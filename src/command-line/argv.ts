import type { Option } from 'commander';

/** Finds the value of `--data` in a command line. */
export function findDataOption(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='));
  if (at < 0) return undefined;
  const [, ...value] = (words[at] ?? '').split('=');
  return value.length > 0 ? value.join('=') : words[at + 1];
}

/** Checks whether a word, such as `--long=value` or `-fvalue`, matches no option. */
function isUnknownOption(word: string, options: readonly Option[]): boolean {
  const [long] = word.split('=');
  return !options.some((one) => one.long === long || one.short === word.slice(0, 2));
}

/** Returns the indexes of the operands. Stops at an unknown option, because the next word may be its value. */
export function findOperands(
  words: readonly string[],
  options: readonly Option[],
): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return [...found, ...[...words.keys()].slice(at + 1)];
    if (!word.startsWith('-') || word === '-') found.push(at);
    else if (isUnknownOption(word, options)) break;
    else if (options.some((one) => one.required && [one.long, one.short].includes(word))) at += 1;
  }
  return found;
}
