import type { Annotation, AnnotationSet } from '../model/annotation.ts';
import { escapeMarkdown } from './formats/markdown.ts';

/** Specification of the fragment of a FragmentSelector (WICG, URL Fragment Text Directives). */
const textFragments = 'https://wicg.github.io/scroll-to-text-fragment/';

function toQuoteSelector({ selection }: Annotation): object | undefined {
  if (!selection) return undefined;
  const { exact, prefix, suffix } = selection;
  return { type: 'TextQuoteSelector', exact, prefix, suffix };
}

function listSelectors(annotation: Annotation): readonly object[] {
  const { fragment: value, selection } = annotation;
  const { start, end } = selection ?? {};
  return [
    { type: 'FragmentSelector', conformsTo: textFragments, value },
    toQuoteSelector(annotation) ?? [],
    selection ? { type: 'TextPositionSelector', start, end } : [],
  ].flat();
}

const toTextualBody = (purpose: string, value: string) =>
  ({ type: 'TextualBody', value, format: 'text/plain', purpose }) as const;

const toWebAnnotation = (annotation: Annotation, source: string): object => ({
  id: annotation.urn,
  type: 'Annotation',
  motivation: 'describing',
  body: [
    toTextualBody('describing', annotation.summary),
    toTextualBody('tagging', annotation.collection),
    toTextualBody('tagging', annotation.id),
  ],
  target: { type: 'SpecificResource', source, selector: listSelectors(annotation) },
});

/** Converts annotations to a collection of one page, in JSON-LD (W3C, Web Annotation Data Model, 5). */
export const toWebAnnotations = ({ urn, title, address, annotations }: AnnotationSet): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `${urn}:annotations`,
  type: 'AnnotationCollection',
  label: title,
  total: annotations.length,
  first: {
    id: `${urn}:annotations-page`,
    type: 'AnnotationPage',
    startIndex: 0,
    items: annotations.map((one) => toWebAnnotation(one, address ?? urn)),
  },
});

/** User whom an import of Hypothesis offers by name. */
const user = 'acct:summit@localhost';

/** User and permissions, without which Hypothesis imports no annotation. Nobody but that user can read it. */
const ownership = {
  user,
  user_info: { display_name: 'summit' },
  permissions: { read: [user], update: [user], delete: [user] },
} as const;

/**
 * Converts annotations to the file that Hypothesis imports (hypothesis/client, import-annotations.ts). It has no
 * positions, which would be those in the page, and its text is Markdown.
 */
export function toHypothesis({ urn, title, address, annotations }: AnnotationSet): object {
  const uri = address ?? urn;
  return {
    annotations: annotations.map((annotation) => ({
      uri,
      document: { title: [title] },
      text: escapeMarkdown(annotation.summary),
      tags: [annotation.collection, annotation.id],
      target: [{ source: uri, selector: [toQuoteSelector(annotation)].filter(Boolean) }],
      ...ownership,
    })),
  };
}
