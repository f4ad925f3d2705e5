/** The pages of the register's entries: each with the records and places that name it, cut where they are many. */
import type { DocumentRecord } from '../schema/frontmatter.ts';
import type { RegisterEntry } from '../schema/register.ts';
import { mentions } from './apparatus.ts';
import { compareInTime } from './calendar.ts';
import { dateWords } from './date-words.ts';
import { isSent } from './document.ts';
import { pagesOf, type PageNumber } from './pages.ts';
import { titleOf } from './printed-text.ts';
import type { Edition } from './publish.ts';

/** A document that names an entry, in its record or its text: its heading in one line, its date in words, the anchors of the places in order. */
interface Mention {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  /** What the entry is to the document by its record; the post of one who writes is where it is sent from. */
  readonly roles: readonly Role[];
  readonly places: readonly string[];
}

/** How a record names an entry. */
export const roles = ['sender', 'recipient', 'participant', 'sent from', 'written at', 'sent to'] as const;
export type Role = (typeof roles)[number];

/** Entries of the register that a record names, each with what it is to the document. */
function rolesIn({ kind, sender, recipient, participants }: DocumentRecord): Map<string, Role[]> {
  const from: Role = isSent({ kind, recipient }) ? 'sent from' : 'written at';
  const named = [
    ...[sender, recipient, participants].flatMap((some, index) =>
      some.map(({ person }) => ({ entry: person, role: roles[index] })),
    ),
    ...sender.map(({ place }) => ({ entry: place, role: from })),
    ...recipient.map(({ place }) => ({ entry: place, role: 'sent to' as const })),
  ];
  const known = named.flatMap(({ entry, role }) => (entry && role ? [{ entry, role }] : []));
  return new Map(
    [...Map.groupBy(known, ({ entry }) => entry)].map(([entry, some]) => [
      entry,
      [...new Set(some.map(({ role }) => role))],
    ]),
  );
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
    const [inText, inRecord] = [mentions(document), rolesIn(record)];
    return [...new Set([...inRecord.keys(), ...inText.keys()])].map((entry) => {
      const where = { roles: inRecord.get(entry) ?? [], places: inText.get(entry) ?? [] };
      return { entry, mention: { ...about, ...where } };
    });
  });
  const byEntry = Map.groupBy(named, ({ entry }) => entry);
  return [...register.values()].flatMap((entry): EntryPage[] => {
    const all = (byEntry.get(entry.id) ?? []).map(({ mention }) => mention);
    const pages = pagesOf(all, pageSize, `${entry.id}/`, ({ date }) => date);
    return pages.map(({ items, ...at }) => ({ entry, namedIn: items, count: all.length, ...at }));
  });
}
