import type { Argument, Option } from 'commander';
import type { Dataset } from '../dataset/schema/dataset.ts';
import type { Field } from '../dataset/schema/fields.ts';
import type { Page } from '../output/page.ts';
import type { Status } from '../system/failure.ts';
import type { Io } from '../system/io.ts';
import type { Sample } from './example-ids.ts';

/** The options that every command takes. */
export interface GlobalOptions {
  readonly data?: string;
  readonly color?: 'auto' | 'always' | 'never' | false;
  readonly width?: number;
}

/** One call of a command, with the world that it happens in. */
export interface Call<O = object> {
  readonly io: Io;
  readonly args: readonly string[];
  readonly options: O & GlobalOptions;
  /** What standard output is to look like. */
  readonly page: Page;
  /** The file of a dataset that is not the embedded one; `-` is standard input. */
  readonly data: string | undefined;
  load(): Promise<Dataset>;
  /** Writes to standard output, in pieces as they come. */
  print(pieces: Iterable<string>): Promise<void>;
}

/** A shell command line, less the program's name, and what it is good for. */
export type Example = readonly [line: string, why: string];

/** A command, apart from how it is parsed: what it is called, what it takes, what it does. */
export interface Command {
  readonly name: string;
  /** The heading of the help that it stands under. */
  readonly group: string;
  /** One sentence that opens its help. */
  readonly summary: string;
  readonly arguments?: () => readonly Argument[];
  readonly options?: () => readonly Option[];
  /** The fields of what it lists, which its options name. */
  readonly fields?: () => readonly Field[];
  readonly examples: (sample: Sample) => readonly Example[];
  /** What else its help tells, after the examples. */
  readonly more?: string;
  run(call: Call): Promise<Status>;
}

export const groups = {
  facts: 'Facts:',
  reading: 'Reading:',
  checking: 'Checking:',
  datasets: 'Datasets of your own:',
  shell: 'Shell:',
  /** Not in the help. */
  hidden: '',
} as const;
