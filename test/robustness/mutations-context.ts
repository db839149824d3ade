import type { CollectionName } from '../../src/dataset/schema/collections.ts';
import type { Field } from '../../src/dataset/schema/fields.ts';

export type Loose = Readonly<Record<string, unknown>>;
export type MutatedFile = { readonly summit: Loose; readonly source: Loose } & Readonly<
  Partial<Record<CollectionName, readonly Loose[]>>
>;

/** Wrong values, by the way in which they are wrong. */
export type Ways = Readonly<Record<string, readonly unknown[]>>;

/** What a record is changed with: all of its file, and the words of what the file is drawn from. */
export interface Context {
  readonly file: MutatedFile;
  readonly paragraphs: readonly string[];
  /** Leaders, countries and organizations. */
  readonly named: readonly Loose[];
  /** Names of leaders and countries. */
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** What a value is changed with: its record, and those that are drawn from elsewhere. */
export interface Place {
  readonly collection: string;
  readonly record: Loose;
  readonly field: Field;
  readonly away: readonly Loose[];
  readonly context: Context;
}

/** One of several by a number, so that each run has the same. */
export const pick = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % items.length];

/** A number that depends on a text alone. */
export const getSeed = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);

/** The paragraphs of the passages of a record. */
export const listParagraphs = ({ evidence = [] }: Loose): readonly number[] =>
  (evidence as readonly { readonly paragraph: number }[]).map(({ paragraph }) => paragraph);

/** A text with two letters of its longest word exchanged. */
export function exchangeLetters(text: string): string {
  const [word = ''] = [...(text.match(/\p{L}+/gu) ?? [])].sort((a, b) => b.length - a.length);
  const at = word.split('').findIndex((letter, place) => place > 0 && letter !== word[place + 1]);
  const slip = `${word.slice(0, at)}${word[at + 1] ?? 'x'}${word[at]}${word.slice(at + 2)}`;
  return text.replace(word, slip);
}
