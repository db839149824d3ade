/**
 * Asserts that a value is defined, where the compiler cannot prove it.
 * @throws {TypeError} if the value is undefined, which is a bug.
 */
export function assertDefined<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('no value where there is always one');
  return value;
}
