import type { Option } from 'commander';
import { callsOf } from '../dataset/countries.ts';
import { type Dataset, entriesOf, recordsOf } from '../dataset/dataset.ts';
import type { Field } from '../dataset/fields.ts';
import { gistOf } from '../dataset/gist.ts';
import { linksOf } from '../dataset/links.ts';
import { globalOptions } from '../options.ts';
import { type FormatName, formats } from '../output/formats.ts';
import { operandAt } from '../words.ts';
import { type Command, groups } from './command.ts';

/** What may stand next, with a description. */
export type Candidate = readonly [word: string, about: string];

const files: readonly Candidate[] = [[':files', '']];

/** What a command line is completed with. */
interface Situation {
  readonly commands: readonly Command[];
  readonly command: Command | undefined;
  readonly dataset: Dataset | undefined;
}

const optionsOf = (command: Command | undefined): readonly Option[] => [
  ...(command?.options?.() ?? []),
  ...globalOptions(),
];

function ids(dataset: Dataset | undefined): readonly Candidate[] {
  if (!dataset) return [];
  const links = linksOf(dataset);
  return entriesOf(dataset).map((entry) => [entry.record.id, gistOf(entry, links)]);
}

function countries(dataset: Dataset | undefined): readonly Candidate[] {
  if (!dataset) return [];
  return recordsOf(dataset, 'countries').map((one) => [one.id, callsOf(one).slice(1).join(', ')]);
}

/** The last of some fields joined by commas; those before it are kept. */
function fieldList(partial: string, fields: readonly Field[]): readonly Candidate[] {
  const before = partial.slice(0, partial.lastIndexOf(',') + 1);
  return fields.map(({ name, shape }) => [before + name, shape.description]);
}

/** A field and an operator, or for `field=` what stands in the field. */
function conditions(partial: string, fields: readonly Field[]): readonly Candidate[] {
  const [name = '', ...rest] = partial.split('=');
  if (rest.length === 0) return fields.map((field) => [`${field.name}=`, field.shape.description]);
  const values = fields.find((field) => field.name === name)?.shape.enum ?? [];
  return values.map((value) => [`${name}=${value}`, '']);
}

function valuesOf(option: Option, partial: string, situation: Situation): readonly Candidate[] {
  const fields = situation.command?.fields?.() ?? [];
  const plain = (): readonly Candidate[] =>
    fields.flatMap(({ name, shape }) => [
      [name, shape.description],
      [`-${name}`, `${shape.description} Descending.`],
    ]);
  const known: Readonly<Record<string, () => readonly Candidate[]>> = {
    data: () => files,
    country: () => countries(situation.dataset),
    fields: () => fieldList(partial, fields),
    where: () => conditions(partial, fields),
    sort: plain,
  };
  const about = (word: string) => (word in formats ? formats[word as FormatName].about : '');
  const choices = option.argChoices?.map((word): Candidate => [word, about(word)]);
  return choices ?? known[option.attributeName()]?.() ?? [];
}

function operands({ command, commands, dataset }: Situation): readonly Candidate[] {
  if (!command) {
    return commands
      .filter((one) => one.group !== groups.hidden)
      .map((one) => [one.name, one.summary]);
  }
  const [argument] = command.arguments?.() ?? [];
  if (argument?.argChoices) return argument.argChoices.map((word) => [word, '']);
  switch (argument?.name()) {
    case 'id':
      return ids(dataset);
    case 'file':
    case 'article':
    case 'folder':
      return files;
    default:
      return [];
  }
}

function candidatesIn(words: readonly string[], situation: Situation): readonly Candidate[] {
  const partial = words.at(-1) ?? '';
  const before = words.at(-2);
  const options = optionsOf(situation.command);
  const open = options.find(
    (option) =>
      option.required && before !== undefined && [option.short, option.long].includes(before),
  );
  if (open) return valuesOf(open, partial, situation);
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
  const options = commands.flatMap((command) => [...optionsOf(command)]);
  const before = words.slice(0, -1);
  const at = operandAt(before, options);
  const name = at === undefined ? undefined : before[at];
  const command = commands.find((one) => one.name === name);
  return candidatesIn(words, { commands, command, dataset }).filter(
    ([word]) => word === ':files' || word.startsWith(partial),
  );
}
