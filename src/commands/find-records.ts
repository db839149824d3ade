import { theOneCalled } from '../dataset/query/called.ts';
import type { Links } from '../dataset/query/links.ts';
import type { Entry } from '../dataset/schema/dataset.ts';
import { anyCollection } from '../dataset/schema/field-schema.ts';
import { records } from '../options/completers.ts';
import { operand } from '../options/operand.ts';
import { Failure } from '../system/failure.ts';
import { readBytes } from '../system/read.ts';
import type { Call } from './command.ts';

/** The operand that calls records. */
export const recordsOperand = operand(
  'many',
  'the id, name, alias or code of each record, or an unambiguous part of a name; - reads ids from standard input',
  records,
);

/** The words that call records; `-` stands for the lines of standard input. */
async function wordsOf(
  words: readonly string[],
  { io, data }: Pick<Call, 'io' | 'data'>,
): Promise<readonly string[]> {
  if (!words.includes('-')) return words;
  if (data === '-') throw new Failure('standard input cannot be both the dataset and the ids');
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
  links: Links,
  call: Pick<Call, 'io' | 'data'>,
): Promise<readonly Entry[]> {
  const called = await wordsOf(words, call);
  return called.map((word) => theOneCalled(word, links, anyCollection));
}
