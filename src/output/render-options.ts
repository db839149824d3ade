import { Chalk } from 'chalk';
import { findStatus } from '../model/statuses.ts';

export interface RenderOptions {
  /** Width in columns; undefined into a pipe, where nothing is wrapped or truncated. */
  readonly width: number | undefined;
  /** Returns the width of drawings in columns; into a pipe it is the width of the terminal on standard error. */
  readonly drawnWidth: () => number | undefined;
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
  width: page.drawnWidth(),
});

export const colourChoices = ['auto', 'always', 'never'] as const;
export type ColourChoice = (typeof colourChoices)[number];

/** Styles for parts of the output. Without colour, all except `mark` return the text unchanged. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly id: (text: string) => string;
  readonly dim: (text: string) => string;
  /** Highlights a match; without colour, puts it in brackets. */
  readonly mark: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
}

/**
 * Checks whether to use colour. The option beats NO_COLOR (if not empty; no-color.org), which beats FORCE_COLOR, which
 * beats TERM=dumb. If none of them decides, only a terminal gets colour.
 */
export function isColoured(
  choice: ColourChoice,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

/** Creates a style from the 16 basic colours only. */
export function createStyle(coloured: boolean): Style {
  const chalk = new Chalk({ level: coloured ? 1 : 0 });
  return {
    heading: (text) => chalk.bold(text),
    id: (text) => chalk.cyan(text),
    dim: (text) => chalk.dim(text),
    mark: (text) => (coloured ? chalk.inverse(text) : `[${text}]`),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  };
}

/** Returns the style of a status; `dim` if it is unknown. */
export const getStatusStyle = (status: string, style: Style) =>
  style[findStatus(status)?.style ?? 'dim'];
