import type { Style } from './style.ts';

/** What the output is drawn on. */
export interface Page {
  /** Columns to fit into; undefined into a pipe, where nothing is wrapped or cut. */
  readonly width: number | undefined;
  /** A person looks at it as it comes. */
  readonly isTerminal: boolean;
  readonly style: Style;
  /** Whether heads are shown. */
  readonly header: boolean;
}
