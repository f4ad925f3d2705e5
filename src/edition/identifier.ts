/** Ids of documents: file names and addresses, permanent. No file number: a message and its reply share one. */
import { endsOf } from './date-words.ts';
import { isSent } from './document.ts';
import { slug } from './letters.ts';
import type { DocumentRecord } from '../schema/frontmatter.ts';

/** The place whose messages are named after their addressee. */
const department = 'washington';

/** What keeps a word from being an id: it begins with a letter as in XML, and is no page of the calendar (`by-…`). */
export function idFault(word: string): 'form' | 'figure' | 'reserved' | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)) return 'form';
  if (/^\d/.test(word)) return 'figure';
  return /^(?:(?:by|page)-|index$)/.test(word) ? 'reserved' : undefined;
}

/** Whether a word can be the id of a document. */
export const isDocumentId = (word: string): boolean => idFault(word) === undefined;

/**
 * The id that a record asks for: `frus1936v03-d340` of an import; `moscow-1936-39`, `washington-tokyo-1936-17`,
 * `moscow-1936-despatch-412`; else `<kind>-<place>-<date>` as far as it has them, or `editorial-note-frus1936v04-d35`.
 */
export function identifierOf(record: DocumentRecord): string | undefined {
  const { kind, telegramNumber, despatchNumber, sender, recipient, dateSent, dateReceived, source } = record;
  if (source.import) return importedId(source.volume, source.import.id);
  const from = sender[0]?.place;
  const number = telegramNumber ?? (despatchNumber === undefined ? undefined : `${kind}-${despatchNumber}`);
  const year = (dateSent ?? dateReceived)?.date.slice(0, 4);
  if (number !== undefined && year !== undefined && from !== undefined) {
    const [to, ...others] = new Set(recipient.map(({ place }) => place));
    if (from !== department) return slug(`${from}-${year}-${number}`);
    if (to !== undefined && others.length === 0) return slug(`${department}-${to}-${year}-${number}`);
    // One recipient without a post: it is to be said. Without a single post it is called after its date.
    if (recipient.length === 1 && kind !== 'circular') return undefined;
  }
  const [date] = endsOf(dateSent?.date ?? 'undated');
  // What goes from somebody to somebody leaves from a post, which is to be said.
  if (from === undefined && isSent({ kind, recipient: [] })) return undefined;
  if (from !== undefined || dateSent !== undefined) return [kind, from, date].filter(Boolean).join('-');
  return source.document === undefined ? undefined : `${kind}-${importedId(source.volume, `d${source.document}`)}`;
}

/** The id of an imported document: of `frus1936v03` and `d340`, `frus1936v03-d340`. */
export const importedId = (volume: string, xmlId: string): string => slug(`${volume}-${xmlId}`);

/** Whether an id is the one that a record asks for, or that with a letter where several documents would share it. */
export const identifierAgrees = (id: string, expected: string): boolean =>
  id === expected || (id.startsWith(expected) && /^-[b-z]$/.test(id.slice(expected.length)));

/** The order of ids: by letters, and by number where both have one at the same place. */
export const compareIdentifiers = new Intl.Collator('en', { numeric: true }).compare;
