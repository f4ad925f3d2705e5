/** A document as one of many on a page: with what tells its places from those of the others. */
import type { EditionDocument } from '../edition/document.ts';
import type { Volumes } from '../edition/volumes.ts';
import { bookHtml, htmlElement } from './html.ts';
import type { Attributes, Xml } from './xml.ts';

const levels: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3', h3: 'h4' };

/** The text and notes of a document, its anchors after its id: `moscow-1936-39.p2`. */
export function wholeHtml(document: EditionDocument, page: (id: string) => string, volumes: Volumes): string {
  const placed = (anchor: string): string => `${document.id}.${anchor}`;
  const placedLink = (href: string): string => {
    if (!href.startsWith('#')) return href;
    // What names and marks lead to opens in place on the document’s own page alone.
    return /^#[ae]-/.test(href) ? page(document.id) + href : `#${placed(href.slice(1))}`;
  };
  const write = (tag: string, { id, href, ...others }: Attributes, ...children: readonly Xml[]): Xml => {
    const shown = { ...others, popover: undefined, 'data-gloss': undefined, 'aria-describedby': undefined };
    const own = { id: id && placed(id), ...shown, href: href && placedLink(href) };
    return htmlElement(levels[tag] ?? tag, own, ...children);
  };
  const { heading, text, notes } = bookHtml(document, write, page, volumes);
  return heading + text + notes;
}
