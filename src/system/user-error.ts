/** Exit status as grep and diff have it: 0 yes, 1 the answer is no, 2 trouble. */
export type Status = 0 | 1 | 2;

/** Something that a user can mend: a message of one line, and where it helps a hint of one line. */
export class UserError extends Error {
  readonly status: Status;
  readonly hint: string | undefined;
  /** Findings to print before the message, one a line. */
  readonly findings: readonly string[];

  constructor(
    message: string,
    options: { hint?: string | undefined; status?: Status; findings?: readonly string[] } = {},
  ) {
    super(message);
    this.name = 'Failure';
    this.hint = options.hint;
    this.status = options.status ?? 2;
    this.findings = options.findings ?? [];
  }
}
