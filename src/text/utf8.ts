/** Text without its byte order mark, or the offset of the first byte that is no UTF-8. */
export type Decoded = { readonly text: string } | { readonly badByte: number };

/** Decodes UTF-8 (Encoding Standard), and tells where bytes are none. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (text.includes('\ufffd')) {
    const again = new TextEncoder().encode(text);
    const bad = bytes.findIndex((byte, at) => byte !== again[at]);
    if (bad >= 0) return { badByte: bad };
    // A text that breaks off within the replacement character itself differs in length alone.
    if (again.length !== bytes.length) return { badByte: bytes.length };
  }
  return { text: text.replace(/^\ufeff/, '') };
}
