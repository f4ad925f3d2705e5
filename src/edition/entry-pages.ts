/** The pages of the register's entries: each with the places that name it, cut where they are many. */
import type { RegisterEntry } from '../schema/register.ts';
import { mentions } from './apparatus.ts';
import { compareInTime } from './calendar.ts';
import { dateWords } from './date-words.ts';
import { pagesOf, type PageNumber } from './pages.ts';
import { titleOf } from './printed-text.ts';
import type { Edition } from './publish.ts';

/** A document that names an entry: its heading in one line, its date in words, the anchors of the places in order. */
interface Mention {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly places: readonly string[];
}

/** A page of an entry of the register, with places that name it. */
export interface EntryPage {
  readonly entry: RegisterEntry;
  /** The documents of this page that name it, in order of time. */
  readonly namedIn: readonly Mention[];
  /** How many documents name it, on all its pages. */
  readonly count: number;
  /** Address under `/register/`. */
  readonly path: string;
  /** Absent where all places stand on one page. */
  readonly pages: PageNumber | undefined;
}

/**
 * The pages of every entry of the registers.
 *
 * @param pageSize How many documents that name it stand on one page at most.
 */
export function entryPages({ documents, register }: Pick<Edition, 'documents' | 'register'>, pageSize = 100) {
  const named = documents.toSorted(compareInTime).flatMap((document) => {
    const { id, record } = document;
    const about = { id, title: titleOf(document), date: dateWords(record.dateSent) };
    return [...mentions(document)].map(([entry, places]) => ({ entry, mention: { ...about, places } }));
  });
  const byEntry = Map.groupBy(named, ({ entry }) => entry);
  return [...register.values()].flatMap((entry): EntryPage[] => {
    const all = (byEntry.get(entry.id) ?? []).map(({ mention }) => mention);
    const pages = pagesOf(all, pageSize, `${entry.id}/`, ({ date }) => date);
    return pages.map(({ items, ...at }) => ({ entry, namedIn: items, count: all.length, ...at }));
  });
}
