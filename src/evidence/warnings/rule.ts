import {
  type AssertedRecord,
  type Choice,
  listParaphrases,
  type Paraphrase,
} from '../../model/assertion.ts';
import type { Meaning } from '../../model/vocabulary.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise, once } from '../../text/memoise.ts';
import { createNameFinder } from '../article/name-finder.ts';
import { normalise } from '../article/normalise.ts';
import type { Text, WordIndex } from '../article/word-index.ts';
import type { Cues } from '../language/languages.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type LocatedAnchor, selectOverlapping, selectPassages } from '../locate.ts';
import { createMoveFinder } from './moves.ts';

type ArticleSentence = ReturnType<typeof listSentences>[number];

/** Lists the sentences of an article in order, each with its paragraph and the stems of its content words. */
function listSentences({ paragraphs }: WordIndex, { mapStems, splitSentences }: Lexicon) {
  return paragraphs
    .flatMap(({ original }, at) =>
      splitSentences(original).map((sentence) => ({ ...sentence, paragraph: at + 1 })),
    )
    .map(({ text, ...sentence }, order) => {
      return { ...sentence, order, text, normalised: normalise(text), stems: mapStems(text) };
    });
}

export type RecordContext = ReturnType<typeof createRecordContext>;

/** Creates the context of a record: what the rules compare it with. */
function createRecordContext(
  record: AssertedRecord,
  located: readonly LocatedAnchor[],
  sentencesByParagraph: ReadonlyMap<number, readonly ArticleSentence[]>,
  { paragraphs }: WordIndex,
) {
  const passages = selectPassages(located);
  const overlapping = passages.flatMap((passage) =>
    selectOverlapping(assertDefined(sentencesByParagraph.get(passage.paragraph)), passage),
  );
  // In the order of the article.
  const sentences = [...new Set(overlapping)].sort((one, other) => one.order - other.order);
  return {
    ...record,
    located,
    passages,
    /** Texts of the paragraphs that the passages are in, by their numbers. */
    paragraphs: new Map(
      passages.map(({ paragraph }) => {
        const { original, normalised } = assertDefined(paragraphs[paragraph - 1]);
        return [paragraph, { text: original, normalised: normalised.text }];
      }),
    ),
    sentences,
  };
}

const namedCollections = ['leaders', 'countries'];

export type WarningContext = ReturnType<typeof createWarningContext>;

/** Creates the context that the rules share. `located` are the anchors of each record. */
export function createWarningContext(
  records: readonly AssertedRecord[],
  located: readonly (readonly LocatedAnchor[])[],
  index: WordIndex,
  lexicon: Lexicon,
  cues: Cues,
) {
  const sentences = listSentences(index, lexicon);
  const byParagraph = groupBy(sentences, ({ paragraph }) => paragraph);
  const byStem = groupBy(
    sentences.flatMap((sentence) => [...sentence.stems.keys()].map((stem) => ({ stem, sentence }))),
    ({ stem }) => stem,
  );
  const contexts = records.map((record, at) =>
    createRecordContext(record, assertDefined(located[at]), byParagraph, index),
  );
  const byId = new Map(contexts.map((context) => [context.id, context]));
  return {
    cues,
    records: contexts,
    findMove: createMoveFinder(located),
    findRecord: (id: string) => byId.get(id),
    /** Lists the records named in a text, in the order of the text. */
    findNamedRecords: createNameFinder(contexts, ({ names }) => names),
    /** Lists the sentences that have a stem, in the order of the article. */
    findSentences: memoise((stem: string) =>
      (byStem.get(stem) ?? []).map(({ sentence }) => sentence),
    ),
    /** Lists the stems of a paragraph. */
    listStems: memoise(
      (paragraph: number): ReadonlySet<string> =>
        new Set((byParagraph.get(paragraph) ?? []).flatMap(({ stems }) => [...stems.keys()])),
    ),
    /** Returns the stems in the names of leaders and countries. Those of organizations have common words. */
    getNameStems: once(
      (): ReadonlySet<string> =>
        new Set(
          contexts
            .filter(({ collection }) => namedCollections.includes(collection))
            .flatMap(({ names }) => names)
            .flatMap((name) => [...lexicon.mapStems(name).keys()]),
        ),
    ),
    /** Returns the words of a text by their stems, for its content words. */
    findStems: lexicon.mapStems,
  };
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

/** Returns a text of the dataset as the rules compare it. */
export const toText = memoise((text: string): Text => ({ text, normalised: normalise(text) }));

/** Returns the first match of a pattern in some texts. */
export function findFirst(texts: readonly Text[], pattern: RegExp): string | undefined {
  for (const { normalised } of texts) {
    const found = pattern.exec(normalised)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

const toGlobal = memoise((pattern: RegExp) => new RegExp(pattern, `${pattern.flags}g`));

/** Returns all matches of a pattern in some texts. */
export const findAll = (texts: readonly Text[], pattern: RegExp): readonly string[] =>
  texts.flatMap(({ normalised }) => normalised.match(toGlobal(pattern)) ?? []);
