import { Help, type Option } from 'commander';
import type { Command, Operand } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { type ExampleIds, findExampleIds } from '../commands/example-ids.ts';
import { overview } from '../commands/overview.ts';
import { peek } from '../dataset/load.ts';
import { type Field, listChoices } from '../dataset/schema/fields.ts';
import { helpCommand } from '../options/global-options.ts';
import { escapeUnsafe } from '../output/escape.ts';
import { joinWithOr } from '../text/did-you-mean.ts';
import { groupBy } from '../text/group-by.ts';
import { quoteForShell } from '../text/quote.ts';
import { listVisibleOptions } from './argv.ts';

/** Maximum width of help in columns; longer lines are no easier to read. */
const maxHelpWidth = 80;

export type Item = readonly [term: string, description: string];

/** Formats an operand for the usage line, such as `<record...>`. */
export function formatOperand(name: string, { form }: Operand): string {
  const words = form === 'many' || form === 'any' ? `${name}...` : name;
  return form === 'one' || form === 'many' ? `<${words}>` : `[${words}]`;
}

export function formatUsageLine(command: Command): string {
  if (command === overview) return 'summit [options] [command]';
  const operands = Object.entries(command.operands).map(([name, one]) => formatOperand(name, one));
  return ['summit', command.name, '[options]', ...operands].join(' ');
}

/** Returns the description of a field, followed by its choices if the description does not name them all. */
function describeField({ schema }: Field): string {
  const { description } = schema;
  const choices = listChoices(schema) ?? [];
  const namesAll = choices.every((choice) => description.toLowerCase().includes(choice));
  return namesAll ? description : description.replace(/(?=;|\.$)/, `: ${joinWithOr(choices)}`);
}

/** Describes a command, for its help and for the manual page. */
export function describeCommand(command: Command, ids: ExampleIds) {
  const { operands, options, fields = [] } = command;
  const own = Object.values(options);
  return {
    usage: formatUsageLine(command),
    examples: command
      .examples(ids)
      .map(
        ([line, why]): Item => [
          line.includes('{}')
            ? line.replaceAll('{}', ids.program)
            : `${ids.program} ${line}`.trim(),
          why,
        ],
      ),
    operands: Object.entries(operands).map(([name, { description }]): Item => [name, description]),
    fields: fields.map((field): Item => [field.name, describeField(field)]),
    options: own,
    globalOptions: listVisibleOptions(command).filter((option) => !own.includes(option)),
  };
}

export const toItem = ({ flags, description }: Option): Item => [flags, description];

/** Formats command lines, each below its description. They are not wrapped, so that they can be copied. */
const formatCommandLines = (heading: string, items: readonly Item[]): readonly string[] => [
  heading,
  ...items.flatMap(([line, why]) => [`  # ${why}`, `  $ ${line}`]),
  '',
];

const formatFurtherReading = (guide: string) =>
  formatCommandLines('Read more:', [
    ['summit show --help', 'examples, options and fields of a command'],
    ['man summit', 'everything on one page, if the manual page is installed'],
    [`less ${escapeUnsafe(quoteForShell(guide))}`, 'from an article to a dataset of your own'],
  ]);

function formatHelp(command: Command, ids: ExampleIds, width: number, guide: string): string {
  const described = describeCommand(command, ids);
  const helper = Object.assign(new Help(), { helpWidth: width, minWidthToWrap: 1 });
  const formatSection = (heading: string, items: readonly Item[]) => {
    const termWidth = Math.max(0, ...items.map(([term]) => term.length));
    const lines = items.map(([term, text]) => helper.formatItem(term, termWidth, text, helper));
    return helper.formatItemList(heading, lines, helper);
  };
  const commandGroups = groupBy(command === overview ? commands : [], ({ group }) => group);
  const lines = [
    helper.boxWrap(command.summary, width),
    '',
    `Usage: ${described.usage}`,
    '',
    ...formatCommandLines('Examples:', described.examples),
    ...[...commandGroups].flatMap(([heading, some]) =>
      formatSection(
        heading,
        some.map(({ name, summary }) => [name, summary]),
      ),
    ),
    ...formatSection('Help:', command === overview ? [helpCommand] : []),
    ...formatSection('Arguments:', described.operands),
    // Text specific to this command comes before the options, which are mostly the same for all.
    ...formatSection('Fields:', described.fields),
    ...(command.more === undefined ? [] : [helper.boxWrap(command.more, width), '']),
    ...formatSection('Options:', described.options.map(toItem)),
    ...formatSection('Global options:', described.globalOptions.map(toItem)),
    ...(command === overview ? formatFurtherReading(guide) : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Creates the command that prints the help of `command`, with ids from the current dataset in the examples. */
export const createHelpCommand = (command: Command): Pick<Command, 'run'> => ({
  async run({ io, options, page, data, print }) {
    const ids = findExampleIds(await peek(io, data), options.data);
    const width = Math.min(page.drawnWidth ?? maxHelpWidth, maxHelpWidth);
    await print([formatHelp(command, ids, width, io.bundledFile('README.md'))]);
    return 0;
  },
});
