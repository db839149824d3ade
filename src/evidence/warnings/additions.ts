import { listParaphrases } from '../../model/assertion.ts';
import type { WarningName } from '../../model/vocabulary.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { hasPhrase, longTextLength } from '../article/word-index.ts';
import {
  checkParaphrases,
  findAll,
  findFirst,
  type RecordContext,
  toText,
  type WarningCheck,
  type WarningContext,
} from './rule.ts';

const listParagraphs = ({ paragraphs }: RecordContext) => [...paragraphs.values()];

/** Splits a paraphrase into its clauses, without the punctuation at their ends. */
const splitClauses = (text: string, { cues }: WarningContext): readonly string[] =>
  text
    .split(cues.detailBreak)
    .map((clause) => clause.trim().replace(/(?<![.?!])[.?!]+$/, ''))
    .filter((clause) => /\p{L}/u.test(clause));

/** Checks whether a record leaves more words of its passages untold than a number. */
function leavesMore(record: RecordContext, count: number, context: WarningContext): boolean {
  // A long passage does, and many records may share it.
  if (record.passages.some(({ normalised }) => normalised.length >= longTextLength)) return true;
  const own = context.getValueStems(record);
  const untold = record.passages
    .flatMap(({ text }) => context.listOwnStems(text))
    .filter((stem) => !own.has(stem));
  return new Set(untold).size > count;
}

/**
 * Finds a later clause of a paraphrase without a known word, if the record leaves no more words of its passages untold
 * than the clause has. Otherwise it tells these in other words.
 */
function findForeignClause(
  value: string,
  isKnown: (stem: string) => boolean,
  record: RecordContext,
  context: WarningContext,
): string | undefined {
  const { cues, findStems, listOwnStems } = context;
  // A clause has to have two words at least.
  if (listOwnStems(value).filter((stem) => !isKnown(stem)).length < 2) return undefined;
  const clauses = splitClauses(value, context);
  const isForeign = (clause: string) => !listOwnStems(clause).some(isKnown);
  const hasWeight = (stem: string, clause: string) =>
    findFirst([toText(assertDefined(findStems(clause).get(stem)))], cues.lightWords) === undefined;
  // A paraphrase without any known word is in words of its own altogether.
  if (clauses.length < 2 || clauses.every(isForeign)) return undefined;
  return clauses.slice(1).find((clause) => {
    if (!isForeign(clause)) return false;
    const words = listOwnStems(clause).filter((stem) => hasWeight(stem, clause));
    return words.length > 1 && !leavesMore(record, words.length, context);
  });
}

/** Rules for what a paraphrase adds to its passages. */
export const additionRules = {
  /** Warns of a word that qualifies a paraphrase but nothing in its paragraphs, or that is stronger than its passages. */
  qualifier: checkParaphrases(['statement'], ({ value }, record, { cues }) => {
    const own = [toText(value)];
    const paragraphs = listParagraphs(record);
    const exact = findAll(own, cues.exactWords).find(
      (word) => !hasPhrase(paragraphs, [word, word.replace(' ', '-')]),
    );
    const added = cues.qualifiers.flatMap(([pattern, same]) => {
      const word = findFirst(own, pattern);
      if (word === undefined || findFirst(paragraphs, pattern) !== undefined) return [];
      return same && findFirst(paragraphs, same) !== undefined ? [] : word;
    });
    const word = exact ?? added[0];
    if (word !== undefined) return `says “${word}”, but the paragraph does not`;
    for (const { own: stronger, weaker, same } of cues.stronger) {
      const said = findFirst(own, stronger);
      const less = said === undefined ? undefined : findFirst(record.passages, weaker);
      if (less !== undefined && findFirst(record.passages, same) === undefined) {
        return `says “${said}”, but the passages say “${less}”`;
      }
    }
    return undefined;
  }),
  /** Warns of a verb in a time of which the passages, or else the sentences around them, have none, but another. */
  time: checkParaphrases(['statement'], ({ value }, { passages, sentences: around }, { cues }) => {
    const own = [toText(value)];
    const hasTime = cues.times.some(
      ({ same, other }) => (findFirst(passages, same) ?? findFirst(passages, other)) !== undefined,
    );
    // The sentences around a passage may have other verbs, but the passage may have none.
    const sentences = hasTime ? passages : around;
    for (const { verb, same, other } of cues.times) {
      const word = findFirst(own, verb);
      if (word === undefined || findFirst(sentences, same) !== undefined) continue;
      const against = findFirst(sentences, other);
      if (against !== undefined)
        return `says “${word}”, but the ${hasTime ? 'passages' : 'sentences'} say “${against}”`;
    }
    return undefined;
  }),
  /** Warns of a clause that adds something to a statement or a note which its paragraphs, or the article, do not have. */
  detail: (record, context) => {
    const { cues, findSentences } = context;
    const paragraphs = listParagraphs(record);
    const isInParagraph = (stem: string) => paragraphs.some(({ stems }) => stems.has(stem));
    const isInArticle = (stem: string) => findSentences(stem).length > 0;
    return listParaphrases(record).flatMap(({ field, value, purpose }) => {
      const isNote = field === 'note';
      if (!isNote && purpose !== 'statement') return [];
      const isKnown = isNote ? isInArticle : isInParagraph;
      const clause = findForeignClause(value, isKnown, record, context);
      // What is said about the article itself, or who says so, is compared by other rules.
      const own = isNote ? cues.remarks : cues.crediting;
      const texts = clause === undefined ? [] : [toText(clause)];
      if (!clause || (findFirst(texts, cues.ownTerms) ?? findFirst(texts, own))) return [];
      const place = isNote ? 'article' : 'paragraph';
      return [{ field, text: `says “${clause}”, of which the ${place} has no word` }];
    });
  },
} satisfies Partial<Record<WarningName, WarningCheck>>;
