/** The anchors of a document: by order when it is new, by the ledger once it is sealed. */
import { diffArrays } from 'diff';
import type { Block, EditionDocument, Paragraph, ParagraphRole, Table } from './document.ts';
import { fingerprint } from './fingerprint.ts';
import type { LedgerEntry } from './ledger.ts';
import { blockLines, noteLines, printedText } from './printed-text.ts';
import { anchoredBlocks, inlinesIn, mapAnchored } from './walk.ts';

/**
 * Numbers paragraphs and tables, `p1`, `p2` …, and what nobody counts: `l1` …, `dateline`, `received`. By an entry,
 * what was sealed keeps its anchor, and what is new gets the next free letter (`p1a`; before the first, `p0a`).
 */
export function assignAnchors(document: EditionDocument, entry?: LedgerEntry): EditionDocument {
  const anchors = entry && paragraphParts(document, entry).map(({ anchor }) => anchor);
  return { ...document, body: numbered(document.body, anchors) };
}

/** The blocks of a document with their anchors: by default in order, as nobody has sealed them. */
export function numbered(blocks: readonly Block[], anchors = inOrder(blocks)): Block[] {
  const next = anchors.values();
  return mapAnchored(blocks, (block) => ({ ...block, anchor: next.next().value ?? '' }));
}

/** Every paragraph and table in order with the anchor it has or gets, then every note. */
export function partsOf(document: EditionDocument, entry?: LedgerEntry) {
  const notes = document.notes.map((note) => ({ anchor: note.anchor, sha256: printOf(noteLines(note)), at: note.at }));
  return [...paragraphParts(document, entry), ...notes];
}
/** A paragraph, table or note with its anchor, the fingerprint of its printed lines, and where it stands in its file. */
export type Part = ReturnType<typeof partsOf>[number];

/** Whether a part is a paragraph, line or table, whose anchor the ledger gives; that of a note is its label. */
export const isParagraph = (anchor: string): boolean => !anchor.startsWith('n');

function paragraphParts(document: EditionDocument, entry: LedgerEntry | undefined) {
  const blocks = anchoredBlocks(document.body);
  const sealed = Object.entries(entry?.anchors ?? {}).filter(([anchor]) => isParagraph(anchor));
  const promised = sealed.map(([, print]) => print);
  const prints = blocks.map((block) => printOf(blockLines([block])));
  const anchors = inOrder(document.body);
  const parts = blocks.map(({ at }, index) => ({ anchor: anchors[index] ?? '', sha256: prints[index] ?? '', at }));
  if (!entry) return parts;
  const used = new Set(Object.keys({ ...entry.anchors, ...entry.removed }));
  const kept = continued(promised, prints);
  const before: Record<Series, string> = { p: 'p0', l: 'l0' };
  return parts.map((part, index) => {
    const own = lineAnchors.has(part.anchor) && !used.has(part.anchor) ? part.anchor : undefined;
    const anchor = sealed[kept[index] ?? -1]?.[0] ?? own ?? nextAnchor(before[seriesOf(part.anchor)], used);
    if (!lineAnchors.has(anchor)) before[seriesOf(anchor)] = anchor;
    used.add(anchor);
    return { ...part, anchor };
  });
}

/** For each present fingerprint the index of the sealed one that it continues, if any: an equal or a changed one. */
function continued(sealed: string[], present: string[]): (number | undefined)[] {
  let next = 0;
  let changed: number[] = [];
  return diffArrays(sealed, present).flatMap(({ value, added, removed }) => {
    if (added) return value.map(() => changed.shift());
    const indices = value.map(() => next++);
    changed = removed ? indices : [];
    return removed ? [] : indices;
  });
}

/** Paragraphs are counted; other lines have addresses all the same. */
type Series = 'p' | 'l';
const seriesOf = (anchor: string): Series => (anchor.startsWith('p') ? 'p' : 'l');
const lineAnchors: ReadonlySet<string> = new Set(['dateline', 'received'] satisfies ParagraphRole[]);

/** The anchors of the paragraphs and tables of a new document. */
function inOrder(body: readonly Block[]): string[] {
  const counts: Record<Series, number> = { p: 0, l: 0 };
  // Those of an enclosure are not the document's.
  const first = (role: string) => body.find((one) => one.type === 'paragraph' && one.role === role);
  const own = new Map(Array.from(lineAnchors, (role) => [first(role), role]));
  return anchoredBlocks(body).map((block) => {
    const role = own.get(block);
    if (role !== undefined) return role;
    const series = isCounted(block) ? 'p' : 'l';
    return `${series}${++counts[series]}`;
  });
}

/** Whether a block is text that a reader counts: no set piece, and no row of dots. */
export const isCounted = (block: Paragraph | Table): boolean =>
  block.type === 'table' ||
  (block.role === 'text' &&
    inlinesIn(block.children).some((one) => one.type === 'text' && /[\p{L}\p{N}]/u.test(one.value)));

/** The SHA-256 of the bytes of `.txt`: the fingerprint of a document. */
export const textPrint = (document: EditionDocument): string => fingerprint(printedText(document));

/** The fingerprint of some lines, in Unicode NFC as `.txt` gives them. */
const printOf = (lines: readonly string[]): string => fingerprint(lines.join('\n').normalize('NFC'));

/** The next anchor after one that nothing stands or stood at: after `p1`, `p1a`. */
function nextAnchor(before: string, used: ReadonlySet<string>): string {
  const number = /^[pl]\d+/.exec(before)?.[0] ?? 'p0';
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
