import { Option } from 'commander';
import { UserError } from '../system/user-error.ts';
import { joinWithOr, suggestAmong } from '../text/did-you-mean.ts';
import type { Completer } from './completers.ts';

/** Option that takes a value. */
export interface ValueOption<V> extends Option {
  readonly complete: Completer;
  /** True if it may be given more than once. */
  readonly isRepeatable: boolean;
  /** Type of its value; never set. */
  readonly valueType?: V;
}

/** Options of a command, by the name of their value. */
export type OptionTable = Readonly<Record<string, Option>>;

/** Values of the options that are given; options without a value are true, or false for `--no-…`. */
export type OptionValues<T extends OptionTable> = {
  readonly [K in keyof T]?: T[K] extends ValueOption<infer V> ? V : boolean;
};

export const isValueOption = (option: Option): option is ValueOption<unknown> => option.required;

export const defineFlag = (flags: string, description: string): Option =>
  new Option(flags, description);

export const createExclusionError = (name: string) =>
  new UserError(`--${name} and --no-${name} exclude each other`);

/** Defines an option that takes one value. `onceHint` is the hint for the error if it is given twice. */
function defineValueOption<V>(
  flags: string,
  description: string,
  parse: (word: string, name: string) => V,
  complete: Completer,
  onceHint = 'give it once',
): ValueOption<V> {
  const option = new Option(flags, description);
  const name = option.name();
  option.argParser((word, before: unknown) => {
    // Options such as --no-color set the value to `false`.
    if (before === false) throw createExclusionError(name);
    if (before === undefined) return parse(word, name);
    throw new UserError(`--${name} is given twice`, { hint: onceHint });
  });
  return Object.assign(option, { complete, isRepeatable: false });
}

export const defineTextOption = (
  flags: string,
  description: string,
  complete: Completer,
  onceHint?: string,
): ValueOption<string> => defineValueOption(flags, description, (word) => word, complete, onceHint);

/** Defines an option whose value has a form of its own. The error for any other names the form and the example. */
export function defineFormedOption(
  flags: string,
  description: string,
  hasForm: (word: string) => boolean,
  form: string,
  example: string,
): ValueOption<string> {
  const parse = (word: string, name: string) => {
    if (hasForm(word)) return word;
    throw new UserError(`--${name} takes ${form}, such as ${example}, not "${word}"`);
  };
  return defineValueOption(flags, description, parse, () => []);
}

export function defineRepeatableOption(
  flags: string,
  description: string,
  complete: Completer,
): ValueOption<readonly string[]> {
  const option = new Option(flags, description);
  option.argParser((word, before: readonly string[] = []) => [...before, word]);
  return Object.assign(option, { complete, isRepeatable: true });
}

/** Formats that users know by another name. */
const choiceSynonyms: ReadonlyMap<string, string> = new Map([
  ['md', 'markdown'],
  ['jsonl', 'ndjson'],
]);

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
  const hint = suggestAmong(choiceSynonyms.get(word) ?? word, choices, known);
  throw new UserError(`no ${noun} "${word}"`, { hint });
}

/** Defines an option with fixed choices, which are added to its description. Completion describes each choice. */
export const defineChoiceOption = <const C extends string>(
  flags: string,
  description: string,
  choices: readonly C[],
  describeChoice: (word: C) => string = () => '',
): ValueOption<C> =>
  Object.assign(
    defineValueOption(
      flags,
      description + joinWithOr(choices),
      (word, name) => parseChoice(word, choices, name),
      () => choices.map((word) => [word, describeChoice(word)]),
    ),
    { argChoices: [...choices] },
  );

/** Defines the `--format` option of a command; the first choice is the default. */
export const defineFormatOption = <const C extends string>(
  choices: readonly C[],
  describeFormat?: (word: C) => string,
) => defineChoiceOption('-f, --format <name>', '', choices, describeFormat);

/** Defines an option that takes a whole number from `min` to `max`; without `max` there is no upper limit. */
export function defineCountOption(
  flags: string,
  description: string,
  min: number,
  max?: number,
): ValueOption<number> {
  const range = max === undefined ? `from ${min} up` : `from ${min} to ${max}`;
  const parse = (word: string, name: string) => {
    const number = /^\d+$/.test(word) ? Number(word) : Number.NaN;
    if (number >= min && number <= (max ?? Number.MAX_SAFE_INTEGER)) return number;
    throw new UserError(`--${name} takes a whole number ${range}, not "${word}"`);
  };
  return defineValueOption(flags, description, parse, () => []);
}
