import type { Stretch, WordChange } from './marked-article.ts';

/** Text that leads to a record, if it has the id of one. */
export interface PageLink {
  readonly text: string;
  readonly id?: string;
}

/** Field of a record on a page. */
export interface PageField {
  readonly name: string;
  readonly items: readonly PageLink[];
}

/** Failure, warning or note on a field, found by checking it against the article. */
export interface PageFinding {
  readonly label: string;
  readonly kind: 'failed' | 'review' | 'note';
  readonly field: string;
  readonly text: string;
  readonly nearest?:
    | { readonly paragraph: number; readonly changes: readonly WordChange[] }
    | undefined;
}

/** Passage of a record: a stretch of the article on the page, or the words of the anchor with an address to find them at. */
export interface PagePassage {
  readonly paragraph: number;
  readonly stretch?: number;
  readonly words?: string;
  readonly address?: string;
}

export interface PageRecord {
  /** Number of the record on the page, counted from 1. */
  readonly number: number;
  readonly id: string;
  readonly collection: string;
  readonly title: string;
  /** Stated fields, without those that the title repeats. */
  readonly fields: readonly PageField[];
  /** Names of the fields that the article does not state. */
  readonly missing: readonly string[];
  readonly passages: readonly PagePassage[];
  readonly findings: readonly PageFinding[];
}

/** Paragraph of the article with the records whose first passage it has, and others with a passage in it. */
export interface PageParagraph {
  readonly paragraph: number;
  readonly stretches: readonly Stretch[];
  readonly records: readonly PageRecord[];
  readonly others: readonly PageRecord[];
}

/** Day with its events, or party with its talks. */
export interface PageList extends PageLink {
  readonly items: readonly (PageLink & { readonly details: readonly string[] })[];
}

/** Web page of a dataset and, if there is a copy of it, of the article. */
export interface Page {
  readonly title: string;
  readonly description: string;
  /** BCP 47 language of the article. */
  readonly language: string;
  readonly source: Pick<PageRecord, 'fields' | 'missing' | 'findings'>;
  readonly summit: PageRecord;
  /** Result of the check against the article. */
  readonly verification?: {
    readonly verdict: string;
    readonly hasPassed: boolean;
    readonly totals: readonly (readonly [label: string, lines: readonly string[]])[];
  };
  readonly article?: readonly PageParagraph[];
  /** Records that are not next to a paragraph of the article, in sections. */
  readonly groups: readonly {
    readonly id: string;
    readonly heading: string;
    readonly description: string;
    readonly records: readonly PageRecord[];
  }[];
  readonly timeline: readonly PageList[];
  readonly meetings: readonly PageList[];
}
