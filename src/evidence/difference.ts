import { diffArrays } from 'diff';
import { normalise } from './article/normalise.ts';

function tokenise(text: string) {
  const tokens = text.split(/\s/u).filter((token) => token !== '');
  return tokens.map((original) => ({ original, normalised: normalise(original) }));
}

/** Maximum number of words removed and added; beyond it, texts are not compared. Time grows with its square. */
const maxEdits = 400;

/**
 * Marks the words of a found text that differ from the expected text, as `git diff --word-diff` does:
 * `[-expected-]{+found+}`. Differences that matching ignores are not marked.
 */
export function markDifference(expected: string, found: string): string {
  const changes = diffArrays(tokenise(expected), tokenise(found), {
    comparator: (a, b) => a.normalised === b.normalised,
    maxEditLength: maxEdits,
  });
  if (!changes) return `[-${expected}-]{+${found}+}`;
  const marked = changes.map(({ value, added, removed }, index) => {
    const words = value.map(({ original }) => original).join(' ');
    const isReplacement = added && changes[index - 1]?.removed;
    const shown = removed ? `[-${words}-]` : added ? `{+${words}+}` : words;
    return index === 0 || isReplacement ? shown : ` ${shown}`;
  });
  return marked.join('');
}
