import { expect, test } from 'vitest';
import { sentenceFor } from '../../src/loader/plain-failure.ts';

test('what the system refuses is said in a sentence, with the place', () => {
  const error = Object.assign(new Error('EROFS: read-only file system'), {
    code: 'EROFS',
    path: '/mnt/site',
  });
  expect(sentenceFor(error)).toBe('This could not be done at /mnt/site: that disk can only be read.');
});

test('a right that is lacking may be that to read', () => {
  const error = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES', path: '/mnt/v.xml' });
  expect(sentenceFor(error)).toBe('This could not be done at /mnt/v.xml: reading or writing there is not allowed.');
});
