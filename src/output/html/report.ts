import { createHash } from 'node:crypto';
import type { Stretch } from '../../model/marked-article.ts';
import type {
  Page,
  PageField,
  PageFinding,
  PageLink,
  PageList,
  PageParagraph,
  PagePassage,
  PageRecord,
} from '../../model/page.ts';
import { groupBy } from '../../text/group-by.ts';
import { type Html, html, joinHtml } from './html.ts';
import css from './report.css';

/** Returns the id of a record's element. The prefix keeps it apart from those of the page. */
const toElementId = (id: string) => `r-${id}`;

const renderLink = ({ id, text }: PageLink): Html =>
  id === undefined ? html`${text}` : html`<a href="#${toElementId(id)}">${text}</a>`;

const renderField = ({ name, items }: PageField): Html =>
  html`<div><dt>${name}</dt><dd>${joinHtml(items.map(renderLink), ', ')}</dd></div>`;

function renderFields({ fields, missing }: Pick<PageRecord, 'fields' | 'missing'>): Html {
  const unstated = { name: 'not stated:', items: [{ text: missing.join(', ') }] };
  const all = missing.length > 0 ? [...fields, unstated] : fields;
  return html`<dl>${all.map(renderField)}</dl>`;
}

const changeTags = {
  same: (words: string) => html`${words}`,
  removed: (words: string) => html`<del>${words}</del>`,
  added: (words: string) => html`<ins>${words}</ins>`,
} as const;

function renderFinding({ label, kind, field, text, nearest }: PageFinding): Html {
  const changes = nearest?.changes.map((one) => changeTags[one.kind](one.words)) ?? [];
  const near = nearest && html`; nearest in ¶${nearest.paragraph}: ${joinHtml(changes, ' ')}`;
  return html`<p class="finding ${kind}"><strong>${label}</strong> ${field}: ${text}${near}</p>`;
}

function renderPassage({ paragraph, stretch, words, address }: PagePassage): Html {
  const text = words === undefined ? `¶${paragraph}` : `¶${paragraph} ${words}`;
  const target = stretch === undefined ? address : `#s${stretch}`;
  return target === undefined ? html`${text}` : html`<a href="${target}">${text}</a>`;
}

type Marks = ReturnType<typeof indexMarks>;

/** Indexes the records and the stretches of a page, by which each outlines the other. */
function indexMarks({ summit, article = [], groups }: Page) {
  const records = [summit, ...[...article, ...groups].flatMap((one) => one.records)];
  const byId = new Map(records.map((record) => [record.id, record]));
  const stretches = article.flatMap((one) => one.stretches);
  const pairs = stretches.flatMap(({ number, records: ids }) => ids.map((id) => ({ id, number })));
  const byRecord = groupBy(pairs, ({ id }) => id);
  return {
    records,
    stretches,
    /** Class of the stretches of a record. */
    getClass: (id: string) => `f${byId.get(id)?.number}`,
    /** Classes of a record: one for each of its stretches. */
    listClasses: ({ id }: PageRecord) =>
      (byRecord.get(id) ?? []).map(({ number }) => ` t${number}`).join(''),
    isGap: (id: string) => byId.get(id)?.collection === 'gaps',
  };
}

function renderRecord(record: PageRecord, marks: Marks): Html {
  const { id, title, passages, findings } = record;
  const places =
    passages.length > 0 ? joinHtml(passages.map(renderPassage), ' · ') : html`no passage`;
  return html`<li><div role="comment" id="${toElementId(id)}" class="record${marks.listClasses(record)}">
<p>${renderLink({ id, text: title })}</p>
${renderFields(record)}<p class="dim">${places}</p>${findings.map(renderFinding)}</div></li>
`;
}

const renderRecords = (records: readonly PageRecord[], marks: Marks): Html =>
  html`<ul>${records.map((record) => renderRecord(record, marks))}</ul>`;

function renderStretch(
  { number, text, records, starts, isUncovered }: Stretch,
  marks: Marks,
): Html {
  const inner = isUncovered ? html`<span class="uncovered">${text}</span>` : html`${text}`;
  if (records.length === 0) return inner;
  const open = records.every(marks.isGap) ? ' open' : '';
  const classes = `${records.map(marks.getClass).join(' ')}${open}`;
  // A passage that goes on over several stretches is announced, and reached by the keyboard, only at its start.
  const isStart = starts.length > 0;
  const details = isStart ? html` aria-details="${starts.map(toElementId).join(' ')}"` : undefined;
  const order = isStart ? undefined : html` tabindex="-1"`;
  // Blanks between two passages are no link, which would have no name.
  const link = /\S/.test(text)
    ? html`<a id="s${number}" href="#s${number}"${order}>${inner}</a>`
    : inner;
  return html`<mark class="${classes}"${details}>${link}</mark>`;
}

const uncoveredLabel = html` <span class="finding">not covered by any record</span>`;

