/** `/opds.xml`: the catalogue of the books for reading programs and libraries (OPDS 1.2, https://specs.opds.io/opds-1.2). */
import { addresses } from '../edition/addresses.ts';
import { epubType, newestIn, rightsIn } from './epub.ts';
import type { Book } from './epub-pages.ts';
import { block, declaration, element, words } from './xml.ts';

/** Media type of a catalogue of books that can be had at once, as links say it, and with its charset. */
export const catalogueLink = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
export const catalogueType = `${catalogueLink}; charset=utf-8`;

/**
 * The catalogue: the whole edition first. Its dates are those of revisions.
 *
 * @param whole The book of the edition.
 * @param volumes The books of the volumes, in their order.
 */
export function catalogue(whole: Book, volumes: readonly Book[]): string {
  const { settings, home } = whole;
  const { title, editor, description } = settings;
  const own = home + addresses.catalogue.slice(1);
  const updated = (book: Book) => words('updated', `${newestIn(book) ?? '1970-01-01'}T00:00:00Z`);
  const entry = (book: Book, href: string, page: string) =>
    block('entry', {}, [
      words('id', book.address),
      words('title', book.title),
      updated(book),
      block('author', {}, [words('name', editor)]),
      words('dc:language', 'en'),
      words('dc:publisher', title),
      words('rights', rightsIn(book)),
      words('summary', [...book.under, book === whole ? description : ''].filter(Boolean).join('. ')),
      element('link', { rel: 'http://opds-spec.org/acquisition/open-access', type: epubType, href }),
      element('link', { rel: 'alternate', type: 'text/html', href: page }),
    ]);
  const root = block(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:dc': 'http://purl.org/dc/terms/', 'xml:lang': 'en' },
    [
      words('id', own),
      words('title', `${title}: books`),
      updated(whole),
      block('author', {}, [words('name', editor), words('uri', home)]),
      element('link', { rel: 'self', type: catalogueLink, href: own }),
      element('link', { rel: 'start', type: catalogueLink, href: own }),
      entry(whole, home + addresses.editionFile('epub').slice(1), home),
      ...volumes.flatMap((book) =>
        book.volumes.map(({ volume: { key } }) =>
          entry(
            book,
            home + addresses.volumeFile(key, 'epub').slice(1),
            home + addresses.volumePage(`${key}/`).slice(1),
          ),
        ),
      ),
    ],
  );
  return `${declaration}${root}\n`;
}
