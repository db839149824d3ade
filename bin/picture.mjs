// Draws a terminal session as an SVG, the picture in the README: commands and the coloured output of the built program.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), 'summit.js');
const columns = 88;
const session = [
  ['talks', '--where', 'status=held', '--fields', 'date,leaders,status,outcome'],
  ['timeline', '--country', 'kyrgyzstan'],
  ['gaps', '--where', 'about=railway', '--limit', '2'],
];

/** Sizes in pixels. */
const [charWidth, lineHeight, margin, fontSize] = [8.4, 19, 16, 14];

/** Colours on a dark background, by the SGR codes that the program writes. */
const colours = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 35: '#d2a8ff', 36: '#79c0ff' };

const escapeXml = (text) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

/** Applies a code for colour or weight to a style (ECMA-48, SGR). */
function applyCode(style, code) {
  switch (code) {
    case 1:
      return { ...style, 'font-weight': 'bold' };
    case 2:
      return { ...style, 'fill-opacity': 0.6 };
    case 22:
      return { fill: style.fill };
    default:
      return { ...style, fill: colours[code] };
  }
}

/** Splits a line into stretches of one style, each with its column. */
function splitStretches(line) {
  const stretches = [];
  let column = 0;
  let style = {};
  // Each part after the first begins with a code, followed by the text in that style.
  for (const [at, part] of line.split('\u001b[').entries()) {
    const [code, text] = at === 0 ? [undefined, part] : part.split(/m(.*)/s);
    if (code !== undefined) style = applyCode(style, Number(code));
    if (text.trim() !== '') stretches.push({ column, text, style });
    column += [...text].length;
  }
  return stretches;
}

/** Formats a line with its colours as SVG text. */
function formatLine(line, y) {
  const spans = splitStretches(line).map(({ column, text, style }) => {
    const lead = text.length - text.trimStart().length;
    const x = (margin + (column + lead) * charWidth).toFixed(1);
    const rest = Object.entries(style).filter(([, value]) => value !== undefined);
    const set = rest.map(([name, value]) => ` ${name}="${value}"`).join('');
    return `<tspan x="${x}"${set}>${escapeXml(text.trim())}</tspan>`;
  });
  return `<text y="${y}">${spans.join('')}</text>`;
}

const env = { ...process.env, LC_ALL: 'C.UTF-8' };
for (const name of ['SUMMIT_DATA', 'NO_COLOR', 'FORCE_COLOR']) delete env[name];
const lines = session.flatMap((argv) => {
  const options = ['--width', String(columns), '--color', 'always'];
  const out = execFileSync(process.execPath, [program, ...argv, ...options], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const shown = argv.map((word) => (/^[\w=,-]+$/.test(word) ? word : `'${word}'`)).join(' ');
  return [
    `\u001b[32m$\u001b[39m \u001b[1msummit ${shown}\u001b[22m`,
    ...out.trimEnd().split('\n'),
    '',
  ];
});
lines.pop();
const [width, height] = [columns * charWidth + 2 * margin, lines.length * lineHeight + 2 * margin];
const texts = lines.map((line, at) => formatLine(line, margin + (at + 0.75) * lineHeight));
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" role="img">
<title>A terminal session with summit</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="${fontSize}" fill="#e6edf3" xml:space="preserve">
${texts.filter((text) => !text.endsWith('"></text>')).join('\n')}
</g>
</svg>
`);
