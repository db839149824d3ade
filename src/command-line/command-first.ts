import type { Command as Commander, Option } from 'commander';
import { helpOption } from '../options/option.ts';
import { Failure } from '../system/failure.ts';
import { isPlainWord } from '../text/shell-word.ts';
import { suggest } from '../text/suggest.ts';
import { operandAt } from './argv.ts';

function optionsOf(program: Commander): readonly Option[] {
  return [helpOption(), ...[program, ...program.commands].flatMap(({ options }) => options)];
}

function checkName(name: string, program: Commander): void {
  const names = program.commands.map((command) => command.name());
  if (name === 'help' || names.includes(name)) return;
  const shown = names.filter((one) => !one.startsWith('_'));
  const search = isPlainWord(name) ? `; summit search ${name} looks in all records` : '';
  const otherwise = `summit --help lists the commands${search}`;
  const hint = suggest(name, [...shown, 'help'], otherwise);
  throw new Failure(`no command "${name}"`, { hint });
}

/**
 * The arguments with the command in front, so that options may stand before it as well as after.
 * @throws Failure where the first operand is no command, with the nearest one.
 */
export function commandFirst(argv: readonly string[], program: Commander): readonly string[] {
  const at = operandAt(argv, optionsOf(program));
  const name = at === undefined ? undefined : argv[at];
  if (at === undefined || name === undefined) return argv;
  checkName(name, program);
  const rest = [...argv.slice(0, at), ...argv.slice(at + 1)];
  if (name !== 'help') return [name, ...rest];
  // Help of a command is the same as the command's own --help, options and all.
  const [topic, ...others] = commandFirst(rest, program);
  if (topic === '--help') return [topic];
  const hasTopic = topic !== undefined && !topic.startsWith('-');
  return hasTopic ? [topic, '--help', ...others] : [...rest, '--help'];
}
