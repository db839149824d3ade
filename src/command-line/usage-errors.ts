import type { CommanderError } from 'commander';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { collectionNames, collections } from '../dataset/schema/collections.ts';
import { listChoices } from '../dataset/schema/fields.ts';
import { helpCommand } from '../options/global-options.ts';
import { UserError } from '../system/user-error.ts';
import { suggest } from '../text/did-you-mean.ts';
import { isPlainWord, quoteForShell } from '../text/quote.ts';
import { listVisibleOptions } from './argv.ts';
import { formatUsageLine } from './help.ts';

/** Words of other programs, by the word of this one. */
type Synonyms = Readonly<Record<string, readonly string[]>>;

const commandSynonyms: Synonyms = {
  search: ['find', 'grep'],
  records: ['list', 'ls'],
  show: ['get', 'describe', 'view', 'info', 'cat', 'open'],
  '--version': ['version'],
};

const optionSynonyms: Synonyms = {
  '--limit': ['--max', '--head', '--top', '--first'],
  '--where': ['--filter', '--query'],
  '--sort': ['--order', '--order-by'],
  '--fields': ['--columns', '--select'],
  '--group-by': ['--group', '--count-by'],
  '--linked': ['--link', '--related', '--with', '--for'],
  '--format': ['-o', '--output'],
  '--data': ['--file'],
  '--color': ['--colour'],
};

/** Operators for a date, with the options of other programs that compare dates. */
const dateOperators: Synonyms = {
  '>=': ['--since', '--from'],
  '>': ['--after'],
  '<=': ['--until', '--to'],
  '<': ['--before'],
};

const findSynonym = (word: string, table: Synonyms): string | undefined =>
  Object.keys(table).find((name) => table[name]?.includes(word));

const findFieldName = (word: string, { fields = [] }: Command): string | undefined =>
  fields.find(({ name }) => [word, `${word}s`].includes(name))?.name;

/** Returns the option for a word such as `status=held` or `date:desc`; undefined if it names no field. */
function toListingOption(word: string, command: Command): string | undefined {
  const [, name = '', rest = ''] = /^(\w+)(.*)$/s.exec(word) ?? [];
  const field = findFieldName(name, command);
  if (field === undefined) return undefined;
  const [, direction] = /^:(asc|desc)(?:ending)?$/i.exec(rest) ?? [];
  if (direction) return `--sort ${direction.toLowerCase() === 'asc' ? '' : '-'}${field}`;
  return /[=<>~]/.test(rest) ? `--where ${quoteForShell(field + rest)}` : undefined;
}

/** Returns the command for another program's: `show xi` for `get xi`, `leaders` for `list leaders`. */
function suggestCommand(name: string, operands: readonly string[]): string | undefined {
  const [first, ...others] = operands;
  const synonym = findSynonym(name, commandSynonyms);
  const plural = collectionNames.find((one) => collections[one].singular === first) ?? first;
  const listing = commands.find((command) => command.fields && command.name === plural);
  if (listing && (synonym || name === 'count')) {
    const options = others.flatMap((word) => toListingOption(word, listing) ?? []);
    return [listing.name, ...options, ...(name === 'count' ? ['--count'] : [])].join(' ');
  }
  const words = synonym === 'records' ? [] : operands.map(quoteForShell);
  return synonym && [synonym, ...words].join(' ');
}

/** Returns the error for an unknown command. Its hint is the nearest command, or how to find one. */
export function toCommandError(name: string, operands: readonly string[]): UserError {
  const meant = suggestCommand(name, operands);
  const search = isPlainWord(name) ? `; summit search ${name} searches all records` : '';
  const names = [...commands.map((one) => one.name), helpCommand[0]];
  const hint = meant
    ? `did you mean ${meant}?`
    : suggest(name, names, `summit --help lists the commands${search}`);
  return new UserError(`no command "${name}"`, { hint });
}

