import { listParaphrases } from '../../model/assertion.ts';
import type { WarningName } from '../../model/vocabulary.ts';
import { hasPhrase } from '../article/word-index.ts';
import {
  checkChoices,
  findFirst,
  haveCommonKey,
  type RecordContext,
  toText,
  type WarningCheck,
} from './rule.ts';

/** Maximum number of ids that are copied for each text. Very many records may share a name. */
const maxCopied = 100;

const isSmall = ({ size }: ReadonlySet<string>) => size <= maxCopied;

const properlyNamed = ['leaders', 'countries', 'organizations'];
const namedByPassage = ['deals', 'events'];

/** Rules for the records that a text names. */
export const nameRules = {
  /** Warns of a name in a paraphrase that is missing from the paragraphs of its passages. */
  name: (record, { findNames, isNamed }) => {
    const paragraphs = [...record.paragraphs.values()];
    if (paragraphs.length === 0) return [];
    const known = new Set(paragraphs.flatMap(findNames));
    const isStranger = (other: RecordContext) => !paragraphs.some((text) => isNamed(text, other));
    return listParaphrases(record)
      .filter(({ purpose }) => purpose !== 'question')
      .flatMap(({ field, value }) => {
        const strangers = findNames(toText(value))
          .filter((named) => /^\p{Lu}/u.test(named.name) && !known.has(named))
          .flatMap(({ items }) => items.find(isStranger) ?? []);
        const name = strangers[0]?.names[0];
        return name === undefined
          ? []
          : { field, text: `names ${name}, but the paragraph does not` };
      });
  },
  /** Warns if a sentence names other parties although the talk is `named`, or none although it is `collective`. */
  mention: checkChoices(
    ['alone', 'together'],
    ({ meaning }, { parts, passages, sentences }, context) => {
      const { cues, findRecord, findNames, isNamed } = context;
      // Nothing else, such as the summit or an agency, takes part in talks.
      const collections = new Set(parts.map((id) => findRecord(id)?.collection));
      const own = [...new Set(parts)].flatMap((id) => findRecord(id) ?? []);
      const couldMeet = ({ collection, choices }: RecordContext): boolean =>
        collections.has(collection) &&
        (collection === 'countries'
          ? choices.some((choice) => choice.meaning === 'there')
          : choices.every((choice) => choice.meaning !== 'away'));
      const meetings = sentences.flatMap(context.listMeetingClauses).flatMap((text) => {
        const isParty = (one: RecordContext): boolean =>
          (parts.includes(one.id) || couldMeet(one)) && isNamed(text, one);
        // A person named with their country counts as the country.
        const isAlone = (one: RecordContext) =>
          !one.parts.flatMap((id) => findRecord(id) ?? []).some(isParty);
        const isStranger = (one: RecordContext) =>
          couldMeet(one) && !parts.includes(one.id) && isAlone(one);
        const ownCount = own.filter((one) => isParty(one) && isAlone(one)).length;
        if (ownCount === 0) return [];
        const [stranger] = findNames(text).flatMap(({ items }) => items.find(isStranger) ?? []);
        return [{ ownCount, stranger, crowd: findFirst([text], cues.collective) }];
      });
      if (meetings.length === 0) return undefined;
      if (meaning === 'together') {
        const isAmongOthers = meetings.some(
          ({ stranger, crowd }) => (stranger ?? crowd) !== undefined,
        );
        return isAmongOthers ? undefined : 'the sentences around the passages name nobody else';
      }
      if (meetings.some(({ ownCount, stranger }) => ownCount > 1 && !stranger)) return undefined;
      const [stranger] = meetings.flatMap((meeting) => meeting.stranger ?? []);
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
  about: ({ collection, about, assertions, passages, sentences, paragraphs }, context) => {
    if (passages.length === 0 || about.length === 0) return [];
    const { cues, findRecord, findNames, findStems } = context;
    const values = assertions.map(({ value }) => toText(value));
    const texts = [...values, ...sentences];
    const isCrowd = findFirst(texts, cues.collective) !== undefined;
    const stems = new Set(values.flatMap(({ text }) => [...findStems(text).keys()]));
    const titled = texts.flatMap(context.findOwnTitles);
    const named = [...new Set([...texts.flatMap(findNames), ...titled])].map(context.getRelatedIds);
    const namedIds = new Set(named.filter(isSmall).flatMap((ids) => [...ids]));
    const crowds = named.filter((ids) => !isSmall(ids));
    // The name of a deal or an event is made of common words.
    const isMeantByWords = (other: RecordContext): boolean =>
      [...paragraphs.values()].some((one) =>
        haveCommonKey(one.stems, context.getNameStems(other)),
      ) ||
      (other.collection === 'deals' && findFirst(texts, cues.dealTerms) !== undefined);
    // “He” and “it” may be whoever the paragraph names.
    const isMeantByName = (other: RecordContext): boolean =>
      isCrowd ||
      haveCommonKey(stems, context.getNameStems(other)) ||
      ((named.length === 0 || findFirst(texts, cues.pronoun) !== undefined) &&
        [...paragraphs.values()].some((text) => context.isNamed(text, other)));
    const isNear = (other: RecordContext): boolean =>
      [...paragraphs.keys()].some((at) => [at - 1, at].some((one) => other.paragraphs.has(one))) ||
      haveCommonKey(stems, context.getValueStems(other));
    const isRelated = (other: RecordContext): boolean => {
      if (namedIds.has(other.id) || crowds.some((ids) => ids.has(other.id))) return true;
      if (!properlyNamed.includes(other.collection) && isMeantByWords(other)) return true;
      if (context.isOfSource(other)) return true;
      if (!context.isAlwaysNamed(other)) return isNear(other);
      // The name of a deal or an event is in the words of each of its passages anyway.
      return isMeantByName(other) || (namedByPassage.includes(other.collection) && isNear(other));
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
