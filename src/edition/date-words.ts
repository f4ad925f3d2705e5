/** Dates and hours in words, and the same moment by other clocks. */
import { byClock } from './historical-date.ts';
import type { DatePart, HistoricalDate } from '../schema/historical-date.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The name of a month: `monthName(1)` is January. */
export function monthName(month: number): string {
  const name = months[month - 1];
  if (name === undefined) throw new RangeError(`No month has the number ${month}.`);
  return name;
}

/** An hour `HH:MM` as FRUS prints it: `14:55` → `2:55 p.m.`, `21:00` → `9 p.m.` */
export function hourWords(hour: string): string {
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
  const hour = date.hour === undefined ? '' : `, ${hourWords(date.hour)}`;
  if ((['year', 'month', 'day'] as const).every(missing)) return `[${isoDateWords(date.date)}]${hour}`;
  const bracketed = (words: string, part: DatePart) => (missing(part) ? `[${words}]` : words);
  const years = bracketed(year, 'year');
  if (month === undefined) return years + hour;
  const name = bracketed(monthName(Number(month)), 'month');
  if (day === undefined) return `${name} ${years}${hour}`;
  return `${name} ${bracketed(String(Number(day)), 'day')}, ${years}${hour}`;
}

/** The hour of a date by one clock of its record. */
export interface ClockHour {
  /** Whose clock: a place in the register; absent where the record does not say. */
  readonly place: string | undefined;
  /** `2:55 p.m.`; with the day, where that is another: `4:55 a.m., February 1, 1936`. */
  readonly words: string;
}

/** The hour of a date by its own clock, then by the others that its record names; none where it is not known. */
export function clockHours({ date, hour, offset, clock, otherClocks }: HistoricalDate): ClockHour[] {
  if (hour === undefined || offset === undefined) return [];
  const there = (otherClocks ?? []).map((other): ClockHour => {
    const time = byClock({ date, hour, offset }, other.offset);
    return { place: other.place, words: hourWords(time.hour) + otherDay(time.date, date) };
  });
  return [{ place: clock, words: hourWords(hour) }, ...there];
}

/** The hour of a date in UTC, by the clock of 24 hours: `19:55`; undefined where it is not known. */
export function utcWords({ date, hour, offset }: HistoricalDate): string | undefined {
  if (hour === undefined || offset === undefined) return undefined;
  const time = byClock({ date, hour, offset }, '+00:00');
  return `${time.hour}${otherDay(time.date, date)} UTC`;
}

function otherDay(day: string, own: string): string {
  return day === own ? '' : `, ${isoDateWords(day)}`;
}
