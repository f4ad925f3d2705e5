/**
 * Ids of documents: file names and addresses, permanent. The file number
 * cannot be one: a message and its reply share it.
 */
import type { DocumentRecord } from '../schema/frontmatter.ts';

/** The place whose messages are named after their addressee. */
const department = 'washington';

/**
 * What keeps a word from being the id of a document; undefined where it can be one. It is made of
 * small letters, figures and single hyphens, begins with a letter, as an id in XML does, and is no
 * address of the calendar (`1936/`, `by-sender/`, `page-2/`).
 */
export function idFault(word: string): 'form' | 'figure' | 'reserved' | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)) return 'form';
  if (/^\d/.test(word)) return 'figure';
  return /^(?:(?:by|page)-|index$)/.test(word) ? 'reserved' : undefined;
}

/** Whether a word can be the id of a document. */
export const isDocumentId = (word: string): boolean => idFault(word) === undefined;

/**
 * The id that a record asks for: `frus1936v03-d340` for a document that was imported, `moscow-1936-39` for Moscow's
 * telegram 39 of 1936 to the Department, `washington-tokyo-1936-17` for one from it, `moscow-1936-despatch-412`, else
 * `<kind>-<place>-<date>`. Undefined where the record does not name the place or date it needs.
 */
export function identifierOf(
  record: Pick<DocumentRecord, 'kind' | 'telegramNumber' | 'despatchNumber' | 'sender' | 'recipient' | 'dateSent'> & {
    readonly source?: Pick<DocumentRecord['source'], 'volume' | 'import'>;
  },
): string | undefined {
  const { kind, telegramNumber, despatchNumber, sender, recipient, dateSent, source } = record;
  if (source?.import) return importedId(source.volume, source.import.id);
  const from = sender[0]?.place;
  if (from === undefined || dateSent === undefined) return undefined;
  const number = telegramNumber ?? (despatchNumber === undefined ? undefined : `despatch-${despatchNumber}`);
  if (number === undefined) return `${kind}-${from}-${dateSent.date}`;
  const rest = `${dateSent.date.slice(0, 4)}-${number}`;
  if (from !== department) return idOf(`${from}-${rest}`);
  const to = recipient[0]?.place;
  return to === undefined ? undefined : idOf(`${department}-${to}-${rest}`);
}

/** Words as an id can hold them: `L–561` → `l-561`. */
const idOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * The id of an imported document.
 *
 * @param volume `frus1936v03`
 * @param xmlId `d340`
 */
export const importedId = (volume: string, xmlId: string): string => idOf(`${volume}-${xmlId}`);

/** Whether an id is the one that a record asks for, or that with a letter where several documents would share it. */
export function identifierAgrees(id: string, expected: string): boolean {
  return id === expected || (id.startsWith(expected) && /^-[b-z]$/.test(id.slice(expected.length)));
}

/** The order of ids: by letters, and by number where both have one at the same place. */
export const compareIdentifiers = new Intl.Collator('en', { numeric: true }).compare;
