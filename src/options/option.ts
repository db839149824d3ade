import { Option } from 'commander';
import { UserError } from '../system/user-error.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { joinWithOr, suggest } from '../text/did-you-mean.ts';
import type { Completer } from './completers.ts';

/** An option that stands or does not; its flags are written as commander has them. */
interface Flag {
  readonly flags: string;
  readonly about: string;
}

/** An option that takes a word; given twice it is refused, unless its values add up. */
interface Valued<V> extends Flag {
  /** The value of a word, given that of the words before it; throws Failure for one that it cannot take. */
  readonly parse: (word: string, before: V | undefined) => V;
  readonly choices?: readonly string[];
  readonly complete: Completer;
  readonly isRepeatable?: true;
  /** What to do instead of giving it twice. */
  readonly onceHint?: string;
}

/** The options that a command declares, each by the name of its value. */
export type OptionTable = Readonly<Record<string, Flag | Valued<never>>>;

/** The values of the options that are given. */
export type OptionValues<T extends OptionTable> = {
  readonly [K in keyof T]?: T[K] extends { parse(word: string, before: never): infer V }
    ? V
    : boolean;
};

export const defineFlag = (flags: string, about: string): Flag => ({ flags, about });

/** An option that takes any word. */
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

/** An option that takes any word, and may be given more than once. */
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
 * One of some words.
 * @throws Failure for another one, with the nearest and the known ones.
 */
export function parseChoice<C extends string>(
  word: string,
  choices: readonly C[],
  noun: string,
): C {
  const chosen = choices.find((choice) => choice === word);
  if (chosen !== undefined) return chosen;
  const known = `choose from ${choices.join(', ')}`;
  const near = suggest(word, choices);
  throw new UserError(`no ${noun} "${word}"`, { hint: near ? `${near} ${known}` : known });
}

/** An option that takes one of some words, which `about` stands before; `aboutChoice` describes each for completion. */
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

/** The option that every command has for how it prints what it prints; the first choice is the default. */
export const defineFormatOption = <const C extends string>(
  choices: readonly C[],
  aboutChoice?: (word: C) => string,
) => defineChoiceOption('-f, --format <name>', '', choices, aboutChoice);

/** An option that takes a whole number, of `least` or more and, if `most` is given, of `most` or less. */
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

/** The option that takes another one away: `--no-color` of `--color <when>`. */
export function createNegation(name: string): Option {
  return new Option(`--no-${name}`).argParser((_word, before: unknown) => {
    if (typeof before === 'string') throw new UserError(excludeEachOther(name));
  });
}

/** An option as commander takes it. */
export function toCommanderOption(declared: OptionTable[string]): Option {
  const option = new Option(declared.flags, declared.about);
  if (!('parse' in declared)) return option;
  const { isRepeatable, onceHint: hint = 'give it once' } = declared;
  option.argParser((word: string, before: never) => {
    // The value that an option such as --no-color sets.
    if (before === false) throw new UserError(excludeEachOther(option.name()));
    if (before !== undefined && !isRepeatable) {
      throw new UserError(`${option.long} is given twice`, { hint });
    }
    return declared.parse(word, before);
  });
  if (declared.choices) option.argChoices = [...declared.choices];
  return option;
}
