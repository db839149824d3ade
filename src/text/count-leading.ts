import { assertDefined } from './assert-defined.ts';

/** Counts the items at the start of a list that pass a test, by binary search. No item after these may pass it. */
export function countLeading<Item>(items: readonly Item[], isMet: (item: Item) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isMet(assertDefined(items[middle]))) from = middle + 1;
    else to = middle;
  }
  return from;
}
