import type { Command as Commander, Option } from 'commander';
import { Failure } from './failure.ts';
import { suggest } from './nearest.ts';

function optionsOf(program: Commander): readonly Option[] {
  return [program, ...program.commands].flatMap((command) => command.options);
}

/** Whether no option is written so: `--long=value` and `-fvalue` are. */
function isUnknown(word: string, options: readonly Option[]): boolean {
  if (word === '-h' || word === '--help') return false;
  const [long] = word.split('=');
  return !options.some((one) => one.long === long || one.short === word.slice(0, 2));
}

function checkName(name: string, program: Commander): void {
  const names = program.commands.map((command) => command.name());
  if (name === 'help' || names.includes(name)) return;
  const shown = names.filter((one) => !one.startsWith('_'));
  const hint = suggest(name, [...shown, 'help'], 'summit --help lists the commands');
  throw new Failure(`no command "${name}"`, { hint });
}

/** Where the first operand stands; nowhere behind `--`, or an unknown option, whose value it may be. */
function operandAt(argv: readonly string[], options: readonly Option[]): number | undefined {
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (!word.startsWith('-') || word === '-') return at;
    if (word === '--' || isUnknown(word, options)) return undefined;
    if (options.some((one) => one.required && [one.long, one.short].includes(word))) at += 1;
  }
  return undefined;
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