/** Returns the words of the option for another program's; none if there is no equivalent. */
function translateOption(
  flag: string,
  value: string | undefined,
  { fields = [] }: Command,
): readonly string[] {
  if (flag === '-v') return ['-V'];
  if (flag === '--md') return ['--format', 'markdown'];
  const date = fields.find(({ kind }) => kind === 'date')?.name;
  if (flag === '--reverse' || flag === '--desc') return date ? ['--sort', `-${date}`] : [];
  const operator = findSynonym(flag, dateOperators);
  if (operator) return date && value ? ['--where', quoteForShell(date + operator + value)] : [];
  const option = findSynonym(flag, optionSynonyms);
  if (!option) return [];
  return value === undefined ? [option] : [option, quoteForShell(value)];
}

/**
 * Returns a hint for an option that the command does not have; undefined if nothing similar exists. Its value may be
 * joined to it or be the next word.
 */
function suggestForOption(
  word: string,
  argv: readonly string[],
  command: Command,
): string | undefined {
  const flag = word.startsWith('--') ? word.replace(/=.*/s, '') : word.slice(0, 2);
  const joined = word.slice(flag.length).replace(/^=/, '');
  const next = argv[argv.indexOf(word) + 1];
  const value = joined || (next?.startsWith('-') ? undefined : next);
  const name = flag.slice(2);
  const formats = command.options.format?.argChoices ?? [];
  if (formats.includes(name)) return `did you mean -f ${name}?`;
  const words = translateOption(flag, value, command);
  const [option, format] = words;
  if (option === '--format' && format && !formats.includes(format)) return undefined;
  const flags = listVisibleOptions(command).flatMap(({ long = '', short = '' }) => [long, short]);
  if (option && flags.includes(option)) return `did you mean ${words.join(' ')}?`;
  const field = findFieldName(name, command);
  if (field && value) return `did you mean --where ${quoteForShell(`${field}=${value}`)}?`;
  // Any single letter is close to any other, so short options get no suggestion.
  return flag.startsWith('--') ? suggest(flag, flags) : undefined;
}

/**
 * Checks the words that a listing has to find in records.
 * @throws UserError if one is a condition or a sort key, with the option to use instead
 */
export function checkWords(words: readonly string[], command: Command): void {
  const options = words.map((word) => toListingOption(word, command));
  const unexpected = words.find((_, at) => options[at] !== undefined);
  if (unexpected === undefined) return;
  const all = words.map((word, at) => options[at] ?? quoteForShell(word));
  throw new UserError(`unexpected "${unexpected}"`, { hint: `did you mean ${all.join(' ')}?` });
}

/** Returns a condition that the command accepts, as an example. */
function suggestCondition({ fields = [] }: Command): string | undefined {
  const [choice] = fields.flatMap(({ name, schema }) =>
    (listChoices(schema) ?? []).map((word) => `${name}=${word}`),
  );
  const text = fields.find(({ name, kind }) => kind === 'text' && name !== 'id');
  const condition = choice ?? (text && `${text.name}~text`);
  return condition && `for example: --where ${condition}`;
}

/**
 * Converts an error of commander to a UserError. Its hint is a likely correction or the usage line.
 * @param operands operands that commander found
 * @param argv words after the command
 */
export function toUsageError(
  error: CommanderError,
  command: Command,
  operands: readonly string[],
  argv: readonly string[],
): UserError {
  const usage = `usage: ${formatUsageLine(command)} (see --help)`;
  if (error.code === 'commander.excessArguments') {
    const expected = Object.keys(command.operands).length;
    return new UserError(`unexpected "${operands[expected]}"`, { hint: usage });
  }
  const message = error.message.replace(/^error: /, '');
  const [, unknown] = /^unknown option '(.*)'$/s.exec(message) ?? [];
  const hint = unknown
    ? suggestForOption(unknown, argv, command)
    : message.includes('--where <') && suggestCondition(command);
  return new UserError(message, { hint: hint || usage });
}
