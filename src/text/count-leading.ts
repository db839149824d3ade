import { assertDefined } from './assert-defined.ts';

/** Returns how many items at the start of a list pass a test that none of the others passes, by halving the list. */
export function countLeading<Item>(items: readonly Item[], isMet: (item: Item) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isMet(assertDefined(items[middle]))) from = middle + 1;
    else to = middle;
  }
  return from;
}
