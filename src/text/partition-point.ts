import { present } from './present.ts';

/** Finds the index of the first item that does not pass a test, in a list where all that pass come first. */
export function partitionPoint<Item>(
  items: readonly Item[],
  passes: (item: Item) => boolean,
): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(present(items[middle]))) from = middle + 1;
    else to = middle;
  }
  return from;
}
