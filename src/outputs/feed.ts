/** `/feed.xml`: new and revised documents, as Atom (RFC 4287). */
import { isoDateWords } from '../edition/date-words.ts';
import type { Publication } from '../edition/publish.ts';
import { compareLetters } from '../edition/text.ts';
import type { EditionSettings } from '../schema/settings.ts';
import { chicagoSubject } from './citation-forms.ts';
import { citationRecord } from './citation-record.ts';
import { block, declaration, element, words } from './xml.ts';

/** How many documents a reader who comes back after a while is told of. */
const newest = 100;

/**
 * The feed: one entry a document, the newest revised first. Its dates are those of `revisions`, never the clock's; a
 * document without any is not yet published. `home` is that of a publication.
 */
export function feed(settings: EditionSettings, home: string, publications: readonly Publication[]): string {
  const revised = publications
    .flatMap((publication) => {
      const revisions = publication.document.record.revisions.toSorted((a, b) => a.version - b.version);
      const [first, last] = [revisions[0], revisions.at(-1)];
      return first && last ? [{ publication, id: publication.document.id, first, last }] : [];
    })
    .toSorted((a, b) => compareLetters(b.last.date, a.last.date) || compareLetters(a.id, b.id))
    .slice(0, newest);
  const root = block('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' }, [
    words('id', home),
    words('title', settings.title),
    words('subtitle', settings.subtitle),
    element('link', { rel: 'self', type: 'application/atom+xml', href: `${home}feed.xml` }),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    words('updated', midnight(revised[0]?.last.date ?? '1970-01-01')),
    block('author', {}, [words('name', settings.editor)]),
    words('rights', `© ${settings.copyright}`),
    ...revised.map(({ publication, first, last: { version, date, change } }) =>
      block('entry', {}, [
        words('id', publication.permalink),
        words('title', chicagoSubject(citationRecord(publication))),
        element('link', { rel: 'alternate', type: 'text/html', href: publication.permalink }),
        words('published', midnight(first.date)),
        words('updated', midnight(date)),
        // What changed, then what the document is about.
        words('summary', `Version ${version}, ${isoDateWords(date)}: ${change} ${publication.document.record.summary}`),
      ]),
    ),
  ]);
  return `${declaration}${root}\n`;
}

/** Atom wants an hour; a revision has a day. */
function midnight(date: string): string {
  return `${date}T00:00:00Z`;
}
