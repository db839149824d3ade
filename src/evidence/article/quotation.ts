import { assertDefined } from '../../text/assert-defined.ts';

/** Each kind with its closing mark; one that is never closed runs to the end. */
const quotationPattern =
  /“([^”]*)”?|[„‟]([^“”]*)[“”]?|«([^»]*)»?|»([^«]*)«?|["″]([^"″]*)["″]?|‘([^‘]*?)’(?!\p{L})/gu;

/** Words in quotation marks, and where they stand with their marks, in UTF-16 units. */
export interface Quotation {
  /** Without signs at its end. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** The quotations of a text that have words in them, in order. */
export function findQuotations(text: string): readonly Quotation[] {
  return [...text.matchAll(quotationPattern)]
    .map((match) => {
      const [whole, ...groups] = match;
      const quoted = assertDefined(groups.find((group) => group !== undefined));
      const words = quoted.trim().replace(/(?<![.,;])[.,;]+$/, '');
      return { words, from: match.index, to: match.index + whole.length };
    })
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

/** A text without its words in quotation marks, which are somebody's own. */
export function removeQuotations(text: string): string {
  let rest = '';
  let end = 0;
  for (const { from, to } of findQuotations(text)) {
    rest += `${text.slice(end, from)} `;
    end = to;
  }
  return rest + text.slice(end);
}
