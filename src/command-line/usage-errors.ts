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

type Synonyms = readonly (readonly [name: string, synonyms: readonly string[]])[];

/** Commands here, with what other programs call them. */
const commandSynonyms: Synonyms = [
  ['search', ['find', 'grep']],
  ['records', ['list', 'ls']],
  ['show', ['get', 'describe', 'view', 'info', 'cat', 'open']],
  ['--version', ['version']],
];

/** Options here, with what other programs call them. */
const optionSynonyms: Synonyms = [
  ['--limit', ['-n', '--max', '--head', '--top', '--first']],
  ['--where', ['-w', '--filter', '--query']],
  ['--sort', ['-s', '--order', '--order-by']],
  ['--fields', ['--columns', '--select']],
  ['--format', ['-o', '--output']],
  ['--data', ['--file']],
  ['--color', ['--colour']],
];

const findSynonym = (word: string, table: Synonyms): string | undefined =>
  table.find(([, synonyms]) => synonyms.includes(word))?.[0];

/** Options of other programs that compare dates, with the operator of the condition. */
const dateOperators: ReadonlyMap<string, string> = new Map([
  ['--since', '>='],
  ['--from', '>='],
  ['--after', '>'],
  ['--until', '<='],
  ['--to', '<='],
  ['--before', '<'],
]);

const findFieldNamed = (name: string, { fields }: Command) =>
  fields?.().find((field) => [name, `${name}s`].includes(field.name));

/** Returns the option for a word such as `status=held` or `date:desc`; undefined if it names no field. */
function toListingOption(word: string, command: Command): string | undefined {
  const [, name = '', rest = ''] = /^(\w+)(.*)$/s.exec(word) ?? [];
  const field = findFieldNamed(name, command)?.name;
  const [, direction] = /^:(asc|desc)(?:ending)?$/i.exec(rest) ?? [];
  if (field && direction) return `--sort ${direction.toLowerCase() === 'asc' ? '' : '-'}${field}`;
  return field && /[=<>~]/.test(rest) ? `--where ${quoteForShell(field + rest)}` : undefined;
}

/** Finds the listing with this name; `country` is the name of `countries` too. */
function findListing(word: string | undefined): Command | undefined {
  const plural = collectionNames.find((name) => collections[name].singular === word);
  return commands.find(({ name, fields }) => fields && name === (plural ?? word));
}

/** Returns the command for another program's: `show xi` for `get xi`, `leaders` for `list leaders`. */
function suggestCommand(name: string, operands: readonly string[]): string | undefined {
  const [first, ...others] = operands;
  const synonym = findSynonym(name, commandSynonyms);
  const listing = synonym || name === 'count' ? findListing(first) : undefined;
  if (listing) {
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

/** Returns the option for another program's; undefined if there is no equivalent. */
function translateOption(
  flag: string,
  value: string | undefined,
  command: Command,
): string | undefined {
  if (flag === '-v') return '-V';
  if (flag === '--md') return '--format markdown';
  const dateField = command.fields?.().find(({ kind }) => kind === 'date')?.name;
  if (flag === '--reverse' || flag === '--desc') return dateField && `--sort -${dateField}`;
  const operator = dateOperators.get(flag);
  if (operator)
    return dateField && value && `--where ${quoteForShell(dateField + operator + value)}`;
  const option = findSynonym(flag, optionSynonyms);
  return option && [option, ...(value === undefined ? [] : [quoteForShell(value)])].join(' ');
}

/** Splits an unknown option into its flag and its value, which may be joined to the flag or be the next word. */
function readUnknownOption(word: string, argv: readonly string[]) {
  const flag = word.startsWith('--') ? word.replace(/=.*/s, '') : word.slice(0, 2);
  const joined = word.slice(flag.length).replace(/^=/, '');
  const next = argv[argv.indexOf(word) + 1];
  return { flag, value: joined || (next?.startsWith('-') ? undefined : next) };
}

/** Returns a hint for an option that the command does not have; undefined if nothing similar exists. */
function suggestForOption(
  word: string,
  argv: readonly string[],
  command: Command,
): string | undefined {
  const { flag, value } = readUnknownOption(word, argv);
  const options = listVisibleOptions(command);
  const names = options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat());
  const formats = command.options.format?.argChoices ?? [];
  if (formats.includes(flag.slice(2))) return `did you mean -f ${flag.slice(2)}?`;
  const grouped = flag === '--group-by' && value && findFieldNamed(value, command)?.name;
  if (grouped) {
    return `to count by ${grouped}: --format tsv --no-header --fields ${grouped} | sort | uniq -c`;
  }
  const synonym = translateOption(flag, value, command);
  const [, format] = /^--format (\S+)/.exec(synonym ?? '') ?? [];
  if (format !== undefined && !formats.includes(format)) return undefined;
  if (synonym && names.includes(synonym.replace(/ .*/s, ''))) return `did you mean ${synonym}?`;
  const field = findFieldNamed(flag.slice(2), command);
  if (field && value) return `did you mean --where ${quoteForShell(`${field.name}=${value}`)}?`;
  // Any single letter is close to any other, so short options get no suggestion.
  return flag.startsWith('--') ? suggest(flag, names) : undefined;
}

/** Returns a hint for words that a listing does not take: conditions, keys to sort by, or words to search for. */
function suggestForWords(words: readonly string[], command: Command): string {
  const options = words.map((word) => toListingOption(word, command));
  return options.includes(undefined)
    ? `summit search ${words.map(quoteForShell).join(' ')} searches all records`
    : `did you mean ${options.join(' ')}?`;
}

/** Returns a condition that the command accepts, as an example. */
function suggestCondition({ fields }: Command): string | undefined {
  const known = fields?.() ?? [];
  for (const { name, schema } of known) {
    const [choice] = listChoices(schema) ?? [];
    if (choice !== undefined) return `for example: --where ${name}=${choice}`;
  }
  const text = known.find(({ name, kind }) => kind === 'text' && name !== 'id');
  return text && `for example: --where ${text.name}~text`;
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
    const words = operands.slice(expected);
    const isListing = command.fields !== undefined && expected === 0;
    const hint = isListing ? suggestForWords(words, command) : usage;
    return new UserError(`unexpected "${words[0]}"`, { hint });
  }
  const message = error.message.replace(/^error: /, '');
  const [, unknown] = /^unknown option '(.*)'$/s.exec(message) ?? [];
  const hint = unknown
    ? suggestForOption(unknown, argv, command)
    : message.startsWith("option '--where ") && suggestCondition(command);
  return new UserError(message, { hint: hint || usage });
}
