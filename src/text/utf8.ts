import { Buffer, isUtf8 } from 'node:buffer';

const toBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The text of UTF-8 (Encoding Standard), without its byte order mark; what is none becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = toBuffer(bytes).toString();
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** The offset of the first of some bytes that is no UTF-8, if there is one; `text` is what they decode to. */
export function findInvalidUtf8(bytes: Uint8Array, text: string): number | undefined {
  if (!text.includes('\ufffd') || isUtf8(bytes)) return undefined;
  const buffer = toBuffer(bytes);
  const again = Buffer.from(buffer.toString());
  const bad = buffer.findIndex((byte, at) => byte !== again[at]);
  // A text that breaks off within the replacement character itself differs in length alone.
  return bad < 0 ? bytes.length : bad;
}
