import { version } from '../../package.json';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { findExampleIds } from '../commands/example-ids.ts';
import { overview } from '../commands/overview.ts';
import { collectionNames } from '../dataset/schema/collections.ts';
import { toDataset } from '../dataset/schema/dataset.ts';
import {
  createHelpOption,
  helpCommand,
  listGlobalOptions,
  versionOption,
} from '../options/global-options.ts';
import { listOptions } from '../options/list-options.ts';
import { toArgument } from '../options/operand.ts';
import { type OptionTable, toCommanderOption } from '../options/option.ts';
import { describeFormat, formatNames } from '../output/formats.ts';
import {
  formatItem,
  formatParagraph,
  formatSection,
  formatUsage,
  toBold,
  toItalic,
} from '../output/roff.ts';

const formatOptionItems = (options: OptionTable): readonly string[] =>
  Object.values(options)
    .map(toCommanderOption)
    .flatMap(({ flags, description }) => formatItem(formatUsage(flags), description));

const isListing = ({ options }: Command) => Object.hasOwn(options, 'where');

/** Returns the options of a command, without those that every listing has. */
const getOwnOptions = (command: Command): OptionTable =>
  Object.fromEntries(
    Object.entries(command.options).filter(
      ([name, one]) => !isListing(command) || listOptions[name as never] !== one,
    ),
  );

function formatCommandItem(command: Command): readonly string[] {
  const { name, summary, more, operands } = command;
  const own = getOwnOptions(command);
  const words = Object.entries(operands).map(([operand, declared]) => {
    const argument = toArgument(operand, declared);
    const dots = argument.variadic ? '...' : '';
    return argument.required ? `<${operand}${dots}>` : `[${operand}${dots}]`;
  });
  const takes = isListing(command) ? ' Takes the options of a listing.' : '';
  const about = collectionNames.some((one) => one === name) ? '' : ` ${more ?? ''}`;
  const nested = [
    ...Object.entries(operands).flatMap(([operand, one]) =>
      formatItem(toItalic(operand), one.about),
    ),
    ...formatOptionItems(own),
  ];
  return [
    ...formatItem(formatUsage(['summit', name, ...words].join(' ')), `${summary}${about}${takes}`),
    ...(nested.length > 0 ? ['.RS', ...nested, '.RE'] : []),
  ];
}

const formatCommandSections = (): readonly string[] =>
  [...new Set(commands.map(({ group }) => group))].flatMap((group) => [
    `.SS ${group.replace(/:$/, '')}`,
    ...commands.filter((one) => one.group === group).flatMap(formatCommandItem),
  ]);

const [helpName, helpAbout] = helpCommand;
const [versionFlags, versionAbout] = versionOption;

const formatGlobalItems = (): readonly string[] =>
  [...listGlobalOptions(), createHelpOption()]
    .filter(({ hidden }) => !hidden)
    .flatMap(({ flags, description }) => formatItem(formatUsage(flags), description));

/**
 * Renders the manual page summit(1) in roff for man(7), from the same texts as the help.
 * @param file content of a dataset file, for the ids in the examples
 * @param day date of the page (ISO 8601)
 */
