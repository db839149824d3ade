import { expect, test } from 'vitest';
import { decodeHtml } from '../../../src/evidence/article/article.ts';

const encodeLatin1 = (text: string) => Uint8Array.from(text, (unit) => unit.charCodeAt(0));
const decodePage = (latin1: string) => decodeHtml(encodeLatin1(latin1));

test.each([
  '<!doctype html>',
  '<!DOCTYPE HTML >',
  '<html lang="en">',
  '<p>',
  '<P/>',
  ' \n<div >',
  '<!-- one --><!-- two --> <p>',
  '<?xml version="1.0"?><html>',
])('recognises that %j begins a page', (source) => {
  expect(decodePage(`${source}x`)).toBeDefined();
});

test.each([
  '',
  'text <p>',
  '<3 of them',
  '<unknown>',
  '<pre-release>',
  '<!-- never closed <p>',
  '<?xml never closed',
  '<p',
  '<!doctype svg>',
])('recognises that %j does not begin a page', (source) => {
  expect(decodePage(source)).toBeUndefined();
});

test.each([
  ['<meta charset="iso-8859-1"><p>\xe9', 'é'],
  ['<meta charset=windows-1252><p>\x80\x93', '€“'],
  ["<meta http-equiv=x content='text/html; charset=koi8-r'><p>\xc1", 'а'],
  ['<meta charset="utf-8"><p>\xc3\xa9', 'é'],
  ['<p>\xc3\xa9', 'é'],
  ['<meta charset="utf-16"><p>\xc3\xa9', 'é'],
  ['<meta charset="UTF-16LE"><p>\xc3\xa9', 'é'],
  ['<meta charset="no-such-thing"><p>\xc3\xa9', 'é'],
  ['\xef\xbb\xbf<meta charset="iso-8859-1"><p>\xc3\xa9', 'é'],
  ['<meta charset="iso-8859-5"><p>\x93\xb0', '\x93А'],
])('decodes %j by its character set, so that it ends in %j', (source, end) => {
  expect(decodePage(source)?.endsWith(end)).toBe(true);
});

test('recognises UTF-16 by its byte order mark', () => {
  const page = '<p>é';
  const little = Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(page, (one) => one.charCodeAt(0)).buffer),
  ]);
  expect(decodeHtml(little)).toBe(page);
});

test('looks for the declaration only in the first kilobyte', () => {
  const late = `<p>${' '.repeat(1100)}<meta charset="iso-8859-1">\xc3\xa9`;
  expect(decodePage(late)?.endsWith('é')).toBe(true);
});
