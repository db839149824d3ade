import { Option } from 'commander';
import { colourChoices } from '../output/style.ts';
import { Failure } from '../system/failure.ts';
import { suggest } from '../text/suggest.ts';

/** Words as one would say them: a, b or c. */
export const inWords = (words: readonly string[]) =>
  `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/**
 * An option that takes one of some words.
 * @throws Failure from its parser for another word, with the nearest and the known ones.
 */
export function choiceOption(
  flags: string,
  description: string,
  choices: readonly string[],
): Option {
  const option = new Option(flags, `${description}: ${inWords(choices)}`);
  option.argParser((word: string) => {
    if (choices.includes(word)) return word;
    const known = `choose from ${choices.join(', ')}`;
    const near = suggest(word, choices);
    throw new Failure(`no ${option.attributeName()} "${word}"`, {
      hint: near ? `${near} ${known}` : known,
    });
  });
  option.argChoices = [...choices];
  return option;
}

/**
 * An option that takes a whole number.
 * @throws Failure from its parser for anything else, or a number below `least`.
 */
export function countOption(flags: string, description: string, least: number): Option {
  const option = new Option(flags, description);
  return option.argParser((word: string) => {
    const number = /^\d+$/.test(word) ? Number(word) : Number.NaN;
    if (Number.isSafeInteger(number) && number >= least) return number;
    throw new Failure(`${option.long} takes a whole number from ${least} up, not "${word}"`);
  });
}

export const helpOption = () => new Option('-h, --help', 'print this help');

/** The name and the sentence of the command that prints help. */
export const helpCommand = ['help', 'Print the help of a command.'] as const;

/** The flags and the description of the option that commander makes for the version. */
export const versionOption = ['-V, --version', 'print the version'] as const;

/** The options that every command takes, besides help and version. */
export function globalOptions(): readonly Option[] {
  return [
    new Option('--data <file>', 'the dataset to explore, - for standard input (or SUMMIT_DATA)'),
    choiceOption('--color <when>', 'whether to colour the output', colourChoices),
    new Option('--no-color', 'the same as --color never'),
    countOption('--width <n>', 'columns to fit the output into', 1),
  ];
}
