import { Chalk } from 'chalk';
import { findStatus } from '../model/vocabulary.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface RenderOptions {
  /** Width in columns; undefined into a pipe, where nothing is wrapped or truncated. */
  readonly width: number | undefined;
  /** Width of drawings in columns; into a pipe it is the width of the terminal on standard error. */
  readonly drawnWidth: number | undefined;
  /** True if standard output is a terminal. */
  readonly isTerminal: boolean;
  readonly style: Style;
  /** True if tables have a header. */
  readonly header: boolean;
  /** True if csv and tsv escape text that a spreadsheet would run as a formula. */
  readonly escapesFormulas: boolean;
}

/** Returns the options for a drawing, which has a width into a pipe too, as its lines are not records. */
export const toDrawingOptions = (page: RenderOptions): RenderOptions => ({
  ...page,
  width: page.drawnWidth,
});

export const colourChoices = ['auto', 'always', 'never'] as const;

/**
 * Checks whether to use colour. The option beats NO_COLOR (if not empty; no-color.org), which beats FORCE_COLOR, which
 * beats TERM=dumb. If none of them decides, only a terminal gets colour.
 */
export function isColoured(
  choice: (typeof colourChoices)[number],
  env: Environment,
  isTerminal: boolean,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

/** True if the locale is UTF-8 or not set (POSIX: LC_ALL beats LC_CTYPE, which beats LANG). */
export const isUtf8 = ({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean =>
  /utf-?8|^$/i.test(LC_ALL || LC_CTYPE || LANG || '');

export type Style = ReturnType<typeof createStyle>;

/** Creates styles for parts of the output from the 16 basic colours. Without colour, all but `mark` change nothing. */
export function createStyle(coloured: boolean) {
  const chalk = new Chalk({ level: coloured ? 1 : 0 });
  return {
    heading: (text: string) => chalk.bold(text),
    id: (text: string) => chalk.cyan(text),
    dim: (text: string) => chalk.dim(text),
    /** Highlights a match; without colour, puts it in brackets. */
    mark: (text: string) => (coloured ? chalk.inverse(text) : `[${text}]`),
    good: (text: string) => chalk.green(text),
    warn: (text: string) => chalk.yellow(text),
    bad: (text: string) => chalk.red(text),
  };
}

/** Returns the style of a status; `dim` if it is unknown. */
export const getStatusStyle = (status: string, style: Style) =>
  style[findStatus(status)?.style ?? 'dim'];
