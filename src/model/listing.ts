import type { AnyRecord, Value } from './record.ts';

export interface Column {
  readonly field: string;
  readonly align: 'left' | 'right';
  /** True if the column is kept when there is no room for all. */
  readonly isPinned: boolean;
  /** True if the items of its lists may contain `;`, the separator of lists in CSV and TSV. */
  readonly hasFreeItems: boolean;
}

/** Formatted value. */
export interface Cell {
  readonly text: string;
  /** True if the article does not state the value, or the list is empty. */
  readonly missing: boolean;
  /** Ranges to highlight, as offsets [from, to) in `text`. */
  readonly highlights?: readonly (readonly [number, number])[] | undefined;
}

/** Presentation of records, unless the user chooses the fields. */
export interface RecordView {
  /** Field with the sentence that makes up a record, if it has one. */
  readonly sentence?: string | undefined;
  /** Returns a further line to show with the sentence. */
  readonly detailLine?: ((record: AnyRecord) => string | undefined) | undefined;
  /** Returns the JSON of a record, if it differs from its columns. */
  readonly toJson?: ((record: AnyRecord) => object) | undefined;
}

/** Records to print, with access to their fields. */
export interface Listing extends RecordView {
  readonly columns: readonly Column[];
  readonly records: readonly AnyRecord[];
  /** Returns the value of a field, for programs. */
  readonly value: (record: AnyRecord, field: string) => Value;
  /** Returns the formatted value of a field, for people. */
  readonly read: (record: AnyRecord, field: string) => Cell;
}

/** Text for a value that the article does not state. */
export const notStated = 'not stated';

/** Text for an empty list. */
export const none = 'none';
