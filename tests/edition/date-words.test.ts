import { describe, expect, test } from 'vitest';
import { byClock } from '../../src/edition/historical-date.ts';
import { clockHours, dateWords, hourWords, isoDateWords, utcWords } from '../../src/edition/date-words.ts';

const sure = { supplied: [], inferred: [] };

describe('dates in words', () => {
  test('an hour is written as FRUS prints it', () => {
    expect(['14:55', '21:00', '00:30', '12:00'].map(hourWords)).toEqual([
      '2:55 p.m.',
      '9 p.m.',
      '12:30 a.m.',
      '12 p.m.',
    ]);
  });

  test('a date is written to its own precision and no further', () => {
    expect(['1936-01-31', '1936-01', '1936'].map(isoDateWords)).toEqual(['January 31, 1936', 'January 1936', '1936']);
  });

  test('a supplied part stands in brackets, a date wholly inferred is bracketed whole', () => {
    expect(dateWords({ ...sure, date: '1936-01-31', hour: '14:55', supplied: ['year'] })).toBe(
      'January 31, [1936], 2:55 p.m.',
    );
    expect(dateWords({ date: '1936-01-31', supplied: ['year'], inferred: ['month', 'day'] })).toBe(
      '[January 31, 1936]',
    );
    expect(dateWords({ ...sure, date: '1936-01' })).toBe('January 1936');
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

  test('an offset that is none is refused in words', () => {
    expect(() => byClock(received, 'EST')).toThrow('“EST” is no offset; write it as +03:00.');
  });
});

describe('the clocks of a record', () => {
  const known = {
    ...sure,
    date: '1936-01-31',
    hour: '14:55',
    offset: '-05:00',
    clock: 'washington',
  };

  test('its own comes first, the others say the day where it is another', () => {
    const otherClocks = [
      { place: 'moscow', offset: '+03:00' },
      { place: 'tokyo', offset: '+09:00' },
    ];
    expect(clockHours({ ...known, otherClocks })).toEqual([
      { place: 'washington', words: '2:55 p.m.' },
      { place: 'moscow', words: '10:55 p.m.' },
      { place: 'tokyo', words: '4:55 a.m., February 1, 1936' },
    ]);
    expect(utcWords(known)).toBe('19:55 UTC');
  });

  test('there are none where the hour or its offset is not known', () => {
    expect(clockHours({ ...sure, date: '1936-01-31', hour: '14:55' })).toEqual([]);
    expect(utcWords({ ...sure, date: '1936-01-31' })).toBeUndefined();
  });
});
