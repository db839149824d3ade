import { diffArrays } from 'diff';
import { normalise } from './article/normalise.ts';

function tokenise(text: string) {
  const tokens = text.split(/\s/u).filter((token) => token !== '');
  return tokens.map((original) => ({ original, normalised: normalise(original) }));
}

/** Where two texts have less in common there is nothing to compare; time goes with the square. */
const maxEdits = 400;

/**
 * What was found, with the words that differ from what was expected marked as
 * `git diff --word-diff` does: `[-expected-]{+found+}`. What matching ignores is no difference.
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
