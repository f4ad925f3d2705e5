/**
 * Dates as an edition knows them: strings with their certainty, never a
 * JavaScript `Date`, which would add a precision and a time zone nobody printed.
 */
import type { HistoricalDate } from '../schema/historical-date.ts';

/** The first moment that a date can mean by a clock of an offset, and the one after the last, in ms from 1970. */
function span({ date, hour }: HistoricalDate, offset: string): { first: number; after: number } {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  const midnight = Date.parse(`${`${date}-01-01`.slice(0, 10)}T00:00${offset}`);
  if (day !== undefined && hour !== undefined) {
    const first = Date.parse(`${date}T${hour}${offset}`);
    return { first, after: first + 1 };
  }
  const next = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return { first: midnight, after: next + Date.parse(`1970-01-01T00:00${offset}`) };
}

/**
 * Whether `received` is surely before `sent`, compared at the precision both
 * have. Where both clocks are known, moments are compared: what left Tokyo on
 * 1 February may reach Washington on 31 January. Otherwise the dates as
 * written, to the shorter of the two.
 */
export function isBefore(received: HistoricalDate, sent: HistoricalDate): boolean {
  if (received.offset !== undefined && sent.offset !== undefined) {
    return span(received, received.offset).after <= span(sent, sent.offset).first;
  }
  const precision = Math.min(received.date.length, sent.date.length);
  return received.date.slice(0, precision) < sent.date.slice(0, precision);
}

/** A moment by one clock: ISO date, hour `HH:MM`, and the clock's offset from UTC. */
interface ClockTime {
  readonly date: string;
  readonly hour: string;
  readonly offset: string;
}

/**
 * The same moment by a clock of another offset.
 *
 * @throws RangeError when an offset is not of the form `+03:00`.
 */
export function byClock({ date, hour, offset }: ClockTime, other: string): ClockTime {
  for (const one of [offset, other]) {
    if (!/^[+-]\d\d:\d\d$/.test(one)) throw new RangeError(`“${one}” is no offset; write it as +03:00.`);
  }
  const here = Date.parse(`${date}T${hour}${offset}`);
  const there = here - Date.parse(`1970-01-01T00:00${other}`);
  const iso = new Date(there).toISOString();
  return { date: iso.slice(0, 10), hour: iso.slice(11, 16), offset: other };
}

/**
 * A date in ISO 8601 to its own precision: `1936-01`, `1936-01-31`, with its
 * hour `1936-01-31T14:55:00-05:00`. An offset that is the edition's inference is
 * left out, because no machine field can say that it is one.
 */
export function machineDate({ date, hour, offset, inferred }: HistoricalDate): string {
  if (hour === undefined || date.length < 10 || inferred.includes('hour')) return date;
  return `${date}T${hour}:00${offset === undefined || inferred.includes('offset') ? '' : offset}`;
}

/** Whether year, month or day is the edition's inference. */
export function isInferred(date: HistoricalDate): boolean {
  return date.inferred.some((part) => part === 'year' || part === 'month' || part === 'day');
}
