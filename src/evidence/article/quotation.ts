import { present } from '../../text/present.ts';

/** Each kind with its closing mark; one that is never closed runs to the end. */
const quotations =
  /“([^”]*)”?|[„‟]([^“”]*)[“”]?|«([^»]*)»?|»([^«]*)«?|["″]([^"″]*)["″]?|‘([^‘]*?)’(?!\p{L})/gu;

/** Words in quotation marks, and where they stand with their marks, in UTF-16 units. */
export interface Quotation {
  /** Without signs at its end. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** The quotations of a text that have words in them, in order. */
export function quotationsIn(text: string): readonly Quotation[] {
  return [...text.matchAll(quotations)]
    .map((match) => {
      const [whole, ...groups] = match;
      const quoted = present(groups.find((group) => group !== undefined));
      const words = quoted.trim().replace(/(?<![.,;])[.,;]+$/, '');
      return { words, from: match.index, to: match.index + whole.length };
    })
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

/** A text without its words in quotation marks, which are somebody's own. */
export function withoutQuotations(text: string): string {
  let rest = '';
  let end = 0;
  for (const { from, to } of quotationsIn(text)) {
    rest += `${text.slice(end, from)} `;
    end = to;
  }
  return rest + text.slice(end);
}
