import type { Command as Commander, Help } from 'commander';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { type ExampleIds, findExampleIds } from '../commands/example-ids.ts';
import { overview } from '../commands/overview.ts';
import { peek } from '../dataset/load.ts';
import { type Field, listChoices } from '../dataset/schema/fields.ts';
import { helpCommand } from '../options/global-options.ts';
import { joinWithOr } from '../text/did-you-mean.ts';

/** Maximum width of help in columns; longer lines are no easier to read. */
const maxHelpWidth = 80;

type Item = readonly [term: string, about: string];

function formatSection(heading: string, items: readonly Item[], helper: Help): readonly string[] {
  const width = Math.max(0, ...items.map(([term]) => term.length));
  const lines = items.map(([term, about]) => helper.formatItem(term, width, about, helper));
  return helper.formatItemList(heading, lines, helper);
}

function formatCommands(helper: Help): readonly string[] {
  const headings = [...new Set(commands.map(({ group }) => group))];
  const sections = headings.flatMap((heading) => {
    const some = commands.filter(({ group }) => group === heading);
    const items = some.map(({ name, summary }): Item => [name, summary]);
    return formatSection(heading, items, helper);
  });
  return [...sections, ...formatSection('Help:', [helpCommand], helper)];
}

function formatOptions(commander: Commander, helper: Help): readonly string[] {
  const visible = helper.visibleOptions(commander);
  const grouped = helper.groupItems(
    [...commander.options],
    visible,
    (option) => option.helpGroupHeading ?? 'Options:',
  );
  return [...grouped].flatMap(([heading, some]) => {
    const items = some.map((option): Item => [helper.optionTerm(option), option.description]);
    return formatSection(heading, items, helper);
  });
}

function formatArguments(commander: Commander, helper: Help): readonly string[] {
  const items = helper
    .visibleArguments(commander)
    .map((one): Item => [helper.argumentTerm(one), one.description]);
  return formatSection('Arguments:', items, helper);
}

/** Returns the description of a field, followed by its choices if the description does not name them all. */
function describeField({ schema }: Field): string {
  const { description } = schema;
  const choices = listChoices(schema) ?? [];
  const isTold = choices.every((choice) => description.toLowerCase().includes(choice));
  return isTold ? description : `${description.replace(/\.$/, '')}: ${joinWithOr(choices)}.`;
}

/**
 * Formats the help of a command: summary, usage and examples with ids from the dataset, then commands, arguments,
 * fields and options.
 */
function formatHelp(
  command: Command,
  commander: Commander,
  ids: ExampleIds,
  width: number,
): string {
  const helper = commander.createHelp();
  helper.helpWidth = width;
  helper.minWidthToWrap = 1;
  const examples = command
    .examples(ids)
    .flatMap(([line, why]) => [`  # ${why}`, `  $ ${`${ids.program} ${line}`.trim()}`]);
  const fields = (command.fields?.() ?? []).map(
    (field): Item => [field.name, describeField(field)],
  );
  const lines = [
    helper.boxWrap(command.summary, width),
    '',
    `Usage: ${helper.commandUsage(commander)}`,
    '',
    'Examples:',
    ...examples,
    '',
    ...(command === overview ? formatCommands(helper) : []),
    ...formatArguments(commander, helper),
    // Text specific to this command comes before the options, which are mostly the same for all.
    ...formatSection('Fields:', fields, helper),
    ...(command.more === undefined ? [] : [helper.boxWrap(command.more, width), '']),
    ...formatOptions(commander, helper),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Creates the command that prints the help of `command`, with ids from the current dataset in the examples. */
export const createHelpCommand = (
  command: Command,
  commander: Commander,
): Pick<Command, 'run'> => ({
  async run({ io, options, page, data, print }) {
    const ids = findExampleIds(await peek(io, data), options.data);
    const width = Math.min(page.drawnWidth() ?? maxHelpWidth, maxHelpWidth);
    await print([formatHelp(command, commander, ids, width)]);
    return 0;
  },
});
