import type { Command as Commander, Help } from 'commander';
import type { Command } from '../commands/command.ts';
import type { Sample } from '../commands/example-ids.ts';
import type { Field } from '../dataset/schema/fields.ts';
import { inWords } from '../options/option.ts';

type Item = readonly [term: string, about: string];

function section(heading: string, items: readonly Item[], helper: Help): readonly string[] {
  const width = Math.max(0, ...items.map(([term]) => term.length));
  const lines = items.map(([term, about]) => helper.formatItem(term, width, about, helper));
  return helper.formatItemList(heading, lines, helper);
}

function commandSections(commander: Commander, helper: Help): readonly string[] {
  const visible = helper.visibleCommands(commander);
  const grouped = helper.groupItems([...commander.commands], visible, (one) => one.helpGroup());
  return [...grouped].flatMap(([heading, some]) => {
    const items = some.map((one): Item => [one.name(), helper.subcommandDescription(one)]);
    return section(heading || 'Help:', items, helper);
  });
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
  const { description, enum: choices = [] } = schema;
  const isTold = choices.every((choice) => description.toLowerCase().includes(choice));
  return isTold ? description : `${description.replace(/\.$/, '')}: ${inWords(choices)}.`;
}

/**
 * The help of a command: a sentence, how it is called, examples with ids that exist, then commands,
 * arguments and options.
 */
export function helpText(
  command: Command,
  commander: Commander,
  helper: Help,
  sample: Sample,
): string {
  const examples = command
    .examples(sample)
    .flatMap(([line, why]) => [`  # ${why}`, `  $ ${`${sample.program} ${line}`.trim()}`]);
  const fields = (command.fields?.() ?? []).map((field): Item => [field.name, aboutField(field)]);
  const width = helper.helpWidth ?? 80;
  const lines = [
    helper.boxWrap(command.summary, width),
    '',
    `Usage: ${helper.commandUsage(commander)}`,
    '',
    'Examples:',
    ...examples,
    '',
    ...commandSections(commander, helper),
    ...argumentSection(commander, helper),
    ...optionSections(commander, helper),
    ...section('Fields:', fields, helper),
    ...(command.more === undefined ? [] : [helper.boxWrap(command.more, width)]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
