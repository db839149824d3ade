import { Chalk } from 'chalk';

/** What the output is drawn on. */
export interface Page {
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
  readonly isGuarded: boolean;
}

/** The page for what is drawn to be looked at, of which no line is a record. */
export const drawnPage = (page: Page): Page => ({ ...page, width: page.drawnWidth() });

export const colourChoices = ['auto', 'always', 'never'] as const;
export type ColourChoice = (typeof colourChoices)[number];

/** How the parts of the output are set off; without colour each is the text itself. */
export interface Style {
  readonly head: (text: string) => string;
  readonly id: (text: string) => string;
  readonly faint: (text: string) => string;
  /** A stretch to point out: in brackets where there is no colour. */
  readonly mark: (text: string) => string;
  readonly good: (text: string) => string;
  readonly pending: (text: string) => string;
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
export function styleOf(coloured: boolean): Style {
  const chalk = new Chalk({ level: coloured ? 1 : 0 });
  return {
    head: (text) => chalk.bold(text),
    id: (text) => chalk.cyan(text),
    faint: (text) => chalk.dim(text),
    mark: (text) => (coloured ? chalk.bold.underline.magenta(text) : `[${text}]`),
    good: (text) => chalk.green(text),
    pending: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
  };
}

/** How a status is set off, beside its word. */
const voices: Readonly<Record<string, 'good' | 'faint' | 'head' | 'pending'>> = {
  held: 'good',
  signed: 'good',
  agreed: 'good',
  reported: 'faint',
  ongoing: 'head',
  planned: 'pending',
  expected: 'pending',
  sought: 'pending',
};

/** The voice of a status; of a word that is none a faint one. */
export const voiceOf = (status: string, style: Style) => style[voices[status] ?? 'faint'];
