import { expect, test } from 'vitest';
import { ArticleError, readArticle } from '../../../src/evidence/article/article.ts';

async function paragraphsOf(text: string): Promise<readonly string[]> {
  return (await readArticle(new TextEncoder().encode(text))).paragraphs;
}

test('empty lines part the paragraphs, and hard-wrapped lines are joined by a blank', async () => {
  const wrapped =
    'Harbour news\n\nThe ferry left\nthe old pier   \n  at noon.\n \t \n\nIt came back.\n';
  expect(await paragraphsOf(wrapped)).toEqual([
    'Harbour news',
    'The ferry left the old pier at noon.',
    'It came back.',
  ]);
});

test('every newline parts paragraphs where there are no empty lines', async () => {
  const expected = ['Harbour news', 'The ferry left.', 'It came back.'];
  expect(await paragraphsOf('Harbour news\nThe ferry left.\nIt came back.')).toEqual(expected);
  expect(await paragraphsOf('Harbour news\nThe ferry left.\nIt came back.\n')).toEqual(expected);
  expect(await paragraphsOf('\n\nHarbour news\nThe ferry left.\nIt came back.\n\n\n')).toEqual(
    expected,
  );
});

test('line ends of every kind are line ends', async () => {
  for (const end of ['\r\n', '\r', '\n']) {
    const text = ['Harbour', 'news', '', 'It left.'].join(end);
    expect(await paragraphsOf(text)).toEqual(['Harbour news', 'It left.']);
  }
});

test('a byte order mark is no part of the text', async () => {
  expect(await paragraphsOf('\ufeffHarbour news')).toEqual(['Harbour news']);
});

test('a line of no-break or zero-width space is an empty line', async () => {
  expect(await paragraphsOf('One\n\u00a0\u200b\nTwo\nthree')).toEqual(['One', 'Two three']);
});

test('bytes that are no UTF-8 are refused, with the place of the first', async () => {
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

test('a replacement character that stands in the text is text', async () => {
  expect(await paragraphsOf('a \ufffd b')).toEqual(['a \ufffd b']);
});

test('a file without text is refused', async () => {
  for (const nothing of ['', ' \n\t\r\n', '\ufeff', '\u200b', '<p> </p>', '<html></html>']) {
    await expect(paragraphsOf(nothing)).rejects.toThrow(new ArticleError('no text in it'));
  }
});

test('one paragraph of a megabyte is one paragraph', async () => {
  const huge = 'boat '.repeat(200_000).trim();
  expect(await paragraphsOf(huge)).toEqual([huge]);
});

test('a blank that has no width parts words', async () => {
  expect(await paragraphsOf('one\u200btwo')).toEqual(['one two']);
});
