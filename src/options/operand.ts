import { Argument } from 'commander';
import type { Completer } from './completers.ts';
import { parseChoice } from './option.ts';

/** Brackets in the usage line, by the number of words that an operand takes. */
const brackets = {
  one: ['<', '>'],
  optional: ['[', ']'],
  many: ['<', '...>'],
  any: ['[', '...]'],
} as const;
type Form = keyof typeof brackets;

/** Positional argument of a command. */
interface Operand<F extends Form = Form, C extends string = string> {
  readonly form: F;
  readonly description: string;
  readonly complete: Completer;
  readonly parse?: (word: string) => C;
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
  description: string,
  complete: Completer,
): Operand<F> => ({ form, description, complete });

/** Defines an operand with fixed choices; `noun` describes a choice in error messages. */
export const defineChoiceOperand = <const C extends string>(
  description: string,
  noun: string,
  words: readonly C[],
): Operand<'one', C> => ({
  form: 'one',
  description,
  complete: () => words.map((word) => [word, '']),
  parse: (word) => parseChoice(word, words, noun),
});

/** Formats an operand for the usage line, such as `<record...>`. */
export function formatOperand(name: string, { form }: Operand): string {
  const [open, close] = brackets[form];
  return `${open}${name}${close}`;
}

/** Converts an operand to an argument for commander. */
export function toArgument(name: string, operand: Operand): Argument {
  const argument = new Argument(formatOperand(name, operand));
  return operand.parse ? argument.argParser(operand.parse) : argument;
}
