/**
 * A value that is there for a reason which the compiler cannot see, such as the item at an index of its own list.
 * @throws {TypeError} where it is not: the reason was wrong, which is a bug.
 */
export function assertDefined<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('no value where there is always one');
  return value;
}
