import { findInvalidUtf8 } from '../../text/utf8.ts';

/** Text of an article as paragraphs (its non-empty blocks), in order. */
export interface Article {
  readonly paragraphs: readonly string[];
}

/** Error for a file without readable text. The message is one line for the user. */
export class ArticleError extends Error {}

/** Byte order marks, decoded as Latin-1. */
const byteOrderMarks = [
  ['\u00ef\u00bb\u00bf', 'utf-8'],
  ['\u00ff\u00fe', 'utf-16le'],
  ['\u00fe\u00ff', 'utf-16be'],
] as const;

/** Number of bytes that the HTML standard searches for a declared character set. */
const prescanLength = 1024;
const declaredCharset = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i;

/** Returns the character set that the bytes declare; undefined for the default, UTF-8. */
function detectCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanLength));
  const marked = byteOrderMarks.find(([mark]) => head.startsWith(mark));
  if (marked) return marked[1];
  const label = declaredCharset.exec(head)?.[1];
  // A declaration that is readable as ASCII is not in UTF-16 (HTML standard, prescan).
  return label?.toLowerCase().startsWith('utf-16') ? undefined : label;
}

/** Characters of windows-1252 from 0x80 to 0x9f (Encoding Standard), which Node 20 decodes as control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decode(bytes: Uint8Array, label: string | undefined): string {
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

const commentOrXml = /^\s*(?:<!--[\s\S]*?-->|<\?xml[^>]*>)/;
const firstTag = /^\s*<(!doctype\s+html|[a-z][a-z0-9]*)(?=[\s/>])/i;
/** Tags that a saved page, or a piece of one, begins with. */
const pageTags = new Set(
  (
    'html head body title meta link script style noscript article main section header nav aside ' +
    'div p h1 h2 h3 h4 h5 h6 span a em strong figure img blockquote pre ul ol dl table form center'
  ).split(' '),
);

/**
 * Decodes an HTML page; returns undefined if the bytes do not begin like one. The byte order mark decides the character
 * set, else the declaration, else it is UTF-8. Labels follow the Encoding Standard; unknown labels and invalid bytes
 * are treated as in a browser.
 */
export function decodeHtml(bytes: Uint8Array): string | undefined {
  const source = decode(bytes, detectCharset(bytes));
  let rest = source;
  while (commentOrXml.test(rest)) rest = rest.replace(commentOrXml, '');
  const tag = firstTag.exec(rest)?.[1]?.toLowerCase() ?? '';
  return tag.startsWith('!doctype') || pageTags.has(tag) ? source : undefined;
}

const emptyLine = /\n[^\S\n]*\n\s*/;

function readPlainText(bytes: Uint8Array): readonly string[] {
  const badByte = findInvalidUtf8(bytes) ?? bytes.indexOf(0);
  if (badByte >= 0) {
    throw new ArticleError(`not UTF-8 text (byte ${badByte + 1}); save it in that encoding`);
  }
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/\r\n|[\r\u2028\u2029]/g, '\n')
    .replaceAll('\u200b', ' ')
    .trim();
  return text.split(emptyLine.test(text) ? emptyLine : '\n').map((block) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .join(' '),
  );
}

/**
 * Reads an article from plain text (UTF-8) or saved HTML. In plain text, empty lines separate paragraphs; if there are
 * none, every newline does.
 * @throws ArticleError if the bytes are neither, or contain no text.
 */
export async function readArticle(bytes: Uint8Array): Promise<Article> {
  const html = decodeHtml(bytes);
  const blocks =
    html === undefined ? readPlainText(bytes) : (await import('./html.ts')).readHtml(html);
  const paragraphs = blocks.filter((block) => /[^\s\u200b]/u.test(block));
  if (paragraphs.length === 0) throw new ArticleError('no text in it');
  return { paragraphs };
}
