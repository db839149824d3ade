import { type ArrayChange, diffArrays } from 'diff';
import { normalise } from '../article/normalise.ts';

interface Token {
  readonly original: string;
  readonly normalised: string;
}

function tokensOf(text: string): readonly Token[] {
  const tokens = text.split(/\s+/u).filter((token) => token !== '');
  return tokens.map((original) => ({ original, normalised: normalise(original) }));
}

function isAlike(a: Token, b: Token): boolean {
  return a.normalised === b.normalised;
}

/**
 * Beyond so many edits, which take time squared, two texts have too little in common to compare.
 */
const mostEdits = 400;

/**
 * Takes what was expected and what was found; returns the latter with the words that differ marked
 * as `git diff --word-diff` does: `[-expected-]{+found+}`. What matching ignores is no difference.
 */
export function markDifference(expected: string, found: string): string {
  const options = { comparator: isAlike, maxEditLength: mostEdits };
  const changes: readonly ArrayChange<Token>[] | undefined = diffArrays(
    [...tokensOf(expected)],
    [...tokensOf(found)],
    options,
  );
  if (!changes) return `[-${expected}-]{+${found}+}`;
  const marked = changes.map(({ value, added, removed }, index) => {
    const words = value.map((token) => token.original).join(' ');
    const isReplacement = added && changes[index - 1]?.removed;
    const shown = removed ? `[-${words}-]` : added ? `{+${words}+}` : words;
    return index === 0 || isReplacement ? shown : ` ${shown}`;
  });
  return marked.join('');
}
