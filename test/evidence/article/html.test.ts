import { expect, test } from 'vitest';
import { readArticle } from '../../../src/evidence/article/article.ts';

async function readParagraphs(html: string): Promise<readonly string[]> {
  return (await readArticle(new TextEncoder().encode(html))).paragraphs;
}

test('makes paragraphs of blocks, but not of inline elements', async () => {
  const page = `<!doctype html><html><head><title>Tab</title></head><body>
    <h1>Harbour  <em>news</em></h1>
    <p>The <a href="#">ferry</a> l<b>eft</b>
       the pier&nbsp;at noon.</p>
  </body></html>`;
  expect(await readParagraphs(page)).toEqual([
    'Harbour news',
    'The ferry left the pier\u00a0at noon.',
  ]);
});

test('collapses white space across elements too', async () => {
  expect(await readParagraphs('<p>The <b> ferry </b>\n<i>left</i></p>')).toEqual([
    'The ferry left',
  ]);
  expect(await readParagraphs('<p>The\nferry\r\nleft</p>')).toEqual(['The ferry left']);
});

test('makes separate paragraphs of text before and after nested blocks', async () => {
  expect(await readParagraphs('<div>Before <p>within</p> after <div>deep</div>end</div>')).toEqual([
    'Before',
    'within',
    'after',
    'deep',
    'end',
  ]);
  expect(await readParagraphs('<ul><li>One</li><li>Two <ul><li>Three</ul></ul>')).toEqual([
    'One',
    'Two',
    'Three',
  ]);
  expect(await readParagraphs('<table><tr><th>Boat<td>Ferry<tr><td>Day<td>18 May</table>')).toEqual(
    ['Boat', 'Ferry', 'Day', '18 May'],
  );
});

test('treats one line break as a space, and two as the end of a paragraph', async () => {
  expect(await readParagraphs('<p>One<br>two<br> <br>three<br/><br/>four</p>')).toEqual([
    'One two',
    'three',
    'four',
  ]);
});

test('separates paragraphs at empty lines in preformatted text', async () => {
  expect(await readParagraphs('<pre>One\ntwo\n\nthree</pre>')).toEqual(['One two', 'three']);
});

test('leaves out what readers do not see as part of the article', async () => {
  const hidden = [
    '<script>let x = "script";</script>',
    '<style>p { color: red }</style>',
    '<noscript>noscript</noscript>',
    '<template>template</template>',
    '<nav>nav</nav>',
    '<div role="navigation">nav</div>',
    '<aside>aside</aside>',
    '<header>site</header>',
    '<footer>imprint</footer>',
    '<form><button>Go</button><select><option>one</select><textarea>t</textarea></form>',
    '<svg><text>drawn</text></svg>',
    '<iframe>frame</iframe>',
    '<p hidden>hidden</p>',
    '<p aria-hidden="true">aria</p>',
  ];
  for (const part of hidden) {
    expect(await readParagraphs(`<body>${part}<p>Seen</p>${part}</body>`)).toEqual(['Seen']);
  }
  expect(await readParagraphs('<p aria-hidden="false">Seen</p>')).toEqual(['Seen']);
});

test('keeps the header and footer of the article itself', async () => {
  const page = '<header>Site</header><article><header><h1>News</h1></header><footer>By us</footer>';
  expect(await readParagraphs(page)).toEqual(['News', 'By us']);
  expect(await readParagraphs('<main><header>News</header></main>')).toEqual(['News']);
});

test('recognises HTML by its beginning', async () => {
  const starts = [
    '<!DOCTYPE html>',
    '\ufeff \n<!-- saved > from --> <!-- again --><!DOCTYPE html>',
    '<?xml version="1.0"?>\n<html>',
    '<HTML lang="en">',
    '<h2 class="x">Top</h2>',
  ];
  for (const start of starts) {
    expect((await readParagraphs(`${start}<p>Seen</p>`)).at(-1)).toBe('Seen');
  }
  const plain = ['a < b and <p>', '<pier> was closed', '<3 the ferry', '<!-- left open', '<p'];
  for (const text of plain) expect(await readParagraphs(text)).toEqual([text]);
});

