import { expect, it } from 'vitest';
import { fingerprint } from '../../src/edition/fingerprint.ts';

it('gives the digest that FIPS 180-4 gives for “abc”', () => {
  expect(fingerprint('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('reads a text as UTF-8', () => {
  // printf 'Chargé—“x”' | sha256sum
  expect(fingerprint('Chargé—“x”')).toBe('9dba30fba76fbe6c9791f58d944b8bff4f51384fb8f5615bb9eafe87c539d90f');
});
