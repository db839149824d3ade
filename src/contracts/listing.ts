/**
 * What passes from the dataset to the output: columns, and rows of values as they are and as they read.
 * Neither room knows more of the other than these shapes.
 */

import type { Anchor } from './verification-target.ts';

/** A value as a dataset has it. */
export type Value = string | number | boolean | null | readonly string[] | readonly Anchor[];

/** A record as a dataset has it: flat, but for its evidence. */
export type AnyRecord = Readonly<Record<string, Value>> & { readonly id: string };

export interface Column {
  readonly field: string;
  readonly align: 'left' | 'right';
  /** Never left out for want of room. */
  readonly isPinned: boolean;
  /** Its lists may have items with a `;`, by which CSV and TSV join them. */
  readonly hasFreeItems?: boolean;
}

/** A value as it reads; `marks` are stretches to point out, as offsets [from, to) in `text`. */
export interface Cell {
  readonly text: string;
  /** There is nothing: the article does not say, or the list is empty. */
  readonly missing: boolean;
  readonly highlights?: readonly (readonly [number, number])[] | undefined;
}

/** Records to be printed, and how their fields read. */
export interface Listing {
  readonly columns: readonly Column[];
  readonly records: readonly AnyRecord[];
  /** Returns what stands in a field, for programs. */
  readonly value: (record: AnyRecord, field: string) => Value;
  /** Returns how a field reads, for people. */
  readonly read: (record: AnyRecord, field: string) => Cell;
  /** The field with the sentence that a record is, where it is one. */
  readonly sentence?: string;
  /** What else is to be read with it. */
  readonly detailLine?: (record: AnyRecord) => string | undefined;
  /** What stands for a record in JSON, where that is not just its columns. */
  readonly toJson?: (record: AnyRecord) => object;
}

/** How a value that the article does not give reads. */
export const notStated = 'not stated';

/** How an empty list reads. */
export const none = 'none';
