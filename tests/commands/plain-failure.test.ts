import { expect, test } from 'vitest';
import { sayingOf, sentenceFor } from '../../src/commands/plain-failure.ts';

test('of Astro’s log only the error is told, without its time and stack', () => {
  const output = [
    '18:20:12 [build] output: "static"',
    '18:20:13 [WARN] [vite] something else',
    '   │ goes on',
    '18:20:14 [ERROR] [vite] ✗ Build failed in 402ms',
    'Could not resolve ./Missing.astro',
    '  Stack trace:',
    '    at build (file:///x.js:1:1)',
  ].join('\n');
  expect(sayingOf(output)).toBe('[ERROR] [vite] ✗ Build failed in 402ms\nCould not resolve ./Missing.astro');
});

test('an error that ends the log without a time of its own is told with its reason', () => {
  const output = '18:20:12 [build] Rearranging\nENOSPC: no space left on device, write\n';
  expect(sayingOf(output)).toBe('the disk is full:\nENOSPC: no space left on device, write');
});

test('what the system refuses is said in a sentence, with the place', () => {
  const error = Object.assign(new Error('EROFS: read-only file system'), {
    code: 'EROFS',
    path: '/mnt/site',
  });
  expect(sentenceFor(error)).toBe('This could not be done at /mnt/site: that disk can only be read.');
});
