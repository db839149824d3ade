import type { Listing } from '../model/listing.ts';
import type { RenderOptions } from './render-options.ts';

/** Output format of a listing. */
export interface Format {
  /** Noun phrase, for completion and the manual page. */
  readonly description: string;
  /**
   * Fields shown if the user chooses none: the default fields for people; for programs every field, or every flat
   * field (all except evidence).
   */
  readonly fields: 'default' | 'every' | 'flat';
  /** True if it is drawn for people and is not data. */
  readonly isDrawn?: true;
  /** Renders records in pieces, and says which fields do not fit into the width. */
  render(
    listing: Listing,
    page: RenderOptions,
  ): { readonly pieces: Iterable<string>; readonly leftOut?: readonly string[] };
}
