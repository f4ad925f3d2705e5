/** Dates and hours in words, and the same moment by other clocks. */
import type { DatePart, HistoricalDate } from './historical-date.ts';

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

/** A moment by one clock: ISO date, hour `HH:MM`, and the clock's offset from UTC. */
export interface ClockTime {
  readonly date: string;
  readonly hour: string;
  readonly offset: string;
}

/** Minutes of a fixed offset: `-05:00` → −300. */
function offsetMinutes(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  if (hours === undefined) throw new RangeError(`“${offset}” is no offset; write it as +03:00.`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * The same moment by a clock of another offset. Only whole days are known to differ, so the date
 * is moved by at most one day either way.
 */
export function byClock(moment: ClockTime, offset: string): ClockTime {
  const [hours = 0, minutes = 0] = moment.hour.split(':').map(Number);
  const total = hours * 60 + minutes - offsetMinutes(moment.offset) + offsetMinutes(offset);
  const day = Math.floor(total / 1440);
  const rest = total - day * 1440;
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    date: day === 0 ? moment.date : shiftDay(moment.date, day),
    hour: `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`,
    offset,
  };
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

/** An ISO date moved by some days in the Gregorian calendar. */
function shiftDay(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const moved = day + days;
  const pad = (value: number, length = 2) => String(value).padStart(length, '0');
  const text = (y: number, m: number, d: number) => `${pad(y, 4)}-${pad(m)}-${pad(d)}`;
  if (moved < 1) {
    const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
    return text(y, m, daysIn(y, m));
  }
  if (moved > daysIn(year, month)) {
    return month === 12 ? text(year + 1, 1, 1) : text(year, month + 1, 1);
  }
  return text(year, month, moved);
}

/** Length of a month in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
