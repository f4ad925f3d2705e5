/** The places of a document's page, by their anchors: what each is, and how a reader calls it. */

import { printedAt } from './notes.ts';

/** Whether a passage of the text begins at an anchor; all others (marks, calls of notes) stand inside one. */
export const isPassage = (anchor: string): boolean =>
  /^(?:heading|dateline|received|[pl]\d+[a-z]*|n[a-z]{1,2})$/.test(anchor) || printedAt(anchor) !== undefined;

/** What stands at an anchor of a document's page: `p2`, `l1`, `n56`, `na`, `received`, `record-from`. */
export function placeKind(anchor: string) {
  if (anchor === 'heading' || anchor === 'dateline' || anchor === 'received') return anchor;
  if (anchor.startsWith('record')) return 'record';
  if (anchor.startsWith('p')) return 'paragraph';
  if (anchor.startsWith('l')) return 'line';
  return printedAt(anchor) === undefined ? 'edition-note' : 'note';
}

/** Where in the page a place is found: the lines of the record stand in one part. */
export const pageAnchor = (anchor: string): string => (placeKind(anchor) === 'record' ? 'record' : anchor);

/** How a reader calls a place: `¶ 2` on one line, `note 56`, `note 2` for `n1.2`, `note *`, `edition’s note a`, `heading`. */
export function placeName(anchor: string): string {
  const kind = placeKind(anchor);
  if (kind === 'paragraph') return `¶\u00A0${anchor.slice(1)}`;
  if (kind === 'note') return `note ${printedAt(anchor)}`;
  return kind === 'edition-note' ? `edition’s note ${anchor.slice(1)}` : kind;
}
