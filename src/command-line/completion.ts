import { Option } from 'commander';
import { type Command, groups } from '../commands/command.ts';
import { overview } from '../commands/overview.ts';
import { linksOf } from '../dataset/query/links.ts';
import { summaryOf } from '../dataset/query/summary.ts';
import { type Dataset, type Entry, entriesOf, recordsOf } from '../dataset/schema/dataset.ts';
import type { Field } from '../dataset/schema/fields.ts';
import { globalOptions, helpCommand, helpOption, versionOption } from '../options/option.ts';
import { type FormatName, formats } from '../output/formats.ts';
import { operandAt } from './argv.ts';

/** What may stand next, with a description. */
export type Candidate = readonly [word: string, about: string];

/** Stands for the name of any file. */
const files = ':files';

/** What a command line is completed with. */
interface Situation {
  readonly commands: readonly Command[];
  readonly command: Command | undefined;
  readonly dataset: Dataset | undefined;
}

const optionsOf = (command: Command): readonly Option[] => [
  ...(command.options?.() ?? []),
  ...globalOptions(),
  new Option(...versionOption),
  helpOption(),
];

/** The same candidates behind what stands before them in the word. */
const prefixed = (start: string, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map(([word, about]) => [word === files ? word : start + word, about]);

function ids(
  dataset: Dataset | undefined,
  isMeant: (entry: Entry) => boolean = () => true,
): readonly Candidate[] {
  if (!dataset) return [];
  const links = linksOf(dataset);
  return entriesOf(dataset)
    .filter(isMeant)
    .map((entry) => [entry.record.id, summaryOf(entry, links)]);
}

function countries(dataset: Dataset | undefined): readonly Candidate[] {
  if (!dataset) return [];
  const { calls } = linksOf(dataset);
  return recordsOf(dataset, 'countries').map(({ id }) => [id, calls(id).slice(1).join(', ')]);
}

/** The last of some fields joined by commas; those before it are kept, and not offered again. */
function fieldList(partial: string, fields: readonly Field[]): readonly Candidate[] {
  const before = partial.slice(0, partial.lastIndexOf(',') + 1);
  const taken = before.split(',');
  return fields
    .filter(({ name }) => !taken.includes(name))
    .map(({ name, schema }) => [before + name, schema.description]);
}

/** What may stand in a field, as far as that is known: a choice, or the ids that it refers to. */
function contents({ schema }: Field, dataset: Dataset | undefined): readonly Candidate[] {
  if (schema.enum) return schema.enum.map((word) => [word, '']);
  const target = schema['x-reference'];
  if (target === undefined || !dataset) return [];
  return ids(dataset, ({ collection }) => collection === target);
}

/** A field and an operator, or for `field=` and `field!=` what stands in the field. */
function conditions(partial: string, { command, dataset }: Situation): readonly Candidate[] {
  const fields = command?.fields?.() ?? [];
  const [start, name] = /^(\w+)!?=/.exec(partial) ?? [];
  if (!start) return fields.map((field) => [`${field.name}=`, field.schema.description]);
  const field = fields.find((one) => one.name === name);
  return field ? prefixed(start, contents(field, dataset)) : [];
}

function valuesOf(option: Option, partial: string, situation: Situation): readonly Candidate[] {
  const fields = situation.command?.fields?.() ?? [];
  const plain = (): readonly Candidate[] =>
    fields.flatMap(({ name, schema }) => [
      [name, schema.description],
      [`-${name}`, `${schema.description} Descending.`],
    ]);
  const known: Readonly<Record<string, () => readonly Candidate[]>> = {
    data: () => [[files, '']],
    country: () => countries(situation.dataset),
    fields: () => fieldList(partial, fields),
    where: () => conditions(partial, situation),
    sort: plain,
  };
  const about = (word: string) => (word in formats ? formats[word as FormatName].about : '');
  const choices = option.argChoices?.map((word): Candidate => [word, about(word)]);
  return choices ?? known[option.attributeName()]?.() ?? [];
}

function operands({ command, commands, dataset }: Situation): readonly Candidate[] {
  if (!command) {
    const shown = commands.filter((one) => one.group !== groups.hidden);
    return [...shown.map(({ name, summary }): Candidate => [name, summary]), helpCommand];
  }
  const [argument] = command.arguments?.() ?? [];
  if (argument?.argChoices) return argument.argChoices.map((word) => [word, '']);
  switch (argument?.name()) {
    case 'id':
      return ids(dataset);
    case 'file':
    case 'article':
    case 'folder':
      return [[files, '']];
    default:
      return [];
  }
}

function candidatesIn(words: readonly string[], situation: Situation): readonly Candidate[] {
  const partial = words.at(-1) ?? '';
  const before = words.at(-2);
  const options = optionsOf(situation.command ?? overview);
  const open = options.find(
    (option) =>
      option.required && before !== undefined && [option.short, option.long].includes(before),
  );
  if (open) return valuesOf(open, partial, situation);
  const [start, long] = /^(--[^=]+)=/.exec(partial) ?? [];
  const joined = options.find((option) => option.required && option.long === long);
  if (start && joined) {
    return prefixed(start, valuesOf(joined, partial.slice(start.length), situation));
  }
  if (!partial.startsWith('-')) return operands(situation);
  return options.map((option) => [option.long ?? option.short ?? '', option.description]);
}

/** What may stand for the last of the words behind the program's name; `:files` for any file's name. */
export function candidatesFor(
  words: readonly string[],
  commands: readonly Command[],
  dataset: Dataset | undefined,
): readonly Candidate[] {
  const partial = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const at = operandAt(before, [overview, ...commands].flatMap(optionsOf));
  const name = at === undefined ? undefined : before[at];
  const command = commands.find((one) => one.name === name);
  return candidatesIn(words, { commands, command, dataset }).filter(
    ([word]) => word === files || word.startsWith(partial),
  );
}
