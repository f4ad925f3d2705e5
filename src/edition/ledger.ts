/**
 * The ledger, `content/permalinks.json`: what has been promised. It holds for
 * every sealed document its version, the SHA-256 of its `.txt`, and the
 * fingerprint of every paragraph and note under its anchor (design §6).
 * `npm run seal` alone writes it.
 */
import { fingerprint } from './fingerprint.ts';

/** Anchor → fingerprint, in the order of the text. */
export type SealedParts = Readonly<Record<string, string>>;

/** What stands at an anchor whose paragraph or note was removed. */
export interface Tombstone {
  /** The day of the revision that removed it, ISO 8601. */
  readonly date: string;
  /** One sentence for whoever follows the old link. */
  readonly sentence: string;
}

/** What was sealed of one document. */
export interface LedgerEntry {
  /** Version that was sealed, and the day of its revision. */
  readonly version: number;
  readonly date: string;
  /** SHA-256 of the bytes served at `.txt`. */
  readonly sha256: string;
  readonly paragraphs: SealedParts;
  readonly notes: SealedParts;
  /** Anchors that lead to nothing any more but a sentence; never used again. */
  readonly removed: Readonly<Record<string, Tombstone>>;
}

export interface Ledger {
  /** By document id, in the order of the ids. */
  readonly documents: Readonly<Record<string, LedgerEntry>>;
  /** Former id → present id. */
  readonly redirects: Readonly<Record<string, string>>;
}

export const emptyLedger: Ledger = { documents: {}, redirects: {} };

/** What a reading of the ledger's file gives: a ledger, or why there is none. */
export type ReadLedger =
  { readonly ledger: Ledger; readonly broken?: never } | { readonly ledger?: never; readonly broken: string };

const about = 'Written by `npm run seal` alone. Never edit this file: every link to this edition relies on it.';

/**
 * Reads the text of `permalinks.json`. The file carries a checksum of its own,
 * so whatever passes is as `npm run seal` wrote it and needs no other check.
 */
export function readLedger(text: string): ReadLedger {
  let file: Partial<Ledger & { checksum: string }> | null;
  try {
    file = JSON.parse(text) as typeof file;
  } catch {
    return { broken: 'text that is not JSON' };
  }
  const { documents, redirects, checksum } = file ?? {};
  if (!documents || !redirects || checksum !== checksumOf({ documents, redirects })) {
    return {
      broken: 'contents that do not agree with the checksum at its end: it was edited by hand',
    };
  }
  return { ledger: { documents, redirects } };
}

/** The text of `permalinks.json`: ids in the order of their characters, two spaces, one LF at the end. */
export function writeLedger(ledger: Ledger): string {
  const sorted = { documents: byKey(ledger.documents), redirects: byKey(ledger.redirects) };
  const file = { about, ...sorted, checksum: checksumOf(sorted) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The ledger's entry of a document; inherited properties of objects are no entries. */
export function entryOf(ledger: Ledger, id: string): LedgerEntry | undefined {
  return Object.hasOwn(ledger.documents, id) ? ledger.documents[id] : undefined;
}

function checksumOf({ documents, redirects }: Ledger): string {
  return fingerprint(JSON.stringify({ documents, redirects }));
}

function byKey<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
