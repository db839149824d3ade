import type { CoveredSentence } from '../evidence/coverage.ts';
import type { Io } from '../system/io.ts';
import { formatFileName, readBytes } from '../system/read.ts';
import { UserError } from '../system/user-error.ts';

type EarlierSentence = Pick<CoveredSentence, 'text' | 'records' | 'paragraph'>;

const isSentence = (one: Partial<EarlierSentence> | null): one is EarlierSentence =>
  typeof one?.text === 'string' && typeof one.paragraph === 'number' && Array.isArray(one.records);

/**
 * Reads the sentences of an earlier `coverage -f json`.
 * @throws UserError if the file cannot be read or is something else
 */
export async function readEarlierCoverage(
  io: Io,
  path: string,
): Promise<readonly EarlierSentence[]> {
  const text = new TextDecoder().decode(await readBytes(io, path));
  const parse = () => {
    try {
      return (JSON.parse(text) as { readonly sentences?: unknown } | null)?.sentences;
    } catch {
      return undefined;
    }
  };
  const sentences = parse();
  if (Array.isArray(sentences) && sentences.every(isSentence)) return sentences;
  throw new UserError(`${formatFileName(path)} is not the JSON of summit coverage`, {
    hint: 'summit coverage article.txt -f json prints it',
  });
}

/** Finds the sentences of an earlier coverage that were covered and are not any more. */
export function compareCoverage(
  earlier: readonly EarlierSentence[],
  sentences: Iterable<CoveredSentence>,
) {
  const covered = new Map<string, boolean>();
  for (const { text, records } of sentences) {
    covered.set(text, covered.get(text) === true || records.length > 0);
  }
  const before = earlier.filter(({ records }) => records.length > 0);
  const lost = before
    .filter(({ text }) => covered.get(text) !== true)
    .map(({ paragraph, text, records }) => {
      const reason = covered.has(text) ? 'not covered' : 'not in the article';
      return { paragraph, text, records, reason };
    });
  return { lost, totals: { sentences: before.length, covered: before.length - lost.length } };
}