export function renderManualPage(file: unknown, day: string): string {
  const ids = findExampleIds(toDataset(file), undefined);
  const examples = [overview, ...commands].flatMap((command) =>
    command
      .examples(ids)
      .flatMap(([line, why]) => formatItem(toBold(`summit ${line}`.trim()), why)),
  );
  const lines = [
    `.TH SUMMIT 1 ${day} "summit\\-facts ${version}" "User Commands"`,
    // Without hyphenation and justification, commands can be copied from the page.
    '.nh',
    '.ad l',
    ...formatSection('NAME', ['summit \\- explore the facts of a news article about a summit']),
    ...formatSection('SYNOPSIS', [
      `${toBold('summit')} [${toItalic('options')}] [${toItalic('command')}] [${toItalic('operands')}]`,
    ]),
    ...formatSection(
      'DESCRIPTION',
      formatParagraph(
        'Answers questions about a summit from a dataset compiled by hand from one news article. Each fact cites its ' +
          'passage and can be checked against a copy of the article; what the article leaves open is recorded too. ' +
          'Without a command, prints an overview of the dataset.',
      ),
      formatParagraph(
        'Refer to a record by its id, name, alias or code (ISO 3166-1), ignoring case and diacritics, or by any ' +
          'unambiguous part of a name. Options may come before or after the command; an option that takes a value ' +
          'may be given only once, except --where.',
      ),
    ),
    ...formatSection(
      'COMMANDS',
      formatCommandSections(),
      ['.SS Help'],
      formatItem(formatUsage(`summit ${helpName} [command]`), helpAbout),
    ),
    ...formatSection(
      'OPTIONS',
      ['.SS Global options'],
      formatGlobalItems(),
      formatItem(formatUsage(versionFlags), versionAbout),
      ['.SS Listing options'],
      formatOptionItems(listOptions),
    ),
    ...formatSection(
      'QUERIES',
      formatParagraph(
        'An expression of --where is a field, an operator and a value; multiple expressions are ANDed. An impossible ' +
          'value (a misspelt status, an unknown leader, no such date) is an error that suggests the nearest valid one. ' +
          'Quote an expression with < or >, which a shell takes for a redirection.',
      ),
      formatItem(
        toBold('field=value'),
        'Equals the value, ignoring case; a list matches if any member does.',
      ),
      formatItem(
        toBold('field=a,b'),
        'Equals one of the values. In free text a comma is part of the value.',
      ),
      formatItem(toBold('field='), 'Is not stated.'),
      formatItem(toBold('field!=value'), 'Does not equal the value.'),
      formatItem(toBold('field~text'), 'Contains (or, with !~, does not contain) the text.'),
      formatItem(toBold('field>value'), 'Is greater, or later; also >=, < and <=.'),
      formatParagraph(
        'A date can span several days: a month or a year covers all of its days, and an entry of the timeline lasts ' +
          'until its end. = and != test whether these days overlap the days given. > is met if the record goes on ' +
          'after them, >= if it goes on until the first of them or later; < and <= compare its first day. A record ' +
          'without the date meets only != and field=.',
      ),
      formatParagraph(
        'In --fields, --where and --sort, a dotted path such as leader.name follows a reference to another record. ' +
          'Missing values sort last in either direction.',
      ),
    ),
    ...formatSection(
      'FORMATS',
      ...formatNames.map((name) => formatItem(toBold(name), `${describeFormat(name)}.`)),
      formatParagraph(
        'Tables, cards and Markdown show the default fields unless --fields is given; the other formats have every ' +
          'field, in a fixed order. In csv and tsv, missing values are empty and list items are separated by ' +
          'semicolons; in the items of a dotted path such as leaders.name, ; and \\ are escaped as \\; and \\\\. ' +
          'Control, bidirectional and invisible characters are shown as escapes (\\x1b, \\u{202e}), in JSON as ' +
          '\\uXXXX; csv and tsv have them unchanged in a pipe. In a pipe each record is one line, and nothing is cut.',
      ),
    ),
    ...formatSection(
      'ENVIRONMENT',
      formatItem(toBold('SUMMIT_DATA'), 'The dataset file to use if --data is not given.'),
      formatItem(
        toBold('SUMMIT_PAGER, PAGER'),
        'The pager for output longer than the screen; less -FRX if neither is set, none if empty or cat. If the pager ' +
          'fails, everything is printed directly.',
      ),
      formatItem(
        toBold('NO_COLOR, FORCE_COLOR, TERM'),
        '--color beats NO_COLOR (not empty), which beats FORCE_COLOR, which beats TERM=dumb.',
      ),
      formatItem(
        toBold('LC_ALL, LC_CTYPE, LANG'),
        'The first that is set names the locale. If it is not UTF-8, lines and marks are drawn in ASCII.',
      ),
    ),
    ...formatSection(
      'EXIT STATUS',
      formatItem(
        toBold('0'),
        'Success, including an empty listing and a pipe closed by its reader.',
      ),
      formatItem(
        toBold('1'),
        'A negative result: nothing found, no such record, not verified, not valid.',
      ),
      formatItem(
        toBold('2'),
        'An error: usage, unreadable or invalid data, output that cannot be written.',
      ),
    ),
    ...formatSection(
      'FILES',
      formatParagraph(
        'A dataset is a UTF-8 JSON file of at most 512 MB, in the format that summit schema prints. It is checked before ' +
          'use, and each mistake is reported with file, line, column and path. summit new prints one to start from.',
      ),
      formatParagraph(
        'Node 22.8 and later keep the compiled program in summit-facts, a folder in $XDG_CACHE_HOME or ~/.cache that ' +
          'only its user can enter. If there is no safe place for it, or NODE_DISABLE_COMPILE_CACHE is set, nothing ' +
          'is kept.',
      ),
    ),
    ...formatSection('EXAMPLES', examples),
    ...formatSection('SEE ALSO', [
      `${toBold('jq')}(1), ${toBold('mlr')}(1), ${toBold('less')}(1), ${toBold('dot')}(1)`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
