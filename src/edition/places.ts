/** The places of a document's page, by their anchors: what each is, and how a reader calls it. */

/** What stands at an anchor. */
export type PlaceKind = 'heading' | 'dateline' | 'received' | 'paragraph' | 'note' | 'edition-note' | 'record';

/** What stands at an anchor of a document's page: `p2`, `n56`, `na`, `received`, `record-from`. */
export function placeKind(anchor: string): PlaceKind {
  if (anchor === 'heading' || anchor === 'dateline' || anchor === 'received') return anchor;
  if (anchor.startsWith('record')) return 'record';
  if (anchor.startsWith('p')) return 'paragraph';
  return /^n\d/.test(anchor) ? 'note' : 'edition-note';
}

/** How a reader calls a place: `¶ 2`, `note 56`, `note 2` for `n1.2`, which is printed so, `edition’s note a`, `heading`. */
export function placeName(anchor: string): string {
  const kind = placeKind(anchor);
  switch (kind) {
    case 'paragraph':
      return `¶ ${anchor.slice(1)}`;
    case 'note':
      return `note ${anchor.replace(/^n(?:\d+\.)?/, '')}`;
    case 'edition-note':
      return `edition’s note ${anchor.slice(1)}`;
    default:
      return kind;
  }
}
