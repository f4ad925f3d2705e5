/** A document page in the browser as passages, with the way back from words to the page. */
import type { Passage } from '../shared/passages.ts';

/** Addresses that begin a passage; all others (marks, note calls) stand inside one. */
const passageAnchor = /^(?:heading|dateline|received|p\d+[a-z]*|n(?:\d+\.)?\d+[a-z]?|n[a-z]{1,2})$/;

/** A passage of the page. */
export interface DomPassage extends Passage {
  readonly element: Element;
  /** The page's own place of some words: offsets in `text`, in UTF-16 units. */
  range(start: number, end: number): Range;
}

/**
 * Reads the passages of the page, less what is no text of the document: note markers, paragraph
 * numbers, affixes that break a phrase.
 */
export function domPassages(page: ParentNode): DomPassage[] {
  const body = page.querySelector('[data-pagefind-body]');
  const record = page.querySelector('#record');
  const elements = [...(body?.querySelectorAll('.file-line, [id]') ?? [])].filter(
    (element) => element.id === '' || passageAnchor.test(element.id),
  );
  return [...elements, ...(record ? [record] : [])].map((element) => domPassage(element));
}

function domPassage(element: Element): DomPassage {
  const pieces: { node: Text; start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.closest('[data-pagefind-ignore]')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (/^(?:BR|P|LI|TD|TH|DT|DD|DIV|H\d)$/.test((node as Element).tagName)) {
      text += ' ';
    }
  }
  return {
    anchor: element.id || 'heading',
    element,
    text,
    range(start, end) {
      const range = document.createRange();
      const first = pieces.findLast((piece) => piece.start <= start);
      const last = pieces.findLast((piece) => piece.start < end);
      if (first) range.setStart(first.node, start - first.start);
      if (last) range.setEnd(last.node, Math.min(end - last.start, last.node.length));
      return range;
    },
  };
}
