/** The characters of a document, by view. */
import type { Inline } from './document.ts';
import { markRow, printingOf } from './marks.ts';

/** Views of one text: as the volume prints it, with the marks resolved, and without what would break a phrase. */
export type View = 'printed' | 'reading' | 'search';

/** The characters of some words in one view; a line break inside a paragraph is a space, for search a line's end. */
export function textOf(inlines: readonly Inline[], view: View = 'printed'): string {
  return inlines
    .map((inline): string => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'break') return view === 'search' ? '\n' : ' ';
      if (inline.type === 'note-reference') return '';
      const words = textOf(inline.children, view);
      if (inline.type !== 'mark') return words;
      const row = markRow(inline.name);
      if (view === 'reading') return row.reading === 'omitted' ? '' : words;
      if (view === 'search' && row.search === 'ignored') return words;
      const shown = printingOf(inline.name, inline.attributes, view === 'search');
      // Search finds both words of `Associate[Associated]`, not one of them together.
      const apart = view === 'search' && /\p{L}$/u.test(shown.was) && shown.before === '[' ? ' ' : '';
      return shown.was + apart + shown.before + (shown.words ? words : '') + shown.after;
    })
    .join('');
}
