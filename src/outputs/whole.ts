/** A document as one of many on a page: with what tells its places from those of the others. */
import type { EditionDocument } from '../edition/document.ts';
import type { Volumes } from '../edition/volumes.ts';
import { bookHtml } from './html.ts';
import { element, type Attributes, type Xml } from './xml.ts';

const levels: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3', h3: 'h4' };

/** The text and notes of a document, its anchors after its id: `moscow-1936-39.p2`. */
export function wholeHtml(document: EditionDocument, page: (id: string) => string, volumes: Volumes): string {
  const placed = (anchor: string): string => `${document.id}.${anchor}`;
  const write = (tag: string, attributes: Attributes, ...children: readonly Xml[]): Xml => {
    const { id, href, role, ...others } = attributes;
    const inPage = href?.startsWith('#') === true;
    // What a name or a mark leads to is not on this page.
    const isNowhere = inPage && /^#[ae]-/.test(href);
    return element(
      isNowhere ? 'span' : (levels[tag] ?? tag),
      {
        id: id && placed(id),
        ...others,
        // What opens in place, and what explains, is not here.
        popover: undefined,
        'data-gloss': undefined,
        'aria-describedby': undefined,
        'aria-label': isNowhere ? undefined : others['aria-label'],
        role: isNowhere ? undefined : role,
        href: isNowhere ? undefined : inPage ? `#${placed(href.slice(1))}` : href,
      },
      ...children,
    );
  };
  const { heading, text, notes } = bookHtml(document, write, page, volumes);
  return heading + text + notes;
}
