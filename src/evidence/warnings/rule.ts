import type { AssertedRecord, Choice, Paraphrase } from '../../model/assertion.ts';
import { listParaphrases } from '../../model/assertion.ts';
import type { Meaning } from '../../model/vocabulary.ts';
import { memoise } from '../../text/memoise.ts';
import type { Sentence } from '../article/sentences.ts';
import { findWhole } from '../article/words.ts';
import type { Cues } from '../language/languages.ts';

/** Sentence of the article; its text is normalised. */
export interface ArticleSentence extends Sentence {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  /** Index among the sentences of the article, counted from 0. */
  readonly order: number;
  /** Words by their stems, for the content words. */
  readonly stems: ReadonlyMap<string, string>;
}

/** Record with its passages and the sentences around them. All texts of the article are normalised. */
export interface RecordContext extends AssertedRecord {
  readonly normalisedNames: readonly string[];
  readonly passages: readonly string[];
  /** Texts of the paragraphs that the passages are in, by their numbers. */
  readonly paragraphs: ReadonlyMap<number, string>;
  /** Sentences that the passages are in, in the order of the article. */
  readonly sentences: readonly ArticleSentence[];
  readonly sentenceTexts: readonly string[];
}

/** Word lists, sentences and records that the warning rules use. */
export interface WarningContext {
  readonly cues: Cues;
  findRecord(id: string): RecordContext | undefined;
  /** Lists the records named in a normalised text, in the order of the text. */
  findNamedRecords(text: string): readonly RecordContext[];
  /** Lists the sentences that have a stem, in the order of the article. */
  findSentences(stem: string): readonly ArticleSentence[];
  /** Returns the words of a text by their stems, for its content words. */
  findStems(text: string): ReadonlyMap<string, string>;
}

/** Check of a warning rule: returns a text for each field that may be wrong and should be reviewed. */
export type WarningCheck = (
  record: RecordContext,
  context: WarningContext,
) => readonly { readonly field: string; readonly text: string }[];

/** Returns what speaks against a choice or a paraphrase. */
type Objection<Item> = (
  item: Item,
  record: RecordContext,
  context: WarningContext,
) => string | undefined;

/** Builds a check of the choices with one of these meanings. */
export const checkChoices =
  (meanings: readonly Meaning[], object: Objection<Choice>): WarningCheck =>
  (record, context) =>
    record.choices
      .filter(({ meaning }) => meanings.includes(meaning))
      .flatMap((choice) => {
        const objection = object(choice, record, context);
        const { field, value } = choice;
        return objection === undefined ? [] : { field, text: `is “${value}”, but ${objection}` };
      });

/** Builds a check of the paraphrases with one of these purposes, except notes. It skips records without sentences. */
export const checkParaphrases =
  (purposes: readonly Paraphrase['purpose'][], object: Objection<Paraphrase>): WarningCheck =>
  (record, context) =>
    (record.sentences.length === 0 ? [] : listParaphrases(record))
      .filter(({ purpose, field }) => purposes.includes(purpose) && field !== 'note')
      .flatMap((paraphrase) => {
        const text = object(paraphrase, record, context);
        return text === undefined ? [] : { field: paraphrase.field, text };
      });

/** Returns the first match of a pattern in some texts. */
export function findFirst(texts: readonly string[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

const toGlobal = memoise((pattern: RegExp) => new RegExp(pattern, `${pattern.flags}g`));

/** Returns all matches of a pattern in some texts. */
export const findAll = (texts: readonly string[], pattern: RegExp): readonly string[] =>
  texts.flatMap((text) => text.match(toGlobal(pattern)) ?? []);

/** Checks whether a normalised text contains one of some normalised names. */
export const hasName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => findWhole(text, name) >= 0);
