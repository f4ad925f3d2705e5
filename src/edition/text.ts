/** The characters of a document, by view. */
import type { Inline } from './document.ts';
import { markRow } from './marks.ts';

/** Two views of one text: as the volume prints it, and with the editors' marks resolved. */
export type View = 'printed' | 'reading';

/**
 * The characters of some words in one view. Note markers and page breaks have
 * none; a line break inside a paragraph is a space.
 */
export function textOf(inlines: readonly Inline[], view: View = 'printed'): string {
  return inlines
    .map((inline): string => {
      switch (inline.type) {
        case 'text':
          return inline.value;
        case 'break':
          return ' ';
        case 'note-reference':
          return '';
        case 'emphasis':
        case 'strong':
          return textOf(inline.children, view);
        case 'mark': {
          const row = markRow(inline.name);
          const words = textOf(inline.children, view);
          if (view === 'printed') return row.printed.before + words + row.printed.after;
          return row.reading === 'omitted' ? '' : words;
        }
      }
    })
    .join('');
}
