/**
 * Dates as an edition knows them: strings with their certainty, never a
 * JavaScript `Date`, which would add a precision and a time zone nobody printed.
 */
import type { HistoricalDate } from '../schema/historical-date.ts';

/** First and last minute, in UTC and counted from 1970, that a date by a clock of an offset can mean. */
function span({ date, hour }: HistoricalDate, offset: string): { first: number; last: number } {
  const [year = 0, month, day] = date.split('-').map(Number);
  const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const midnight = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d) / 60_000;
  const start = midnight(year, month ?? 1, day ?? 1);
  const end =
    day !== undefined ? start + 1440 : month === undefined ? midnight(year + 1, 1, 1) : midnight(year, month + 1, 1);
  const east = minutes(offset.slice(1)) * (offset.startsWith('-') ? -1 : 1);
  if (day === undefined || hour === undefined) return { first: start - east, last: end - 1 - east };
  return { first: start + minutes(hour) - east, last: start + minutes(hour) - east };
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

/** A moment by one clock: ISO date, hour `HH:MM`, and the clock's offset from UTC. */
export interface ClockTime {
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
