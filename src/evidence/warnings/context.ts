import {
  type AssertedRecord,
  type Choice,
  listParaphrases,
  type Paraphrase,
} from '../../model/assertion.ts';
import type { Meaning } from '../../model/vocabulary.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { countLeading } from '../../text/count-leading.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { normalise } from '../article/normalise.ts';
import type { Passage, WordIndex } from '../article/word-index.ts';
import { findWhole, splitWords } from '../article/words.ts';
import type { Cues } from '../language/languages.ts';
import type { Lexicon } from '../language/lexicon.ts';

/** Normalised sentence of the article, with its offsets in its paragraph. */
export interface ArticleSentence {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  /** Index among the sentences of the article, counted from 0. */
  readonly order: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Words by their stems, for the content words. */
  readonly stems: ReadonlyMap<string, string>;
}

/** Record with its passages and the sentences around them. */
export interface RecordContext {
  readonly record: AssertedRecord;
  readonly paraphrases: readonly Paraphrase[];
  /** Normalised names, and those that begin with a capital (not: the meeting). */
  readonly names: readonly string[];
  readonly properNames: readonly string[];
  /** Normalised passages. */
  readonly passages: readonly string[];
  /** Numbers of the paragraphs that the passages are in. */
  readonly paragraphs: ReadonlySet<number>;
  /** Sentences that the passages are in, in the order of the article. */
  readonly sentences: readonly ArticleSentence[];
  readonly sentenceTexts: readonly string[];
}

/** Word lists, sentences and records that the warning rules use. */
export interface WarningContext {
  readonly cues: Cues;
  readonly records: readonly RecordContext[];
  findRecord(id: string): RecordContext | undefined;
  /** Lists the records named in a normalised text, in the order of the text. */
  findNamedRecords(text: string): readonly RecordContext[];
  listSentences(paragraph: number): readonly ArticleSentence[];
  /** Lists the sentences that have a stem, in the order of the article. */
  findSentences(stem: string): readonly ArticleSentence[];
  /** Returns the words of a text by their stems, for its content words. */
  findStems(text: string): ReadonlyMap<string, string>;
}

/** WarningCheck of a warning rule: returns a text for each field that may be wrong and should be reviewed. */
export type WarningCheck = (
  record: RecordContext,
  context: WarningContext,
) => readonly { readonly field: string; readonly text: string }[];

/** Builds a check of the choices with one of these meanings. `object` returns what speaks against a choice. */
export const checkChoices =
  (
    meanings: readonly Meaning[],
    object: (choice: Choice, record: RecordContext, context: WarningContext) => string | undefined,
  ): WarningCheck =>
  (record, context) =>
    record.record.choices
      .filter(({ meaning }) => meanings.includes(meaning))
      .flatMap((choice) => {
        const objection = object(choice, record, context);
        const { field, value } = choice;
        return objection === undefined ? [] : { field, text: `is “${value}”, but ${objection}` };
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
  texts.flatMap((text) => Array.from(text.matchAll(toGlobal(pattern)), ([found]) => found));

/** Checks whether a normalised text contains one of some normalised names. */
export const hasName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => findWhole(text, name) >= 0);

/** Creates a finder of records by name. Names are indexed by their rarest word, because many may share the others. */
function createNameFinder(records: readonly RecordContext[]): WarningContext['findNamedRecords'] {
  const names = records.flatMap((record, order) =>
    record.names.map((name) => ({ record, order, name, words: splitWords(name) })),
  );
  const uses = groupBy(
    names.flatMap(({ words }) => words),
    ({ text }) => text,
  );
  const countUses = (word: string) => assertDefined(uses.get(word)).length;
  const byRarestWord = groupBy(
    names,
    ({ words }) =>
      words.map(({ text }) => text).sort((one, other) => countUses(one) - countUses(other))[0],
  );
  return memoise((text) => {
    const words = new Set(splitWords(text).map((word) => word.text));
    const found = [...words]
      .flatMap((word) => byRarestWord.get(word) ?? [])
      .map((one) => ({ ...one, at: findWhole(text, one.name) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at || one.order - other.order);
    return [...new Set(found.map(({ record }) => record))];
  });
}

function createRecordContext(
  record: AssertedRecord,
  passages: readonly Passage[],
  listSentences: WarningContext['listSentences'],
): RecordContext {
  const around = passages.flatMap(({ paragraph, from, to }) => {
    const sentences = listSentences(paragraph);
    const first = countLeading(sentences, (one) => one.to <= from);
    return sentences.slice(
      first,
      countLeading(sentences, (one) => one.from < to),
    );
  });
  const sentences = [...new Set(around)].sort((one, other) => one.order - other.order);
  return {
    record,
    paraphrases: listParaphrases(record),
    names: record.names.map(normalise),
    properNames: record.names.filter((name) => /^\p{Lu}/u.test(name)).map(normalise),
    passages: passages.map(({ normalised }) => normalised),
    paragraphs: new Set(passages.map(({ paragraph }) => paragraph)),
    sentences,
    sentenceTexts: sentences.map(({ text }) => text),
  };
}

/** Builds the context for the rules. `passages` are those of each record. */
export function createWarningContext(
  records: readonly AssertedRecord[],
  passages: readonly (readonly Passage[])[],
  { paragraphs }: WordIndex,
  { stemsOf: findStems, sentencesOf: splitSentences }: Lexicon,
  cues: Cues,
): WarningContext {
  const sentences = paragraphs
    .flatMap(({ original }, at) =>
      splitSentences(original).map((sentence) => ({ ...sentence, paragraph: at + 1 })),
    )
    .map(({ text, ...sentence }, order): ArticleSentence => {
      return { ...sentence, order, text: normalise(text), stems: findStems(text) };
    });
  const byParagraph = groupBy(sentences, ({ paragraph }) => paragraph);
  const byStem = groupBy(
    sentences.flatMap((sentence) => [...sentence.stems.keys()].map((stem) => ({ stem, sentence }))),
    ({ stem }) => stem,
  );
  const listSentences = (paragraph: number) => assertDefined(byParagraph.get(paragraph));
  const contexts = records.map((record, at) =>
    createRecordContext(record, assertDefined(passages[at]), listSentences),
  );
  const byId = new Map(contexts.map((context) => [context.record.id, context]));
  return {
    cues,
    records: contexts,
    findRecord: (id) => byId.get(id),
    findNamedRecords: createNameFinder(contexts),
    listSentences,
    findSentences: memoise((stem) => (byStem.get(stem) ?? []).map(({ sentence }) => sentence)),
    findStems,
  };
}
