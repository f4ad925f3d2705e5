/** The anchors of a document: by order when it is new, by the ledger once it is sealed. */
import { matched } from './alignment.ts';
import type { Block, EditionDocument } from './document.ts';

import { fingerprint } from './fingerprint.ts';
import type { LedgerEntry } from './ledger.ts';
import { blockLines, noteLines, printedText } from './printed-text.ts';
import { anchoredBlocks, mapAnchored } from './walk.ts';

/** A paragraph, table or note with its anchor and the fingerprint of its printed lines. */
export interface Part {
  readonly anchor: string;
  readonly sha256: string;
}

/** Where a document stands against what was sealed of it. */
export interface Standing {
  /** SHA-256 of the bytes of `.txt`. */
  readonly sha256: string;
  /** Every paragraph and table in order, with the anchor it has or gets. */
  readonly paragraphs: readonly Part[];
  readonly notes: readonly Part[];
  /** Sealed anchors that no paragraph or note stands at any more. */
  readonly lost: readonly string[];
}

/**
 * Numbers the paragraphs and tables of a document. Without an entry: `p1`, `p2`
 * … in order. With one: what was sealed keeps its anchor, what is new gets the
 * next free letter after its predecessor's number (`p1a`; before the first, `p0a`).
 */
export function assignAnchors(document: EditionDocument, entry?: LedgerEntry): EditionDocument {
  const parts = entry && paragraphParts(document, entry, textPrint(document));
  if (!parts) return { ...document, body: numbered(document.body) };
  const anchors = parts.map((part) => part.anchor).values();
  return {
    ...document,
    body: mapAnchored(document.body, (block) => ({ ...block, anchor: anchors.next().value ?? '' })),
  };
}

/** The blocks of a document that nobody has sealed: paragraphs and tables are `p1`, `p2` … in order. */
export function numbered(blocks: readonly Block[]): Block[] {
  let count = 0;
  return mapAnchored(blocks, (block) => ({ ...block, anchor: inOrder(count++) }));
}

/** Compares a document with what was sealed of it. */
export function standingOf(document: EditionDocument, entry?: LedgerEntry): Standing {
  const sha256 = textPrint(document);
  const paragraphs = paragraphParts(document, entry, sha256);
  const notes = document.notes.map((note) => ({
    anchor: note.anchor,
    sha256: printOf(noteLines(note)),
  }));
  const kept = new Set([...paragraphs, ...notes].map((part) => part.anchor));
  const promised = Object.keys({ ...entry?.paragraphs, ...entry?.notes });
  return { sha256, paragraphs, notes, lost: promised.filter((anchor) => !kept.has(anchor)) };
}

/**
 * The paragraphs and tables with the anchors they have or get. They are matched
 * with the sealed ones by their words, in order; between two that match, changed
 * ones are matched in order too, so that of a paragraph divided in two the first
 * half keeps the anchor.
 *
 * @param sha256 The fingerprint of the document's `.txt`.
 */
function paragraphParts(document: EditionDocument, entry: LedgerEntry | undefined, sha256: string): Part[] {
  const blocks = anchoredBlocks(document.body);
  const sealed = Object.entries(entry?.paragraphs ?? {});
  // Most documents of most builds are as they were sealed: one fingerprint tells for all paragraphs.
  const prints =
    sha256 === entry?.sha256 && sealed.length === blocks.length
      ? sealed.map(([, print]) => print)
      : blocks.map((block) => printOf(blockLines([block])));
  if (!entry) return prints.map((print, index) => ({ anchor: inOrder(index), sha256: print }));
  const matches = matched(
    sealed.map(([, print]) => print),
    prints,
  );
  const used = new Set(Object.keys({ ...entry.paragraphs, ...entry.removed }));
  let before = 'p0';
  return prints.map((print, index): Part => {
    const anchor = sealed[matches[index] ?? -1]?.[0] ?? nextAnchor(before, used);
    used.add(anchor);
    before = anchor;
    return { anchor, sha256: print };
  });
}

/** The anchor of the paragraph at an index of a new document. */
function inOrder(index: number): string {
  return `p${index + 1}`;
}

/** The SHA-256 of the bytes of `.txt`: the fingerprint of a document. */
export function textPrint(document: EditionDocument): string {
  return fingerprint(printedText(document));
}

/** The fingerprint of some lines, in Unicode NFC as `.txt` gives them. */
function printOf(lines: readonly string[]): string {
  return fingerprint(lines.join('\n').normalize('NFC'));
}

/** The next anchor after one that nothing stands or stood at: after `p1`, `p1a`. */
function nextAnchor(before: string, used: ReadonlySet<string>): string {
  const number = /^p\d+/.exec(before)?.[0] ?? 'p0';
  for (let count = 1; ; count++) {
    const anchor = number + letters(count);
    if (!used.has(anchor)) return anchor;
  }
}

/** 1 → `a`, 26 → `z`, 27 → `aa`. */
function letters(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((count - 1) % 26));
}
