import { findRecord } from '../dataset/query/find-record.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import { anyCollection } from '../dataset/schema/fields.ts';
import { completeRecords } from '../options/completers.ts';
import { defineOperand } from '../options/operand.ts';
import { readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import type { CommandContext } from './command.ts';

export const recordsOperand = defineOperand(
  'many',
  'the id, name, alias or code of each record, or an unambiguous part of a name; - reads ids from standard input',
  completeRecords,
);

/** Returns the words, with `-` replaced by the lines of standard input. */
async function readWords(
  words: readonly string[],
  { io, data }: Pick<CommandContext, 'io' | 'data'>,
): Promise<readonly string[]> {
  if (!words.includes('-')) return words;
  if (data === '-') throw new UserError('standard input cannot be both the dataset and the ids');
  const text = new TextDecoder().decode(await readBytes(io, '-'));
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const read = lines.filter((line) => line !== '');
  return words.flatMap((word) => (word === '-' ? read : [word]));
}

/**
 * Finds the record that each word matches, in the order of the words.
 * @throws UserError with status 1 if a word matches no record, or several
 */
export async function findRecords(
  words: readonly string[],
  index: RecordIndex,
  call: Pick<CommandContext, 'io' | 'data'>,
): Promise<readonly Entry[]> {
  const called = await readWords(words, call);
  return called.map((word) => findRecord(word, index, anyCollection));
}
