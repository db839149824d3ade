import {
  type AssertedRecord,
  type Choice,
  listParaphrases,
  type Paraphrase,
} from '../../model/assertion.ts';
import type { Meaning } from '../../model/vocabulary.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { compilePattern } from '../../text/list-matches.ts';
import { memoise, once } from '../../text/memoise.ts';
import { selectOverlapping } from '../article/extents.ts';
import { createNameFinder, type NamedItems } from '../article/name-finder.ts';
import { normalise } from '../article/normalise.ts';
import { longTextLength, type Passage, type Text, type WordIndex } from '../article/word-index.ts';
import type { Cues } from '../language/languages.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type LocatedAnchor, selectReadPassages } from '../locate.ts';
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

/** Maximum number of sentences around a passage that the rules look at. More are no passage for one record. */
const maxSentences = 100;

/** Maximum number of UTF-16 units of a heading. */
const maxHeadingLength = 60;

/** Lists the number of the paragraph of a passage and, if it is a subheading, that of the paragraph below. */
function listParagraphNumbers({ paragraph, paragraphText }: Passage, count: number) {
  const isBetween = paragraph > 1 && paragraph < count;
  const isHeading = paragraphText.length <= maxHeadingLength && !/[.”’"']$/.test(paragraphText);
  return isBetween && isHeading ? [paragraph, paragraph + 1] : [paragraph];
}

/** Paragraph with the stems of its sentences. */
interface ParagraphContext extends Text {
  readonly stems: ReadonlySet<string>;
}

/** Creates the context of a record: what the rules compare it with. */
function createRecordContext(
  record: AssertedRecord,
  located: readonly LocatedAnchor[],
  sentencesByParagraph: ReadonlyMap<number, readonly ArticleSentence[]>,
  getParagraph: (paragraph: number) => ParagraphContext,
  index: WordIndex,
) {
  const passages = selectReadPassages(located, index);
  const overlapping = passages.flatMap((passage) =>
    selectOverlapping(
      assertDefined(sentencesByParagraph.get(passage.paragraph)),
      passage,
      maxSentences,
    ),
  );
  // In the order of the article.
  const sentences = [...new Set(overlapping)].sort((one, other) => one.order - other.order);
  return {
    ...record,
    located,
    passages,
    /** Paragraphs that the passages are in, or are the subheadings of, by their numbers. */
    paragraphs: new Map(
      passages
        .flatMap((passage) => listParagraphNumbers(passage, index.paragraphs.length))
        .map((paragraph) => [paragraph, getParagraph(paragraph)]),
    ),
    sentences,
  };
}

const namedCollections = ['leaders', 'countries'];

/** Creates a test of whether a text names a record, of which either may have very many names. */
function createNameTest(findNames: ReturnType<typeof createNameFinder<RecordContext>>) {
  const getNames = memoise((text: Text) => new Set(findNames(text).map(({ name }) => name)));
  const getRecords = memoise(({ items }: NamedItems<RecordContext>) => new Set(items));
  return (text: Text, record: RecordContext): boolean => {
    const found = findNames(text);
    return record.names.length < found.length
      ? record.names.some((name) => getNames(text).has(name))
      : found.some((named) => getRecords(named).has(record));
  };
}

/** Returns a function that computes its value for each long text once. Many records may share it. */
function keepForLong<T>(work: (text: Text) => T): (text: Text) => T {
  const keep = memoise(work);
  return (text) => (text.normalised.length < longTextLength ? work(text) : keep(text));
}

/** Number of content words after a negation that it may negate. */
const negatedWords = 3;

/** End of a clause. A negation within a quotation does not reach beyond it. */
const clauseEnd = /[.?!,;:]|(?<!\w)'|'(?!\w)/;

/** Creates a finder of the negations in a text, one in each clause, with the stems of the words that it may negate. */
const createNegationFinder = (not: RegExp, listStems: (text: string) => readonly string[]) =>
  keepForLong(({ normalised }: Text) => {
    if (!not.test(normalised)) return [];
    return normalised.split(clauseEnd).flatMap((clause) => {
      const found = not.exec(clause);
      if (!found) return [];
      const [word] = found;
      const negated = listStems(clause.slice(found.index + word.length)).slice(0, negatedWords);
      return { word, negated };
    });
  });

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
  const getParagraph = memoise((paragraph: number): ParagraphContext => {
    const { original, normalised } = assertDefined(index.paragraphs[paragraph - 1]);
    const own = assertDefined(byParagraph.get(paragraph));
    const stems = new Set(own.flatMap((sentence) => [...sentence.stems.keys()]));
    return { text: original, normalised: normalised.text, stems };
  });
  const contexts = records.map((record, at) =>
    createRecordContext(record, assertDefined(located[at]), byParagraph, getParagraph, index),
  );
  const byId = new Map(contexts.map((context) => [context.id, context]));
  const findNames = createNameFinder(contexts, ({ names }) => names);
  const findTitles = createNameFinder(contexts, ({ assertions }) =>
    assertions.flatMap(({ field, value }) => (field === 'title' ? value : [])),
  );
  const isNamed = createNameTest(findNames);
  const credits = once((): ReadonlySet<string> => {
    const sources = records.filter(({ collection }) => collection === 'source');
    const values = sources.flatMap(({ assertions }) => assertions);
    const own = values.filter(({ field }) => field === 'publisher' || field === 'agency');
    return new Set(own.map(({ value }) => normalise(value)));
  });
  const listStems = (texts: readonly string[]): ReadonlySet<string> =>
    new Set(texts.flatMap(lexicon.listStems));
  // Those of organizations have common words.
  const getPartyStems = once((): ReadonlySet<string> => {
    const parties = contexts.filter(({ collection }) => namedCollections.includes(collection));
    return listStems(parties.flatMap(({ names }) => names));
  });
  const listOwnStems = (text: string) =>
    [...lexicon.mapStems(text).keys()].filter((stem) => !getPartyStems().has(stem));
  return {
    cues,
    records: contexts,
    findMove: createMoveFinder(located),
    findRecord: (id: string) => byId.get(id),
    /** Lists the names in a text, in its order, each with the records that have it. */
    findNames,
    /** Returns the ids of the records with a name, and of those that they consist of. */
    getRelatedIds: memoise(
      ({ items }: NamedItems<RecordContext>): ReadonlySet<string> =>
        new Set(items.flatMap(({ id, parts }) => [id, ...parts])),
    ),
    isNamed,
    /** Lists the titles in a text that only one person has, each with that person. */
    findOwnTitles: (text: Text) => findTitles(text).filter(({ items }) => items.length === 1),
    /** Checks whether a record is named in each of its passages: it would be so elsewhere, or be one of a group. */
    isAlwaysNamed: memoise(
      (record: RecordContext) =>
        record.names.length > 0 && record.passages.every((passage) => isNamed(passage, record)),
    ),
    /** Checks whether a record is the publisher or the agency of the article, which all of it comes from. */
    isOfSource: memoise(({ names }: RecordContext) =>
      names.some((name) => credits().has(normalise(name))),
    ),
    /** Returns the stems of the names of a record, and those of its values. */
    getNameStems: memoise(({ names }: RecordContext) => listStems(names)),
    getValueStems: memoise(({ assertions }: RecordContext) =>
      listStems(assertions.map(({ value }) => value)),
    ),
    /** Lists the sentences that have a stem, in the order of the article. */
    findSentences: memoise((stem: string) =>
      (byStem.get(stem) ?? []).map(({ sentence }) => sentence),
    ),
    /** Lists the clauses of a sentence that have a word of meeting, the first of them if they are very many. */
    listMeetingClauses: memoise((sentence: ArticleSentence): readonly Text[] => {
      const hasMeeting = (text: Text) => findFirst([text], cues.meeting) !== undefined;
      if (!hasMeeting(sentence)) return [];
      const clauses = sentence.text.split(cues.clauseBreak).map(toText);
      return clauses.filter(hasMeeting).slice(0, maxSentences);
    }),
    /** Lists the stems of a text that are not in the name of a leader or a country. */
    listOwnStems,
    listNegations: createNegationFinder(cues.not, listOwnStems),
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

/** Finds all matches of a pattern in a text, which many records may share if it is long. */
const findMatches = memoise((pattern: RegExp) => {
  const all = compilePattern(new RegExp(pattern, `${pattern.flags}g`));
  return keepForLong(({ normalised }): readonly string[] => normalised.match(all) ?? []);
});

/** Returns the first match of a pattern in some texts. */
export function findFirst(texts: readonly Text[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const isLong = text.normalised.length >= longTextLength;
    const found = isLong
      ? findMatches(pattern)(text)[0]
      : compilePattern(pattern).exec(text.normalised)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns all matches of a pattern in some texts. */
export const findAll = (texts: readonly Text[], pattern: RegExp): readonly string[] =>
  texts.flatMap(findMatches(pattern));

type Keyed<Key> = Pick<ReadonlySet<Key>, 'size' | 'has'> & { keys(): Iterable<Key> };

/** Checks whether two sets, or maps, have a key in common, in the time that the smaller one takes. */
export function haveCommonKey<Key>(one: Keyed<Key>, other: Keyed<Key>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  for (const key of fewer.keys()) if (more.has(key)) return true;
  return false;
}
