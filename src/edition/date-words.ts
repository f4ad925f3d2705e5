/** Dates and hours in words, and the same moment by other clocks. */
import { byClock } from './historical-date.ts';
import type { DatePart, HistoricalDate } from '../schema/historical-date.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** The name of a month: `monthName(1)` is January. */
export function monthName(month: number): string {
  const name = months[month - 1];
  if (name === undefined) throw new RangeError(`No month has the number ${month}.`);
  return name;
}

/** An hour `HH:MM` as FRUS prints it: `14:55` → `2:55 p.m.`, `21:00` → `9 p.m.`, `12:00` → `noon`. */
export function hourWords(hour: string): string {
  if (hour === '12:00') return 'noon';
  if (hour === '00:00') return 'midnight';
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  const twelve = hours % 12 === 0 ? 12 : hours % 12;
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `${twelve}${past} ${hours < 12 ? 'a.m.' : 'p.m.'}`;
}

/** An ISO date to its own precision: `1936-01-31` → `January 31, 1936`, `1936-01` → `January 1936`. */
export function isoDateWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = monthName(Number(month));
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/**
 * A date in the record: what the copy-text does not print stands in brackets, as Chicago 14.224
 * and FRUS have it: `January 31, [1936], 2:55 p.m.`; a date wholly inferred is bracketed whole.
 */
export function dateWords(date: HistoricalDate): string {
  const missing = (part: DatePart) => date.supplied.includes(part) || date.inferred.includes(part);
  const [year = '', month, day] = date.date.split('-');
  const bracketed = (words: string, part: DatePart) => (missing(part) ? `[${words}]` : words);
  const hour = date.hour === undefined ? '' : `, ${bracketed(hourWords(date.hour), 'hour')}`;
  if ((['year', 'month', 'day'] as const).every(missing)) return `[${isoDateWords(date.date)}]${hour}`;
  const years = bracketed(year, 'year');
  if (month === undefined) return years + hour;
  const name = bracketed(monthName(Number(month)), 'month');
  if (day === undefined) return `${name} ${years}${hour}`;
  return `${name} ${bracketed(String(Number(day)), 'day')}, ${years}${hour}`;
}

/**
 * The hour of a date by its own clock, by the others that its record names, and in UTC:
 * `2:55 p.m. in Washington, D.C.; 10:55 p.m. in Moscow; 19:55 UTC (inferred)`. Empty unless day, hour and offset are
 * known: a month and an hour are no moment, and have no other day.
 *
 * @param nameOf The name of a place in the register.
 */
export function clockWords(
  { date, hour, offset, clock, otherClocks = [], inferred }: HistoricalDate,
  nameOf: (place: string) => string,
): string {
  if (date.length < 10 || hour === undefined || offset === undefined) return '';
  const by = (other: string) => byClock({ date, hour, offset }, other);
  const day = (other: string) => (other === date ? '' : `, ${isoDateWords(other)}`);
  const there = otherClocks.map((other) => {
    const time = by(other.offset);
    return `${hourWords(time.hour)}${day(time.date)} in ${nameOf(other.place)}`;
  });
  const here = `${hourWords(hour)} in ${clock === undefined ? `the place of UTC${offset}` : nameOf(clock)}`;
  const utc = by('+00:00');
  const clocks = [here, ...there, `${utc.hour}${day(utc.date)} UTC`].join('; ');
  return inferred.includes('offset') || inferred.includes('hour') ? `${clocks} (inferred)` : clocks;
}
