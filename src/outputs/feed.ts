/** `/feed.xml`: new and revised documents, as Atom (RFC 4287). */
import { isoDateWords } from '../edition/date-words.ts';
import type { EditionDocument } from '../edition/document.ts';

import { chicagoSubject } from './citation-forms.ts';
import { citationRecord } from './citation-record.ts';
import { block, declaration, element, words } from './xml.ts';
import type { Revision } from '../schema/frontmatter.ts';
import type { EditionSettings } from '../schema/settings.ts';
import type { Publication } from '../edition/publish.ts';

/** How many documents a reader who comes back after a while is told of. */
const newest = 100;

/**
 * The feed: one entry a document, the newest revised first. Its dates are those
 * of `revisions`, never the clock's; a document without any is not yet published.
 *
 * @param home Absolute address of the site's front page, with a final slash.
 */
export function feed(settings: EditionSettings, home: string, publications: readonly Publication[]): string {
  const revised = publications
    .flatMap((publication) => {
      const revisions = inOrder(publication.document);
      const last = revisions.at(-1);
      return last ? [{ publication, revisions, last }] : [];
    })
    .toSorted(
      (a, b) => compare(b.last.date, a.last.date) || compare(a.publication.document.id, b.publication.document.id),
    )
    .slice(0, newest);
  const root = block(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' },
    words('id', home),
    words('title', settings.title),
    words('subtitle', settings.subtitle),
    element('link', { rel: 'self', type: 'application/atom+xml', href: `${home}feed.xml` }),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    words('updated', midnight(revised[0]?.last.date ?? '1970-01-01')),
    block('author', {}, words('name', settings.editor)),
    words('rights', `© ${settings.copyright}`),
    ...revised.map(({ publication, revisions, last }) =>
      block(
        'entry',
        {},
        words('id', publication.permalink),
        words('title', chicagoSubject(citationRecord(publication))),
        element('link', { rel: 'alternate', type: 'text/html', href: publication.permalink }),
        words('published', midnight(revisions[0]?.date ?? last.date)),
        words('updated', midnight(last.date)),
        words('summary', summary(publication.document, last)),
      ),
    ),
  );
  return `${declaration}${root}\n`;
}

/** What changed, then what the document is about. */
function summary({ record }: EditionDocument, { version, date, change }: Revision): string {
  return `Version ${version}, ${isoDateWords(date)}: ${change} ${record.summary}`;
}

function inOrder({ record }: EditionDocument): Revision[] {
  return record.revisions.toSorted((a, b) => a.version - b.version);
}

/** Atom wants an hour; a revision has a day. */
function midnight(date: string): string {
  return `${date}T00:00:00Z`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
