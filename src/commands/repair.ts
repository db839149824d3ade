import {
  formatPath,
  formatPlace,
  formatProblems,
  type PlacedProblem,
} from '../dataset/check/problem.ts';
import type { Edit, EvidenceItem } from '../dataset/evidence-items.ts';
import type { EvidenceDraft, Repair } from '../evidence/repair.ts';
import type { Anchor } from '../model/record.ts';
import { defineFlag, defineFormatOption } from '../options/option.ts';
import { escapeUnsafe, toSafeJson } from '../output/escape.ts';
import { formatJson } from '../output/format-json.ts';
import type { Io } from '../system/io.ts';
import { formatFileName, readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { formatCount } from '../text/format-count.ts';
import { defineCommand, groups } from './command.ts';
import {
  createOtherArticleError,
  operands,
  readArticleFile,
  rejectSharedInput,
} from './verification-input.ts';

interface RepairedItem<R = Repair> {
  readonly item: EvidenceItem;
  readonly draft: EvidenceDraft;
  readonly repair: R;
}

type RepairTo<State> = Extract<Repair, { state: State }>;

/** Reads an item as a passage in plain text or as an anchor; undefined if it is neither, which `validate` reports. */
function readDraft({ value }: EvidenceItem): EvidenceDraft | undefined {
  if (typeof value === 'string') return { start: value };
  if (typeof value !== 'object' || value === null) return undefined;
  const { paragraph, start, end } = value as Readonly<Record<string, unknown>>;
  if (typeof start !== 'string') return undefined;
  return {
    start,
    ...(typeof end === 'string' && { end }),
    ...(Number.isSafeInteger(paragraph) && { paragraph: Number(paragraph) }),
  };
}

/** Formats an anchor on one line, with blanks as in a file that is formatted by hand. */
const formatSpaced = (anchor: Anchor): string =>
  `{ ${Object.entries(anchor)
    .map(([name, value]) => `${toSafeJson(name)}: ${toSafeJson(value)}`)
    .join(', ')} }`;

/**
 * Lists the edits that make an anchor of an item: of the fields that differ if it has all of them, else of the item.
 */
function listEdits({ item, draft, repair }: RepairedItem<RepairTo<'repaired'>>): readonly Edit[] {
  const { anchor } = repair;
  const fields = Object.entries(anchor);
  const { offset, length } = item;
  const isSameShape =
    fields.length === item.fields.size && fields.every(([name]) => item.fields.has(name));
  if (!isSameShape) return [{ offset, length, content: formatSpaced(anchor) }];
  return [...item.fields].flatMap(([name, extent]) => {
    const value = anchor[name as keyof Anchor];
    return value === draft[name as keyof Anchor] ? [] : { ...extent, content: toSafeJson(value) };
  });
}

const formatSimilarity = (similarity: number): string =>
  similarity === 1 ? 'exact' : `${Math.floor(similarity * 100)} % alike`;

function formatRepair({ item, repair }: RepairedItem<RepairTo<'repaired' | 'left'>>): string {
  const what =
    repair.state === 'left'
      ? `left unchanged: ${repair.reason}`
      : `-> ${toSafeJson(repair.anchor)} (${formatSimilarity(repair.similarity)})`;
  return `${escapeUnsafe(`${formatPlace(item.path, item.record)}: ${toSafeJson(item.value)} ${what}`)}\n`;
}

function toJson({ item, repair }: RepairedItem): object {
  const { path, record, value } = item;
  const { state, ...result } = repair;
  return { path: formatPath(path), record, from: value, ...result };
}

const select = <State extends Repair['state']>(items: readonly RepairedItem[], state: State) =>
  items.filter((one): one is RepairedItem<RepairTo<State>> => one.repair.state === state);

/**
 * Reads the text of a dataset, which need not be valid.
 * @throws UserError if it cannot be read or is no JSON object in UTF-8
 */
async function readText(io: Io, path: string): Promise<string> {
  const bytes = await readBytes(io, path);
  const { validateDataset } = await import('../dataset/check/validate.ts');
  const { problems } = validateDataset(bytes);
  const unreadable = (problems as readonly PlacedProblem[]).filter((one) => one.path.length === 0);
  if (unreadable.length > 0) {
    const findings = formatProblems(path, unreadable);
    throw new UserError(`${formatFileName(path)} cannot be read as a dataset`, { findings });
  }
  return new TextDecoder().decode(bytes);
}

export const repair = defineCommand({
  name: 'repair',
  group: groups.datasets,
  summary: 'Turn passages into anchors, and correct moved and misspelt anchors.',
  operands,
  options: {
    dryRun: defineFlag('--dry-run', 'print only what would change'),
    format: defineFormatOption(['text', 'json']),
  },
  ignores: ['color', 'width'],
  examples: () => [
    ['repair article.txt --data my.json --dry-run', 'what would change'],
    ['repair article.txt --data my.json > repaired.json', 'the repaired dataset'],
  ],
  more:
    'Prints the dataset and keeps its formatting. Evidence may have a passage as plain text in place of an anchor; ' +
    'repair replaces it with the shortest anchor that locates exactly that passage. It corrects the paragraph of an ' +
    'anchor that has moved, and the words of one that is misspelt if one place in the article is clearly nearest. ' +
    'Each change is reported on standard error, with the similarity of the words. What is uncertain is reported and ' +
    'left unchanged. Exits with 0 if nothing is left to repair, 1 otherwise.',
  async run({ io, operands: { article: path }, options, data, print }) {
    if (options.format !== undefined && !options.dryRun) {
      throw new UserError('--format needs --dry-run', { hint: 'the dataset is always JSON' });
    }
    rejectSharedInput(path, data);
    const text = await readText(io, data ?? io.bundledFile('xian-2023.json'));
    const { applyEdits, listEvidenceItems } = await import('../dataset/evidence-items.ts');
    const drafts = listEvidenceItems(text).flatMap((item) => {
      const draft = readDraft(item);
      return draft ? { item, draft } : [];
    });
    const article = await readArticleFile(io, path);
    const { indexArticle } = await import('../evidence/article/word-index.ts');
    const { repairEvidence } = await import('../evidence/repair.ts');
    const repairs = repairEvidence(
      drafts.map(({ draft }) => draft),
      indexArticle(article),
    );
    if (!repairs) throw createOtherArticleError(path);
    const items = drafts.map((one, at) => ({ ...one, repair: assertDefined(repairs[at]) }));
    const [repaired, left] = [select(items, 'repaired'), select(items, 'left')];
    // What is left comes last, where it is seen.
    const lines = [...repaired, ...left].map(formatRepair);
    if (!options.dryRun) {
      await print([applyEdits(text, repaired.flatMap(listEdits))]);
      for (const line of lines) await io.stderr.write(line);
    } else if (options.format === 'json') {
      await print(formatJson({ changes: repaired.map(toJson), left: left.map(toJson) }));
    } else await print(lines);
    if (left.length === 0) return 0;
    throw new UserError(`${formatCount(left.length, 'passage')} left unchanged`, { status: 1 });
  },
});
