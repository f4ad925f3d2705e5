import { expect, test } from 'vitest';
import { placeKind, placeName } from '../../src/edition/places.ts';

test.each([
  ['p2', 'paragraph', '¶ 2'],
  ['l2', 'line', 'line'],
  ['p1a', 'paragraph', '¶ 1a'],
  ['n56', 'note', 'note 56'],
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
