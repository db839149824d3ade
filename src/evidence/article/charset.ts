const byteOrderMarks = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
] as const;

/** How far the HTML standard has a reader look for a declared character set, in bytes. */
const prescanLength = 1024;
const declared = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i;

/** What may stand before the first tag, comments aside. */
const preamble = /(?:\s|<\?xml[^>]*>)*/y;
const firstTag = /<(!doctype\s+html|[a-z][a-z0-9]*)(?=[\s/>])/iy;
/** The tags that a saved page, or a piece of one, begins with. */
const pageTags = new Set(
  (
    'html head body title meta link script style noscript article main section header nav aside ' +
    'div p h1 h2 h3 h4 h5 h6 span a em strong figure img blockquote pre ul ol dl table form center'
  ).split(' '),
);

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  const own = new RegExp(pattern);
  own.lastIndex = index;
  return own.exec(text);
}

function isHtml(source: string): boolean {
  let index = 0;
  for (;;) {
    index += matchAt(preamble, source, index)?.[0].length ?? 0;
    if (!source.startsWith('<!--', index)) break;
    const end = source.indexOf('-->', index);
    if (end < 0) return false;
    index = end + '-->'.length;
  }
  const tag = matchAt(firstTag, source, index)?.[1]?.toLowerCase() ?? '';
  return tag.startsWith('!doctype') || pageTags.has(tag);
}

function markedCharset(bytes: Uint8Array): string | undefined {
  return byteOrderMarks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))
    ?.label;
}

function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanLength));
  const label = declared.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // Whoever could read this declaration as ASCII is not reading UTF-16 (HTML standard, prescan).
  return label.startsWith('utf-16') ? 'utf-8' : label;
}

/** What windows-1252 has from 0x80 to 0x9f (Encoding Standard), which Node 20 decodes as controls. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decode(bytes: Uint8Array, label: string): string {
  try {
    const decoder = new TextDecoder(label);
    const text = decoder.decode(bytes);
    if (decoder.encoding !== 'windows-1252') return text;
    return text.replace(/[\u0080-\u009f]/g, (unit) =>
      windows1252.charAt(unit.charCodeAt(0) - 0x80),
    );
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

/**
 * The source of the HTML page that some bytes are, or `undefined` where they do not begin like one.
 * The character set is that of the byte order mark, else the declared one, else
 * UTF-8; labels as in the Encoding standard, unknown ones and stray bytes as a browser has them.
 */
export function decodeHtml(bytes: Uint8Array): string | undefined {
  const source = decode(bytes, markedCharset(bytes) ?? declaredCharset(bytes));
  return isHtml(source) ? source : undefined;
}
