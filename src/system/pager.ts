/**
 * Returns the shell command of the pager: `SUMMIT_PAGER`, else `PAGER`, else less, as in git and gh. Returns undefined
 * if the command is empty or `cat`.
 */
export function choosePager(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const chosen = env.SUMMIT_PAGER ?? env.PAGER ?? 'less -FRX';
  return ['', 'cat'].includes(chosen.trim()) ? undefined : chosen;
}
