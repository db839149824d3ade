import type { Command as Commander, CommanderError } from 'commander';
import type { Command } from '../commands/command.ts';
import { Failure } from '../system/failure.ts';
import { shellWord } from '../text/quote.ts';
import { suggest } from '../text/suggest.ts';

/** What commands and options are called elsewhere, and here. */
export const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    find: 'search',
    list: 'records',
    version: '--version',
    '-v': '-V',
    '--columns': '--fields',
    '--select': '--fields',
    '--filter': '--where',
    '--query': '--where',
    '--output': '--format',
    '--order': '--sort',
    '--max': '--limit',
    '--head': '--limit',
    '--file': '--data',
    '--colour': '--color',
  }),
);

/** What is meant by an option that is a field: `--where date=2023` for `--date 2023`. */
function conditionFor(option: string, argv: readonly string[], command: Command) {
  const at = argv.findIndex((word) => word.split('=')[0] === option);
  const value = argv[at]?.slice(option.length + 1) || argv[at + 1];
  const name = option.slice(2);
  const field = command.fields?.().find((one) => [name, `${name}s`].includes(one.name));
  return field && value ? `--where ${shellWord(`${field.name}=${value}`)}` : undefined;
}

/** An option that is likely to be meant by one that there is not, with its value where it needs one. */
function meantBy(option: string, argv: readonly string[], command: Command, commander: Commander) {
  const options = commander.createHelp().visibleOptions(commander);
  const names = options.flatMap(({ long, short }) => [long ?? [], short ?? []].flat());
  const formats = options.find(({ long }) => long === '--format')?.argChoices ?? [];
  if (formats.includes(option.slice(2))) return `did you mean -f ${option.slice(2)}?`;
  const known = otherNames.get(option);
  if (known && names.includes(known)) return `did you mean ${known}?`;
  const condition = conditionFor(option, argv, command);
  return condition ? `did you mean ${condition}?` : suggest(option, names);
}

/**
 * A usage error of commander as one of ours, with what is likely to be meant, or how the command is called.
 * @param argv the words behind the command
 */
export function usageFailure(
  error: CommanderError,
  argv: readonly string[],
  command: Command,
  commander: Commander,
): Failure {
  const usage = `usage: ${commander.createHelp().commandUsage(commander)}; --help tells more`;
  if (error.code === 'commander.excessArguments') {
    const words = commander.args.slice(commander.registeredArguments.length);
    const isListing = 'where' in command.options && words.length === commander.args.length;
    const search = `summit search ${words.map(shellWord).join(' ')} looks in all records`;
    return new Failure(`unexpected "${words[0]}"`, { hint: isListing ? search : usage });
  }
  const message = error.message.replace(/^error: /, '');
  const [, unknown] = /^unknown option '([^=]*).*'$/s.exec(message) ?? [];
  const meant = unknown && meantBy(unknown, argv, command, commander);
  return new Failure(message, { hint: meant || usage });
}
