import type { Option } from 'commander';

/** The value of the last `--data` among the words of a command line. */
export function dataIn(words: readonly string[]): string | undefined {
  const at = words.findLastIndex((word) => word === '--data' || word.startsWith('--data='));
  if (at < 0) return undefined;
  const [, ...value] = (words[at] ?? '').split('=');
  return value.length > 0 ? value.join('=') : words[at + 1];
}

/** Whether no option is written so: `--long=value` and `-fvalue` are. */
function isUnknown(word: string, options: readonly Option[]): boolean {
  const [long] = word.split('=');
  return !options.some((one) => one.long === long || one.short === word.slice(0, 2));
}

/** Where the first operand stands; nowhere behind an unknown option, whose value it may be. */
export function operandAt(
  words: readonly string[],
  options: readonly Option[],
): number | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') return at;
    if (word === '--') return at + 1 < words.length ? at + 1 : undefined;
    if (isUnknown(word, options)) return undefined;
    if (options.some((one) => one.required && [one.long, one.short].includes(word))) at += 1;
  }
  return undefined;
}
