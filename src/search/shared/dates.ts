/** Dates as a reader asks for them: EDTF to the day and its intervals; https://www.loc.gov/standards/datetime/ */

import { monthNumber, months, spanOf, type DateSpan } from '../../edition/date-words.ts';

const open: DateSpan = { first: '0000-01-01', last: '9999-12-31' };

/**
 * Reads `1936`, `1936-02`, `1936-01-31`, and from one to another: `1936-01-31/1936-02-04`, `1936-01..1936-03`,
 * `../1936`; undefined where that is no date, `first` after `last` where it runs backwards.
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

const month = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
/** How days are typed; in figures, the month or the day may come first. */
const typedDays = [
  String.raw`(?<year>\d{4})-(?<month>\d\d)(?:-(?<day>\d\d))?`,
  String.raw`(?:(?<before>\d{1,2})(?:st|nd|rd|th)? )?(?<month>${month}|Sept)\.?(?: (?<day>\d{1,2})(?:st|nd|rd|th)?)?,? (?<year>\d{4})`,
  String.raw`(?<month>\d{1,2})[./](?<day>\d{1,2})[./](?<year>\d{4})`,
  String.raw`(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})`,
].map((form) => new RegExp(String.raw`(?<![^\s(])${form}(?![^\s)])`, 'gi'));

/** A query in which days are asked for by their field, in each way in which they can be read: `31 Jan. 1936`. */
export const readDays = (typed: string): string[] =>
  typedDays.map((form) =>
    typed.replace(form, (...match) => {
      const { year, month = '', before, day = before } = match.at(-1) as Record<string, string | undefined>;
      const parts = [year, monthNumber(month) || month, day].filter(Boolean);
      return `sent:${parts.map((part) => String(part).padStart(2, '0')).join('-')}`;
    }),
  );
