import { expect, test } from 'vitest';
import type { SearchEngine } from '../../src/search/browser/engine.ts';
import { countsOf, find } from '../../src/search/browser/results.ts';
import { toColumn } from '../../src/search/shared/index-files.ts';
import { parseQuery } from '../../src/search/shared/query.ts';
import { readState } from '../../src/search/shared/state.ts';

test.each([
  ['to:Delegates', { exact: 1, near: 2 }],
  ['to:"Delegates"', { exact: 1, near: 0 }],
])('other forms of a name in a line of the record are counted where they are shown: %s', async (typed, counts) => {
  const lines = toColumn([['The Delegation'], ['The Delegates'], ['The Delegation'], ['The Consul']]);
  const engine = { size: () => Promise.resolve(4), column: () => Promise.resolve(lines) } as unknown as SearchEngine;
  const { tree } = parseQuery(typed);
  if (tree === undefined) throw new Error(`Nothing to find: ${typed}`);
  expect(countsOf(await find(engine, tree, readState('?sort=oldest')))).toEqual({ ...counts, certain: true });
});

test.each(['"* of"', '"Soviet *"~3'])('a sign for any letters is not asked for by itself: %s', async (typed) => {
  const ask = (token: string) => Promise.resolve(new Map(/^(?:of|soviet)q$/.test(token) ? [[1, 1]] : []));
  const engine = { size: () => Promise.resolve(3), ask, withLink: () => Promise.resolve(new Set([1])) };
  const { tree } = parseQuery(typed);
  if (tree === undefined) throw new Error(`Nothing to find: ${typed}`);
  expect((await find(engine as unknown as SearchEngine, tree, readState(''))).exact).toEqual([1]);
});
