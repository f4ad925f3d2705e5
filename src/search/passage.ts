/** A document as search sees it: passages of words, each with its address in the page. */

/** What a passage is to the reader. */
export type PassageKind = 'heading' | 'dateline' | 'received' | 'paragraph' | 'note' | 'edition-note' | 'record';

/** A run of words that a phrase may not leave. */
export interface Passage {
  /** Address in the page: `p2`, `n56`, `received`. */
  readonly anchor: string;
  readonly text: string;
}

/** Address of the record in the page: what the edition knows about a document, found by plain words too. */
export const recordAnchor = 'record';

/** Addresses that begin a passage; all others (marks, note calls) stand inside one. */
export const passageAnchor = /^(?:heading|dateline|received|p\d+[a-z]*|n(?:\d+\.)?\d+[a-z]?|n[a-z]{1,2})$/;

/** What a passage is, from its address. */
export function passageKind(anchor: string): PassageKind {
  if (anchor === 'heading' || anchor === 'dateline' || anchor === 'received') return anchor;
  if (anchor.startsWith(recordAnchor)) return 'record';
  if (anchor.startsWith('p')) return 'paragraph';
  return /^n\d/.test(anchor) ? 'note' : 'edition-note';
}

/** How a passage is named in a list of hits: `¶ 2`, `Note 56`, `Received`. */
export function passageLabel(anchor: string): string {
  switch (passageKind(anchor)) {
    case 'heading':
      return 'Heading';
    case 'dateline':
      return 'Dateline';
    case 'received':
      return 'Received';
    case 'record':
      return 'Record';
    case 'paragraph':
      return `¶ ${anchor.slice(1)}`;
    case 'note':
      return `Note ${anchor.replace(/^n(?:\d+\.)?/, '')}`;
    case 'edition-note':
      return `Edition’s note ${anchor.slice(1)}`;
  }
}
