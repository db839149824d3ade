import type { AnyRecord } from './record.ts';

/** Table of a database, with the names as SQL has them. */
export interface SqlTable {
  readonly name: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: 'TEXT' | 'BIGINT' | 'DOUBLE';
    readonly isRequired: boolean;
    /** Table whose `id` its values refer to. */
    readonly references?: string | undefined;
  }[];
  readonly primaryKey: readonly string[];
  readonly rows: readonly AnyRecord[];
}
