/** Dates as a reader asks for them: EDTF to the day and its intervals; https://www.loc.gov/standards/datetime/ */

import { spanOf, type DateSpan } from '../../edition/date-words.ts';

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
