import type { Citation } from '../../model/citation.ts';
import type { Anchor } from '../../model/record.ts';
import type { Dataset, Entry } from '../schema/dataset.ts';

/** Percent-encodes a part of a text directive, including `-`, `,` and `&`. */
const encodePart = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/** Builds the fragment directive for passages (WICG, URL Fragment Text Directives): `:~:text=start,end&text=…`. */
export function buildTextDirective(anchors: readonly Anchor[]): string {
  const directives = anchors.map(({ start, end }) => {
    return `text=${[start, ...(end === undefined ? [] : [end])].map(encodePart).join(',')}`;
  });
  return `:~:${directives.join('&')}`;
}

function buildLink(url: string | null, anchors: readonly Anchor[]): string {
  const address = url ?? '';
  if (anchors.length === 0) return address;
  const directive = buildTextDirective(anchors);
  if (address.includes(':~:')) return `${address}&${directive.slice(':~:'.length)}`;
  return `${address}${address.includes('#') ? '' : '#'}${directive}`;
}

/** Builds the citation of a record: its source, with a link to its passages. */
export function createCitation({ source, summit }: Dataset, { record }: Entry): Citation {
  const anchors = record.evidence as readonly Anchor[];
  const { publisher, author, published, url } = source;
  const inferred = published === null ? (summit.start ?? summit.end) : null;
  return {
    id: record.id,
    title: source.title,
    language: source.language,
    ...(publisher !== null && { publisher }),
    ...(author !== null && { author }),
    ...(published !== null && { published }),
    ...(inferred !== null && { inferredYear: inferred.slice(0, 4) }),
    paragraphs: [...new Set(anchors.map(({ paragraph }) => paragraph))].sort((a, b) => a - b),
    link: buildLink(url, anchors),
    hasAddress: url !== null,
  };
}
