import { findRecord } from '../dataset/query/find-record.ts';
import type { RecordIndex } from '../dataset/query/record-index.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import { anyCollection } from '../dataset/schema/field-schema.ts';
import { completeRecords } from '../options/completers.ts';
import { defineOperand } from '../options/operand.ts';
import { readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import type { CommandContext } from './command.ts';

/** The operand that calls records. */
export const recordsOperand = defineOperand(
  'many',
  'the id, name, alias or code of each record, or an unambiguous part of a name; - reads ids from standard input',
  completeRecords,
);

/** The words that call records; `-` stands for the lines of standard input. */
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
 * The records that are called, in the order of the words.
 * @throws Failure with status 1 for a word that calls none, or several.
 */
export async function findRecords(
  words: readonly string[],
  links: RecordIndex,
  call: Pick<CommandContext, 'io' | 'data'>,
): Promise<readonly Entry[]> {
  const called = await readWords(words, call);
  return called.map((word) => findRecord(word, links, anyCollection));
}
