/** Whether the content keeps what the ledger promises. */
import type { Part, Standing } from './anchors.ts';
import { standingOf, textPrint } from './anchors.ts';
import type { EditionDocument, Point } from './document.ts';

import type { Ledger, LedgerEntry, SealedParts, Tombstone } from './ledger.ts';
import { entryOf } from './ledger.ts';
import { finding } from './problems.ts';
import type { Message } from './problems.ts';
import { latestRevision } from './revisions.ts';
import { anchoredBlocks } from './walk.ts';

/** A broken promise: in a document's file, or, without a document, in the ledger's own. */
export interface LedgerMessage extends Message {
  readonly document?: string;
}

const start: Point = { line: 1, column: 1 };

/**
 * Everything in the content that breaks a promise of the ledger; what is not sealed breaks none.
 *
 * @param documents Documents that can be compared.
 * @param present Ids of all documents, those included that cannot be read and so not be compared.
 */
export function compareWithLedger(
  documents: readonly EditionDocument[],
  ledger: Ledger,
  present: ReadonlySet<string> = new Set(documents.map(({ id }) => id)),
): LedgerMessage[] {
  const gone = Object.keys(ledger.documents).filter((id) => !present.has(id));
  const reused = Object.entries(ledger.redirects).filter(([former]) => present.has(former));
  const kept = documents.map((document) => {
    const entry = entryOf(ledger, document.id);
    return entry ? documentFindings(document, entry, standingOf(document, entry)) : [];
  });
  const twins = gone.length === 0 ? new Map<string, string>() : unsealed(documents, ledger);
  return [
    ...gone.map((id) => {
      const twin = twins.get(entryOf(ledger, id)?.sha256 ?? '');
      return finding('ledger-document-gone', start, id, twin);
    }),
    ...reused.map(([former, now]) => ({
      ...finding('ledger-id-reused', start, former, now),
      document: former,
    })),
    ...kept.flat(),
  ];
}

/** How the page of a document states what is promised of it. */
export interface Seal {
  /** True where the newest revision and its text are in the ledger. */
  readonly sealed: boolean;
  /** SHA-256 of the bytes of `.txt` as they are now. */
  readonly sha256: string;
  /** Anchors that were removed, with what to say there. */
  readonly removed: Readonly<Record<string, Tombstone>>;
}

/** The seal of a document: whether its present version is recorded in the ledger. */
export function sealOf(document: EditionDocument, ledger: Ledger): Seal {
  const entry = entryOf(ledger, document.id);
  const sha256 = textPrint(document);
  const sealed = entry?.sha256 === sha256 && entry.version === latestRevision(document.record)?.version;
  return { sealed, sha256, removed: entry?.removed ?? {} };
}

/** Whether anything differs from what was sealed, in words: `#p2 changed, #p1a new`. */
export function changesIn(standing: Standing, entry: LedgerEntry): string {
  const parts = [...standing.paragraphs, ...standing.notes];
  const sealed: SealedParts = { ...entry.paragraphs, ...entry.notes };
  const inParts = parts.flatMap(({ anchor, sha256 }): string[] => {
    if (!Object.hasOwn(sealed, anchor)) return [`#${anchor} new`];
    return sealed[anchor] === sha256 ? [] : [`#${anchor} changed`];
  });
  const changes = [...inParts, ...standing.lost.map((anchor) => `#${anchor} gone`)];
  if (changes.length > 0) return changes.join(', ');
  return standing.sha256 === entry.sha256 ? '' : 'the file line, heading, a date line or the order changed';
}

function documentFindings(document: EditionDocument, entry: LedgerEntry, standing: Standing): LedgerMessage[] {
  const { id } = document;
  const version = latestRevision(document.record)?.version ?? 0;
  const changes = changesIn(standing, entry);
  const findings: Message[] = [
    ...(version < entry.version ? [finding('ledger-version-lowered', start, entry.version, version)] : []),
    ...(changes !== '' && version <= entry.version
      ? [finding('ledger-text-changed', placeOf(document, standing, entry), entry.version, changes)]
      : []),
    ...standing.lost.map((anchor) => lostFinding(document, anchor, entry, standing)),
    ...document.notes.flatMap((note) => {
      const tombstone = Object.hasOwn(entry.removed, note.anchor) && entry.removed[note.anchor];
      return tombstone ? [finding('ledger-anchor-reused', note.at, note.anchor, tombstone.date)] : [];
    }),
  ];
  return findings.map((one) => ({ ...one, document: id }));
}

/** A sealed part that is gone, or whose very words stand at an anchor that is new. */
function lostFinding(document: EditionDocument, anchor: string, entry: LedgerEntry, standing: Standing): Message {
  const ofNote = Object.hasOwn(entry.notes, anchor);
  const sealed = ofNote ? entry.notes : entry.paragraphs;
  const moved = (ofNote ? standing.notes : standing.paragraphs).find(
    (part) => part.sha256 === sealed[anchor] && !Object.hasOwn(sealed, part.anchor),
  );
  return moved
    ? finding('ledger-part-moved', pointOf(document, standing, moved), document.id, anchor, moved.anchor)
    : finding('ledger-part-gone', start, document.id, anchor);
}

/** Where the first changed or new part stands in the file; its beginning, where none does. */
function placeOf(document: EditionDocument, standing: Standing, entry: LedgerEntry): Point {
  const sealed: SealedParts = { ...entry.paragraphs, ...entry.notes };
  const first = [...standing.paragraphs, ...standing.notes].find((part) => sealed[part.anchor] !== part.sha256);
  return first ? pointOf(document, standing, first) : start;
}

function pointOf(document: EditionDocument, standing: Standing, part: Part): Point {
  const note = document.notes.find((one) => one.anchor === part.anchor);
  const block = anchoredBlocks(document.body)[standing.paragraphs.indexOf(part)];
  return note?.at ?? block?.at ?? start;
}

/** Fingerprint → id of the documents that the ledger does not know. */
function unsealed(documents: readonly EditionDocument[], ledger: Ledger): Map<string, string> {
  const strangers = documents.filter((document) => entryOf(ledger, document.id) === undefined);
  return new Map(strangers.map((one) => [textPrint(one), one.id] as const));
}
