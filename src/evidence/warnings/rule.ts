import type {
  Choice,
  Expectation,
  Meaning,
  VerificationTarget,
  WarningName,
} from '../../model/assertion.ts';
import { memoise } from '../../text/memoise.ts';
import type { Cues } from '../language/languages.ts';

/** Normalised sentence of the article; `stems` maps the stems of its content words to the words. */
export interface ArticleSentence {
  /** Paragraph number, counted from 1. */
  readonly paragraph: number;
  /** Index among the sentences of the article, counted from 0. */
  readonly at: number;
  readonly text: string;
  readonly stems: ReadonlyMap<string, string>;
}

/** Paraphrase, with its field. */
export type Prose = Extract<Expectation, { kind: 'prose' }> & { readonly field: string };

/** Record with its passages and the sentences around them. */
export interface RecordContext {
  readonly target: VerificationTarget;
  readonly prose: readonly Prose[];
  /** Normalised names, and those that begin with a capital (not: the meeting). */
  readonly names: readonly string[];
  readonly properNames: readonly string[];
  /** Normalised passages. */
  readonly passages: readonly string[];
  /** Sentences that the passages are in, in the order of the article. */
  readonly sentences: readonly ArticleSentence[];
  /** Numbers of the paragraphs that the passages are in. */
  readonly paragraphs: ReadonlySet<number>;
}

/** Word lists, sentences and records that the warning rules use. */
export interface WarningContext {
  readonly cues: Cues;
  readonly stemsOf: (text: string) => ReadonlyMap<string, string>;
  /** Return the sentences of a paragraph, or those that have a stem, in the order of the article. */
  readonly sentencesOf: (paragraph: number) => readonly ArticleSentence[];
  readonly sentencesWith: (stem: string) => readonly ArticleSentence[];
  readonly subjects: readonly RecordContext[];
  /** Returns the records named in a normalised text, in the order of the text. */
  readonly calledIn: (text: string) => readonly RecordContext[];
  readonly find: (id: string) => RecordContext | undefined;
}

/** Text of a warning, with the field that it is about. */
export interface WarningText {
  readonly field: string;
  readonly text: string;
}

/** Rule that warns of what may be wrong and should be reviewed. */
export interface WarningRule {
  /** Name by which the dataset marks a warning as reviewed. */
  readonly name: WarningName;
  /** Path or description of the fields that it checks, such as `talks.status`. */
  readonly field: string;
  /** Sentence that says what the warning is about. */
  readonly warns: string;
  readonly check: (subject: RecordContext, scene: WarningContext) => readonly WarningText[];
}

/** Builds a check that runs `look` on each choice with one of these meanings. */
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

/** Returns the first match of a pattern in some texts. */
export function findFirst(texts: readonly string[], pattern: RegExp): string | undefined {
  for (const text of texts) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

const toGlobal = memoise((pattern: RegExp) => new RegExp(pattern, `g${pattern.flags}`));

/** Returns all matches of a pattern in some texts. */
export const findAll = (texts: readonly string[], pattern: RegExp): readonly string[] =>
  texts.flatMap((text) => [...text.matchAll(toGlobal(pattern))].map(([found]) => found));
