/** Dates as programs read them. */
import type { HistoricalDate } from '../schema/historical-date.ts';

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
