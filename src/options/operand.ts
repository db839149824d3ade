import { Argument } from 'commander';
import type { Completer } from './completers.ts';
import { parseChoice } from './option.ts';

/** Brackets in the usage line, by the number of words that an operand takes. */
const forms = {
  one: ['<', '>'],
  optional: ['[', ']'],
  many: ['<', '...>'],
  any: ['[', '...]'],
} as const;
type Form = keyof typeof forms;

/** Positional argument of a command. */
interface Operand<F extends Form = Form, C extends string = string> {
  readonly form: F;
  readonly about: string;
  readonly complete: Completer;
  readonly choices?: { readonly noun: string; readonly words: readonly C[] };
}

/** Operands of a command by name, in order. */
export type OperandTable = Readonly<Record<string, Operand>>;

type ValueOf<O> =
  O extends Operand<infer F, infer C>
    ? { one: C; optional: C | undefined; many: readonly C[]; any: readonly C[] }[F]
    : never;

/** Words given for the operands. */
export type OperandValues<T extends OperandTable> = { readonly [K in keyof T]: ValueOf<T[K]> };

/** Defines an operand that accepts any word. */
export const defineOperand = <F extends Form>(
  form: F,
  about: string,
  complete: Completer,
): Operand<F> => ({ form, about, complete });

/** Defines an operand with fixed choices; `noun` describes a choice in error messages. */
export const defineChoiceOperand = <const C extends string>(
  about: string,
  noun: string,
  words: readonly C[],
): Operand<'one', C> => ({
  form: 'one',
  about,
  complete: () => words.map((word) => [word, '']),
  choices: { noun, words },
});

/** Converts an operand to an argument for commander. */
export function toArgument(name: string, { form, about, choices }: Operand): Argument {
  const [open, close] = forms[form];
  const argument = new Argument(`${open}${name}${close}`, about);
  if (choices) argument.argParser((word: string) => parseChoice(word, choices.words, choices.noun));
  return argument;
}
