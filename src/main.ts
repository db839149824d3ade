import { createContext } from './command-line/context.ts';
import { parse } from './command-line/parse.ts';
import { escapeUnsafe, toAscii } from './output/escape.ts';
import { isUtf8 } from './output/render-options.ts';
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

async function reportError(error: unknown, { stderr }: Io): Promise<ExitStatus> {
  if (error instanceof OutputClosedError) return 0;
  const report = (...lines: readonly string[]) =>
    stderr.write(lines.map((line) => `${escapeUnsafe(line)}\n`).join(''));
  if (error instanceof UserError) {
    const { findings, message, hint, status } = error;
    await report(...findings, `summit: ${message}`, ...(hint === undefined ? [] : [hint]));
    return status;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const bug = 'summit: this is a bug in summit; the lines above show where it is';
  await report(...stack.split('\n'), bug);
  return 2;
}

/**
 * Wraps standard error: breaks lines at words on a terminal, prints ASCII outside a UTF-8 locale, and ignores write
 * errors.
 */
function createMessageOutput({ stderr, env }: Io): Output {
  const width = (stderr.isTTY && stderr.columns) || undefined;
  const format = (text: string) => {
    // Progress lines are overwritten in place, so they are not wrapped.
    if (text.startsWith('\r')) return text;
    const wrapped = wrap(text, width).join('\n');
    return isUtf8(env) ? wrapped : toAscii(wrapped);
  };
  return { ...stderr, write: (text) => stderr.write(format(text)).catch(() => {}) };
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
