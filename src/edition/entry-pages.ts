/** The pages of the register's entries: each with the places that name it, cut where they are many. */
import type { RegisterEntry } from '../schema/register.ts';
import { compareInTime } from './calendar.ts';
import { dateWords } from './date-words.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { pagesOf, type PageNumber } from './pages.ts';
import type { Edition } from './publish.ts';

/** A page of an entry of the register, with places that name it. */
export interface EntryPage {
  readonly entry: RegisterEntry;
  /** The documents of this page that name it, in order of time, each with its date in words. */
  readonly namedIn: readonly (Mention & { readonly date: string })[];
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
export function entryPages({ documents, register }: Edition, pageSize = 100): EntryPage[] {
  const mentions = mentionsIn(documents.toSorted(compareInTime));
  const dates = new Map(documents.map(({ id, record }) => [id, dateWords(record.dateSent)]));
  return [...register.values()].flatMap((entry) => {
    const named = (mentions.get(entry.id) ?? []).map((mention) => ({ ...mention, date: dates.get(mention.id) ?? '' }));
    const pages = pagesOf(named, pageSize, `${entry.id}/`, ({ date }) => date);
    return pages.map(({ items, ...at }) => ({ entry, namedIn: items, count: named.length, ...at }));
  });
}
