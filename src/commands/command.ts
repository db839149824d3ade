import type { Dataset } from '../dataset/schema/dataset.ts';
import type { Field } from '../dataset/schema/fields.ts';
import type { GlobalName, GlobalValues } from '../options/global-options.ts';
import type { OperandTable, OperandValues } from '../options/operand.ts';
import type { OptionTable, OptionValues } from '../options/option.ts';
import type { RenderOptions } from '../output/render-options.ts';
import type { Io } from '../system/io.ts';
import type { Status } from '../system/user-error.ts';
import type { ExampleIds } from './example-ids.ts';

/** One call of a command, with the world that it happens in. */
export interface CommandContext<
  O extends OptionTable = OptionTable,
  A extends OperandTable = OperandTable,
> {
  readonly io: Io;
  readonly operands: OperandValues<A>;
  readonly options: OptionValues<O> & GlobalValues;
  /** What standard output is to look like. */
  readonly page: RenderOptions;
  /** The file of a dataset that is not the embedded one; `-` is standard input. */
  readonly data: string | undefined;
  load(): Promise<Dataset>;
  /** Writes to standard output, in pieces as they come. */
  print(pieces: Iterable<string>): Promise<void>;
}

/** A shell command line, less the program's name, and what it is good for. */
export type Example = readonly [line: string, why: string];

/** A command, apart from how it is parsed: what it is called, what it takes, what it does. */
export interface Command<
  O extends OptionTable = OptionTable,
  A extends OperandTable = OperandTable,
> {
  readonly name: string;
  /** The heading of the help that it stands under. */
  readonly group: string;
  /** One sentence that opens its help. */
  readonly summary: string;
  readonly operands: A;
  /** Its own options, besides those of every command. */
  readonly options: O;
  /** The options of every command that do nothing for it: it takes them, and neither help nor completion has them. */
  readonly ignores?: readonly GlobalName[];
  /** The fields of what it lists, which its options name. */
  readonly fields?: () => readonly Field[];
  readonly examples: (ids: ExampleIds) => readonly Example[];
  /** What else its help tells, after the examples. */
  readonly more?: string;
  run(call: CommandContext<O, A>): Promise<Status>;
}

/** A command, whose calls are typed by the options and operands that it declares. */
export const defineCommand = <const O extends OptionTable, const A extends OperandTable>(
  declared: Command<O, A>,
): Command<O, A> => declared;

export const groups = {
  facts: 'Facts:',
  reading: 'Reading:',
  checking: 'Checking:',
  datasets: 'Datasets of your own:',
  shell: 'Shell:',
  /** Not in the help. */
  hidden: '',
} as const;
