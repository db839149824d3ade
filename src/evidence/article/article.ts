import { decodeUtf8, findInvalidUtf8 } from '../../text/utf8.ts';
import { decodeHtml } from './charset.ts';

/** Text of an article as paragraphs (its non-empty blocks), in order. */
export interface Article {
  readonly paragraphs: readonly string[];
}

/** Error for a file without readable text. The message is one line for the user. */
export class ArticleError extends Error {}

const lineEnd = /\r\n|[\r\u2028\u2029]/g;
const emptyLine = /\n[^\S\n]*\n\s*/;

function joinLines(block: string): string {
  return block
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

function readPlain(text: string): readonly string[] {
  const lines = text.replace(lineEnd, '\n').replaceAll('\u200b', ' ').trim();
  const blocks = lines.split(emptyLine.test(lines) ? emptyLine : '\n');
  return blocks.map((block) => joinLines(block));
}

/**
 * Reads an article from plain text (UTF-8) or saved HTML. In plain text, empty lines separate paragraphs; if there are
 * none, every newline does.
 * @throws ArticleError if the bytes are neither, or contain no text.
 */
export async function readArticle(bytes: Uint8Array): Promise<Article> {
  const html = decodeHtml(bytes);
  const paragraphs =
    html === undefined
      ? readPlain(decodePlainText(bytes))
      : (await import('./html.ts')).readHtml(html);
  const kept = paragraphs.filter((paragraph) => /[^\s\u200b]/u.test(paragraph));
  if (kept.length === 0) throw new ArticleError('no text in it');
  return { paragraphs: kept };
}

function decodePlainText(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  const badByte = findInvalidUtf8(bytes, text) ?? bytes.indexOf(0);
  if (badByte < 0) return text;
  throw new ArticleError(`not UTF-8 text (byte ${badByte + 1}); save it in that encoding`);
}
