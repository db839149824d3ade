import { assertDefined } from '../../text/assert-defined.ts';
import { escapeUnsafe } from '../escape.ts';

/** Piece of HTML. Any text in it is escaped. */
export interface Html {
  readonly html: string;
}

/** Content of a template: text, which is escaped, or pieces of HTML in their order; nothing for undefined. */
type Content = string | number | Html | undefined | readonly (Html | undefined)[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for the content of an element, or for an attribute in quotation marks. */
const escapeHtml = (text: string) =>
  escapeUnsafe(text).replace(/[&<>"']/g, (sign) => assertDefined(entities[sign]));

function toMarkup(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string' || typeof content === 'number') return escapeHtml(`${content}`);
  return 'html' in content ? content.html : content.map(toMarkup).join('');
}

/** Builds HTML from a template, whose texts are escaped. */
export const html = (markup: TemplateStringsArray, ...contents: readonly Content[]): Html => ({
  html: String.raw({ raw: markup }, ...contents.map(toMarkup)),
});

/** Joins pieces of HTML with a text. */
export const joinHtml = (pieces: readonly Html[], separator: string): Html => ({
  html: pieces.map((piece) => piece.html).join(escapeHtml(separator)),
});
