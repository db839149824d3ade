import { expect, test } from 'vitest';
import { ArticleError, readArticle } from '../../../src/evidence/article/article.ts';

async function readParagraphs(text: string): Promise<readonly string[]> {
  return (await readArticle(new TextEncoder().encode(text))).paragraphs;
}

test('separates paragraphs at empty lines, and joins hard-wrapped lines with a space', async () => {
  const wrapped =
    'Harbour news\n\nThe ferry left\nthe old pier   \n  at noon.\n \t \n\nIt came back.\n';
  expect(await readParagraphs(wrapped)).toEqual([
    'Harbour news',
    'The ferry left the old pier at noon.',
    'It came back.',
  ]);
});

test('separates paragraphs at every newline if there are no empty lines', async () => {
  const expected = ['Harbour news', 'The ferry left.', 'It came back.'];
  expect(await readParagraphs('Harbour news\nThe ferry left.\nIt came back.')).toEqual(expected);
  expect(await readParagraphs('Harbour news\nThe ferry left.\nIt came back.\n')).toEqual(expected);
  expect(await readParagraphs('\n\nHarbour news\nThe ferry left.\nIt came back.\n\n\n')).toEqual(
    expected,
  );
});

test('accepts line ends of every kind', async () => {
  for (const end of ['\r\n', '\r', '\n']) {
    const text = ['Harbour', 'news', '', 'It left.'].join(end);
    expect(await readParagraphs(text)).toEqual(['Harbour news', 'It left.']);
  }
});

test('leaves out a byte order mark', async () => {
  expect(await readParagraphs('\ufeffHarbour news')).toEqual(['Harbour news']);
});

test('treats a line of no-break or zero-width spaces as empty', async () => {
  expect(await readParagraphs('One\n\u00a0\u200b\nTwo\nthree')).toEqual(['One', 'Two three']);
});

test('rejects bytes that are not UTF-8, with the position of the first', async () => {
  const bytes = Uint8Array.from([0x61, 0x62, 0xff, 0x63]);
  await expect(readArticle(bytes)).rejects.toThrow(
    new ArticleError('not UTF-8 text (byte 3); save it in that encoding'),
  );
  const cut = Uint8Array.from([0x61, 0xe2, 0x82]);
  await expect(readArticle(cut)).rejects.toThrow(
    'not UTF-8 text (byte 2); save it in that encoding',
  );
  const cutWithinMark = Uint8Array.from([0x61, 0xef, 0xbf]);
  await expect(readArticle(cutWithinMark)).rejects.toThrow('not UTF-8 text');
  const binary = Uint8Array.from([0x61, 0x00, 0x62]);
  await expect(readArticle(binary)).rejects.toThrow(
    'not UTF-8 text (byte 2); save it in that encoding',
  );
  const utf16 = Uint8Array.from([0xff, 0xfe, 0x61, 0x00]);
  await expect(readArticle(utf16)).rejects.toThrow(
    'not UTF-8 text (byte 1); save it in that encoding',
  );
});

test('keeps a replacement character in the text', async () => {
  expect(await readParagraphs('a \ufffd b')).toEqual(['a \ufffd b']);
});

test('rejects a file without text', async () => {
  for (const nothing of ['', ' \n\t\r\n', '\ufeff', '\u200b', '<p> </p>', '<html></html>']) {
    await expect(readParagraphs(nothing)).rejects.toThrow(new ArticleError('no text in it'));
  }
});

test('reads a paragraph of a megabyte', async () => {
  const huge = 'boat '.repeat(200_000).trim();
  expect(await readParagraphs(huge)).toEqual([huge]);
});

test('separates words at a zero-width space', async () => {
  expect(await readParagraphs('one\u200btwo')).toEqual(['one two']);
});
