import { describe, expect, test } from 'vitest';
import { placesOf, withPlaces, withVolume } from '../../src/import/content-files.ts';

const settings = { series: 'S', title: 'T', place: 'P', publisher: 'G', published: '1954', url: 'https://example.org' };
const entry = (indent: string): string =>
  `${indent}v2:\n${Object.entries(settings)
    .map(([name, value]) => `${indent}  ${name}: ${value}\n`)
    .join('')}`;

describe('a volume more in edition.yaml', () => {
  test.each([
    ['none yet', 'volumes: {}\nversion: 1\n', `volumes:\n${entry('  ')}version: 1\n`],
    ['one between braces', 'volumes: { v1: { title: A } }\n', `volumes:\n  v1:\n    title: A\n${entry('  ')}`],
    [
      'a comment that belongs to the next field',
      'volumes:\n  v1:\n    title: A # so printed\n    # More to come.\n\n# Raise it.\nversion: 1\n',
      `volumes:\n  v1:\n    title: A # so printed\n    # More to come.\n${entry('  ')}\n# Raise it.\nversion: 1\n`,
    ],
  ])('after %s', (_situation, before, after) => {
    expect(withVolume(before, 'v2', settings)).toBe(after);
  });
});

describe('places more in the register', () => {
  test.each([
    ['none yet', '# Places.\n{}\n', '# Places.\n\nparis:\n  name: Paris\n'],
    ['one between braces', '{ bern: { name: Bern } }\n', 'bern:\n  name: Bern\n\nparis:\n  name: Paris\n'],
    [
      'one in lines',
      'bern: # the capital\n  name: Bern\n',
      'bern: # the capital\n  name: Bern\n\nparis:\n  name: Paris\n',
    ],
  ])('after %s', (_situation, before, after) => {
    expect(withPlaces(before, new Map([['paris', 'Paris']]))).toBe(after);
  });
});

test('who delivered a paper, or a ship, is no place', () => {
  const { idOf, added } = placesOf(new Map());
  const printed = ['Mr. Fish', 'Mrs. Clay', 'On board the Zenda', 'Strelsau'];
  expect(printed.map((one) => idOf(one))).toEqual([undefined, undefined, undefined, 'strelsau']);
  expect([...added]).toEqual([['strelsau', 'Strelsau']]);
});
