/** Dates in words and in order, by any clock: strings with their certainty, which a JavaScript `Date` has not. */
import type { DatePart, HistoricalDate } from '../schema/frontmatter.ts';

/** The names of the months, January first. */
export const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The name of a month: `monthName(1)` is January. */
export const monthName = (month: number): string => months[month - 1] ?? '';

/** The number of a month by its name as it is printed or typed: `Feb.` → 2; 0 where it is none. */
export const monthNumber = (name: string): number =>
  months.findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;

/** An hour `HH:MM` as FRUS prints it: `14:55` → `2:55 p.m.`, `21:00` → `9 p.m.`, `noon`, `24:00` → `midnight`. */
export function hourWords(hour: string): string {
  if (hour === '12:00') return 'noon';
  if (hour === '00:00' || hour === '24:00') return 'midnight';
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  const twelve = hours % 12 === 0 ? 12 : hours % 12;
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`;
  return `${twelve}${past} ${hours < 12 ? 'a.m.' : 'p.m.'}`;
}

/** The hour of a date as a volume prints it; that by no place's clock, but by Greenwich's, is `1435Z`. */
export const printedHour = (date: HistoricalDate): string =>
  isOfGreenwich(date) ? `${date.hour?.replace(':', '')}Z` : date.hour === undefined ? '' : hourWords(date.hour);
const isOfGreenwich = ({ hour, offset, clock, inferred }: HistoricalDate): boolean =>
  hour !== undefined && offset === '+00:00' && clock === undefined && !inferred.includes('offset');

/** The first and the last date of a span in EDTF (ISO 8601-2), `1938-08-02/1938-08-04`; of one date, it twice. */
export function endsOf(date: string): readonly [first: string, last: string] {
  const [first = '', last = first] = date.split('/');
  return [first, last];
}

/** A date or span in words by parts, each with what stands before it; a span is in the part where its ends differ. */
function partsInWords(date: string): { part: DatePart; words: string; before: string }[] {
  const [first, last] = endsOf(date);
  const [year = '', month, day] = first.split('-');
  const [lastYear, lastMonth, lastDay] = last.split('-');
  const name = month === undefined ? '' : monthName(Number(month));
  const lastName = lastMonth === undefined ? '' : monthName(Number(lastMonth));
  const isOneYear = year === lastYear;
  const isOneMonth = isOneYear && month === lastMonth;
  const until = (words: string) => (first === last ? '' : `–${words}`);
  const days = `${Number(day)}${isOneMonth ? until(`${Number(lastDay)}`) : isOneYear ? until(`${lastName} ${Number(lastDay)}`) : ''}`;
  const years = { part: 'year' as const, words: year + (isOneYear ? '' : until(isoDateWords(last))) };
  if (month === undefined) return [{ ...years, before: '' }];
  const months = day === undefined && isOneYear && !isOneMonth ? name + until(lastName) : name;
  return [
    { part: 'month', words: months, before: '' },
    ...(day === undefined ? [] : [{ part: 'day' as const, words: days, before: ' ' }]),
    { ...years, before: day === undefined ? ' ' : ', ' },
  ];
}

/** A date in EDTF in words, none for none: `1936-01-31` → `January 31, 1936`, `1936-01/1936-03` → `January–March 1936`. */
export function isoDateWords(date: string): string {
  return partsInWords(date)
    .map(({ before, words }) => before + words)
    .join('');
}

/** A date of a record for an editor, as its fields have it: `1936-01-31 14:55 -05:00`. */
export const inFigures = ({ date, hour, offset }: HistoricalDate): string =>
  [date, hour, offset].filter(Boolean).join(' ');

/** A date of a record, what is not printed in brackets (Chicago 14.224): `January 31, [1936], noon`; or `undated`. */
export function dateWords(date: HistoricalDate | undefined): string {
  if (date === undefined) return 'undated';
  const isMissing = (part: DatePart) => date.supplied.includes(part) || date.inferred.includes(part);
  const hour = date.hour === undefined ? [] : [{ part: 'hour' as const, words: printedHour(date), before: ', ' }];
  const parts = [...partsInWords(date.date), ...hour];
  return parts
    .map(({ part, words, before }, index) => {
      const isIn = (other: (typeof parts)[number] | undefined) => other !== undefined && isMissing(other.part);
      if (!isMissing(part)) return before + words;
      return `${before}${isIn(parts[index - 1]) ? '' : '['}${words}${isIn(parts[index + 1]) ? '' : ']'}`;
    })
    .join('');
}

/** An hour by its clocks, `2:55 p.m. in Washington; 19:55 UTC (inferred)`; empty unless day, hour, offset are known. */
export function clockWords(known: HistoricalDate, nameOf: (place: string) => string): string {
  const { date, hour, offset, clock, otherClocks = [], inferred } = known;
  if (hour === undefined || offset === undefined) return '';
  const by = (other: string) => byClock({ date, hour, offset }, other);
  const day = (other: string) => (other === date ? '' : `, ${isoDateWords(other)}`);
  const there = otherClocks.map((other) => {
    const time = by(other.offset);
    return `${hourWords(time.hour)}${day(time.date)} in ${nameOf(other.place)}`;
  });
  const utc = by('+00:00');
  const where = clock === undefined ? `local time (UTC${offset.replace('-', '−')})` : `in ${nameOf(clock)}`;
  const here = isOfGreenwich(known) ? [] : [`${hourWords(hour)} ${where}`];
  const clocks = [...here, ...there, `${utc.hour}${day(utc.date)} UTC`].join('; ');
  return inferred.includes('offset') || inferred.includes('hour') ? `${clocks} (inferred)` : clocks;
}

/** The days that an ISO date to its own precision can mean; undefined where there is no such date. */
export function spanOf(date: string) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  // Day 0 of the month after is the last of a month.
  const end = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).toISOString().slice(0, 10);
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12) return undefined;
  if (day === undefined) return { first: `${date}-01-01`.slice(0, 10), last: end };
  return Number(day) >= 1 && Number(day) <= Number(end.slice(8)) ? { first: date, last: date } : undefined;
}
/** Days from the first to the last, both among them, as ISO dates; an open end is the first or the last there is. */
export type DateSpan = Readonly<NonNullable<ReturnType<typeof spanOf>>>;

/** The first moment that a date or span can mean by a clock of an offset, and that after the last, in ms from 1970. */
function momentsOf({ date, hour }: HistoricalDate, offset: string): { first: number; after: number } {
  const [begin, end] = endsOf(date);
  const moment = (day = '', clock = '00:00'): number => Date.parse(`${day}T${clock}${offset}`);
  if (hour !== undefined) return { first: moment(date, hour), after: moment(date, hour) + 1 };
  return { first: moment(spanOf(begin)?.first), after: moment(spanOf(end)?.last, '24:00') };
}

/** Whether `received` is surely before `sent`: by moments where both clocks are known, else by what both dates give. */
export function isBefore(received: HistoricalDate, sent: HistoricalDate): boolean {
  if (received.offset !== undefined && sent.offset !== undefined) {
    return momentsOf(received, received.offset).after <= momentsOf(sent, sent.offset).first;
  }
  const [, last] = endsOf(received.date);
  const [first] = endsOf(sent.date);
  return last < first.slice(0, last.length);
}

/** A moment by one clock: ISO date, hour `HH:MM`, and the clock's offset from UTC. */
type ClockTime = Readonly<Record<'date' | 'hour' | 'offset', string>>;

/** The same moment by a clock of another offset. */
export function byClock({ date, hour, offset }: ClockTime, other: string): ClockTime {
  const here = Date.parse(`${date}T${hour}${offset}`);
  const there = here - Date.parse(`1970-01-01T00:00${other}`);
  const iso = new Date(there).toISOString();
  return { date: iso.slice(0, 10), hour: iso.slice(11, 16), offset: other };
}

/** A date in ISO 8601, `1936-01`, `1936-01-31T14:55:00-05:00`; an inferred offset only where a `moment` is wanted. */
export function machineDate({ date, hour, offset, inferred }: HistoricalDate, moment = false): string {
  if (hour === undefined || inferred.includes('hour')) return date;
  return `${date}T${hour}:00${moment || !inferred.includes('offset') ? (offset ?? '') : ''}`;
}

/** Whether year, month or day is the edition's inference. */
export const isInferred = (date: HistoricalDate): boolean =>
  date.inferred.some((part) => part === 'year' || part === 'month' || part === 'day');
