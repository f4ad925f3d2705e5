import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { historicalDate, type DatePart } from '../../src/schema/frontmatter.ts';
import { anyDate } from '../fixtures/publications/arbitrary.ts';
import { byClock, clockWords, dateWords, hourWords, isoDateWords, printedHour } from '../../src/edition/date-words.ts';

const sure = { supplied: [], inferred: [] };

describe('dates in words', () => {
  test('an hour is written as FRUS prints it', () => {
    expect(['14:55', '21:00', '00:30', '12:05', '12:00', '00:00', '24:00'].map(hourWords)).toEqual([
      '2:55 p.m.',
      '9 p.m.',
      '12:30 a.m.',
      '12:05 p.m.',
      'noon',
      'midnight',
      'midnight',
    ]);
  });

  test('an hour by no place’s clock is that of Greenwich, as telegrams give it', () => {
    const date = { date: '1973-05-01', hour: '14:35', offset: '+00:00', ...sure };
    expect([dateWords(date), clockWords(date, () => '')]).toEqual(['May 1, 1973, 1435Z', '14:35 UTC']);
    const inLondon = { ...date, clock: 'london', inferred: ['offset' as const] };
    expect([dateWords(inLondon), clockWords(inLondon, () => 'London')]).toEqual([
      'May 1, 1973, 2:35 p.m.',
      '2:35 p.m. in London; 14:35 UTC (inferred)',
    ]);
  });

  test('a date is written to its own precision and no further', () => {
    expect(['1936-01-31', '1936-01', '1936', ''].map(isoDateWords)).toEqual([
      'January 31, 1936',
      'January 1936',
      '1936',
      '',
    ]);
  });

  test.each([
    ['1938-08-02/1938-08-04', 'August 2–4, 1938'],
    ['1938-08-30/1938-09-02', 'August 30–September 2, 1938'],
    ['1937-12-30/1938-01-02', 'December 30, 1937–January 2, 1938'],
    ['1938-07/1938-08', 'July–August 1938'],
    ['1937-12/1938-01', 'December 1937–January 1938'],
    ['1936/1937', '1936–1937'],
  ])('the span %s is %s', (date, words) => {
    expect(isoDateWords(date)).toBe(words);
  });

  test('brackets alone tell a date of the record from the same date in a citation, whatever is missing', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(historicalDate.safeParse(date).success).toBe(true);
        const hour = date.hour === undefined ? '' : `, ${printedHour(date)}`;
        const words = dateWords(date);
        expect(words.replace(/[[\]]/g, '')).toBe(isoDateWords(date.date) + hour);
        expect(words).toMatch(/^[^[\]]*(\[[^[\]]+\][^[\]]*)*$/);
        expect(words).not.toMatch(/\](?:, | )?\[/);
      }),
    );
  });

  test('neighbours that are supplied or inferred stand in one pair of brackets', () => {
    const words = (date: string, supplied: DatePart[], inferred: DatePart[] = [], hour?: string) =>
      dateWords({ date, supplied, inferred, hour });
    expect(words('1938-02', ['year'], ['month'])).toBe('[February 1938]');
    expect(words('1938-02-03', [], ['month', 'day'])).toBe('[February 3], 1938');
    expect(words('1938-02-03', ['year'], ['day'])).toBe('February [3, 1938]');
    expect(words('1938-02-03', ['year'], ['month'])).toBe('[February] 3, [1938]');
    expect(words('1938-02-03', ['year', 'month', 'day', 'hour'], [], '24:00')).toBe('[February 3, 1938, midnight]');
    expect(words('1938-08-02/1938-08-04', ['year'])).toBe('August 2–4, [1938]');
    expect(words('1938-08-02/1938-08-04', ['year', 'month', 'day'])).toBe('[August 2–4, 1938]');
    expect(words('1938', [], ['year'])).toBe('[1938]');
  });

  test('a supplied part stands in brackets, a date wholly inferred is bracketed whole', () => {
    expect(dateWords({ ...sure, date: '1936-01-31', hour: '14:55', supplied: ['year'] })).toBe(
      'January 31, [1936], 2:55 p.m.',
    );
    expect(dateWords({ date: '1936-01-31', supplied: ['year'], inferred: ['month', 'day'] })).toBe(
      '[January 31, 1936]',
    );
    expect(dateWords({ ...sure, date: '1936-01' })).toBe('January 1936');
    expect(dateWords({ ...sure, date: '1936-01-31', hour: '12:00', inferred: ['hour'] })).toBe(
      'January 31, 1936, [noon]',
    );
  });
});

describe('the same moment by another clock', () => {
  const received = { date: '1936-01-31', hour: '14:55', offset: '-05:00' };

  test('2:55 p.m. in Washington is 10:55 p.m. in Moscow and 19:55 UTC', () => {
    expect(byClock(received, '+03:00')).toEqual({
      date: '1936-01-31',
      hour: '22:55',
      offset: '+03:00',
    });
    expect(byClock(received, '+00:00').hour).toBe('19:55');
  });

  test('a clock far enough east or west shows another day, over months, years and leap days', () => {
    expect(byClock(received, '+09:00')).toMatchObject({ date: '1936-02-01', hour: '04:55' });
    const early = { date: '1936-03-01', hour: '01:00', offset: '+03:00' };
    expect(byClock(early, '-05:00')).toMatchObject({ date: '1936-02-29', hour: '17:00' });
    const newYear = { date: '1936-01-01', hour: '00:10', offset: '+00:00' };
    expect(byClock(newYear, '-05:00').date).toBe('1935-12-31');
  });

  test('the midnight that ends a day is the first moment of the next', () => {
    expect(byClock({ date: '1936-04-16', hour: '24:00', offset: '+01:00' }, '-05:00')).toMatchObject({
      date: '1936-04-16',
      hour: '18:00',
    });
  });
});

describe('the clocks of a record', () => {
  const known = { ...sure, date: '1936-01-31', hour: '14:55', offset: '-05:00', clock: 'washington' };
  const clocks = (date: Parameters<typeof clockWords>[0]) =>
    clockWords(date, (id) => id.charAt(0).toUpperCase() + id.slice(1));

  test('its own comes first, the others say the day where it is another', () => {
    const otherClocks = [
      { place: 'moscow', offset: '+03:00' },
      { place: 'tokyo', offset: '+09:00' },
    ];
    expect(clocks({ ...known, otherClocks })).toBe(
      '2:55 p.m. in Washington; 10:55 p.m. in Moscow; 4:55 a.m., February 1, 1936 in Tokyo; 19:55 UTC',
    );
    expect(clocks({ ...known, clock: undefined })).toBe('2:55 p.m. local time (UTC−05:00); 19:55 UTC');
  });

  test('are inferred where hour or offset is, and not because the year is', () => {
    for (const part of ['hour', 'offset'] as const)
      expect(clocks({ ...known, inferred: [part] })).toBe('2:55 p.m. in Washington; 19:55 UTC (inferred)');
    expect(clocks({ ...known, inferred: ['year'] })).toBe('2:55 p.m. in Washington; 19:55 UTC');
  });

  test('there are none where the day, the hour or its offset is not known', () => {
    expect(clocks({ ...sure, date: '1936-01-31', hour: '14:55' })).toBe('');
    expect(clocks({ ...sure, date: '1936-01-31', offset: '-05:00' })).toBe('');
  });
});