test('decodes the quotation marks and dashes of windows-1252, where Latin-1 has control characters', async () => {
  const page = '<meta charset="windows-1252"><p>It\x92s \x93old\x94 \x96 \x80 5</p>';
  const bytes = Uint8Array.from([...page].map((char) => char.charCodeAt(0)));
  expect((await readArticle(bytes)).paragraphs).toEqual(['It’s “old” – € 5']);
});

test('takes the character set from the byte order mark, else from the declaration', async () => {
  const encodeLatin1 = (text: string) =>
    Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
  for (const meta of [
    '<meta charset="iso-8859-1">',
    "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>",
  ]) {
    const { paragraphs } = await readArticle(encodeLatin1(`<html>${meta}<p>Fähre</p>`));
    expect(paragraphs).toEqual(['Fähre']);
  }
  const utf16 = Buffer.from('\ufeff<meta charset="utf-8"><p>Fähre</p>', 'utf16le');
  expect((await readArticle(utf16)).paragraphs).toEqual(['Fähre']);
  expect(await readParagraphs('<meta charset="no-such-set"><p>Fähre</p>')).toEqual(['Fähre']);
  expect(await readParagraphs('<meta charset="utf-16"><p>Fähre</p>')).toEqual(['Fähre']);
});

test('does not end a paragraph at a NUL', async () => {
  expect(await readParagraphs('<p>One\0two</p>')).toHaveLength(1);
});

test.each(
  (
    'script style noscript template nav aside button select textarea datalist output progress ' +
    'meter svg math iframe object canvas audio video dialog header footer'
  ).split(' '),
)('leaves out the text in %s', async (name) => {
  const page = `<!doctype html><body><p>One</p><${name}>Hidden</${name}><p>Two</p>`;
  expect(await readParagraphs(page)).toEqual(['One', 'Two']);
});

test.each(
  (
    'address article blockquote center dd details div dl dt fieldset figcaption figure form h1 h2 h3 ' +
    'h4 h5 h6 hgroup legend li main menu ol p pre search section summary ul'
  ).split(' '),
)('makes a paragraph of the text in %s', async (name) => {
  const page = `<!doctype html><body>One<${name}>Two</${name}>Three`;
  expect(await readParagraphs(page)).toEqual(['One', 'Two', 'Three']);
});

test.each(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'])(
  'makes a paragraph of the text in %s of a table',
  async (name) => {
    const rows: Readonly<Record<string, string>> = {
      caption: '<caption>Two</caption>',
      td: '<tr><td>Two</td></tr>',
      th: '<tr><th>Two</th></tr>',
    };
    const inner = rows[name] ?? '<tr><td>Two</td></tr>';
    expect(await readParagraphs(`<body>One<table>${inner}</table>Three`)).toEqual([
      'One',
      'Two',
      'Three',
    ]);
  },
);

test('keeps a header inside article and main', async () => {
  for (const name of ['article', 'main']) {
    const page = `<body><header>Site</header><${name}><header>Title</header><p>Text</p></${name}>`;
    expect(await readParagraphs(page)).toEqual(['Title', 'Text']);
  }
});

test('treats newlines as spaces, except in pre and br', async () => {
  expect(await readParagraphs('<p>One\n \n two</p>')).toEqual(['One two']);
  expect(await readParagraphs('<pre>One\n \nTwo <b>and\n\nthree</b></pre>')).toEqual([
    'One',
    'Two and',
    'three',
  ]);
  expect(await readParagraphs('<p>One<br><br>Two<br>and</p>')).toEqual(['One', 'Two and']);
  expect(await readParagraphs('<p> One \t\f two </p><p> \n </p>')).toEqual(['One two']);
  expect(
    await readParagraphs('<p hidden>a</p><p aria-hidden="false">b</p><p aria-hidden="true">c'),
  ).toEqual(['b']);
});
