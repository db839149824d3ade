import type { CommandContext } from '../commands/command.ts';
import { load } from '../dataset/load.ts';
import { escapeUnsafe, toAscii } from '../output/escape.ts';
import { createStyle, isColoured, isUtf8 } from '../output/render-options.ts';
import { countRows } from '../output/text.ts';
import type { Io, Output } from '../system/io.ts';
import { createPrinter } from '../system/print.ts';
import { UserError } from '../system/user-error.ts';
import { once } from '../text/memoise.ts';
import type { ParsedCommand } from './parse.ts';

const getColumns = ({ isTTY, columns }: Output) => (isTTY ? columns || 80 : undefined);

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
  const { env, stdout, stderr } = io;
  const data = options.data ?? (env.SUMMIT_DATA || undefined);
  const width = options.width ?? getColumns(stdout);
  const color = options.color === false ? 'never' : (options.color ?? 'auto');
  const printer = createPrinter(io, options.pager !== false, (line) =>
    countRows(line, stdout.columns || 80),
  );
  const notes: string[] = [];
  return {
    io,
    operands,
    options,
    page: {
      width,
      drawnWidth: width ?? getColumns(stderr),
      isTerminal: stdout.isTTY,
      style: createStyle(isColoured(color, env, stdout.isTTY)),
      header: options.header !== false,
      escapesFormulas: options.csvSafe === true,
    },
    data,
    load: once(() => loadDataset(io, data, options.data === undefined)),
    print: (pieces) => printer.print(isDrawn && !isUtf8(env) ? convertToAscii(pieces) : pieces),
    note: (line) => {
      notes.push(`${escapeUnsafe(line)}\n`);
    },
    end: async () => {
      await printer.end();
      if (notes.length > 0) await stderr.write(notes.join(''));
    },
  };
}
