import { listParaphrases } from '../../model/assertion.ts';
import type { WarningName } from '../../model/vocabulary.ts';
import { hasPhrase, type Text } from '../article/word-index.ts';
import { checkChoices, findFirst, type RecordContext, toText, type WarningCheck } from './rule.ts';

/** Rules for the records that a text names. */
export const nameRules = {
  /** Warns of a name in a paraphrase that is missing from the paragraphs of its passages. */
  name: (record, { findNamedRecords }) => {
    const paragraphs = [...record.paragraphs.values()];
    if (paragraphs.length === 0) return [];
    const isStranger = ({ names }: RecordContext, text: Text) => {
      const capitalised = names.filter((name) => /^\p{Lu}/u.test(name));
      return hasPhrase([text], capitalised) && !hasPhrase(paragraphs, names);
    };
    return listParaphrases(record)
      .filter(({ purpose }) => purpose !== 'question')
      .flatMap(({ field, value }) => {
        const own = toText(value);
        const stranger = findNamedRecords(own).find((other) => isStranger(other, own));
        const name = stranger?.names[0];
        return name === undefined
          ? []
          : { field, text: `names ${name}, but the paragraph does not` };
      });
  },
  /** Warns if a sentence names other parties although the talk is `named`, or none although it is `collective`. */
  mention: checkChoices(
    ['alone', 'together'],
    ({ meaning }, { parts, passages, sentences }, { cues, findRecord, findNamedRecords }) => {
      // Nothing else, such as the summit or an agency, takes part in talks.
      const collections = new Set(parts.map((id) => findRecord(id)?.collection));
      const couldMeet = ({ id, collection, choices }: RecordContext) =>
        parts.includes(id) ||
        (collections.has(collection) &&
          (collection === 'countries'
            ? choices.some((choice) => choice.meaning === 'there')
            : choices.every((choice) => choice.meaning !== 'away')));
      const clauses = sentences
        .filter((sentence) => findFirst([sentence], cues.meeting) !== undefined)
        .flatMap(({ text }) => text.split(cues.clauseBreak).map(toText));
      const meetings = clauses.flatMap((text) => {
        if (findFirst([text], cues.meeting) === undefined) return [];
        const named = findNamedRecords(text).filter(couldMeet);
        const ids = new Set(named.map(({ id }) => id));
        // A person named with their country counts as the country.
        const parties = named.filter((one) => !one.parts.some((id) => ids.has(id)));
        const strangers = parties.filter((one) => !parts.includes(one.id));
        const ownCount = parties.length - strangers.length;
        const crowd = findFirst([text], cues.collective);
        return ownCount > 0 ? [{ ownCount, strangers, crowd }] : [];
      });
      if (meetings.length === 0) return undefined;
      if (meaning === 'together') {
        const isAmongOthers = meetings.some(
          ({ strangers, crowd }) => strangers.length > 0 || crowd !== undefined,
        );
        return isAmongOthers ? undefined : 'the sentences around the passages name nobody else';
      }
      if (meetings.some(({ ownCount, strangers }) => ownCount > 1 && strangers.length === 0)) {
        return undefined;
      }
      const [stranger] = meetings.flatMap(({ strangers }) => strangers);
      if (!stranger) {
        const crowd = meetings.find((one) => one.crowd !== undefined)?.crowd;
        return crowd && `the sentences around the passages say “${crowd}”`;
      }
      const isInPassage = hasPhrase(passages, stranger.names);
      const source = isInPassage ? 'the passages' : 'the sentences around the passages';
      return `${source} also name ${stranger.names[0]}`;
    },
  ),
  /** Warns if neither the words nor the passages relate to a record that this one is about. */
  about: (
    { collection, about, assertions, passages, sentences, paragraphs },
    { cues, findRecord, findStems, findNamedRecords },
  ) => {
    if (passages.length === 0) return [];
    const values = assertions.map(({ value }) => toText(value));
    const texts = [...values, ...sentences];
    const isCrowd = findFirst(texts, cues.collective) !== undefined;
    const stems = new Set(values.flatMap(({ text }) => [...findStems(text).keys()]));
    const hasSharedStem = (others: readonly string[]): boolean =>
      others.some((text) => [...findStems(text).keys()].some((stem) => stems.has(stem)));
    const namedIds = new Set(
      texts.flatMap(findNamedRecords).flatMap(({ id, parts }) => [id, ...parts]),
    );
    const isRelated = (other: RecordContext): boolean => {
      if (namedIds.has(other.id)) return true;
      // A record that is named in each of its passages would be named here too, or be one of a group.
      const isAlwaysNamed =
        other.names.length > 0 &&
        other.passages.every((passage) => hasPhrase([passage], other.names));
      if (isAlwaysNamed) {
        // “He” and “it” may be whoever the paragraph names.
        const isMeant = () =>
          findFirst(texts, cues.pronoun) !== undefined &&
          hasPhrase([...paragraphs.values()], other.names);
        return isCrowd || hasSharedStem(other.names) || isMeant();
      }
      return (
        [...other.paragraphs.keys()].some((paragraph) => paragraphs.has(paragraph)) ||
        hasSharedStem(other.assertions.map(({ value }) => value))
      );
    };
    return about.flatMap((id) => {
      const other = findRecord(id);
      // Everything in the article is about the summit.
      if (!other || other.collection === 'summit') return [];
      // What the article leaves open is no subject of what it says.
      if (other.collection === 'gaps' && collection !== 'gaps') {
        return { field: 'about', text: `includes ${id}, which is an open question` };
      }
      if (isRelated(other)) return [];
      return { field: 'about', text: `neither the words nor the passages relate to ${id}` };
    });
  },
} satisfies Partial<Record<WarningName, WarningCheck>>;
