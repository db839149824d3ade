import { describe, expect, it } from 'vitest';
import { explainSystemError, formatFileName } from '../../src/system/read.ts';

describe('the explanation of a system error', () => {
  it.each([
    ['EACCES', 'permission denied'],
    ['EPERM', 'permission denied'],
    ['EROFS', 'read-only file system'],
    ['ENOSPC', 'no space left on the device'],
    ['EIO', 'input/output error'],
    ['ELOOP', 'too many symbolic links'],
    ['ENAMETOOLONG', 'file name too long'],
  ])('%s is “%s”', (code, words) => {
    expect(explainSystemError(Object.assign(new Error('as it came'), { code }))).toBe(words);
  });

  it('is the message of the error if it has no known code', () => {
    expect(explainSystemError(Object.assign(new Error('as it came'), { code: 'EODD' }))).toBe(
      'as it came',
    );
    expect(explainSystemError('just a text')).toBe('just a text');
  });
});

it('names a file by its path, and - as standard input', () => {
  expect([formatFileName('a/b.json'), formatFileName('-')]).toEqual(['a/b.json', 'standard input']);
});
