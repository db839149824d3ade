import { Option } from 'commander';
import { type FormatName, formatNames } from '../output/formats.ts';
import { choiceOption, countOption } from './option.ts';

export interface ListOptions {
  readonly format?: FormatName;
  readonly fields?: string;
  readonly where?: readonly string[];
  readonly country?: string;
  readonly sort?: string;
  readonly limit?: number;
  readonly count?: boolean;
  readonly ids?: boolean;
  readonly header?: boolean;
  readonly evidence?: boolean;
}

const collect = (value: string, before: readonly string[] = []) => [...before, value];

/** The options of every listing. */
export function listOptions(): readonly Option[] {
  return [
    choiceOption('-f, --format <name>', 'how to print the records', formatNames),
    new Option('--fields <a,b,c>', 'these fields, in this order'),
    new Option(
      '--where <expression>',
      'only records that meet it: field=value, !=, field~text, !~, field>value, >=, <, <=; ' +
        'field= is "not stated"; repeatable, all must hold',
    ).argParser(collect),
    new Option('--country <country>', 'only records tied to this country: id, name or ISO code'),
    new Option('--sort <field>', 'sort by this field, -field descends; what is not stated is last'),
    countOption('--limit <n>', 'at most this many records', 0),
    new Option('--count', 'print how many records there are'),
    new Option('--ids', 'print the ids, one per line'),
    new Option('--no-header', 'omit the header row'),
    new Option('--evidence', 'add a column with the places in the article'),
  ];
}
