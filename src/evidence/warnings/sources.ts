import { listParaphrases } from '../../model/assertion.ts';
import type { WarningName } from '../../model/vocabulary.ts';
import { normalise } from '../article/normalise.ts';
import type { Text } from '../article/word-index.ts';
import {
  findFirst,
  haveCommonKey,
  type RecordContext,
  toText,
  type WarningCheck,
  type WarningContext,
} from './rule.ts';

const creditFields = ['publisher', 'agency', 'author', 'dateline'];

/** Checks whether a sentence with a verb of saying also has a word of the name of a source, or a pronoun. */
const isCredited = (name: string, { sentences }: RecordContext, context: WarningContext): boolean =>
  sentences.some(
    (sentence) =>
      findFirst([sentence], context.cues.saying) !== undefined &&
      (haveCommonKey(sentence.stems, context.findStems(name)) ||
        findFirst([sentence], context.cues.pronoun) !== undefined),
  );

/** Rules for who says something. */
export const sourceRules = {
  /** Warns of a source that is not said to say anything, and of none where somebody is. */
  attribution: (record, context) => {
    const { cues } = context;
    const { collection, assertions, missing, passages, sentences } = record;
    if (sentences.length === 0) return [];
    const own = assertions.find(({ field }) => field === 'attribution');
    if (own && !isCredited(own.value, record, context)) {
      const text = `is “${own.value}”, but no sentence near the passages has it next to a verb such as “said”`;
      return [{ field: 'attribution', text }];
    }
    const speech = missing.includes('speaker') ? findFirst(sentences, cues.saying) : undefined;
    if (speech) return [{ field: 'speaker', text: `is null, but the passages say “${speech}”` }];
    // Of talks, what was said is more than what is known from somebody.
    if (collection === 'talks' || !missing.includes('attribution')) return [];
    // A passage without a word of the name of a deal may credit somebody with something else.
    const names = context.getNameStems(record);
    const isOnDeal = ({ text }: Text) => context.listOwnStems(text).some((stem) => names.has(stem));
    const relevant = collection === 'deals' ? passages.filter(isOnDeal) : passages;
    const credit = findFirst(relevant, cues.crediting);
    // A name may be Said.
    if (!credit || !passages.some(({ text }) => text.includes(credit))) return [];
    const words = listParaphrases(record).map(({ value }) => toText(value));
    if (findFirst(words, cues.saying) ?? findFirst(words, cues.ownTerms)) return [];
    return [{ field: 'attribution', text: `is null, but the passages say “${credit}”` }];
  },
  /** Warns of a credit of the article that is the name of a leader or a country, or that two fields have. */
  source: ({ id, collection, assertions }, { records }) => {
    if (collection !== 'source' || id !== 'source') return [];
    const isNamed =
      (value: string) =>
      ({ collection, names }: RecordContext) =>
        ['leaders', 'countries'].includes(collection) &&
        names.some((name) => normalise(name) === normalise(value));
    return assertions.flatMap(({ field, value }) => {
      if (!creditFields.includes(field)) return [];
      const other = assertions.find(
        (one) => one.field !== field && creditFields.includes(one.field) && one.value === value,
      );
      if (other) return { field, text: `is “${value}”, as ${other.field} is` };
      const named = field === 'dateline' ? undefined : records.find(isNamed(value));
      return named ? { field, text: `is “${value}”, which is one of the ${named.collection}` } : [];
    });
  },
} satisfies Partial<Record<WarningName, WarningCheck>>;
