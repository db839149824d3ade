import type { AssertedRecord, FieldOfRecord } from '../../model/assertion.ts';
import { type WarningName, warningNames } from '../../model/vocabulary.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import { groupBy } from '../../text/group-by.ts';
import { memoise } from '../../text/memoise.ts';
import { normalise } from '../article/normalise.ts';
import type { Passage, WordIndex } from '../article/word-index.ts';
import { findWhole, splitWords, type Word } from '../article/words.ts';
import type { Cues } from '../language/languages.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { selectOverlapping } from '../locate.ts';
import { choiceRules } from './choices.ts';
import { nameRules } from './names.ts';
import { paraphraseRules } from './paraphrases.ts';
import type { ArticleSentence, RecordContext, WarningCheck, WarningContext } from './rule.ts';

const rules: Readonly<Record<WarningName, WarningCheck>> = {
  ...choiceRules,
  ...nameRules,
  ...paraphraseRules,
};

/** Creates a finder of records by name. Names are indexed by their rarest word, because many may share the others. */
function createNameFinder(records: readonly RecordContext[]): WarningContext['findNamedRecords'] {
  const names = records.flatMap((record, order) =>
    record.normalisedNames.map((name) => ({ record, order, name, words: splitWords(name) })),
  );
  const uses = groupBy(
    names.flatMap(({ words }) => words),
    ({ text }) => text,
  );
  const countUses = ({ text }: Word) => assertDefined(uses.get(text)).length;
  const byRarestWord = groupBy(
    names,
    ({ words }) => words.toSorted((one, other) => countUses(one) - countUses(other))[0]?.text,
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

/** Builds the contexts of all records and the context that the rules share. `passages` are those of each record. */
function createContexts(
  records: readonly AssertedRecord[],
  passages: readonly (readonly Passage[])[],
  { paragraphs }: WordIndex,
  { stemsOf, sentencesOf }: Lexicon,
  cues: Cues,
) {
  const sentences = paragraphs
    .flatMap(({ original }, at) =>
      sentencesOf(original).map((sentence) => ({ ...sentence, paragraph: at + 1 })),
    )
    .map(({ text, ...sentence }, order): ArticleSentence => {
      return { ...sentence, order, text: normalise(text), stems: stemsOf(text) };
    });
  const byParagraph = groupBy(sentences, ({ paragraph }) => paragraph);
  const byStem = groupBy(
    sentences.flatMap((sentence) => [...sentence.stems.keys()].map((stem) => ({ stem, sentence }))),
    ({ stem }) => stem,
  );
  const contexts = records.map((record, at): RecordContext => {
    const own = assertDefined(passages[at]);
    const overlapping = own.flatMap((passage) =>
      selectOverlapping(assertDefined(byParagraph.get(passage.paragraph)), passage),
    );
    const around = [...new Set(overlapping)].sort((one, other) => one.order - other.order);
    return {
      ...record,
      normalisedNames: record.names.map(normalise),
      passages: own.map(({ normalised }) => normalised),
      paragraphs: new Map(
        own.map(({ paragraph }) => {
          return [paragraph, assertDefined(paragraphs[paragraph - 1]).normalised.text];
        }),
      ),
      sentences: around,
      sentenceTexts: around.map(({ text }) => text),
    };
  });
  const byId = new Map(contexts.map((context) => [context.id, context]));
  const shared: WarningContext = {
    cues,
    findRecord: (id) => byId.get(id),
    findNamedRecords: createNameFinder(contexts),
    findSentences: memoise((stem) => (byStem.get(stem) ?? []).map(({ sentence }) => sentence)),
    findStems: stemsOf,
  };
  return { contexts, shared };
}

/** Warning about a field of a record, with the rule that raised it. */
interface Warning extends FieldOfRecord {
  readonly rule: WarningName;
  readonly text: string;
}

export interface Warnings {
  /** Warnings to be reviewed. */
  readonly warnings: readonly Warning[];
  /** Warnings that the dataset marks as reviewed, with the reason. */
  readonly reviewed: readonly (Warning & { readonly why: string })[];
  /** False if no rules were run, because the language has no word lists. */
  readonly warningsChecked: boolean;
}

/** Result for a language without word lists. */
export const uncheckedWarnings: Warnings = { warnings: [], reviewed: [], warningsChecked: false };

/** Runs all warning rules on each record, in order, if the language has word lists. */
export function findWarnings(
  records: readonly AssertedRecord[],
  /** Passages of each record. */
  passages: readonly (readonly Passage[])[],
  index: WordIndex,
  lexicon: Lexicon,
): Warnings {
  if (!lexicon.cues) return uncheckedWarnings;
  const { contexts, shared } = createContexts(records, passages, index, lexicon, lexicon.cues);
  const all = contexts.flatMap((record) =>
    warningNames.flatMap((rule) =>
      rules[rule](record, shared).map(({ field, text }) => {
        const { collection, id, reviewed } = record;
        const review = reviewed.find((other) => other.field === field && other.rule === rule);
        return { collection, id, field, rule, text, why: review?.why };
      }),
    ),
  );
  return {
    warnings: all.flatMap(({ why, ...warning }) => (why === undefined ? warning : [])),
    reviewed: all.flatMap(({ why, ...warning }) => (why === undefined ? [] : { ...warning, why })),
    warningsChecked: true,
  };
}
