import type { Command as Commander, Help } from 'commander';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { type ExampleIds, exampleIdsOf } from '../commands/example-ids.ts';
import { overview } from '../commands/overview.ts';
import { peek } from '../dataset/load.ts';
import { choicesOf } from '../dataset/schema/field-schema.ts';
import type { Field } from '../dataset/schema/fields.ts';
import { helpCommand } from '../options/global-options.ts';
import { inWords } from '../text/suggest.ts';

/** Help is no easier to read in longer lines. */
const widest = 80;

type Item = readonly [term: string, about: string];

function section(heading: string, items: readonly Item[], helper: Help): readonly string[] {
  const width = Math.max(0, ...items.map(([term]) => term.length));
  const lines = items.map(([term, about]) => helper.formatItem(term, width, about, helper));
  return helper.formatItemList(heading, lines, helper);
}

function commandSections(helper: Help): readonly string[] {
  const headings = [...new Set(commands.map(({ group }) => group))];
  const sections = headings.flatMap((heading) => {
    const some = commands.filter(({ group }) => group === heading);
    const items = some.map(({ name, summary }): Item => [name, summary]);
    return section(heading, items, helper);
  });
  return [...sections, ...section('Help:', [helpCommand], helper)];
}

function optionSections(commander: Commander, helper: Help): readonly string[] {
  const visible = helper.visibleOptions(commander);
  const grouped = helper.groupItems(
    [...commander.options],
    visible,
    (option) => option.helpGroupHeading ?? 'Options:',
  );
  return [...grouped].flatMap(([heading, some]) => {
    const items = some.map((option): Item => [helper.optionTerm(option), option.description]);
    return section(heading, items, helper);
  });
}

function argumentSection(commander: Commander, helper: Help): readonly string[] {
  const items = helper
    .visibleArguments(commander)
    .map((one): Item => [helper.argumentTerm(one), one.description]);
  return section('Arguments:', items, helper);
}

/** What a field holds, with the choices that its description does not name. */
function aboutField({ schema }: Field): string {
  const { description } = schema;
  const choices = choicesOf(schema) ?? [];
  const isTold = choices.every((choice) => description.toLowerCase().includes(choice));
  return isTold ? description : `${description.replace(/\.$/, '')}: ${inWords(choices)}.`;
}

/**
 * The help of a command: a sentence, how it is called, examples with ids that exist, then commands,
 * arguments and options.
 */
function helpText(command: Command, commander: Commander, ids: ExampleIds, width: number): string {
  const helper = commander.createHelp();
  helper.helpWidth = width;
  helper.minWidthToWrap = 1;
  const examples = command
    .examples(ids)
    .flatMap(([line, why]) => [`  # ${why}`, `  $ ${`${ids.program} ${line}`.trim()}`]);
  const fields = (command.fields?.() ?? []).map((field): Item => [field.name, aboutField(field)]);
  const lines = [
    helper.boxWrap(command.summary, width),
    '',
    `Usage: ${helper.commandUsage(commander)}`,
    '',
    'Examples:',
    ...examples,
    '',
    ...(command === overview ? commandSections(helper) : []),
    ...argumentSection(commander, helper),
    // What differs comes before the options that stand on every page.
    ...section('Fields:', fields, helper),
    ...(command.more === undefined ? [] : [helper.boxWrap(command.more, width), '']),
    ...optionSections(commander, helper),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The printing of a command's help, which names what is in the dataset at hand. */
export const helpOf = (command: Command, commander: Commander): Pick<Command, 'run'> => ({
  async run({ io, options, page, data, print }) {
    const ids = exampleIdsOf(await peek(io, data), options.data);
    const width = Math.min(page.drawnWidth() ?? widest, widest);
    await print([helpText(command, commander, ids, width)]);
    return 0;
  },
});
