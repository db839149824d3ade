/** Exit status, as in grep and diff: 0 for success, 1 for a negative answer, 2 for an error. */
export type ExitStatus = 0 | 1 | 2;

/** Error that a user can fix: a one-line message and an optional one-line hint. */
export class UserError extends Error {
  readonly status: ExitStatus;
  readonly hint: string | undefined;
  /** Findings to print before the message, one per line. */
  readonly findings: readonly string[];

  constructor(
    message: string,
    options: { hint?: string | undefined; status?: ExitStatus; findings?: readonly string[] } = {},
  ) {
    super(message);
    this.name = 'UserError';
    this.hint = options.hint;
    this.status = options.status ?? 2;
    this.findings = options.findings ?? [];
  }
}
