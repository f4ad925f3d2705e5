/** What the search page shows ↔ its address: the whole state is in the address. */
import { facets, type Facet } from './record.ts';

/** The orders of results, with their names for the reader. */
export const sortings = { relevance: 'Best first', oldest: 'Oldest first', newest: 'Newest first' } as const;
export type Sorting = keyof typeof sortings;

/** Results on a page; so many candidates are loaded and checked together. */
export const pageSize = 10;

export interface SearchState {
  /** The query as it was typed. */
  readonly q: string;
  readonly sort: Sorting;
  /** Page of results, from 1. */
  readonly page: number;
  /** Values that results are narrowed to. */
  readonly facets: Readonly<Partial<Record<Facet, string>>>;
}

/** Reads the part of an address after `?`. What is not understood is as if it were absent. */
export function readState(address: string): SearchState {
  const given = new URLSearchParams(address);
  const sort = given.get('sort') ?? '';
  const page = given.get('page') ?? '';
  return {
    q: given.get('q') ?? '',
    sort: Object.hasOwn(sortings, sort) ? (sort as Sorting) : 'relevance',
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    facets: Object.fromEntries([...given].filter(([name, value]) => Object.hasOwn(facets, name) && value !== '')),
  };
}

/** Writes a state as the part of an address after the path: `?q=…&page=2`, or nothing. */
export function writeState({ q, sort, page, facets: chosen }: SearchState): string {
  const params = new URLSearchParams(q.trim() === '' ? chosen : { q, ...chosen });
  if (sort !== 'relevance') params.set('sort', sort);
  if (page !== 1) params.set('page', String(page));
  return params.size === 0 ? '' : `?${params}`;
}
