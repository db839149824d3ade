import { describe, expect, it } from 'vitest';
import { explainSystemError, formatFileName } from '../../src/system/read.ts';

describe('the reason of the system', () => {
  it.each([
    ['EACCES', 'permission denied'],
    ['EPERM', 'permission denied'],
    ['EROFS', 'read-only file system'],
    ['ENOSPC', 'no space left on the device'],
    ['EIO', 'input/output error'],
    ['ELOOP', 'too many symbolic links'],
    ['ENAMETOOLONG', 'file name too long'],
  ])('%s reads %s', (code, words) => {
    expect(explainSystemError(Object.assign(new Error('as it came'), { code }))).toBe(words);
  });

  it('is as it came where there are no words for it', () => {
    expect(explainSystemError(Object.assign(new Error('as it came'), { code: 'EODD' }))).toBe(
      'as it came',
    );
    expect(explainSystemError('just a text')).toBe('just a text');
  });
});

it('a file is called by its path, and - standard input', () => {
  expect([formatFileName('a/b.json'), formatFileName('-')]).toEqual(['a/b.json', 'standard input']);
});
