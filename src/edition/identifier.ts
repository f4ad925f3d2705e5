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
 * The id that a record asks for: `moscow-1936-39` for Moscow's telegram 39 of
 * 1936 to the Department, `washington-tokyo-1936-17` for one from it,
 * `moscow-1936-despatch-412`, else `<kind>-<place>-<date>`. Undefined where the
 * record does not name the place it needs.
 */
export function identifierOf(
  record: Pick<DocumentRecord, 'kind' | 'telegramNumber' | 'despatchNumber' | 'sender' | 'recipient' | 'dateSent'>,
): string | undefined {
  const from = record.sender[0]?.place;
  if (from === undefined) return undefined;
  const number =
    record.telegramNumber !== undefined
      ? String(record.telegramNumber)
      : record.despatchNumber !== undefined
        ? `despatch-${record.despatchNumber}`
        : undefined;
  if (number === undefined) return `${record.kind}-${from}-${record.dateSent.date}`;
  const year = record.dateSent.date.slice(0, 4);
  if (from !== department) return `${from}-${year}-${number}`;
  const to = record.recipient[0]?.place;
  return to === undefined ? undefined : `${department}-${to}-${year}-${number}`;
}

/** Whether an id is the one that a record asks for, or that with a letter where several documents would share it. */
export function identifierAgrees(id: string, expected: string): boolean {
  return id === expected || (id.startsWith(expected) && /^-[b-z]$/.test(id.slice(expected.length)));
}

/** The order of ids: by letters, and by number where both have one at the same place. */
export function compareIdentifiers(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.split('-'));
  for (let index = 0; ; index += 1) {
    const [x, y] = [left?.[index], right?.[index]];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? -1 : 1;
    if (x === y) continue;
    if (/^\d+$/.test(x) && /^\d+$/.test(y) && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
}
