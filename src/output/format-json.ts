import { toSafeJson } from './escape.ts';

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

function* formatList(items: Iterable<unknown>, newline: string): Generator<string> {
  let before = '[';
  for (const item of items) {
    yield `${before}${newline}  ${toSafeJson(item, 2).replaceAll('\n', `${newline}  `)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : `${newline}]`;
}

function* formatObject(value: object, newline: string): Generator<string> {
  let before = '{';
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield `${before}${newline}  ${toSafeJson(key)}: `;
    yield* formatValue(item, `${newline}  `);
    before = ',';
  }
  yield before === '{' ? '{}' : `${newline}}`;
}

function* formatValue(value: unknown, newline: string): Generator<string> {
  if (typeof value !== 'object' || value === null) yield toSafeJson(value);
  else yield* isIterable(value) ? formatList(value, newline) : formatObject(value, newline);
}

/**
 * Formats a value as JSON with an indent of two and a newline at the end. Yields it in pieces, because it may exceed
 * the maximum length of a string. A list may be a generator; it is formatted item by item.
 */
export function* formatJson(value: unknown): Generator<string> {
  yield* formatValue(value, '\n');
  yield '\n';
}
