import type { Annotation, AnnotationSet, TextSelection } from '../model/annotation.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { escapeMarkdown } from './formats/markdown.ts';

/** Specification of the fragment of a FragmentSelector (WICG, URL Fragment Text Directives). */
const textFragments = 'https://wicg.github.io/scroll-to-text-fragment/';

const toQuoteSelector = ({ exact, prefix, suffix }: TextSelection): object => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});

function listSelectors({ fragment: value, selection }: Annotation): readonly object[] {
  const toFragment = { type: 'FragmentSelector', conformsTo: textFragments, value };
  if (!selection) return [toFragment];
  const { start, end } = selection;
  return [toFragment, toQuoteSelector(selection), { type: 'TextPositionSelector', start, end }];
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
    annotations: annotations.map(({ collection, id, summary, selection }) => ({
      uri,
      document: { title: [title] },
      text: escapeMarkdown(summary),
      tags: [collection, id],
      // Only those of an article are imported, and each of them has its words.
      target: [{ source: uri, selector: [toQuoteSelector(assertDefined(selection))] }],
      ...ownership,
    })),
  };
}
