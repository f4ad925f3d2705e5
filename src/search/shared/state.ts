/** What the search page shows ↔ its address: the whole state is in the address. */
import { spanOf, type DateSpan } from '../../edition/date-words.ts';
import { readSpan } from './dates.ts';
import { concordanceOrders, type ConcordanceOrder } from './concordance.ts';
import { facets, type Facet } from './record.ts';

/** In what order results are shown, as documents or as a concordance, with the names for the reader. */
export const sortings = {
  relevance: 'Documents, best first',
  oldest: 'Documents, oldest first',
  newest: 'Documents, newest first',
  ...concordanceOrders,
} as const;

/** Results on a page. */
export const pageSize = 10;

/** Reads the part of an address after `?`. What is not understood is as if it were absent. */
export function readState(address: string) {
  const given = new URLSearchParams(address);
  // A concordance once had a name of its own in the address.
  const sort = given.get('lines') ?? given.get('sort') ?? '';
  const page = given.get('page') ?? '';
  const day = (name: string) => (spanOf(given.get(name) ?? '') ? (given.get(name) ?? '') : '');
  return {
    /** The query as it was typed. */
    q: given.get('q') ?? '',
    sort: Object.hasOwn(sortings, sort) ? (sort as keyof typeof sortings) : 'relevance',
    /** Page of results, from 1. */
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
    /** Values that results are narrowed to: of each facet, one of these. */
    facets: Object.fromEntries(
      Object.keys(facets)
        .map((facet) => [facet, [...new Set(given.getAll(facet))].filter((value) => value !== '')] as const)
        .filter(([, values]) => values.length > 0),
    ) as Readonly<Partial<Record<Facet, readonly string[]>>>,
    /** Days of sending that results are narrowed to, as ISO dates to any precision; empty where open. */
    since: day('since'),
    until: day('until'),
    /** Whether a name is searched for only as it was typed, not in its other spellings. */
    literal: given.get('literal') === 'yes',
  };
}
export type SearchState = Readonly<ReturnType<typeof readState>>;

/** Writes a state as the part of an address after the path: `?q=…&page=2`, or nothing. */
export function writeState({ q, sort, page, facets: chosen, since, until, literal }: SearchState): string {
  const values = Object.entries(chosen).flatMap(([facet, some]) => some.map((value) => [facet, value]));
  const params = new URLSearchParams([...(q.trim() === '' ? [] : [['q', q]]), ...values]);
  if (since !== '') params.set('since', since);
  if (until !== '') params.set('until', until);
  if (literal) params.set('literal', 'yes');
  if (sort !== 'relevance') params.set('sort', sort);
  if (page !== 1) params.set('page', String(page));
  return params.size === 0 ? '' : `?${params}`;
}

/** By what the lines of a concordance are put in order, where results are shown as one. */
export const linesBy = ({ sort }: SearchState): ConcordanceOrder | undefined =>
  Object.hasOwn(concordanceOrders, sort) ? (sort as ConcordanceOrder) : undefined;

/** The days that a state narrows to; undefined where it does not. */
export const daysOf = ({ since, until }: Pick<SearchState, 'since' | 'until'>): DateSpan | undefined =>
  since === '' && until === '' ? undefined : readSpan(since === until ? since : `${since}/${until}`);

/** A state with a value of a facet chosen, or chosen no more. */
export function toggled(state: SearchState, facet: Facet, value: string): SearchState {
  const { [facet]: chosen = [], ...others } = state.facets;
  const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...state, page: 1, facets: values.length === 0 ? others : { ...others, [facet]: values } };
}

/** Whether results are narrowed by anything but words. */
export const isNarrowed = (state: SearchState): boolean =>
  Object.keys(state.facets).length > 0 || daysOf(state) !== undefined;
