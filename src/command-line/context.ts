import type { CommandContext } from '../commands/command.ts';
import { load } from '../dataset/load.ts';
import { isUtf8, toAscii } from '../output/ascii.ts';
import { createStyle, isColoured, type RenderOptions } from '../output/render-options.ts';
import { countRows } from '../output/text.ts';
import type { Io, Output } from '../system/io.ts';
import { createPrinter } from '../system/print.ts';
import { UserError } from '../system/user-error.ts';
import type { ParsedCommand } from './parse.ts';

function createRenderOptions(io: Io, { color, width }: CommandContext['options']): RenderOptions {
  const getColumns = ({ isTTY, columns }: Output) => (isTTY ? columns || 80 : undefined);
  const { isTTY } = io.stdout;
  const outputWidth = width ?? getColumns(io.stdout);
  return {
    width: outputWidth,
    drawnWidth: () => outputWidth ?? getColumns(io.stderr),
    isTerminal: isTTY,
    style: createStyle(isColoured(color === false ? 'never' : (color ?? 'auto'), io.env, isTTY)),
    header: true,
    escapesFormulas: false,
  };
}

/** Loads the dataset and adds a hint to an error. */
async function loadDataset(io: Io, data: string | undefined, isFromEnvironment: boolean) {
  try {
    return await load(io, data);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, status, findings } = error;
    const origin = isFromEnvironment ? 'path taken from $SUMMIT_DATA' : undefined;
    const format = 'summit schema prints the format; summit validate checks a file';
    throw new UserError(message, { status, findings, hint: findings.length > 0 ? format : origin });
  }
}

function* convertToAscii(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield toAscii(piece);
}

/**
 * Builds the context in which a parsed command runs. The caller must call `end()` afterwards.
 * @throws UserError if `--data` is empty
 */
export function createContext(
  { operands, options, isDrawn }: ParsedCommand,
  io: Io,
): CommandContext & { end(): Promise<void> } {
  if (options.data === '') {
    throw new UserError('--data needs a file name, or - for standard input');
  }
  const data = options.data ?? (io.env.SUMMIT_DATA || undefined);
  const isFromEnvironment = data !== undefined && options.data === undefined;
  const columns = io.stdout.columns || 80;
  const printer = createPrinter(io, options.pager !== false, (line) => countRows(line, columns));
  const isAscii = isDrawn && !isUtf8(io.env);
  return {
    io,
    operands,
    options,
    page: createRenderOptions(io, options),
    data,
    load: () => loadDataset(io, data, isFromEnvironment),
    print: isAscii ? (pieces) => printer.print(convertToAscii(pieces)) : printer.print,
    end: printer.end,
  };
}
