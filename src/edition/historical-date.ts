/**
 * Dates as an edition knows them: strings with their certainty, never a
 * JavaScript `Date`, which would add a precision and a time zone nobody printed.
 */

/** The parts of a date that can be known separately. */
export const dateParts = ['year', 'month', 'day', 'hour', 'offset'] as const;
export type DatePart = (typeof dateParts)[number];

/** A date, to the precision that is known. */
export interface HistoricalDate {
  /** The line as printed, brackets and all: `[Received January 31—2:55 p.m.]`. Absent where the copy-text prints none. */
  readonly printed?: string | undefined;
  /** ISO 8601 date to the known precision: `1936-01-31`, `1936-01`, `1936`. */
  readonly date: string;
  /** Hour by the local clock, `HH:MM`. */
  readonly hour?: string | undefined;
  /** Fixed offset of that clock from UTC, `-05:00`. */
  readonly offset?: string | undefined;
  /** Whose clock that is: a place in the register. */
  readonly clock?: string | undefined;
  /** Other places whose clocks the record shows for the same moment, each with its fixed offset then. */
  readonly otherClocks?: readonly { readonly place: string; readonly offset: string }[] | undefined;
  /** Parts that the copy-text does not print but its volume fixes. */
  readonly supplied: readonly DatePart[];
  /** Parts that are the edition's inference. */
  readonly inferred: readonly DatePart[];
  /** Why, in one sentence, for every part supplied or inferred. */
  readonly reason?: string | undefined;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD` is in the calendar. */
export function isRealDate(date: string): boolean {
  if (!/^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.test(date)) return false;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
  return year > 0 && day >= 1 && day <= length;
}

/** Days from 1 January 1970 to a day of the Gregorian calendar (H. Hinnant, `days_from_civil`). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** First and last minute, in UTC, that a date with an offset can mean. */
function span(date: HistoricalDate, offset: string): { first: number; last: number } {
  const [year = 0, month, day] = date.date.split('-').map(Number);
  const start = dayNumber(year, month ?? 1, day ?? 1);
  const end =
    day !== undefined
      ? start
      : month === undefined
        ? dayNumber(year + 1, 1, 1) - 1
        : dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1;
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const east = minutes(offset.slice(1)) * (offset.startsWith('-') ? -1 : 1);
  const hour = day === undefined || date.hour === undefined ? undefined : minutes(date.hour);
  return { first: start * 1440 + (hour ?? 0) - east, last: end * 1440 + (hour ?? 1439) - east };
}

/**
 * Whether `received` is surely before `sent`, compared at the precision both
 * have. Where both clocks are known, moments are compared: what left Tokyo on
 * 1 February may reach Washington on 31 January. Otherwise the dates as
 * written, to the shorter of the two.
 */
export function isBefore(received: HistoricalDate, sent: HistoricalDate): boolean {
  if (received.offset !== undefined && sent.offset !== undefined) {
    return span(received, received.offset).last < span(sent, sent.offset).first;
  }
  const precision = Math.min(received.date.length, sent.date.length);
  return received.date.slice(0, precision) < sent.date.slice(0, precision);
}
