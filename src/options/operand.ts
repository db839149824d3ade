import { Argument } from 'commander';
import type { Completer } from './completers.ts';
import { parseChoice } from './option.ts';

/** How many words an operand takes, and how that is written. */
const forms = {
  one: ['<', '>'],
  optional: ['[', ']'],
  many: ['<', '...>'],
  any: ['[', '...]'],
} as const;
type Form = keyof typeof forms;

/** What a command takes besides options; it is known by the name that it has in the table. */
interface Operand<F extends Form = Form, C extends string = string> {
  readonly form: F;
  readonly about: string;
  readonly complete: Completer;
  readonly choices?: { readonly noun: string; readonly words: readonly C[] };
}

/** The operands that a command declares, in their order. */
export type OperandTable = Readonly<Record<string, Operand>>;

type ValueOf<O> =
  O extends Operand<infer F, infer C>
    ? { one: C; optional: C | undefined; many: readonly C[]; any: readonly C[] }[F]
    : never;

/** The words that are given for them. */
export type OperandValues<T extends OperandTable> = { readonly [K in keyof T]: ValueOf<T[K]> };

/** An operand that is any word, or several. */
export const defineOperand = <F extends Form>(
  form: F,
  about: string,
  complete: Completer,
): Operand<F> => ({ form, about, complete });

/** An operand that is one of some words; `noun` names what there is of each. */
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

/** An operand as commander takes it. */
export function toArgument(name: string, { form, about, choices }: Operand): Argument {
  const [open, close] = forms[form];
  const argument = new Argument(`${open}${name}${close}`, about);
  if (choices) argument.argParser((word: string) => parseChoice(word, choices.words, choices.noun));
  return argument;
}
