import { describe, expect, test } from 'vitest';
import { readDateline, readReceipt } from '../../src/edition/printed-date.ts';

describe('a dateline says place, day and hour:', () => {
  test.each([
    ['Paris, December 31, 1969–January 2, 1970', { place: 'Paris', date: '1969-12-31/1970-01-02' }],
    ['Washington, May 5, 1969, 9–9:30 a.m.', { place: 'Washington', date: '1969-05-05' }],
    ['Washington, May 5, 1969, 11:35 a.m.–12:20 p.m.', { place: 'Washington', date: '1969-05-05', hour: '11:35' }],
    ['Moscow, February 3, 1936—5 p. m.', { place: 'Moscow', date: '1936-02-03', hour: '17:00' }],
    ['Rio de Janeiro, October 4, 1930—11:05 a.m.', { place: 'Rio de Janeiro', date: '1930-10-04', hour: '11:05' }],
    ['Washington, May 6, 1930.', { place: 'Washington', date: '1930-05-06' }],
    ['[Washington,] May 6, 1930.', { place: 'Washington', date: '1930-05-06', supplied: ['place'] }],
    ['London, February 27, 1930—noon.', { place: 'London', date: '1930-02-27', hour: '12:00' }],
    ['Geneva, November 13, 1930—midnight.', { place: 'Geneva', date: '1930-11-13', hour: '24:00' }],
    ['Winter Park, Florida, March 9, 1930.', { place: 'Winter Park, Florida', date: '1930-03-09' }],
    ['Beirut, 1 March, 1929.', { place: 'Beirut', date: '1929-03-01' }],
    ['La Paz [, undated].', { place: 'La Paz', undated: true }],
    ['Addis Ababa [undated].', { place: 'Addis Ababa', undated: true }],
    ['[place not declassified], May 3, 1954.', { place: undefined, date: '1954-05-03' }],
    ['Managua, June 19 [sic], 1930—9 p.m.', { place: 'Managua', date: '1930-06-19', hour: '21:00' }],
    ['Baghdad, November 2 [12], 1936.', { place: 'Baghdad', date: '1936-11-12', supplied: ['day'] }],
    [
      'Lima [, October 4, 1930—3 p.m.]',
      { place: 'Lima', date: '1930-10-04', hour: '15:00', supplied: ['year', 'month', 'day', 'hour'] },
    ],
    ['Rome, May 4, 1936 [—8 p.m.]', { place: 'Rome', date: '1936-05-04', hour: '20:00', supplied: ['hour'] }],
    [
      '[Washington, May 6, 1930.]',
      { place: 'Washington', date: '1930-05-06', supplied: ['place', 'year', 'month', 'day'] },
    ],
    ['Tokyo, August 2–4, 1938.', { place: 'Tokyo', date: '1938-08-02/1938-08-04' }],
    ['Tokyo, August 30–September 2, 1938.', { place: 'Tokyo', date: '1938-08-30/1938-09-02' }],
    ['Washington, February 1938.', { place: 'Washington', date: '1938-02' }],
    ['Washington, February —, 1938.', { place: 'Washington', date: '1938-02' }],
    ['Washington, July—, 1877.', { place: 'Washington', date: '1877-07' }],
    ['Washington, February [—?], 1938.', { place: 'Washington', date: '1938-02' }],
    ['Zenda, February , 1938.', { place: 'Zenda', date: '1938-02' }],
    ['Zenda, May . . ., [1938].', { place: 'Zenda', date: '1938-05', supplied: ['year'] }],
    ['Zenda, [May?] 1938.', { place: 'Zenda', date: '1938-05', supplied: ['month'] }],
    ['Zenda, May 1, [1931].', { place: 'Zenda', date: '1931-05-01', supplied: ['year'] }],
    ['[Zenda, May 3,] 1938.', { place: 'Zenda', date: '1938-05-03', supplied: ['place', 'month', 'day'] }],
    ['Zenda, [May 8?,] 1938.', { place: 'Zenda', date: '1938-05-08', supplied: ['month', 'day'] }],
    ['Zenda, May [3], 1938.', { place: 'Zenda', date: '1938-05-03', supplied: ['day'] }],
    ['[Zenda, May 3],1938.', { place: 'Zenda', date: '1938-05-03', supplied: ['place', 'month', 'day'] }],
    ['Zenda, Sept . 16, 1938.', { place: 'Zenda', date: '1938-09-16' }],
    ['Augusta, Ruritania, May 3, 1938.', { place: 'Augusta, Ruritania', date: '1938-05-03' }],
    ['Mayagüez, May 3, 1938.', { place: 'Mayagüez', date: '1938-05-03' }],
    ['Washington, May 7, 1936—12:30 a.m.', { place: 'Washington', date: '1936-05-07', hour: '00:30' }],
    ['Strelsau, May 1, 1973, 1435Z.', { place: 'Strelsau', date: '1973-05-01', hour: '14:35', offset: '+00:00' }],
    ['Strelsau, May 1, 1973, 2535Z.', { place: 'Strelsau', date: '1973-05-01' }],
    ['Somewhere', { place: 'Somewhere' }],
    ['Strelsau, May 1st, 1899.', { place: 'Strelsau', date: '1899-05-01' }],
    ['Strelsau, 1st May, 1899.', { place: 'Strelsau', date: '1899-05-01' }],
    ['Strelsau, the 22d of May, 1899.', { place: 'Strelsau', date: '1899-05-22' }],
    ['Strelsau, this 2nd day of May, 1899.', { place: 'Strelsau', date: '1899-05-02' }],
    ['Dated in Strelsau, the 22d day of May, A. D. 1899.', { place: 'Strelsau', date: '1899-05-22' }],
    ['Done at the city of Strelsau, May 1, 1899.', { place: 'Strelsau', date: '1899-05-01' }],
    ['Strelsau, Sept. 3, 1899, 12 m.', { place: 'Strelsau', date: '1899-09-03', hour: '12:00' }],
    ['Strelsau, May 10/22, 1899.', { place: 'Strelsau', date: '1899-05-22' }],
    ['Strelsau, May 10 (22), 1899.', { place: 'Strelsau', date: '1899-05-22' }],
    ['Strelsau, April 29/May 11, 1899.', { place: 'Strelsau', date: '1899-05-11' }],
    ['Strelsau, May 1 [2?], 1899.', { place: 'Strelsau', date: '1899-05-01' }],
    ['Strelsau, May 1. (Received May 2, 1899, 2.30 a. m.)', { place: 'Strelsau', date: '05-01' }],
    ['Strelsau, May 1, 1899. [Rec’d 11 p. m.]', { place: 'Strelsau', date: '1899-05-01' }],
  ])('%s', (line, expected) => {
    expect(readDateline(line)).toEqual({ undated: false, supplied: [], ...expected });
  });
});