function renderParagraph(
  { paragraph, stretches, records, others }: PageParagraph,
  language: string,
  marks: Marks,
): Html {
  const text = stretches.flatMap((stretch, at) => {
    const isLast = stretch.isUncovered && stretches[at + 1]?.isUncovered !== true;
    return [renderStretch(stretch, marks), isLast ? uncoveredLabel : undefined];
  });
  const groups = [...groupBy(records, ({ collection }) => collection)].map(
    ([name, some]) => html`<h4>${name}</h4>${renderRecords(some, marks)}`,
  );
  const links = others.map(
    (one) =>
      html`<span class="other${marks.listClasses(one)}">${renderLink({ id: one.id, text: one.title })}</span>`,
  );
  const also =
    links.length > 0 ? html`<p class="dim">Also: ${joinHtml(links, ' · ')}</p>` : undefined;
  return html`<div class="paragraph"><h3>¶${paragraph}</h3>
<p class="text" lang="${language}" dir="auto">${text}</p>
<div class="records">${groups}${also}</div></div>
`;
}

function* renderArticle(
  paragraphs: readonly PageParagraph[],
  language: string,
  marks: Marks,
): Generator<Html> {
  yield html`<p class="dim">Marked words support a record; words with a dotted line only leave a question open; the rest is
in no passage.<span class="screen"> Select marked words to outline their records, or a record to outline its words.</span></p>
`;
  for (const one of paragraphs) yield renderParagraph(one, language, marks);
}

const renderList = ({ items, ...heading }: PageList): Html =>
  html`<li><h3>${renderLink(heading)}</h3><ul>${items.map(
    (item) =>
      html`<li>${renderLink(item)} <span class="dim">${item.details.join(' · ')}</span></li>`,
  )}</ul></li>
`;

/** Lists the findings of a record or of the source, each with a link to it. */
const listFindings = (findings: readonly PageFinding[], link: Html): readonly Html[] =>
  findings.map(({ label, field }) => html`<li><strong>${label}</strong> ${link}, ${field}</li>`);

function renderVerification({ verification, source }: Page, { records }: Marks): Html {
  if (!verification) {
    return html`<p>not checked: this page was made without a copy of the article</p>`;
  }
  const { hasPassed, verdict, totals } = verification;
  const rows = totals.map(([label, [total, ...parts]]) => {
    const detail = parts.length > 0 ? ` (${parts.join('; ')})` : '';
    return html`<div><dt>${label}</dt><dd>${total}${detail}</dd></div>`;
  });
  const findings = [
    ...listFindings(source.findings, html`<a href="#source">Source</a>`),
    ...records.flatMap((one) =>
      listFindings(one.findings, renderLink({ id: one.id, text: one.title })),
    ),
  ];
  return html`<p class="verdict${hasPassed ? ' passed' : ''}">${verdict}</p>
<ul>${findings}</ul><dl class="totals">${rows}</dl>
`;
}

/** Lists the sections of the page, with the ids of their headings. */
function listSections(page: Page, marks: Marks) {
  const { source, summit, article, language } = page;
  const about = [renderFields(source), ...source.findings.map(renderFinding)];
  const lists = [
    { id: 'timeline', heading: 'Timeline', lists: page.timeline },
    { id: 'meetings', heading: 'Who met whom', lists: page.meetings },
  ];
  return [
    { id: 'verification', heading: 'Verification', body: [renderVerification(page, marks)] },
    { id: 'source', heading: 'Source', body: [...about, renderRecords([summit], marks)] },
    ...(article
      ? [{ id: 'article', heading: 'Article', body: renderArticle(article, language, marks) }]
      : []),
    ...page.groups.map(({ id, heading, description, records }) => ({
      id,
      heading,
      body: [html`<p class="dim">${description}</p>`, renderRecords(records, marks)],
    })),
    ...lists.flatMap(({ lists: all, ...section }) =>
      all.length > 0
        ? [{ ...section, body: [html`<ul class="columns">${all.map(renderList)}</ul>`] }]
        : [],
    ),
  ];
}

/** Builds the rules by which a record outlines its stretches, and a stretch its records. */
function buildRules({ records, stretches, getClass }: Marks): string {
  const fromRecords = records.map(
    ({ id }) =>
      `:root:has(#${toElementId(id)}:is(:target,:hover,:focus-within)) mark.${getClass(id)}`,
  );
  const fromStretches = stretches
    .filter((one) => one.records.length > 0)
    .map(({ number }) => `:root:has(#s${number}:is(:target,:hover,:focus)) .t${number}`);
  const outlined = [
    [fromRecords, 'background:var(--hit);border-bottom:3px solid var(--focus)'],
    [fromStretches, 'outline:2px solid var(--focus)'],
  ] as const;
  return outlined
    .filter(([selectors]) => selectors.length > 0)
    .map(([selectors, style]) => `${selectors.join(',\n')} {${style}}\n`)
    .join('');
}

/**
 * Renders a page that loads nothing and runs no script: its only style is allowed by its hash (Content Security Policy
 * Level 3).
 */
export function* renderReport(page: Page): Generator<string> {
  const marks = indexMarks(page);
  const style = `${css}${buildRules(marks)}`;
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const sections = listSections(page, marks);
  const contents = sections.map(
    ({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`,
  );
  yield html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<header><h1>${page.title}</h1><p>${page.description}</p></header>
<nav aria-label="Contents"><ul>${contents}</ul></nav>
<main>
`.html;
  for (const { id, heading, body } of sections) {
    yield html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>\n`.html;
    for (const piece of body) yield piece.html;
    yield '</section>\n';
  }
  yield '</main>\n</body>\n</html>\n';
}
