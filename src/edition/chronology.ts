/** A document in time: the dates it names, its sending and its arrival, in order. */
import { placedMarks } from './apparatus.ts';
import { isSent, kindInWords, type EditionDocument } from './document.ts';
import { isInferred } from './date-words.ts';
import { compareLetters } from './text.ts';
import type { HistoricalDate } from '../schema/historical-date.ts';

/** One point of the chronology. */
export interface Moment {
  /** ISO date, to the precision that is known. */
  readonly date: string;
  /** What happened, in a few words. */
  readonly event: string;
  /** Why the day is inferred; absent where it is printed or supplied. */
  readonly inferred?: string | undefined;
  /** Anchor of the place in the text that says so. */
  readonly place?: string | undefined;
  /** The date of sending or of receipt, with its clocks. */
  readonly full?: HistoricalDate | undefined;
}

/**
 * What a document's `Date` marks name with an `event`, and the moments of its record, oldest first; of one day first
 * those that the text reports, then sending, then receipt.
 */
export function chronology(document: EditionDocument): Moment[] {
  const { dateSent, dateReceived } = document.record;
  const named = placedMarks(document).flatMap(({ mark, place }): Moment[] => {
    const { when, event, inferred } = mark.attributes;
    if (mark.name !== 'Date' || when === undefined || event === undefined) return [];
    return [{ date: when, event, inferred, place }];
  });
  const own = (date: HistoricalDate, event: string): Moment => ({
    date: date.date,
    event,
    inferred: isInferred(date) ? date.reason : undefined,
    full: date,
  });
  const { kind } = document.record;
  const subject = `The ${kindInWords(kind)} ${kind === 'minutes' ? 'are' : 'is'}`;
  const received = dateReceived ? [own(dateReceived, `${subject} received`)] : [];
  const sent = dateSent ? [own(dateSent, `${subject} ${isSent(document.record) ? 'sent' : 'dated'}`)] : [];
  return [...named, ...sent, ...received].toSorted((a, b) => compareLetters(a.date, b.date));
}
