import { expect, test } from 'vitest';
import { offsetAt } from '../../src/import/time-zones.ts';

test.each([
  ['Washington', '1936-01-31', '14:55', '-05:00'],
  ['Washington', '1936-07-31', '14:55', '-05:00'],
  ['Washington', '1946-07-31', '14:55', '-04:00'],
  ['Moscow', '1936-01-31', '12:00', '+03:00'],
  ['London', '1936-01-31', '12:00', '+00:00'],
  ['Addis Ababa', '1936-05-04', '12:00', '+02:35'],
  ['Addis Ababa', '1936-05-06', '12:00', '+03:00'],
  ['London', '1936-05', '12:00', undefined],
  ['Strelsau', '1936-05-04', '12:00', undefined],
])('the clock of %s on %s at %s: %s', (place, date, hour, expected) => {
  expect(offsetAt(place, date, hour)).toBe(expected);
});
