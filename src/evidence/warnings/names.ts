import { normalise } from '../article/normalise.ts';
import { hasName, matchesName } from './name-matcher.ts';
import {
  checkEachChoice,
  findFirst,
  type RecordContext,
  type WarningContext,
  type WarningRule,
} from './rule.ts';

export const nameNotInParagraph: WarningRule = {
  name: 'name',
  field: 'paraphrases',
  warns: 'The paraphrase contains a name that is missing from the paragraphs of its passages.',
  check: (subject, { sentencesOf, calledIn }) => {
    const paragraphs = [...subject.paragraphs];
    if (paragraphs.length === 0) return [];
    const isNamedAround = (one: RecordContext) =>
      paragraphs.some((paragraph) =>
        sentencesOf(paragraph).some(({ text }) => matchesName(text, one)),
      );
    return subject.prose
      .filter(({ purpose }) => purpose !== 'question')
      .flatMap(({ field, text }) => {
        const own = normalise(text);
        const strange = calledIn(own).find(
          (one) => hasName(own, one.properNames) && !isNamedAround(one),
        );
        const name = strange?.target.names[0];
        return name === undefined
          ? []
          : [{ field, text: `names ${name}, but the paragraph does not` }];
      });
  },
};

/** Lists the countries and people that a text names; a person named with their country counts as the country. */
function findParties(text: string, { calledIn }: WarningContext): readonly RecordContext[] {
  const called = calledIn(text);
  const ids = new Set(called.map(({ target }) => target.id));
  return called.filter(({ target }) => !target.parts.some((id) => ids.has(id)));
}

export const mentionAgainstNames: WarningRule = {
  name: 'mention',
  field: 'talks.mention',
  warns:
    'The sentence names other parties although the talk is `named`, or none although it is `collective`.',
  check: checkEachChoice(['alone', 'together'], ({ value, meaning }, subject, scene) => {
    const { target, passages, sentences } = subject;
    const own = new Set(target.parts);
    const meetings = sentences.flatMap(({ text }) => {
      if (findFirst([text], scene.cues.meeting) === undefined) return [];
      const parties = findParties(text, scene);
      const strangers = parties.filter((one) => !own.has(one.target.id));
      const known = parties.length - strangers.length;
      const isCrowd = strangers.length > 0 || findFirst([text], scene.cues.crowd) !== undefined;
      return known > 0 ? [{ known, strangers, isCrowd }] : [];
    });
    if (meetings.length === 0) return undefined;
    if (meaning === 'together') {
      if (meetings.some(({ isCrowd }) => isCrowd)) return undefined;
      return `is “${value}”, but the sentences around the passages name nobody else`;
    }
    if (meetings.some(({ known, strangers }) => known > 1 && strangers.length === 0))
      return undefined;
    const [stranger] = meetings.flatMap(({ strangers }) => strangers);
    if (!stranger)
      return `is “${value}”, but the sentences around the passages name only one party`;
    const isInPassage = passages.some((text) => matchesName(text, stranger));
    const whoNames = isInPassage
      ? 'the passages also name'
      : 'the sentences around the passages also name';
    return `is “${value}”, but ${whoNames} ${stranger.target.names[0]}`;
  }),
};

export const unrelatedReference: WarningRule = {
  name: 'about',
  field: 'about',
  warns: 'Neither the words nor the passages relate to the record that this one is about.',
  check: ({ target, passages, sentences, paragraphs }, { cues, find, stemsOf, calledIn }) => {
    if (passages.length === 0) return [];
    const values = target.expected.map(({ value }) => normalise(value));
    const texts = [...values, ...sentences.map(({ text }) => text)];
    const isCrowd = findFirst(texts, cues.crowd) !== undefined;
    const stems = new Set(values.flatMap((text) => [...stemsOf(text).keys()]));
    const hasSharedStem = (others: readonly string[]): boolean =>
      others.some((text) => [...stemsOf(text).keys()].some((stem) => stems.has(stem)));
    const called = texts.flatMap(calledIn).map((other) => other.target);
    const calledIds = new Set(called.flatMap(({ id, parts }) => [id, ...parts]));
    const isNear = (one: RecordContext): boolean => {
      if (calledIds.has(one.target.id)) return true;
      // A record that is named in each of its passages would be named here too, or be one of a group.
      const isAlwaysCalled =
        one.names.length > 0 && one.passages.every((text) => matchesName(text, one));
      if (isAlwaysCalled) return isCrowd || hasSharedStem(one.target.names);
      return (
        [...one.paragraphs].some((paragraph) => paragraphs.has(paragraph)) ||
        hasSharedStem(one.target.expected.map(({ value }) => value))
      );
    };
    return target.about.flatMap((id) => {
      const one = find(id);
      // Everything in the article is about the summit.
      if (!one || one.target.collection === 'summit' || isNear(one)) return [];
      return [{ field: 'about', text: `neither the words nor the passages relate to ${id}` }];
    });
  },
};

export const attendanceMismatch: WarningRule = {
  name: 'attendance',
  field: 'role of leaders and countries',
  warns: 'The passages mention an absence that the role does not, or the reverse.',
  check: checkEachChoice(['there', 'away'], ({ value, meaning }, { passages }, { cues }) => {
    if (passages.length === 0) return undefined;
    const found = findFirst(passages, cues.away);
    if (meaning === 'away') {
      return found === undefined ? `is “${value}”, but the passages do not say so` : undefined;
    }
    return found === undefined ? undefined : `is “${value}”, but the passages say “${found}”`;
  }),
};

export const conflictWithOnePassage: WarningRule = {
  name: 'conflict',
  field: 'gaps.kind',
  warns: 'A conflict has only one passage. Two readings need two.',
  check: checkEachChoice(['conflict'], ({ value }, { passages }) =>
    passages.length > 1 ? undefined : `is “${value}”, but there are fewer than two passages`,
  ),
};
