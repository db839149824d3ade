import { Buffer, isUtf8 } from 'node:buffer';

const toBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Decodes UTF-8 (Encoding Standard) without its byte order mark. Invalid bytes become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = toBuffer(bytes).toString();
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Returns the offset of the first invalid byte, if there is one. `text` is the decoded form of `bytes`. */
export function findInvalidUtf8(bytes: Uint8Array, text: string): number | undefined {
  if (!text.includes('\ufffd') || isUtf8(bytes)) return undefined;
  const buffer = toBuffer(bytes);
  const again = Buffer.from(buffer.toString());
  const bad = buffer.findIndex((byte, at) => byte !== again[at]);
  // Input that ends within an encoded U+FFFD differs in length alone.
  return bad < 0 ? bytes.length : bad;
}
