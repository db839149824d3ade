import { Option } from 'commander';
import { UserError } from '../system/user-error.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { joinWithOr, suggest } from '../text/did-you-mean.ts';
import type { Completer } from './completers.ts';

/** Option without a value; `flags` is in commander's notation. */
interface Flag {
  readonly flags: string;
  readonly about: string;
}

/** Option with a value. It may be given only once unless it is repeatable. */
interface Valued<V> extends Flag {
  /** Parses a word; `before` is the value from earlier occurrences. Throws UserError if the word is invalid. */
  readonly parse: (word: string, before: V | undefined) => V;
  readonly choices?: readonly string[];
  readonly complete: Completer;
  readonly isRepeatable?: true;
  /** Hint for the error if the option is given twice. */
  readonly onceHint?: string;
}

/** Options of a command, by the name of their value. */
export type OptionTable = Readonly<Record<string, Flag | Valued<never>>>;

/** Values of the options that are given. */
export type OptionValues<T extends OptionTable> = {
  readonly [K in keyof T]?: T[K] extends { parse(word: string, before: never): infer V }
    ? V
    : boolean;
};

export const defineFlag = (flags: string, about: string): Flag => ({ flags, about });

/** Defines an option that accepts any text. */
export const defineTextOption = (
  flags: string,
  about: string,
  complete: Completer,
  onceHint?: string,
): Valued<string> => ({
  flags,
  about,
  parse: (word) => word,
  complete,
  ...(onceHint && { onceHint }),
});

/** Defines a repeatable option that accepts any text. */
export const defineTextsOption = (
  flags: string,
  about: string,
  complete: Completer,
): Valued<readonly string[]> => ({
  flags,
  about,
  parse: (word, before = []) => [...before, word],
  complete,
  isRepeatable: true,
});

/**
 * Parses a word with fixed choices.
 * @throws UserError if it is not one of them, with the nearest one and all of them as a hint
 */
export function parseChoice<C extends string>(
  word: string,
  choices: readonly C[],
  noun: string,
): C {
  const chosen = choices.find((choice) => choice === word);
  if (chosen !== undefined) return chosen;
  const known = `valid values: ${choices.join(', ')}`;
  const near = suggest(word, choices);
  throw new UserError(`no ${noun} "${word}"`, { hint: near ? `${near} ${known}` : known });
}

/** Defines an option with fixed choices. `about` is the prefix of its help; completion shows `aboutChoice`. */
export function defineChoiceOption<const C extends string>(
  flags: string,
  about: string,
  choices: readonly C[],
  aboutChoice: (word: C) => string = () => '',
): Valued<C> {
  const noun = assertDefined(/--([\w-]+)/.exec(flags)?.[1]);
  return {
    flags,
    about: `${about}${joinWithOr(choices)}`,
    parse: (word) => parseChoice(word, choices, noun),
    choices,
    complete: () => choices.map((word) => [word, aboutChoice(word)]),
  };
}

/** Defines the `--format` option of a command; the first choice is the default. */
export const defineFormatOption = <const C extends string>(
  choices: readonly C[],
  aboutChoice?: (word: C) => string,
) => defineChoiceOption('-f, --format <name>', '', choices, aboutChoice);

/** Defines an option that takes a whole number from `least` to `most`; without `most` there is no upper limit. */
export function defineCountOption(
  flags: string,
  about: string,
  least: number,
  most?: number,
): Valued<number> {
  const long = /--[\w-]+/.exec(flags)?.[0];
  const range = most === undefined ? `from ${least} up` : `from ${least} to ${most}`;
  return {
    flags,
    about,
    parse: (word) => {
      const number = /^\d+$/.test(word) ? Number(word) : Number.NaN;
      const isInRange = number >= least && number <= (most ?? Number.MAX_SAFE_INTEGER);
      if (isInRange) return number;
      throw new UserError(`${long} takes a whole number ${range}, not "${word}"`);
    },
    complete: () => [],
  };
}

const excludeEachOther = (name: string) => `--${name} and --no-${name} exclude each other`;

/** Creates the option that negates another: `--no-color` for `--color <when>`. */
export function createNegation(name: string): Option {
  return new Option(`--no-${name}`).argParser((_word, before: unknown) => {
    if (typeof before === 'string') throw new UserError(excludeEachOther(name));
  });
}

/** Converts an option for commander. */
export function toCommanderOption(declared: OptionTable[string]): Option {
  const option = new Option(declared.flags, declared.about);
  if (!('parse' in declared)) return option;
  const { isRepeatable, onceHint: hint = 'give it once' } = declared;
  option.argParser((word: string, before: never) => {
    // Options such as --no-color set the value to `false`.
    if (before === false) throw new UserError(excludeEachOther(option.name()));
    if (before !== undefined && !isRepeatable) {
      throw new UserError(`${option.long} is given twice`, { hint });
    }
    return declared.parse(word, before);
  });
  if (declared.choices) option.argChoices = [...declared.choices];
  return option;
}
