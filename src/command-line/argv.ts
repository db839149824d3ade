import type { Option } from 'commander';

/** The value of `--data` among the words of a command line. */
export function findDataOption(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='));
  if (at < 0) return undefined;
  const [, ...value] = (words[at] ?? '').split('=');
  return value.length > 0 ? value.join('=') : words[at + 1];
}

/** Whether no option is written so: `--long=value` and `-fvalue` are. */
function isUnknownOption(word: string, options: readonly Option[]): boolean {
  const [long] = word.split('=');
  return !options.some((one) => one.long === long || one.short === word.slice(0, 2));
}

/** Where the operands stand; none is sure behind an unknown option, whose value it may be. */
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
