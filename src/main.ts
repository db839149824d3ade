import { CommanderError } from 'commander';
import { version } from '../package.json';
import { dataIn } from './command-line/argv.ts';
import { commandFirst } from './command-line/command-first.ts';
import { createProgram, type Hooks } from './command-line/program.ts';
import { usageFailure } from './command-line/usage.ts';
import type { Call, Command } from './commands/command.ts';
import { type Sample, sampleOf } from './commands/example-ids.ts';
import { load, peek } from './dataset/load.ts';
import { visible } from './output/escape.ts';
import type { Page } from './output/page.ts';
import { isColoured, styleOf } from './output/style.ts';
import { Failure, type Status } from './system/failure.ts';
import type { Io } from './system/io.ts';
import { Closed, print } from './system/print.ts';

/** Help is no easier to read in longer lines. */
const widestHelp = 80;

function pageOf(io: Io, { color, width }: Call['options']): Page {
  const { isTTY, columns } = io.stdout;
  return {
    width: width ?? (isTTY ? columns || 80 : undefined),
    isTerminal: isTTY,
    style: styleOf(isColoured(color === false ? 'never' : (color ?? 'auto'), io.env, isTTY)),
    header: true,
  };
}

/** The dataset of a call; a failure says where its name came from. */
async function loadFor(io: Io, data: string | undefined, given: string | undefined) {
  try {
    return await load(io, data);
  } catch (error) {
    if (!(error instanceof Failure) || data === undefined || given !== undefined) throw error;
    const { status, findings, hint = 'SUMMIT_DATA in the environment names it' } = error;
    throw new Failure(error.message, { status, findings, hint });
  }
}

function dataOf(io: Io, given: string | undefined): string | undefined {
  if (given === '') throw new Failure('--data takes the name of a file, or - for standard input');
  return given ?? (io.env.SUMMIT_DATA || undefined);
}

/** What examples name: of the dataset at hand if it can be read without taking standard input away. */
async function sampleFor(argv: readonly string[], io: Io): Promise<Sample> {
  const given = dataIn(argv);
  return sampleOf(await peek(io, given ?? (io.env.SUMMIT_DATA || undefined)), given);
}

async function run(argv: readonly string[], io: Io): Promise<Status> {
  let status: Status = 0;
  let told = '';
  let sample = sampleOf(undefined, undefined);
  const hooks: Hooks = {
    version,
    helpWidth: Math.min(io.stdout.columns || widestHelp, widestHelp),
    sample: () => sample,
    tell: (text) => {
      told += text;
    },
    run: async (command: Command, args, options) => {
      const data = dataOf(io, options.data);
      const page = pageOf(io, options);
      status = await command.run({
        io,
        args,
        options,
        page,
        data,
        load: () => loadFor(io, data, options.data),
        print: (pieces) => print(io, pieces),
      });
      return status;
    },
  };
  const program = createProgram(hooks, argv[0]);
  const ordered = commandFirst(argv, program);
  const isHelp = ordered[0] === 'help' || ordered.includes('-h') || ordered.includes('--help');
  if (isHelp) sample = await sampleFor(ordered, io);
  try {
    await program.parseAsync([...ordered], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const command = program.commands.find((one) => one.name() === ordered[0]) ?? program;
    if (error.exitCode !== 0) throw usageFailure(error, command);
  }
  await print(io, [told]);
  return status;
}

async function report(error: unknown, io: Io): Promise<Status> {
  if (error instanceof Closed) return 0;
  const tell = (lines: readonly string[]) =>
    io.stderr.write(lines.map((line) => `${line}\n`).join(''));
  if (error instanceof Failure) {
    const { findings, message, hint } = error;
    const lines = [...findings, `summit: ${message}`, ...(hint === undefined ? [] : [hint])];
    await tell(lines.map(visible));
    return error.status;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await tell([
    ...stack.split('\n').map(visible),
    'summit: this is a bug of summit itself; please report it with the lines above',
  ]);
  return 2;
}

/**
 * Runs the program.
 * @param argv the arguments, less the program's name
 * @returns the exit status: 0 yes, 1 the answer is no, 2 trouble
 */
export async function main(argv: readonly string[], io: Io): Promise<Status> {
  // What cannot be told on standard error cannot be told at all.
  const stderr = { ...io.stderr, write: (text: string) => io.stderr.write(text).catch(() => {}) };
  const world = { ...io, stderr };
  try {
    return await run(argv, world);
  } catch (error) {
    return report(error, world);
  }
}
