import type { RecordIndex } from '../dataset/query/record-index.ts';
import type { Dataset } from '../dataset/schema/dataset.ts';
import type { Field } from '../dataset/schema/fields.ts';
import type { AnyRecord } from '../model/record.ts';
import type { Completer } from '../options/completers.ts';
import type { GlobalName, GlobalValues } from '../options/global-options.ts';
import type { OptionTable, OptionValues } from '../options/option.ts';
import type { RenderOptions } from '../output/render-options.ts';
import type { Io } from '../system/io.ts';
import type { ExitStatus } from '../system/user-error.ts';
import type { ExampleIds } from './example-ids.ts';

/** Positional argument of a command. */
export interface Operand {
  /** Number of words that it takes: one, none or one, one or more, any number. */
  readonly form: 'one' | 'optional' | 'many' | 'any';
  readonly description: string;
  readonly complete?: Completer;
}

/** Operands of a command by name, in order. */
type OperandTable = Readonly<Record<string, Operand>>;

export type OperandValues<T extends OperandTable> = {
  readonly [K in keyof T]: {
    one: string;
    optional: string | undefined;
    many: readonly string[];
    any: readonly string[];
  }[T[K]['form']];
};

/** Context of one run of a command: its arguments, the dataset and the output. */
export interface CommandContext<
  O extends OptionTable = OptionTable,
  A extends OperandTable = OperandTable,
> {
  readonly io: Io;
  readonly operands: OperandValues<A>;
  readonly options: OptionValues<O> & GlobalValues;
  /** Layout and style of standard output. */
  readonly page: RenderOptions;
  /** Path of the dataset, `-` for standard input; undefined for the bundled dataset. */
  readonly data: string | undefined;
  /** Loads the dataset, once in a run. */
  load(): Promise<Dataset>;
  /** Writes to standard output, chunk by chunk. */
  print(pieces: Iterable<string>): Promise<void>;
  /** Adds a line to standard error that follows the output. */
  note(line: string): void;
}

/** Shell command line without the program's name or, if that is not first, with `{}` for it, and a description. */
export type Example = readonly [line: string, why: string];

/** Definition of a command: name, help, operands, options and action. */
export interface Command<
  O extends OptionTable = OptionTable,
  A extends OperandTable = OperandTable,
> {
  readonly name: string;
  /** Heading under which the help lists it. */
  readonly group: string;
  /** First sentence of its help. */
  readonly summary: string;
  readonly operands: A;
  /** Options of its own, without the global ones. */
  readonly options: O;
  /** Global options that have no effect on it; they are accepted and hidden from help and completion. */
  readonly ignores?: readonly GlobalName[];
  /** Fields of the records that it lists, for options such as `--where`. Only a listing has them. */
  readonly fields?: readonly Field[];
  /** Lists all records of a listing, for completion. */
  readonly listRecords?: (index: RecordIndex) => readonly AnyRecord[];
  readonly examples: (ids: ExampleIds) => readonly Example[];
  /** Further help text, printed after the examples. */
  readonly more?: string;
  run(call: CommandContext<O, A>): Promise<ExitStatus>;
}

/** Defines a command whose `run` is typed by the declared options and operands. */
export const defineCommand = <const O extends OptionTable, const A extends OperandTable>(
  declared: Command<O, A>,
): Command<O, A> => declared;

export const groups = {
  facts: 'Collections:',
  reading: 'Explore:',
  checking: 'Verify:',
  datasets: 'Create a dataset:',
  shell: 'Shell:',
} as const;
