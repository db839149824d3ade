import { quoteForShell } from '../text/quote.ts';

/** Commands of other programs, with their equivalents here. */
const commandSynonyms: ReadonlyMap<string, string> = new Map([
  ['find', 'search'],
  ['grep', 'search'],
  ['list', 'records'],
  ['ls', 'records'],
  ['get', 'show'],
  ['describe', 'show'],
  ['view', 'show'],
  ['info', 'show'],
  ['cat', 'show'],
  ['open', 'show'],
  ['version', '--version'],
]);

/**
 * Returns the command to suggest for another program's command and its operand: `show xi` for `get xi`, `leaders` for
 * `list leaders`.
 */
export function suggestCommand(
  name: string,
  operand: string | undefined,
  listings: readonly string[],
): string | undefined {
  const command = commandSynonyms.get(name);
  if (command === undefined || operand === undefined) return command;
  if (listings.includes(operand)) return operand;
  return command === 'records' ? command : `${command} ${quoteForShell(operand)}`;
}

/** Details of an option that the command does not have. */
interface UnknownOption {
  /** Value given with the option, if any. */
  readonly value: string | undefined;
  /** First field of the command that holds a date. */
  readonly dateField: string | undefined;
}

type SuggestOption = (option: UnknownOption) => string | undefined;

const suggestWithValue =
  (option: string): SuggestOption =>
  ({ value }) =>
    value === undefined ? option : `${option} ${quoteForShell(value)}`;

const suggestDateCondition =
  (operator: string): SuggestOption =>
  ({ value, dateField }) =>
    dateField && value && `--where ${quoteForShell(`${dateField}${operator}${value}`)}`;

const suggestDescendingSort: SuggestOption = ({ dateField = 'id' }) => `--sort -${dateField}`;

/** Options of other programs, with functions that return their equivalents here. */
const optionSynonyms: ReadonlyMap<string, SuggestOption> = new Map([
  ['-v', () => '-V'],
  ['-n', suggestWithValue('--limit')],
  ['--max', suggestWithValue('--limit')],
  ['--head', suggestWithValue('--limit')],
  ['--top', suggestWithValue('--limit')],
  ['--first', suggestWithValue('--limit')],
  ['-w', suggestWithValue('--where')],
  ['--filter', suggestWithValue('--where')],
  ['--query', suggestWithValue('--where')],
  ['-s', suggestWithValue('--sort')],
  ['--order', suggestWithValue('--sort')],
  ['--order-by', suggestWithValue('--sort')],
  ['--reverse', suggestDescendingSort],
  ['--desc', suggestDescendingSort],
  ['--since', suggestDateCondition('>=')],
  ['--from', suggestDateCondition('>=')],
  ['--after', suggestDateCondition('>')],
  ['--until', suggestDateCondition('<=')],
  ['--to', suggestDateCondition('<=')],
  ['--before', suggestDateCondition('<')],
  ['--columns', suggestWithValue('--fields')],
  ['--select', suggestWithValue('--fields')],
  ['-o', suggestWithValue('--format')],
  ['--output', suggestWithValue('--format')],
  ['--md', () => '--format markdown'],
  [
    '--group-by',
    ({ value }) =>
      value && `--format tsv --no-header --fields ${quoteForShell(value)} | sort | uniq -c`,
  ],
  ['--file', suggestWithValue('--data')],
  ['--colour', suggestWithValue('--color')],
]);

/** Returns the option to suggest for another program's option; undefined if there is no equivalent. */
export const suggestOption = (flag: string, option: UnknownOption): string | undefined =>
  optionSynonyms.get(flag)?.(option);
