import { createContext } from './command-line/context.ts';
import { parse } from './command-line/parse.ts';
import { isUtf8, toAscii } from './output/ascii.ts';
import { escapeUnsafe } from './output/escape.ts';
import { wrap } from './output/text.ts';
import type { Io, Output } from './system/io.ts';
import { OutputClosedError, print } from './system/print.ts';
import { type ExitStatus, UserError } from './system/user-error.ts';

async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const parsed = parse(argv);
  if ('text' in parsed) {
    await print(io, [parsed.text]);
    return 0;
  }
  const context = createContext(parsed, io);
  try {
    return await parsed.command.run(context);
  } finally {
    await context.end();
  }
}

async function reportError(error: unknown, io: Io): Promise<ExitStatus> {
  if (error instanceof OutputClosedError) return 0;
  const report = (lines: readonly string[]) =>
    io.stderr.write(lines.map((line) => `${escapeUnsafe(line)}\n`).join(''));
  if (error instanceof UserError) {
    const { findings, message, hint } = error;
    await report([...findings, `summit: ${message}`, ...(hint === undefined ? [] : [hint])]);
    return error.status;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await report([
    ...stack.split('\n'),
    'summit: this is a bug of summit itself; please report it with the lines above',
  ]);
  return 2;
}

/**
 * Wraps standard error: breaks lines at words on a terminal, prints ASCII outside a UTF-8 locale, and ignores write
 * errors.
 */
function createMessageOutput({ stderr, env }: Io): Output {
  const convert = isUtf8(env) ? (text: string) => text : toAscii;
  return {
    get isTTY() {
      return stderr.isTTY;
    },
    get columns() {
      return stderr.columns;
    },
    write: (text) => {
      const width = (stderr.isTTY && stderr.columns) || undefined;
      // Progress lines are overwritten in place, so they are not wrapped.
      if (text.startsWith('\r')) return stderr.write(text).catch(() => {});
      return stderr.write(convert(wrap(text, width).join('\n'))).catch(() => {});
    },
  };
}

/**
 * Runs the program.
 * @param argv command-line arguments, without the program's name
 * @returns exit status: 0 for yes, 1 if the answer is no, 2 for an error
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const wrapped = { ...io, stderr: createMessageOutput(io) };
  try {
    return await run(argv, wrapped);
  } catch (error) {
    return reportError(error, wrapped);
  }
}
