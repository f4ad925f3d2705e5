/** What the head of a document's page tells programs: tags for Zotero, Signposting links, Open Graph. */
import { documentForms } from '../edition/addresses.ts';
import { latestRevision } from '../edition/revisions.ts';

import { authors, filledFields } from './citation-files.ts';
import { citationRecord } from './citation-record.ts';
import { documentFiles, fileAddress } from './files.ts';
import type { Publication } from '../edition/publish.ts';

/** A `<meta name content>`. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/**
 * The tags that Zotero’s own translators import exactly: `z:` and `dc:` alone. No `citation_*`, of which
 * `citation_author` deletes recipients and `citation_book_title` makes a journal article.
 */
export function metaTags(publication: Publication): MetaTag[] {
  const record = citationRecord(publication);
  return [
    { name: 'z:itemType', content: 'bookSection' },
    ...filledFields(record).flatMap(({ meta, type, text }): MetaTag[] => {
      if (meta === undefined) return [];
      // One tag an author: Zotero reads each as one name.
      if (type === 'names') return authors(record).map((content) => ({ name: meta, content }));
      return [{ name: meta, content: text }];
    }),
  ];
}

/** A `<link rel href>`, with the media type of what it leads to. */
export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** Signposting (https://signposting.org/FAIR/): what to cite, what describes it, its forms and licence. */
export function signpostingLinks(publication: Publication): HeadLink[] {
  return [
    { rel: 'cite-as', href: publication.permalink },
    { rel: 'type', href: 'https://schema.org/WebPage' },
    { rel: 'type', href: 'https://schema.org/Message' },
    { rel: 'license', href: publication.settings.licences.text.url },
    ...documentForms.map((form) => ({
      rel: documentFiles[form].relation,
      href: fileAddress(publication, form),
      type: documentFiles[form].mediaType.replace(/;.*$/, ''),
    })),
  ];
}

/** A `<meta property content>`. */
export interface PropertyTag {
  readonly property: string;
  readonly content: string;
}

/** What a document adds to the Open Graph tags that every page has. */
export function openGraph({ document }: Publication): PropertyTag[] {
  const revision = latestRevision(document.record);
  return [
    { property: 'og:type', content: 'article' },
    ...(revision ? [{ property: 'article:modified_time', content: revision.date }] : []),
  ];
}
