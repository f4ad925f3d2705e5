import { describe, expect, test } from 'vitest';
import { isBefore, spanOf } from '../../src/edition/date-words.ts';
import { isRealDate } from '../../src/schema/scalars.ts';
import { historicalDate, type HistoricalDate } from '../../src/schema/frontmatter.ts';

const date = (day: string, hour?: string, offset?: string): HistoricalDate => ({
  date: day,
  hour,
  offset,
  supplied: [],
  inferred: [],
});

test('a day that is not in the calendar is no date', () => {
  expect(['1936-02-29', '1900-02-28', '1936-12', '1936'].every(isRealDate)).toBe(true);
  expect(
    ['1935-02-29', '1900-02-29', '1936-13', '1936-00-01', '1936-04-31', '36', '1936-1', '1936-1-1', '0000'].some(
      isRealDate,
    ),
  ).toBe(false);
});

test.each([
  ['1936-01-01', '1936-01-01', '1936-01-01'],
  ['1936-01-31', '1936-01-31', '1936-01-31'],
  ['1936-02', '1936-02-01', '1936-02-29'],
  ['1936-12', '1936-12-01', '1936-12-31'],
  ['1936', '1936-01-01', '1936-12-31'],
])('%s can mean the days from %s to %s', (written, first, last) => {
  expect(spanOf(written)).toEqual({ first, last });
});

test.each(['1936-01-00', '1936-01-32', '1935-02-29', '1936-00', '1936-13', 'soon'])('%s can mean no day', (written) => {
  expect(spanOf(written)).toBeUndefined();
});

test('dates are compared at the precision both have', () => {
  expect(isBefore(date('1936-01-30'), date('1936-01-31'))).toBe(true);
  expect(isBefore(date('1936-01-31'), date('1936-01-31'))).toBe(false);
  expect(isBefore(date('1936-01'), date('1936-01-31'))).toBe(false);
  expect(isBefore(date('1935'), date('1936-01-31'))).toBe(true);
  expect(isBefore(date('1936-01-30', '14:55', '-05:00'), date('1936-01-31'))).toBe(true);
});

test('a day ends where the next one begins, by the clocks of both places', () => {
  const day = date('1936-01-30', undefined, '-05:00');
  expect(isBefore(day, date('1936-01-31', '00:00', '-05:00'))).toBe(true);
  expect(isBefore(day, date('1936-01-30', '23:59', '-05:00'))).toBe(false);
  expect(isBefore(date('1936-01-31', '14:55', '-05:00'), date('1936-01-31', '22:55', '+03:00'))).toBe(false);
});

test('a span lasts from its first date to its last', () => {
  const span = date('1938-08-02/1938-08-04');
  expect(isBefore(date('1938-08-03'), span)).toBe(false);
  expect(isBefore(date('1938-08-01'), span)).toBe(true);
  expect(isBefore(span, date('1938-08-04'))).toBe(false);
  expect(isBefore(span, date('1938-08-05'))).toBe(true);
});

describe('a date of a record', () => {
  const fault = (given: object): string | undefined => historicalDate.safeParse(given).error?.issues[0]?.message;

  test.each(['1938', '1938-08', '1938-08-02', '1938-08-02/1938-08-04', '1938-07/1938-08', '1937/1938'])(
    'may be %s',
    (date) => {
      expect(historicalDate.parse({ date }).date).toBe(date);
    },
  );

  test('whose day is left open, as EDTF has it, is the month', () => {
    expect(historicalDate.parse({ date: '1938-08-XX' }).date).toBe('1938-08');
  });

  test.each([
    ['1938-08-02–1938-08-04', /^a span .* such as 1938-08-02\/1938-08-04$/],
    ['1936–03–02', /^a date as year-month-day/],
    ['1938-08-02 to 04', /^a span .* with a stroke/],
    ['1938-08-02-04', /^a span .* with a stroke/],
    ['August 2–4, 1938', /^a span .* with a stroke/],
    ['1936/1937/1938', /^a date as year-month-day/],
    ['1938-08-04/1938-08-02', /^a span whose second date is after its first/],
    ['1938-08-02/1938-08', /as exact/],
    ['1938-08-02/1938-08-32', /in the calendar/],
    ['1938-08-02?', /listed under `inferred`/],
    ['2 August 1938', /^a date as year-month-day/],
  ])('is not %s', (date, expected) => {
    expect(fault({ date })).toMatch(expected);
  });

  test('has an hour only where it is one day', () => {
    expect(fault({ date: '1938-08', hour: '12:00' })).toBe('left out where the date is not one day');
    expect(fault({ date: '1938-08-02/1938-08-04', hour: '12:00' })).toBe('left out where the date is not one day');
    expect(fault({ date: '1938-08-02', hour: '24:00' })).toBeUndefined();
  });

  test('says why parts are supplied or inferred, and only of those that it gives', () => {
    const faulty = (given: object) =>
      historicalDate.safeParse({ date: '1938-08', ...given }).error?.issues.map(({ path }) => path.join('.'));
    expect(faulty({ supplied: ['year'], inferred: ['month'], reason: 'So.' })).toBeUndefined();
    for (const field of ['supplied', 'inferred']) {
      expect(faulty({ [field]: ['year'] })).toEqual(['reason']);
      expect(faulty({ [field]: ['year', 'day', 'hour', 'offset'], reason: 'So.' })).toEqual(
        [1, 2, 3].map((index) => `${field}.${index}`),
      );
    }
    const clocked = { date: '1938-08-02', hour: '23:00', offset: '+14:00', reason: 'So.' };
    expect(faulty({ ...clocked, inferred: ['day', 'hour', 'offset'] })).toBeUndefined();
  });
});

test('what left Tokyo in the morning may reach Washington the evening before', () => {
  const tokyo = date('1936-02-01', '09:00', '+09:00');
  expect(isBefore(date('1936-01-31', '21:00', '-05:00'), tokyo)).toBe(false);
  expect(isBefore(date('1936-01-31', '18:00', '-05:00'), tokyo)).toBe(true);
  expect(isBefore(date('1936-01-31', '18:00', '-05:00'), date('1936-02-01', undefined, '+09:00'))).toBe(false);
  expect(isBefore(date('1936-01-30', '18:00', '-05:00'), date('1936-02', undefined, '+09:00'))).toBe(true);
});
