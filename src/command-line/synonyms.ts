import { shellWord } from '../text/quote.ts';

/** What other programs call the commands. */
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
 * Returns the command that another program's command is likely to stand for, with the operand behind it:
 * `show xi` for `get xi`, and `leaders` for `list leaders`.
 */
export function suggestCommand(
  name: string,
  operand: string | undefined,
  listings: readonly string[],
): string | undefined {
  const command = commandSynonyms.get(name);
  if (command === undefined || operand === undefined) return command;
  if (listings.includes(operand)) return operand;
  return command === 'records' ? command : `${command} ${shellWord(operand)}`;
}

/** What is known of an option that the command does not have. */
interface UnknownOption {
  /** The value that is given with it, if any. */
  readonly value: string | undefined;
  /** The first field of the command that holds a date. */
  readonly dateField: string | undefined;
}

type Suggest = (option: UnknownOption) => string | undefined;

const named =
  (option: string): Suggest =>
  ({ value }) =>
    value === undefined ? option : `${option} ${shellWord(value)}`;

const dated =
  (operator: string): Suggest =>
  ({ value, dateField }) =>
    dateField && value && `--where ${shellWord(`${dateField}${operator}${value}`)}`;

const descending: Suggest = ({ dateField = 'id' }) => `--sort -${dateField}`;

/** What other programs call the options, each with what to type here. */
const optionSynonyms: ReadonlyMap<string, Suggest> = new Map([
  ['-v', () => '-V'],
  ['-n', named('--limit')],
  ['--max', named('--limit')],
  ['--head', named('--limit')],
  ['--top', named('--limit')],
  ['--first', named('--limit')],
  ['-w', named('--where')],
  ['--filter', named('--where')],
  ['--query', named('--where')],
  ['-s', named('--sort')],
  ['--order', named('--sort')],
  ['--order-by', named('--sort')],
  ['--reverse', descending],
  ['--desc', descending],
  ['--since', dated('>=')],
  ['--from', dated('>=')],
  ['--after', dated('>')],
  ['--until', dated('<=')],
  ['--to', dated('<=')],
  ['--before', dated('<')],
  ['--columns', named('--fields')],
  ['--select', named('--fields')],
  ['-o', named('--format')],
  ['--output', named('--format')],
  ['--md', () => '--format markdown'],
  [
    '--group-by',
    ({ value }) =>
      value && `--format tsv --no-header --fields ${shellWord(value)} | sort | uniq -c`,
  ],
  ['--file', named('--data')],
  ['--colour', named('--color')],
]);

/** Returns what to type in place of another program's option; undefined if there is nothing like it. */
export const suggestOption = (flag: string, option: UnknownOption): string | undefined =>
  optionSynonyms.get(flag)?.(option);
