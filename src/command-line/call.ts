import type { Call } from '../commands/command.ts';
import { load } from '../dataset/load.ts';
import { inAscii, isUtf8 } from '../output/ascii.ts';
import { isColoured, type Page, styleOf } from '../output/page.ts';
import { countRows } from '../output/rows.ts';
import { Failure } from '../system/failure.ts';
import type { Io, Output } from '../system/io.ts';
import { printerOf } from '../system/print.ts';
import type { Parsed } from './parse.ts';

function pageOf(io: Io, { color, width }: Call['options']): Page {
  const columnsOf = ({ isTTY, columns }: Output) => (isTTY ? columns || 80 : undefined);
  const { isTTY } = io.stdout;
  const own = width ?? columnsOf(io.stdout);
  return {
    width: own,
    drawnWidth: () => own ?? columnsOf(io.stderr),
    isTerminal: isTTY,
    style: styleOf(isColoured(color === false ? 'never' : (color ?? 'auto'), io.env, isTTY)),
    header: true,
    isGuarded: false,
  };
}

/** Loads a call's dataset; a failure says what to do about it. */
async function loadFor(io: Io, data: string | undefined, isFromEnvironment: boolean) {
  try {
    return await load(io, data);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { message, status, findings } = error;
    const origin = isFromEnvironment ? 'SUMMIT_DATA in the environment names it' : undefined;
    const format = 'summit schema prints the format; summit validate checks a file';
    throw new Failure(message, { status, findings, hint: findings.length > 0 ? format : origin });
  }
}

function* mapped(pieces: Iterable<string>, as: (text: string) => string): Generator<string> {
  for (const piece of pieces) yield as(piece);
}

/**
 * A parsed command line as a call: with the page that it prints on, the dataset that it reads and the
 * printer that it writes with, which is to be ended.
 * @throws Failure where the dataset's name is empty.
 */
export function callOf(
  { operands, options, isDrawn }: Parsed,
  io: Io,
): Call & { end(): Promise<void> } {
  if (options.data === '') {
    throw new Failure('--data takes the name of a file, or - for standard input');
  }
  const data = options.data ?? (io.env.SUMMIT_DATA || undefined);
  const isFromEnvironment = data !== undefined && options.data === undefined;
  const columns = io.stdout.columns || 80;
  const printer = printerOf(io, options.pager !== false, (line, most) =>
    countRows(line, columns, most),
  );
  const isAscii = isDrawn && !isUtf8(io.env);
  return {
    io,
    operands,
    options,
    page: pageOf(io, options),
    data,
    load: () => loadFor(io, data, isFromEnvironment),
    print: isAscii ? (pieces) => printer.print(mapped(pieces, inAscii)) : printer.print,
    end: printer.end,
  };
}
