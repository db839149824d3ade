import { version } from '../../package.json';
import { type Command, groups } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { type ExampleIds, findExampleIds } from '../commands/example-ids.ts';
import { datesHelp } from '../commands/list.ts';
import { overview } from '../commands/overview.ts';
import { toDataset } from '../dataset/schema/dataset.ts';
import { helpCommand } from '../options/global-options.ts';
import { listOptions } from '../options/list-options.ts';
import { describeFormat, formatNames } from '../output/formats.ts';
import { wrap } from '../output/text.ts';
import { assertDefined } from '../text/assert-defined.ts';
import { groupBy } from '../text/group-by.ts';
import { describeCommand, type Item, toItem } from './help.ts';

/** Maximum length of a source line, short enough for readable diffs. */
const maxLineLength = 78;

const toUnicodeEscape = (sign: string) =>
  `\\[u${assertDefined(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Escapes a text so that roff prints it unchanged, hyphens included. */
const escapeRoff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/[^\n -~]/gu, toUnicodeEscape);

/** Wraps running text so that no line begins like a request. */
export const fillParagraph = (text: string): readonly string[] =>
  wrap(escapeRoff(text.trimEnd()), maxLineLength).map((line) => line.replace(/^(?=[.'])/, '\\&'));

const toBold = (text: string) => `\\fB${escapeRoff(text)}\\fR`;
const toItalic = (text: string) => `\\fI${escapeRoff(text)}\\fR`;

/** Formats a usage or flags: literal words in bold, placeholders in italics. */
export const formatUsage = (text: string): string =>
  text.replace(/<[^>]+>|[^\s<[\],]+/g, (part) =>
    part.startsWith('<') ? toItalic(part) : toBold(part),
  );

/** Formats tagged paragraphs (man(7)). */
const formatItems = (items: readonly Item[], formatTag: (term: string) => string) =>
  items.flatMap(([term, text]) => ['.TP', formatTag(term), ...fillParagraph(text)]);

const listingOptions = Object.values(listOptions);

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
  const nested = [...formatItems(operands, toItalic), ...formatItems(own.map(toItem), formatUsage)];
  return [
    ...formatItems([[usage, texts.join(' ')]], formatUsage),
    ...(nested.length > 0 ? ['.RS', ...nested, '.RE'] : []),
  ];
}

/**
 * Renders the manual page summit(1) in roff for man(7), from the same texts as the help.
 * @param template page with a `@name@` for each part that the program knows
 * @param file content of a dataset file, for the ids in the examples
 * @param day date of the page (ISO 8601)
 */
export function renderManualPage(template: string, file: unknown, day: string): string {
  const ids = findExampleIds(toDataset(file), undefined);
  const help = [`summit ${helpCommand[0]} [command]`, helpCommand[1]] as const;
  const { globalOptions } = describeCommand(overview, ids);
  const formats = formatNames.map((name): Item => [name, `${describeFormat(name)}.`]);
  const examples = [overview, ...commands].flatMap((one) => describeCommand(one, ids).examples);
  const parts: Readonly<Record<string, readonly string[]>> = {
    date: [day],
    version: [version],
    commands: [...groupBy(commands, ({ group }) => group)].flatMap(([heading, some]) => [
      `.SS ${heading.replace(/:$/, '')}`,
      ...some.flatMap((command) => formatCommand(command, ids)),
    ]),
    help: formatItems([help], formatUsage),
    'global-options': formatItems(globalOptions.map(toItem), formatUsage),
    'listing-options': formatItems(listingOptions.map(toItem), formatUsage),
    dates: fillParagraph(datesHelp),
    formats: formatItems(formats, toBold),
    examples: formatItems(examples, toBold),
  };
  return template.replace(/@([a-z-]+)@/g, (_, name) => assertDefined(parts[name]).join('\n'));
}
