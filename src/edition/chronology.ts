/** A document in time: the dates it names, its sending and its arrival, in order. */
import { placedMarks } from './apparatus.ts';
import { isSent, kindInWords, type EditionDocument } from './document.ts';
import { isInferred } from './date-words.ts';
import { compareLetters } from './letters.ts';
import type { HistoricalDate } from '../schema/frontmatter.ts';

/** What a document's `Date` marks with an `event` and its record say happened, oldest first; of one day, text first. */
export function chronology(document: EditionDocument) {
  const { kind, dateSent, dateReceived } = document.record;
  const named = placedMarks(document).flatMap(({ mark, place }) => {
    const { when = '', event, inferred } = mark.attributes;
    return event === undefined ? [] : [{ date: when, event, inferred, place, full: undefined }];
  });
  const own = (date: HistoricalDate | undefined, event: string) =>
    date
      ? [{ date: date.date, event, inferred: isInferred(date) ? date.reason : undefined, place: undefined, full: date }]
      : [];
  const subject = `The ${kindInWords(kind)} ${kind === 'minutes' ? 'are' : 'is'}`;
  const sent = own(dateSent, `${subject} ${isSent(document.record) ? 'sent' : 'dated'}`);
  return [...named, ...sent, ...own(dateReceived, `${subject} received`)].toSorted((a, b) =>
    compareLetters(a.date, b.date),
  );
}
/** A date (ISO, as far as it is known), what happened, why it is inferred, the anchor that says so, the full date. */
export type Moment = ReturnType<typeof chronology>[number];
