import { listParaphrases } from '../../model/assertion.ts';
import type { WarningName } from '../../model/vocabulary.ts';
import { hasPhrase, type Text } from '../article/word-index.ts';
import {
  checkParaphrases,
  findAll,
  findFirst,
  type RecordContext,
  toText,
  type WarningCheck,
  type WarningContext,
} from './rule.ts';

const listParagraphs = ({ paragraphs }: RecordContext): readonly Text[] => [...paragraphs.values()];

/** Splits a paraphrase into its clauses, without the punctuation at their ends. */
const splitClauses = (text: string, { cues }: WarningContext): readonly string[] =>
  text
    .split(cues.detailBreak)
    .map((clause) => clause.trim().replace(/[.?!]+$/, ''))
    .filter((clause) => /\p{L}/u.test(clause));

/** Checks whether a clause has several content words besides names, and none that is known. */
function isForeign(
  clause: string,
  isKnown: (stem: string) => boolean,
  { cues, findStems, getPartyStems }: WarningContext,
): boolean {
  const words = [...findStems(clause)].filter(([stem]) => !getPartyStems().has(stem));
  if (words.length < 2 || words.some(([stem]) => isKnown(stem))) return false;
  const isLight = ([, word]: readonly [string, string]) =>
    findFirst([toText(word)], cues.lightWords) !== undefined;
  const isOfArticle = findFirst([toText(clause)], cues.ownTerms) !== undefined;
  return !isOfArticle && words.filter((word) => !isLight(word)).length > 1;
}

/** Checks the later clauses of statements. What the first one says is compared by the overlap. */
const checkClauses = checkParaphrases(['statement'], ({ value }, record, context) => {
  const clauses = splitClauses(value, context);
  if (clauses.length < 2) return undefined;
  const paragraphs = [...record.paragraphs.keys()].map(context.listStems);
  const isKnown = (stem: string) => paragraphs.some((stems) => stems.has(stem));
  const foreign = clauses.filter((one) => isForeign(one, isKnown, context));
  if (foreign.length === 0) return undefined;
  const isCredit = (one: string) => findFirst([toText(one)], context.cues.crediting) !== undefined;
  const [, ...later] = clauses.filter((one) => !isCredit(one));
  const clause = later.find((one) => foreign.includes(one));
  return clause && `says “${clause}”, of which the paragraph has no word`;
});

/** Checks the clauses of notes, except those about what the article says or not. */
const checkNotes: WarningCheck = (record, context) => {
  const isKnown = (stem: string) => context.findSentences(stem).length > 0;
  return listParaphrases(record)
    .filter(({ purpose, field }) => purpose === 'remark' && field === 'note')
    .flatMap(({ field, value }) => {
      const clause = splitClauses(value, context)
        .filter((one) => findFirst([toText(one)], context.cues.remarks) === undefined)
        .find((one) => isForeign(one, isKnown, context));
      return clause ? [{ field, text: `says “${clause}”, of which the article has no word` }] : [];
    });
};

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
  /** Warns of a clause of a statement or a note that has no content word of its paragraphs, or of the article. */
  detail: (record, context) => [...checkClauses(record, context), ...checkNotes(record, context)],
} satisfies Partial<Record<WarningName, WarningCheck>>;
