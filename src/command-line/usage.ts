import type { Command as Commander, CommanderError } from 'commander';
import type { Command } from '../commands/command.ts';
import { UserError } from '../system/user-error.ts';
import { suggest } from '../text/did-you-mean.ts';
import { quoteForShell } from '../text/quote.ts';
import { suggestOption } from './synonyms.ts';

/** Splits an unknown option into its flag and its value, which may be joined to the flag or be the next word. */
function readUnknownOption(word: string, argv: readonly string[]) {
  const flag = word.startsWith('--') ? word.replace(/=.*/s, '') : word.slice(0, 2);
  const joined = word.slice(flag.length).replace(/^=/, '');
  const next = argv[argv.indexOf(word) + 1];
  return { flag, value: joined || (next?.startsWith('-') ? undefined : next) };
}

const findFieldNamed = (name: string, command: Command) =>
  command.fields?.().find((one) => [name, `${name}s`].includes(one.name));

/** Returns a hint for an option that the command does not have; undefined if nothing similar exists. */
function suggestForOption(
  word: string,
  argv: readonly string[],
  command: Command,
  commander: Commander,
): string | undefined {
  const { flag, value } = readUnknownOption(word, argv);
  const options = commander.createHelp().visibleOptions(commander);
  const names = options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat());
  const formats = options.find(({ long }) => long === '--format')?.argChoices ?? [];
  if (formats.includes(flag.slice(2))) return `did you mean -f ${flag.slice(2)}?`;
  const dateField = command.fields?.().find(({ kind }) => kind === 'date')?.name;
  const synonym = suggestOption(flag, { value, dateField });
  const [, format] = /^--format (\S+)/.exec(synonym ?? '') ?? [];
  if (format !== undefined && !formats.includes(format)) return undefined;
  if (synonym && names.includes(synonym.replace(/ .*/s, ''))) return `did you mean ${synonym}?`;
  const field = findFieldNamed(flag.slice(2), command);
  if (field && value) return `did you mean --where ${quoteForShell(`${field.name}=${value}`)}?`;
  // Any single letter is close to any other, so short options get no suggestion.
  return flag.startsWith('--') ? suggest(flag, names) : undefined;
}

/** Returns a hint for words that a listing does not take: conditions for `--where`, or words to search for. */
function suggestForWords(words: readonly string[], command: Command): string {
  const isCondition = (word: string) =>
    findFieldNamed(word.replace(/[.=!<>~].*/s, ''), command) !== undefined;
  if (words.some((word) => !isCondition(word) || !/[=<>~]/.test(word))) {
    return `summit search ${words.map(quoteForShell).join(' ')} searches all records`;
  }
  const conditions = words.map((word) => `--where ${quoteForShell(word)}`);
  return `did you mean ${conditions.join(' ')}?`;
}

/**
 * Converts an error of commander to a UserError. Its hint is a likely correction or the usage line.
 * @param argv words after the command
 */
export function toUsageError(
  error: CommanderError,
  argv: readonly string[],
  command: Command,
  commander: Commander,
): UserError {
  const usage = `usage: ${commander.createHelp().commandUsage(commander)} (see --help)`;
  if (error.code === 'commander.excessArguments') {
    const words = commander.args.slice(commander.registeredArguments.length);
    const isListing = 'where' in command.options && words.length === commander.args.length;
    const hint = isListing ? suggestForWords(words, command) : usage;
    return new UserError(`unexpected "${words[0]}"`, { hint });
  }
  const message = error.message.replace(/^error: /, '');
  const [, unknown] = /^unknown option '(.*)'$/s.exec(message) ?? [];
  const meant = unknown && suggestForOption(unknown, argv, command, commander);
  return new UserError(message, { hint: meant || usage });
}
