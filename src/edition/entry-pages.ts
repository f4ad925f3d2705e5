/** The pages of the register's entries: each with the records and places that name it, cut where they are many. */
import type { DocumentRecord } from '../schema/frontmatter.ts';
import { mentions } from './apparatus.ts';
import { compareInTime } from './calendar.ts';
import { dateWords } from './date-words.ts';
import { isSent } from './document.ts';
import { pagesOf } from './pages.ts';
import { titleOf } from './printed-text.ts';
import type { Edition } from './publish.ts';

/** Entries of the register that a record names, each with what it is to the document. */
function rolesIn({ kind, sender, recipient, participants }: DocumentRecord): Map<string, string[]> {
  const roles = [
    ...sender.map(({ person }) => [person, 'sender'] as const),
    ...recipient.map(({ person }) => [person, 'recipient'] as const),
    ...participants.map(({ person }) => [person, 'participant'] as const),
    ...sender.map(({ place }) => [place, isSent({ kind, recipient }) ? 'sent from' : 'written at'] as const),
    ...recipient.map(({ place }) => [place, 'sent to'] as const),
  ];
  const byEntry = Map.groupBy(roles, ([entry = '']) => entry);
  return new Map([...byEntry].map(([entry, some]) => [entry, [...new Set(some.map(([, role]) => role))]]));
}

/** The pages of every entry of the registers; on each at most `pageSize` documents that name it. */
export function entryPages({ documents, register }: Pick<Edition, 'documents' | 'register'>, pageSize = 100) {
  const named = documents.toSorted(compareInTime).flatMap((document) => {
    const { id, record } = document;
    const title = titleOf(document);
    const date = dateWords(record.dateSent);
    const [inText, inRecord] = [mentions(document), rolesIn(record)];
    return [...new Set([...inRecord.keys(), ...inText.keys()])].map((entry) => {
      // What the entry is to the document by its record, and the anchors of the places in the text that name it.
      const [roles, places] = [inRecord.get(entry) ?? [], inText.get(entry) ?? []];
      return { entry, mention: { id, record, title, date, roles, places } };
    });
  });
  const byEntry = Map.groupBy(named, ({ entry }) => entry);
  return [...register.values()].flatMap((entry) => {
    const all = (byEntry.get(entry.id) ?? []).map(({ mention }) => mention);
    const pages = pagesOf(all, pageSize, `${entry.id}/`, ({ date }) => date);
    // `count` is that of the documents on all pages of the entry; addresses are under `/register/`.
    return pages.map(({ items, ...at }) => ({ entry, namedIn: items, count: all.length, ...at }));
  });
}
