import { checkRules } from './check-rules.ts';
import { checkShape } from './check-shape.ts';
import type { Dataset } from './dataset.ts';
import { parseJson, place } from './parse.ts';
import type { PlacedProblem } from './problem.ts';

/** A dataset, or what is wrong with it: never both. */
export type Validated =
  | { readonly dataset: Dataset; readonly problems: readonly [] }
  | { readonly dataset?: never; readonly problems: readonly PlacedProblem[] };

/** The text of a UTF-8 file (a BOM is fine), or the offset in bytes of what is not UTF-8. */
function decode(bytes: Uint8Array): string | PlacedProblem {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const valid = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const before = valid.slice(0, firstReplaced(valid, bytes)).replace(/^\ufeff/, '');
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    return { path: [], message: 'not UTF-8; save the file in that encoding', line, column };
  }
}

/** The offset of the first U+FFFD that the bytes do not have themselves. */
function firstReplaced(text: string, bytes: Uint8Array): number {
  const encoder = new TextEncoder();
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    const offset = encoder.encode(text.slice(0, at)).length;
    const [first, second, third] = bytes.subarray(offset, offset + 3);
    if (first !== 0xef || second !== 0xbf || third !== 0xbd) return at;
  }
  return 0;
}

/** Reads a dataset from a stranger: UTF-8, JSON, the schema, then what a schema cannot say. */
export function validate(bytes: Uint8Array): Validated {
  const text = decode(bytes);
  if (typeof text !== 'string') return { problems: [text] };
  const { value, problems } = parseJson(text);
  if (value === undefined) return { problems: place(text, problems) };
  const all = [...problems, ...checkShape(value), ...checkRules(value)];
  if (all.length > 0) return { problems: place(text, all) };
  return { dataset: value as Dataset, problems: [] };
}
