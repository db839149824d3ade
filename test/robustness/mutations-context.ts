import type { CollectionName } from '../../src/dataset/schema/collections.ts';
import type { Field } from '../../src/dataset/schema/fields.ts';

export type RawRecord = Readonly<Record<string, unknown>>;
export type MutatedFile = { readonly summit: RawRecord; readonly source: RawRecord } & Readonly<
  Partial<Record<CollectionName, readonly RawRecord[]>>
>;

/** Wrong values, grouped by the way in which they are wrong. */
export type Ways = Readonly<Record<string, readonly unknown[]>>;

/** File to change, with the words and names that changes draw on. */
export interface Context {
  readonly file: MutatedFile;
  readonly paragraphs: readonly string[];
  /** Leaders, countries and organizations. */
  readonly named: readonly RawRecord[];
  /** Names of leaders and countries. */
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** Field of a record to change. */
export interface FieldContext {
  readonly collection: string;
  readonly record: RawRecord;
  readonly field: Field;
  /** Records without a passage in the same paragraph. */
  readonly unrelated: readonly RawRecord[];
  readonly context: Context;
}

/** Picks one of several items by a number, to make all runs the same. */
export const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % items.length];

/** Returns a number that depends only on a text. */
export const getSeed = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);

/** Lists the paragraphs of the passages of a record. */
export const listParagraphs = ({ evidence = [] }: RawRecord): readonly number[] =>
  (evidence as readonly { readonly paragraph: number }[]).map(({ paragraph }) => paragraph);

/** Exchanges two letters in the longest word of a text. */
export function exchangeLetters(text: string): string {
  const [word = ''] = [...(text.match(/\p{L}+/gu) ?? [])].sort((a, b) => b.length - a.length);
  const at = word.split('').findIndex((letter, place) => place > 0 && letter !== word[place + 1]);
  const slip = `${word.slice(0, at)}${word[at + 1] ?? 'x'}${word[at]}${word.slice(at + 2)}`;
  return text.replace(word, slip);
}
