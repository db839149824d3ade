import { Chalk } from 'chalk';

/** What the output is drawn on. */
export interface RenderOptions {
  /** Columns to fit into; undefined into a pipe, where nothing is wrapped or cut. */
  readonly width: number | undefined;
  /** Columns for what is drawn to be looked at; into a pipe those of the terminal that messages go to. */
  readonly drawnWidth: () => number | undefined;
  /** A person looks at it as it comes. */
  readonly isTerminal: boolean;
  readonly style: Style;
  /** Whether heads are shown. */
  readonly header: boolean;
  /** Whether no text in csv and tsv is to be a formula to a spreadsheet. */
  readonly escapesFormulas: boolean;
}

/** The page for what is drawn to be looked at, of which no line is a record. */
export const toDrawingOptions = (page: RenderOptions): RenderOptions => ({
  ...page,
  width: page.drawnWidth(),
});

export const colourChoices = ['auto', 'always', 'never'] as const;
export type ColourChoice = (typeof colourChoices)[number];

/** How the parts of the output are set off; without colour each is the text itself. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly id: (text: string) => string;
  readonly dim: (text: string) => string;
  /** A stretch to point out: in brackets where there is no colour. */
  readonly mark: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
}

/**
 * Whether to colour: the option beats NO_COLOR (non-empty; no-color.org), which beats FORCE_COLOR, which
 * beats TERM=dumb; else only at a terminal.
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

/** The style, of the 16 basic colours only. */
export function createStyle(coloured: boolean): Style {
  const chalk = new Chalk({ level: coloured ? 1 : 0 });
  return {
    heading: (text) => chalk.bold(text),
    id: (text) => chalk.cyan(text),
    dim: (text) => chalk.dim(text),
    mark: (text) => (coloured ? chalk.bold.underline.magenta(text) : `[${text}]`),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  };
}

/** How a status is set off, beside its word. */
const statusStyles: Readonly<Record<string, 'good' | 'dim' | 'heading' | 'warn'>> = {
  held: 'good',
  signed: 'good',
  agreed: 'good',
  reported: 'dim',
  ongoing: 'heading',
  planned: 'warn',
  expected: 'warn',
  sought: 'warn',
};

/** The voice of a status; of a word that is none a faint one. */
export const getStatusStyle = (status: string, style: Style) =>
  style[statusStyles[status] ?? 'dim'];
