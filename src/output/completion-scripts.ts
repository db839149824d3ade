import bash from './completion/summit.bash';
import fish from './completion/summit.fish';
import zsh from './completion/summit.zsh';

/**
 * Completion scripts by shell. Each passes the words up to the cursor to `summit __complete` and offers the lines that
 * it prints, `candidate<TAB>description`. The line `:files` asks the shell to complete file names.
 */
export const scripts = { bash, zsh, fish } as const;