describe('a line of receipt says day and hour, and leaves to the day of sending what it does not print:', () => {
  const day = ['year', 'month', 'day'];
  test.each([
    ['[Received February 3—2:55 p.m.]', '1936-02-03', { date: '1936-02-03', hour: '14:55', supplied: ['year'] }],
    ['[Received 9:35 p.m.]', '1936-02-03', { date: '1936-02-03', hour: '21:35', supplied: day }],
    ['[Received 6: 40 p.m.]', '1936-02-03', { date: '1936-02-03', hour: '18:40', supplied: day }],
    ['[Received February 6, 9.12 a.m.]', '1918-02-06', { date: '1918-02-06', hour: '09:12', supplied: ['year'] }],
    ['[Received March 7.]', '1936-02-26', { date: '1936-03-07', supplied: ['year'] }],
    ['[Received January 2—noon.]', '1936-12-31', { date: '1937-01-02', hour: '12:00', supplied: ['year'] }],
    ['[Received March 7, 1937.]', '1936-02-26', { date: '1937-03-07' }],
    ['[Received September 18, 1930—5:52 p.m.]', undefined, { date: '1930-09-18', hour: '17:52' }],
    ['[Received February 23—12 noon.]', '1930-02-22', { date: '1930-02-23', hour: '12:00', supplied: ['year'] }],
    ['[Received June 2, 9 a.m.]', '1936-06-02', { date: '1936-06-02', hour: '09:00', supplied: ['year'] }],
    ['[Received February 3—2:55 p.m.]', undefined, { date: '02-03', hour: '14:55' }],
    ['[Received.]', '1936-02-03', {}],
    ['[Received February —, 1936.]', '1936-01-28', { date: '1936-02' }],
    ['[Received January 29.]', '1936-01', { date: '1936-01-29', supplied: ['year'] }],
    ['[Received 9:35 p.m.]', '1936-01', { hour: '21:35' }],
    ['[Received January 29.]', '01-28', { date: '01-29' }],
  ])('%s after %s', (line, sent, expected) => {
    expect(readReceipt(line, sent)).toEqual({ undated: false, supplied: [], ...expected });
  });
});
