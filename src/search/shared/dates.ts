/** Dates as a reader asks for them: EDTF to the day and its intervals; https://www.loc.gov/standards/datetime/ */

import { isoDateWords } from '../../edition/date-words.ts';

/** A date that was chosen in words; empty for none. */
export const dateWords = (date: string): string => (date === '' ? '' : isoDateWords(date));

/** Days from the first to the last, both among them, as ISO dates; an open end is the first or the last there is. */
export interface DateSpan {
  readonly first: string;
  readonly last: string;
}

/** The days that an ISO date to its own precision can mean; undefined where there is no such date. */
export function spanOf(date: string): DateSpan | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  // Day 0 of the month after is the last of a month.
  const end = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).toISOString().slice(0, 10);
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12) return undefined;
  if (day === undefined) return { first: `${date}-01-01`.slice(0, 10), last: end };
  return Number(day) >= 1 && Number(day) <= Number(end.slice(8)) ? { first: date, last: date } : undefined;
}

const open: DateSpan = { first: '0000-01-01', last: '9999-12-31' };

/**
 * Reads `1936`, `1936-02`, `1936-01-31`, and from one to another: `1936-01-31/1936-02-04`, `1936-01..1936-03`, `../1936`.
 *
 * @returns undefined where that is no date; `first` after `last` where it runs backwards.
 */
export function readSpan(typed: string): DateSpan | undefined {
  const whole = spanOf(typed);
  if (whole) return whole;
  const [, from = '', to = ''] =
    /^([\d-]*|\.\.)\/([\d-]*|\.\.)$/.exec(typed) ??
    /^([\d-]*)\.\.([\d-]*)$/.exec(typed) ??
    /^(\d{4})[-–](\d{4})$/.exec(typed) ??
    [];
  const side = (date: string) => (date === '' || date === '..' ? open : spanOf(date));
  const [first, last] = [side(from), side(to)];
  if (!first || !last || (first === open && last === open)) return undefined;
  return { first: first.first, last: last.last };
}

/** Whether a document's date lies in a span (`exact`), or only may, since its day or month is not known (`near`). */
export function compareDate({ first, last }: DateSpan, date: string): 'exact' | 'near' | undefined {
  const days = readSpan(date);
  if (!days || days.last < first || days.first > last) return undefined;
  return days.first >= first && days.last <= last ? 'exact' : 'near';
}
