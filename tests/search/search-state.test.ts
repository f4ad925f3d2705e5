import { expect, test } from 'vitest';
import { daysOf, isNarrowed, linesBy, readState, writeState } from '../../src/search/shared/state.ts';

const unnarrowed = { since: '', until: '', literal: false } as const;

test('a state is read back from its address', () => {
  const state = {
    q: '"uneasy feeling" <b> & 761.9315 Manchuria/35',
    sort: 'newest',
    page: 3,
    facets: { sender: ['Loy W. Henderson', 'Cordell Hull'], place: ['Washington, D.C.'] },
    since: '1936-01-31',
    until: '1936-02',
    literal: true,
  } as const;
  expect(readState(writeState(state))).toEqual(state);
});

test.each([
  ['', '', undefined],
  ['1936-01', '1936-01', ['1936-01-01', '1936-01-31']],
  ['1936-01-31', '1936-02', ['1936-01-31', '1936-02-29']],
  ['', '1936', ['0000-01-01', '1936-12-31']],
  ['1936', '', ['1936-01-01', '9999-12-31']],
])('from “%s” to “%s” it is narrowed to %j', (since, until, days) => {
  const state = { ...readState(''), since, until };
  const { first, last } = daysOf(state) ?? {};
  expect(first && [first, last]).toEqual(days);
  expect(isNarrowed(state)).toBe(days !== undefined);
  expect(isNarrowed({ ...state, facets: { place: ['Moscow'] } })).toBe(true);
});

test('results are documents or a concordance, in one order; an address of earlier days is understood', () => {
  expect(linesBy(readState('?q=a&sort=oldest'))).toBeUndefined();
  expect(linesBy(readState('?q=a&sort=after'))).toBe('after');
  expect(readState('?q=a&lines=after&sort=newest')).toEqual(readState('?q=a&sort=after'));
});

test('the plain state has a plain address', () => {
  expect(writeState({ q: '', sort: 'relevance', page: 1, facets: {}, ...unnarrowed })).toBe('');
});

test('what an address says wrongly is as if it were absent', () => {
  expect(readState('?q=a&sort=toString&page=-1&sender=&since=soon&until=1936-02-30&literal=&__proto__=x')).toEqual({
    q: 'a',
    sort: 'relevance',
    page: 1,
    facets: {},
    ...unnarrowed,
  });
  expect(readState('?page=1e9').page).toBe(1);
  // A span is no first day.
  expect(readState('?since=1936-01..1936-03').since).toBe('');
});
