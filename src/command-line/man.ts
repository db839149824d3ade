import { version } from '../../package.json';
import { type Command, groups } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { type ExampleIds, findExampleIds } from '../commands/example-ids.ts';
import { datesHelp } from '../commands/listing.ts';
import { overview } from '../commands/overview.ts';
import { toDataset } from '../dataset/schema/dataset.ts';
import { helpCommand } from '../options/global-options.ts';
import { listOptions } from '../options/list-options.ts';
import { describeFormat, formatNames } from '../output/formats.ts';
import {
  formatItem,
  formatParagraph,
  formatSection,
  formatUsage,
  toBold,
  toItalic,
} from '../output/roff.ts';
import { groupBy } from '../text/group-by.ts';
import { describeCommand, type Item, toItem } from './help.ts';

const listingOptions = Object.values(listOptions);

const formatOptions = (options: readonly Item[]): readonly string[] =>
  options.flatMap(([flags, description]) => formatItem(formatUsage(flags), description));

/** Formats a command, without what the page says once for all listings. */
function formatCommand(command: Command, ids: ExampleIds): readonly string[] {
  const { group, summary, more, fields } = command;
  const { usage, operands, options } = describeCommand(command, ids);
  const own = options.filter((option) => !fields || !listingOptions.includes(option as never));
  const texts = [
    summary,
    ...(more === undefined || group === groups.facts ? [] : [more]),
    ...(fields ? ['Takes the listing options.'] : []),
  ];
  const nested = [
    ...operands.flatMap(([name, description]) => formatItem(toItalic(name), description)),
    ...formatOptions(own.map(toItem)),
  ];
  return [
    ...formatItem(formatUsage(usage), texts.join(' ')),
    ...(nested.length > 0 ? ['.RS', ...nested, '.RE'] : []),
  ];
}

/** Formats a section of paragraphs and of terms with their descriptions. */
const formatText = (heading: string, ...blocks: readonly (string | Item)[]): readonly string[] =>
  formatSection(
    heading,
    ...blocks.map((block) =>
      typeof block === 'string' ? formatParagraph(block) : formatItem(toBold(block[0]), block[1]),
    ),
  );

/**
 * Renders the manual page summit(1) in roff for man(7), from the same texts as the help.
 * @param file content of a dataset file, for the ids in the examples
 * @param day date of the page (ISO 8601)
 */
export function renderManualPage(file: unknown, day: string): string {
  const ids = findExampleIds(toDataset(file), undefined);
  const examples = [overview, ...commands].flatMap((one) => describeCommand(one, ids).examples);
  const commandGroups = [...groupBy(commands, ({ group }) => group)];
  const lines = [
    `.TH SUMMIT 1 ${day} "summit\\-facts ${version}" "User Commands"`,
    // Without hyphenation and justification, commands can be copied from the page.
    '.nh',
    '.ad l',
    ...formatSection('NAME', ['summit \\- explore the facts of a news article about a summit']),
    ...formatSection('SYNOPSIS', [
      `${toBold('summit')} [${toItalic('options')}] [${toItalic('command')}] [${toItalic('operands')}]`,
    ]),
    ...formatText(
      'DESCRIPTION',
      'Answers questions about a summit from a dataset compiled by hand from one news article. Each fact cites its ' +
        'passage and can be checked against a copy of the article; what the article leaves open is recorded too. ' +
        'Without a command, prints an overview of the dataset.',
      'Refer to a record by its id, name, alias or code (ISO 3166-1), ignoring case and diacritics, or by any ' +
        'unambiguous part of a name. Options may come before or after the command; an option that takes a value ' +
        'may be given only once, except --where.',
    ),
    '.SH COMMANDS',
    ...commandGroups.flatMap(([heading, some]) => [
      `.SS ${heading.replace(/:$/, '')}`,
      ...some.flatMap((command) => formatCommand(command, ids)),
    ]),
    '.SS Help',
    ...formatOptions([[`summit ${helpCommand[0]} [command]`, helpCommand[1]]]),
    '.SH OPTIONS',
    '.SS Global options',
    ...formatOptions(describeCommand(overview, ids).globalOptions.map(toItem)),
    '.SS Listing options',
    ...formatOptions(listingOptions.map(toItem)),
    ...formatText(
      'QUERIES',
      'An expression of --where is a field, an operator and a value. An impossible value, such as a misspelt status, ' +
        'is an error that suggests the nearest valid one.',
      ['field=value', 'Equals the value, ignoring case; a list matches if any member does.'],
      ['field=a,b', 'Equals one of the values. In free text a comma is part of the value.'],
      ['field=', 'Is not stated.'],
      ['field!=value', 'Does not equal the value.'],
      ['field~text', 'Contains (or, with !~, does not contain) the text.'],
      ['field>value', 'Is greater, or later; also >=, < and <=.'],
      `${datesHelp} A record without the date meets only != and field=.`,
      'In --fields, --where and --sort, a dotted path such as leader.name follows a reference to another record.',
    ),
    ...formatText(
      'FORMATS',
      ...formatNames.map((name): Item => [name, `${describeFormat(name)}.`]),
      'Tables, cards and Markdown show the default fields unless --fields is given; the other formats have every ' +
        'field, in a fixed order. In csv and tsv, missing values are empty and list items are separated by ' +
        'semicolons; in the items of a dotted path such as leaders.name, ; and \\ are escaped as \\; and \\\\. ' +
        'Control, bidirectional and invisible characters are shown as escapes (\\x1b, \\u{202e}), in JSON as ' +
        '\\uXXXX; csv and tsv have them unchanged in a pipe. In a pipe each record is one line, and nothing is cut.',
    ),
    ...formatText(
      'ENVIRONMENT',
      ['SUMMIT_DATA', 'The dataset file to use if --data is not given.'],
      [
        'SUMMIT_PAGER, PAGER',
        'The pager for output longer than the screen; less -FRX if neither is set, none if empty or cat. If the pager ' +
          'fails, everything is printed directly.',
      ],
      [
        'NO_COLOR, FORCE_COLOR, TERM',
        '--color beats NO_COLOR (not empty), which beats FORCE_COLOR, which beats TERM=dumb.',
      ],
      [
        'LC_ALL, LC_CTYPE, LANG',
        'The first that is set names the locale. If it is not UTF-8, lines and marks are drawn in ASCII.',
      ],
    ),
    ...formatText(
      'EXIT STATUS',
      ['0', 'Success, including an empty listing and a pipe closed by its reader.'],
      ['1', 'A negative result: nothing found, no such record, not verified, not valid.'],
      ['2', 'An error: usage, unreadable or invalid data, output that cannot be written.'],
    ),
    ...formatText(
      'FILES',
      'A dataset is a UTF-8 JSON file of at most 512 MB, in the format that summit schema prints. It is checked before ' +
        'use, and each mistake is reported with file, line, column and path. summit new prints one to start from.',
      'Node 22.8 and later keep the compiled program in summit-facts, a folder in $XDG_CACHE_HOME or ~/.cache that ' +
        'only its user can enter. If there is no safe place for it, or NODE_DISABLE_COMPILE_CACHE is set, nothing ' +
        'is kept.',
    ),
    ...formatText('EXAMPLES', ...examples),
    ...formatSection('SEE ALSO', [
      `${toBold('jq')}(1), ${toBold('mlr')}(1), ${toBold('less')}(1), ${toBold('dot')}(1)`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
