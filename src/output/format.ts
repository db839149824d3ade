import type { Listing } from '../contracts/listing.ts';
import type { RenderOptions } from './render-options.ts';

/** A listing as it is printed. */
export interface Rendering {
  /** The output as it comes; each piece ends at the end of a line. */
  readonly pieces: Iterable<string>;
  /** The fields that find no room on the page. */
  readonly leftOut?: readonly string[];
}

/** A way to print a listing. */
export interface Format {
  /** What it prints, for completion. */
  readonly about: string;
  /**
   * Which fields it shows unless told: the chief ones, for people, or for programs every one, or every one
   * that is flat, which the evidence is not.
   */
  readonly fields: 'default' | 'every' | 'flat';
  render(listing: Listing, page: RenderOptions): Rendering;
}
