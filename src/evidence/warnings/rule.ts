import type {
  Choice,
  Expectation,
  Meaning,
  VerificationTarget,
} from '../../contracts/verification-target.ts';
import type { WarningName } from '../../contracts/warning.ts';
import { memoise } from '../../text/memoise.ts';
import type { Cues } from '../language/cues.ts';

/** A sentence of the article, normalised, with what its words have in common with their other forms, each with the word. */
export interface ArticleSentence {
  /** From 1. */
  readonly paragraph: number;
  /** Its place among those of the article, from 0. */
  readonly at: number;
  readonly text: string;
  readonly stems: ReadonlyMap<string, string>;
}

/** A value in own words, with its field. */
export type Prose = Extract<Expectation, { kind: 'prose' }> & { readonly field: string };

/** A record with what its passages say. */
export interface RecordContext {
  readonly target: VerificationTarget;
  readonly prose: readonly Prose[];
  /** What it is called, normalised; of these what is written with a capital (not: the meeting). */
  readonly names: readonly string[];
  readonly properNames: readonly string[];
  /** The passages, normalised. */
  readonly passages: readonly string[];
  /** The sentences that they stand in. */
  readonly sentences: readonly ArticleSentence[];
  /** The paragraphs that they stand in. */
  readonly paragraphs: ReadonlySet<number>;
}

/** All that warnings go by. */
export interface WarningContext {
  readonly cues: Cues;
  readonly stemsOf: (text: string) => ReadonlyMap<string, string>;
  /** The sentences of a paragraph, and those that have a stem, in their order. */
  readonly sentencesOf: (paragraph: number) => readonly ArticleSentence[];
  readonly sentencesWith: (stem: string) => readonly ArticleSentence[];
  readonly subjects: readonly RecordContext[];
  /** Those that a normalised text calls by a name, in its order. */
  readonly calledIn: (text: string) => readonly RecordContext[];
  readonly find: (id: string) => RecordContext | undefined;
}

/** What makes a rule speak: the field, and the words. */
export interface WarningText {
  readonly field: string;
  readonly text: string;
}

/** Something that is worth a look: it may be wrong, and need not be. */
export interface WarningRule {
  /** By this a warning is settled. */
  readonly name: WarningName;
  /** What it looks at, as a path: `talks.status`. */
  readonly field: string;
  /** What it warns of, as a sentence. */
  readonly warns: string;
  readonly check: (subject: RecordContext, scene: WarningContext) => readonly WarningText[];
}

/** The same look at each choice of these meanings. */
export const checkEachChoice =
  (
    meanings: readonly Meaning[],
    look: (choice: Choice, subject: RecordContext, scene: WarningContext) => string | undefined,
  ): WarningRule['check'] =>
  (subject, scene) =>
    subject.target.choices
      .filter(({ meaning }) => meanings.includes(meaning))
      .flatMap((choice) => {
        const text = look(choice, subject, scene);
        return text === undefined ? [] : [{ field: choice.field, text }];
      });

/** What a pattern finds first in some texts. */
export function findFirst(texts: readonly string[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

const toGlobal = memoise((pattern: RegExp) => new RegExp(pattern, 'g'));

/** All that a pattern finds in some texts. */
export const findAll = (texts: readonly string[], pattern: RegExp): readonly string[] =>
  texts.flatMap((text) => [...text.matchAll(toGlobal(pattern))].map(([found]) => found));
