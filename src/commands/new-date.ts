/** A date as an editor gives it for a new document → its fields in the record. */
import { monthName } from '../edition/date-words.ts';
import { isRealDate } from '../schema/scalars.ts';
import type { HistoricalDate } from '../schema/historical-date.ts';

/** The fields of a date, as they are written; without empty lists. */
export type NewDate = Pick<HistoricalDate, 'printed' | 'date' | 'hour' | 'reason'> &
  Partial<Pick<HistoricalDate, 'supplied' | 'inferred'>>;

/** Whether a date is given in figures, because the copy-text prints none. */
export const isInFigures = (answer: string): boolean => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(answer);

const monthNames = Array.from({ length: 12 }, (_, index) => monthName(index + 1));
const hourPattern = /\b(\d{1,2})(?::(\d\d))? ?([ap])\. ?m\./;
const dayPattern = new RegExp(`\\b(${monthNames.join('|')}) (\\d{1,2})\\b`);

/** The year that a line prints, or that a date in figures gives. */
export const yearIn = (answer: string): string | undefined => /\b(1[789]\d\d|20\d\d)\b/.exec(answer)?.[0];

/**
 * A date in figures: month and day are then the edition's inference, for a reason that the editor
 * gives; the year is the volume's.
 */
export function dateInFigures(date: string, reason: string | undefined): NewDate {
  const inferred = (['month', 'day'] as const).slice(0, date.split('-').length - 1);
  return {
    date,
    supplied: ['year'],
    ...(inferred.length > 0 && { inferred }),
    reason: reason ?? 'The copy-text prints no date; the year is that of the volume.',
  };
}

/**
 * A line as printed: `Moscow, February 3, 1936—5 p.m.`, `[Received February 3—2:55 p.m.]`,
 * `[Received 2:55 p.m.]`. What it leaves out is supplied, and the reason says so.
 *
 * @param year For a line without one: the year, and where it is printed.
 * @param sent The day of sending in figures, for a line of receipt that gives the hour alone.
 */
export function dateAsPrinted(
  printed: string,
  year: { readonly number: string; readonly of: 'dateline' | 'volume' },
  sent?: string,
): NewDate | undefined {
  const [, month, day] = dayPattern.exec(printed) ?? [];
  const hour = hourIn(printed);
  if (month === undefined || day === undefined) {
    if (sent?.length !== 10 || hour === undefined) return undefined;
    return {
      printed,
      date: sent,
      hour,
      supplied: ['year'],
      inferred: ['month', 'day'],
      reason: 'The line gives the hour alone, which by the practice of the series means the day of sending.',
    };
  }
  const two = (value: number) => String(value).padStart(2, '0');
  const own = yearIn(printed);
  const date = `${own ?? year.number}-${two(monthNames.indexOf(month) + 1)}-${two(Number(day))}`;
  const supplied = {
    supplied: ['year'] as const,
    reason: `The line gives no year: that of the ${year.of} is supplied.`,
  };
  return { printed, date, ...(hour !== undefined && { hour }), ...(own === undefined && supplied) };
}

/** What a line prints as a day or an hour and the calendar or the clock has not: `February 30`, `25 p.m.` */
export function impossibleIn(printed: string): string | undefined {
  const [words, month = '', day = ''] = dayPattern.exec(printed) ?? [];
  const length = String(monthNames.indexOf(month) + 1).padStart(2, '0');
  // Without its year a line may mean a leap year.
  const date = `${yearIn(printed) ?? '2000'}-${length}-${day.padStart(2, '0')}`;
  if (words !== undefined && !isRealDate(date)) return words;
  const hour = hourPattern.exec(printed)?.[0];
  return hour !== undefined && hourIn(printed) === undefined ? hour : undefined;
}

/** The hour that a line prints, of 24; undefined where it prints none, or midnight, which has two. */
function hourIn(printed: string): string | undefined {
  if (/[—–,-] ?noon\b/.test(printed)) return '12:00';
  const [, hour, minutes = '00', half] = hourPattern.exec(printed) ?? [];
  if (hour === undefined || Number(hour) > 12 || Number(minutes) > 59) return undefined;
  const past = (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  return `${String(past).padStart(2, '0')}:${minutes}`;
}
