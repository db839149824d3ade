import type { Citation } from '../model/citation.ts';
import { escapeUnsafe } from './escape.ts';
import { formatJson } from './format-json.ts';
import type { RenderOptions } from './render-options.ts';
import { wrap } from './text.ts';

function formatParagraphs({ paragraphs }: Citation): string | undefined {
  if (paragraphs.length === 0) return undefined;
  return `${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${paragraphs.join(', ')}`;
}

const formatNote = (citation: Citation): string =>
  [formatParagraphs(citation), citation.inferredYear && 'year inferred'].filter(Boolean).join('; ');

function formatText(citation: Citation, { width }: RenderOptions): string {
  const { author, title, publisher, published, inferredYear, link, hasAddress } = citation;
  const year = inferredYear === undefined ? published : `[${inferredYear}, year inferred]`;
  const parts = [author, `“${title}”`, publisher, year, formatParagraphs(citation)];
  const line = parts.filter((part) => part !== undefined).join(', ');
  // The link is not wrapped, so that it can be copied. Without an address it would lead nowhere.
  const lines = [...wrap(escapeUnsafe(line), width), ...(hasAddress ? [escapeUnsafe(link)] : [])];
  return lines.map((one) => `${one}\n`).join('');
}

/** Converts a citation to an item of the CSL-JSON schema 1.0; `circa` marks an inferred year. */
function toCslItem(citation: Citation): object {
  const { id, title, publisher, author, language, published, inferredYear, link } = citation;
  const parts = (published ?? inferredYear)?.split('-').map(Number);
  const issued = parts && { 'date-parts': [parts], ...(inferredYear && { circa: true }) };
  const note = formatNote(citation);
  return {
    id,
    type: 'article-newspaper',
    title,
    'container-title': publisher,
    ...(author !== undefined && { author: [{ literal: author }] }),
    ...(issued && { issued }),
    language,
    ...(citation.hasAddress && { URL: link }),
    ...(note && { note }),
  };
}

/** TeX for special characters. BibTeX counts escaped braces too, so each has an invisible counterpart. */
const latex: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{\\vphantom{\\}}',
  '}': '\\vphantom{\\{}\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escapeTex = (value: string) =>
  escapeUnsafe(value).replace(/[\\{}$&#%_~^]/g, (sign) => latex[sign] ?? `\\${sign}`);

/** Formats a BibTeX entry. The second pair of braces keeps a title's capitals, and an author in one piece. */
function toBibtex(citation: Citation): string {
  const { id, title, publisher, author, language, published, inferredYear, link, hasAddress } =
    citation;
  const [year, month, day] = (published ?? inferredYear ?? '').split('-');
  const fields: Readonly<Record<string, string | undefined>> = {
    author: author && `{${escapeTex(author)}}`,
    title: `{${escapeTex(title)}}`,
    journal: publisher && escapeTex(publisher),
    year,
    month,
    day,
    language: escapeTex(language),
    url: hasAddress ? escapeUnsafe(link).replace(/[{}\\]/g, encodeURIComponent) : undefined,
    note: formatNote(citation),
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@article{${id},\n${lines.join('')}}\n`;
}

/** Citation formats, the default first. CSL-JSON is one array. */
export const citations = {
  text: (all, page) => all.map((one) => formatText(one, page)),
  'csl-json': (all) => formatJson(all.map(toCslItem)),
  bibtex: (all) => all.map(toBibtex),
} as const satisfies Readonly<
  Record<string, (all: readonly Citation[], page: RenderOptions) => Iterable<string>>
>;

export const citationFormats = Object.keys(citations) as readonly (keyof typeof citations)[];
