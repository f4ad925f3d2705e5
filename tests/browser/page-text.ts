/** The words of an edition page as a reader has them, line by line. */
import type { Page } from 'playwright-core';

/**
 * The lines of the page's text as printed: file line, heading, received line, paragraphs, then the
 * source's notes under their numbers. Markers and paragraph numbers are no part of it.
 */
export function pageLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = (element: Element): string => {
      const copy = element.cloneNode(true) as Element;
      for (const furniture of copy.querySelectorAll('.marker, .pn, .number')) furniture.remove();
      return copy.textContent;
    };
    const text = [...document.querySelectorAll('.file-line, #heading, #received, .text p[id^="p"]')];
    const notes = [...document.querySelectorAll('.note.source')];
    return [
      ...text.map(words),
      ...notes.map((note) => `${note.querySelector('.number')?.textContent ?? ''}. ${words(note)}`),
    ];
  });
}
