import { findRecord } from '../dataset/query/find-record.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import { anyCollection } from '../dataset/schema/fields.ts';
import { completeRecords } from '../options/completers.ts';
import { readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import type { CommandContext, Operand } from './command.ts';

export const recordsOperand = {
  form: 'many',
  description:
    'the id, name, alias or code of each record, or an unambiguous part of a name; - reads ids from standard input',
  complete: completeRecords,
} as const satisfies Operand;

/**
 * Finds the record that each word matches, in the order of the words. `-` stands for the lines of standard input.
 * @throws UserError with status 1 if a word matches no record, or several
 */
export async function findRecords(
  words: readonly string[],
  index: RecordIndex,
  { io, data }: Pick<CommandContext, 'io' | 'data'>,
): Promise<readonly Entry[]> {
  const shouldReadIds = words.includes('-');
  if (shouldReadIds && data === '-') {
    throw new UserError('standard input cannot be both the dataset and the ids');
  }
  const text = shouldReadIds ? new TextDecoder().decode(await readBytes(io, '-')) : '';
  const lines = text.split('\n').map((line) => line.trim());
  const ids = lines.filter((line) => line !== '');
  return words
    .flatMap((word) => (word === '-' ? ids : [word]))
    .map((word) => findRecord(word, index, anyCollection));
}
