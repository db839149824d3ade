import { Command as Commander } from 'commander';
import { cite } from '../commands/cite.ts';
import { type Call, type Command, groups } from '../commands/command.ts';
import { completion } from '../commands/completion.ts';
import { coverage } from '../commands/coverage.ts';
import type { Sample } from '../commands/example-ids.ts';
import { exportPackage } from '../commands/export.ts';
import { listing } from '../commands/listing.ts';
import { newDataset } from '../commands/new.ts';
import { overview } from '../commands/overview.ts';
import { schema } from '../commands/schema.ts';
import { search } from '../commands/search.ts';
import { show } from '../commands/show.ts';
import { timeline } from '../commands/timeline.ts';
import { validate } from '../commands/validate.ts';
import { verify } from '../commands/verify.ts';
import { collectionNames } from '../dataset/schema/collections.ts';
import { globalOptions, helpCommand, helpOption, versionOption } from '../options/option.ts';
import type { Status } from '../system/failure.ts';
import { complete } from './complete.ts';
import { helpText } from './help.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  ...collectionNames.map(listing),
  show,
  search,
  timeline,
  cite,
  verify,
  coverage,
  validate,
  schema,
  newDataset,
  exportPackage,
  completion,
  complete(() => commands),
];

/** What the program needs of main: what to do with a command, with help, and what to name in it. */
export interface Hooks {
  readonly version: string;
  /** Columns that help may take. */
  readonly helpWidth: number;
  /** Runs a command that has been parsed. */
  run(command: Command, args: readonly string[], options: Call['options']): Promise<Status>;
  /** Takes the text of help and version. */
  tell(text: string): void;
  sample(): Sample;
}

function equip(commander: Commander, command: Command, hooks: Hooks): void {
  commander
    .configureHelp({
      minWidthToWrap: 1,
      formatHelp: (one, helper) => helpText(command, one, helper, hooks.sample()),
    })
    .allowExcessArguments(false);
  for (const argument of command.arguments?.() ?? []) commander.addArgument(argument);
  for (const option of command.options?.() ?? []) commander.addOption(option);
  commander.optionsGroup('Global options:');
  for (const option of globalOptions()) commander.addOption(option);
  commander.version(hooks.version, ...versionOption).addHelpOption(helpOption());
  commander.action(async () => {
    await hooks.run(command, commander.args, commander.opts());
  });
}

/**
 * The commander program: global options, help, the commands registered. It writes nothing by itself. If the
 * first argument is a command's name, only that one gets its options, which is most of the work.
 */
export function createProgram(hooks: Hooks, first: string | undefined): Commander {
  const isOnly = commands.some(({ name }) => name === first);
  const program = new Commander('summit')
    .exitOverride()
    .enablePositionalOptions()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: hooks.tell,
      writeErr: () => {},
      getOutHelpWidth: () => hooks.helpWidth,
    })
    .helpCommand(`${helpCommand[0]} [command]`, helpCommand[1]);
  equip(program, overview, hooks);
  for (const command of commands) {
    const hidden = command.group === groups.hidden;
    const commander = program.command(command.name, { hidden });
    commander.helpGroup(command.group).summary(command.summary);
    if (!isOnly || command.name === first) equip(commander, command, hooks);
  }
  return program;
}
