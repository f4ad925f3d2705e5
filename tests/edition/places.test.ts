import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isPassage, placeKind, placeName } from '../../src/edition/places.ts';

test.each([
  ['p2', 'paragraph', '¶\u00A02'],
  ['l2', 'line', 'line'],
  ['p1a', 'paragraph', '¶\u00A01a'],
  ['n56', 'note', 'note 56'],
  ['n1.a', 'note', 'note a'],
  ['n1.2', 'note', 'note 2'],
  ['n-star', 'note', 'note *'],
  ['n2-dagger-dagger', 'note', 'note ††'],
  ['na', 'edition-note', 'edition’s note a'],
  ['heading', 'heading', 'heading'],
  ['received', 'received', 'received'],
  ['record-from', 'record', 'record'],
])('the place %s is a %s, which a reader calls “%s”', (anchor, kind, name) => {
  expect(placeKind(anchor)).toBe(kind);
  expect(placeName(anchor)).toBe(name);
});

test('a passage of the text begins where a note of either series does, not where one is called', () => {
  expect(['n56', 'n1.a', 'n2-star', 'na'].filter((anchor) => !isPassage(anchor))).toEqual([]);
  expect(isPassage('r56')).toBe(false);
});

test('the page about citing names a place of every kind', () => {
  const named = readFileSync('content/prose/citing.mdx', 'utf8').matchAll(/^\| `#([\w-]+)` \|/gm);
  const kinds = Array.from(named, ([, anchor = '']) => placeKind(anchor));
  expect(kinds).toEqual(
    expect.arrayContaining(['heading', 'dateline', 'received', 'paragraph', 'line', 'note', 'edition-note']),
  );
});
