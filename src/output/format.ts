import type { Listing } from '../listing.ts';
import type { Page } from './page.ts';

/** A way to print a listing. */
export interface Format {
  /** What it prints, for completion. */
  readonly about: string;
  /** Which fields it shows unless told: the chief ones, for people, or every one, for programs. */
  readonly fields: 'chief' | 'every';
  /** The output in pieces; each ends at the end of a line. */
  render(listing: Listing, page: Page): Iterable<string>;
  /** The fields that find no room on the page and are left out. */
  leftOut?(listing: Listing, page: Page): readonly string[];
}
