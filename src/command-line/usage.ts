import type { Command as Commander, CommanderError } from 'commander';
import { Failure } from '../system/failure.ts';
import { suggest } from '../text/suggest.ts';

/** What options are called elsewhere, and here. */
const otherNames: Readonly<Record<string, string>> = {
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
};

/** A usage error of commander as one of ours, with the nearest option or how the command is called. */
export function usageFailure(error: CommanderError, command: Commander): Failure {
  const message = error.message
    .replace(/^error: /, '')
    .replace(
      /^too many arguments.*/,
      () => `unexpected "${command.args[command.registeredArguments.length]}"`,
    );
  const unknown = /^unknown option '(.*)'$/s.exec(message)?.[1]?.split('=')[0];
  const options = command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long }) => long ?? []);
  const formats = command.options.find(({ long }) => long === '--format')?.argChoices ?? [];
  const format = formats.find((name) => unknown === `--${name}`);
  const own = unknown && otherNames[unknown];
  const meant = format ? `-f ${format}` : own && options.includes(own) ? own : undefined;
  const near = meant ? `did you mean ${meant}?` : unknown && suggest(unknown, options);
  const usage = `usage: ${command.createHelp().commandUsage(command)}; --help tells more`;
  return new Failure(message, { hint: near || usage });
}
