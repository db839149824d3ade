/** Formats a number with its noun, in the plural if it is not one: `1 record`, `2 records`. */
export const formatCount = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
