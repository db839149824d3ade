import type { Annotation, AnnotationSet, TextSelection } from '../../model/annotation.ts';
import type { Anchor } from '../../model/record.ts';
import { assertDefined } from '../../text/assert-defined.ts';
import type { Dataset } from '../schema/dataset.ts';
import { buildTextDirective } from './citation.ts';
import { summarise } from './read.ts';
import { indexRecords } from './record-index.ts';

/** Returns an address of the web without its fragment; undefined for any other text. */
export function readAddress(text: string | null): string | undefined {
  if (text === null || !URL.canParse(text)) return undefined;
  const address = new URL(text);
  address.hash = '';
  return /^https?:$/.test(address.protocol) ? address.href : undefined;
}

/** Builds the URN of the article from its title. The namespace is ours, and not registered. */
const buildUrn = (title: string) => `urn:summit-facts:${encodeURIComponent(title.toWellFormed())}`;

/**
 * Builds an annotation for each passage of each record, the summit included. `selections` has the passages of each
 * record in a copy of the article, by its id; one that is undefined was not found, and is left out.
 */
export function buildAnnotations(
  dataset: Dataset,
  selections?: ReadonlyMap<string, readonly (TextSelection | undefined)[]>,
): AnnotationSet {
  const { title, url } = dataset.source;
  const index = indexRecords(dataset);
  const urn = buildUrn(title);
  const annotations = index.entries.flatMap((entry): readonly Annotation[] => {
    const { collection, record } = entry;
    const { id } = record;
    // A record may have nothing but its passages.
    const summary = summarise(entry, index) || id;
    const found = selections && assertDefined(selections.get(id));
    return (record.evidence as readonly Anchor[]).flatMap((anchor, at) => {
      const selection = found?.[at];
      if (found && !selection) return [];
      const fragment = buildTextDirective([anchor]);
      return { urn: `${urn}:${id}:${at + 1}`, collection, id, summary, fragment, selection };
    });
  });
  return { urn, title, address: readAddress(url), annotations };
}
