import { selectOverlapping } from '../article/extents.ts';
import { normalise } from '../article/normalise.ts';
import { findQuotations } from '../article/sentences.ts';
import type { WordIndex } from '../article/word-index.ts';
import { capitalised, capitalisedOrDotted, type Forms } from '../language/forms.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { findOpening } from './credits.ts';
import type { Person } from './people.ts';
import { findAnchors, findPlaceAnchor } from './place.ts';

/** Number of characters next to a quotation that are searched for its speaker. */
const maxDistance = 300;

/** Creates a finder of the words for the speaker of a quotation, directly before or after it in the sentence. */
function createSpeakerFinder({
  titles,
  offices,
  particles,
  speakers,
  according,
  speech,
  pronouns,
}: Forms) {
  const name = `${capitalised}(?: (?:(?:${particles}) ){0,2}${capitalised}){0,4}`;
  const body = `(?:[Tt]he )?(?:${capitalised}(?:['’]s)? ){0,3}(?:\\p{Ll}{1,20} )?(?:${speakers})`;
  const owner = `(?:${capitalisedOrDotted}(?:['’]s)? ){1,3}`;
  const titled = `(?:${owner})?(?:${titles}|${offices}) ${name}`;
  const speaker = `(?<speaker>${titled}|${body}|${name})(?![\\p{L}\\p{M}]|['’]s(?!\\p{L}))`;
  const verb = `(?:${speech})(?!\\p{L})`;
  const clause = '(?:, [^,]{1,60},)?';
  const after = [
    `^,? (?:${according} )?${speaker},? ${verb}`,
    `^,? (?:(?:${speech}) |${according} )${speaker}`,
  ].map((pattern) => new RegExp(pattern, 'u'));
  const before = [
    `^${according} ${speaker},`,
    `(?:^|, (?:and |but )?)${speaker}${clause} ${verb}(?![^,;]*[,;])`,
  ].map((pattern) => new RegExp(pattern, 'u'));
  const pronoun = new RegExp(`^(?:${pronouns})$`, 'u');
  return (textBefore: string, textAfter: string): string | undefined =>
    [...after.map((one) => one.exec(textAfter)), ...before.map((one) => one.exec(textBefore))]
      .flatMap((match) => match?.groups?.speaker ?? [])
      .find((words) => !pronoun.test(words));
}

/** Creates a finder of the person whom some words name, with or without a title. */
function createPersonFinder(people: readonly Person[]) {
  const byName = new Map(
    people.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => [normalise(one), name])),
  );
  return (words: string): string | undefined => {
    const parts = normalise(words).split(' ');
    const [found] = parts.flatMap((_, at) => byName.get(parts.slice(at).join(' ')) ?? []);
    return found;
  };
}

/** Extracts the quotations, each with the anchor of its own occurrence, and the speakers next to them. */
export function readQuotations(index: WordIndex, lexicon: Lexicon, people: readonly Person[]) {
  const forms = lexicon.words?.forms;
  const findSpeaker = forms ? createSpeakerFinder(forms) : () => undefined;
  const findPerson = createPersonFinder(people);
  return index.paragraphs.flatMap(({ original }, paragraph) => {
    const sentences = lexicon.splitSentences(original);
    const opening = findOpening(original).length;
    return findQuotations(original).flatMap((quotation) => {
      const { words, from, to } = quotation;
      const own = findPlaceAnchor({ text: words, paragraph, from }, index);
      if (!own) return [];
      const [sentence = quotation] = selectOverlapping(sentences, quotation);
      const start = Math.max(from - maxDistance, sentence.from, opening);
      const end = Math.max(to, Math.min(to + maxDistance, sentence.to));
      const speaker = findSpeaker(original.slice(start, from), original.slice(to, end));
      const unknown = { words, speaker: null, leader: undefined, evidence: [own] };
      if (speaker === undefined) return unknown;
      const at = original.indexOf(speaker, start);
      const first = Math.min(at, from);
      const text = original.slice(first, Math.max(at + speaker.length, to));
      const evidence = findAnchors([{ text, paragraph, from: first }], index);
      return evidence ? { words, speaker, leader: findPerson(speaker), evidence } : unknown;
    });
  });
}
