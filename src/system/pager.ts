/**
 * The shell command that reads what is longer than the screen, as git and gh choose it: `SUMMIT_PAGER`, else
 * `PAGER`, else less; undefined for none, which an empty one and `cat` stand for.
 */
export function choosePager(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const chosen = env.SUMMIT_PAGER ?? env.PAGER ?? 'less -FRX';
  return ['', 'cat'].includes(chosen.trim()) ? undefined : chosen;
}
