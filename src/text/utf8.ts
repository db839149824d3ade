import { isUtf8 } from 'node:buffer';

/** Returns the offset of the first byte that is not UTF-8, if there is one. */
export function findInvalidUtf8(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const valid = new TextEncoder().encode(text);
  const bad = bytes.findIndex((byte, at) => byte !== valid[at]);
  // Input that ends within an encoded U+FFFD differs in length alone.
  return bad < 0 ? bytes.length : bad;
}
