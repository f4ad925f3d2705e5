import { expect, test } from 'vitest';
import { isBefore } from '../../src/edition/date-words.ts';
import { isRealDate } from '../../src/schema/scalars.ts';
import type { HistoricalDate } from '../../src/schema/historical-date.ts';

const date = (day: string, hour?: string, offset?: string): HistoricalDate => ({
  date: day,
  hour,
  offset,
  supplied: [],
  inferred: [],
});

test('a day that is not in the calendar is no date', () => {
  expect(['1936-02-29', '1900-02-28', '1936-12', '1936'].every(isRealDate)).toBe(true);
  expect(['1935-02-29', '1900-02-29', '1936-13', '1936-00-01', '1936-04-31', '36', '1936-1-1'].some(isRealDate)).toBe(
    false,
  );
});

test('dates are compared at the precision both have', () => {
  expect(isBefore(date('1936-01-30'), date('1936-01-31'))).toBe(true);
  expect(isBefore(date('1936-01-31'), date('1936-01-31'))).toBe(false);
  expect(isBefore(date('1936-01'), date('1936-01-31'))).toBe(false);
  expect(isBefore(date('1935'), date('1936-01-31'))).toBe(true);
  expect(isBefore(date('1936-01-30', '14:55', '-05:00'), date('1936-01-31'))).toBe(true);
});

test('what left Tokyo in the morning may reach Washington the evening before', () => {
  const tokyo = date('1936-02-01', '09:00', '+09:00');
  expect(isBefore(date('1936-01-31', '21:00', '-05:00'), tokyo)).toBe(false);
  expect(isBefore(date('1936-01-31', '18:00', '-05:00'), tokyo)).toBe(true);
  expect(isBefore(date('1936-01-31', '18:00', '-05:00'), date('1936-02-01', undefined, '+09:00'))).toBe(false);
  expect(isBefore(date('1936-01-30', '18:00', '-05:00'), date('1936-02', undefined, '+09:00'))).toBe(true);
});
