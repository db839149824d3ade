import { assertDefined } from '../../text/assert-defined.ts';

/** Each kind of mark with its closing mark. An unclosed quotation runs to the end, except in single marks. */
const quotationPattern =
  /“([^”]*)”?|[„‟]([^“”]*)[“”]?|«([^»]*)»?|»([^«]*)«?|["″]([^"″]*)["″]?|‘([^‘]*?)’(?!\p{L})/gu;

/** Words in quotation marks, with the offsets of the marks in UTF-16 units. */
export interface Quotation {
  /** Words without punctuation at their end. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** Finds the quotations of a text that contain words, in order. */
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

/** Removes the quotations from a text, since they are somebody else's words. */
export function removeQuotations(text: string): string {
  let rest = '';
  let end = 0;
  for (const { from, to } of findQuotations(text)) {
    rest += `${text.slice(end, from)} `;
    end = to;
  }
  return rest + text.slice(end);
}
