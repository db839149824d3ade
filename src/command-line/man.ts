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
        'Answers questions on a summit from a dataset that was drawn by hand from one news article. Each fact says ' +
          'where in the article it stands, and can be checked against a copy of the article; what the article does ' +
          'not say is a record too. Without a command it tells what the dataset is.',
      ),
      formatParagraph(
        'Refer to a record by its id, name, alias or code (ISO 3166-1), ignoring case and diacritics, or by any ' +
          'part of a name that no other record has. Options stand before or after the command alike; give one that takes ' +
          'a value only once, except --where.',
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
      ['.SS Of every command'],
      formatGlobalItems(),
      formatItem(formatUsage(versionFlags), versionAbout),
      ['.SS Of a listing'],
      formatOptionItems(listOptions),
    ),
    ...formatSection(
      'QUERIES',
      formatParagraph(
        'An expression of --where is a field, an operator and a value; of several all must hold. What the field can ' +
          'never have (a misspelt status, an unknown leader, no day) is an error with the nearest value. Quote an expression with < or >, ' +
          'which a shell takes for a redirection.',
      ),
      formatItem(
        toBold('field=value'),
        'It has the value: a list has it as a member, a text is the same but for case.',
      ),
      formatItem(
        toBold('field=a,b'),
        'It has one of these, except in free text, which may have commas itself.',
      ),
      formatItem(toBold('field='), 'The article does not state it.'),
      formatItem(toBold('field!=value'), 'It does not have the value.'),
      formatItem(toBold('field~text'), 'It has the text in it; with !~ it has not.'),
      formatItem(toBold('field>value'), 'It is more, or later; also >=, < and <=.'),
      formatParagraph(
        'A date can span several days: a month or a year covers all of its days, and an entry of the timeline lasts ' +
          'until its end. = and != test whether these days overlap the days given. > is met if the record goes on ' +
          'after them, >= if it goes on until the first of them or later; < and <= compare its first day. A record ' +
          'without the date meets only != and field=.',
      ),
      formatParagraph(
        'In --fields and --sort, leader.name is the field of the record that a reference leads to. What is not ' +
          'stated comes last, whichever way is sorted.',
      ),
    ),
    ...formatSection(
      'FORMATS',
      ...formatNames.map((name) => formatItem(toBold(name), `${describeFormat(name)}.`)),
      formatParagraph(
        'Tables, cards and Markdown have the chief fields unless --fields chooses; the others have every field, in ' +
          'a fixed order. In csv and tsv what is not stated is empty, and lists are joined by ;. In the items ' +
          'of a dotted field such as leaders.name, ; and \\ are escaped as \\; and \\\\. Control, bidirectional ' +
          'and invisible characters are shown as escapes (\\x1b, \\u{202e}), in JSON as \\uXXXX; csv and tsv ' +
          'have them as they are into a pipe. Into a pipe a record is one line, and nothing is cut.',
      ),
    ),
    ...formatSection(
      'ENVIRONMENT',
      formatItem(toBold('SUMMIT_DATA'), 'The dataset to explore, where there is no --data.'),
      formatItem(
        toBold('SUMMIT_PAGER, PAGER'),
        'What reads to a person that which is longer than the screen, less -FRX if neither is set; no pager if it ' +
          'is empty or cat. If the pager fails, everything is printed directly.',
      ),
      formatItem(
        toBold('NO_COLOR, FORCE_COLOR, TERM'),
        '--color beats NO_COLOR (not empty), which beats FORCE_COLOR, which beats TERM=dumb.',
      ),
      formatItem(
        toBold('LC_ALL, LC_CTYPE, LANG'),
        'The first that is set names the locale: where it is not UTF-8, lines and marks are drawn in ASCII.',
      ),
    ),
    ...formatSection(
      'EXIT STATUS',
      formatItem(toBold('0'), 'Yes; also an empty listing, and a pipe that its reader closed.'),
      formatItem(
        toBold('1'),
        'The answer is no: nothing found, no such record, not verified, not valid.',
      ),
      formatItem(
        toBold('2'),
        'Trouble: usage, data that cannot be read or are broken, output that cannot be written.',
      ),
    ),
    ...formatSection(
      'FILES',
      formatParagraph(
        'A dataset is a JSON file in UTF-8 of at most 512 MB, in the format that summit schema prints. It is checked ' +
          'before use, and each mistake named with its place: file, line, column and path. summit new makes one ' +
          'to start from.',
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
