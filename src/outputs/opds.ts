/** `/opds.xml`: the catalogue of the books, for reading programs (OPDS 1.2, https://specs.opds.io/opds-1.2). */
import { addresses } from '../edition/addresses.ts';
import { epubType, newestIn, rightsIn } from './epub.ts';
import type { Book } from './epub-pages.ts';
import { block, declaration, element, words } from './xml.ts';

/** Media type of a catalogue of books that can be had at once, as links say it, and with its charset. */
export const catalogueLink = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
export const catalogueType = `${catalogueLink}; charset=utf-8`;

/** The catalogue of some books, that of the whole edition first. Its dates are those of revisions. */
export function catalogue(books: readonly [Book, ...Book[]]): string {
  const [{ settings, home }] = books;
  const { title, editor, description } = settings;
  const own = home + addresses.catalogue.slice(1);
  const updated = (book: Book) => words('updated', `${newestIn(book) ?? '1970-01-01'}T00:00:00Z`);
  const entries = books.map((book, index) => {
    const key = index === 0 ? undefined : book.volumes[0]?.volume.key;
    const file = key === undefined ? addresses.editionFile('epub') : addresses.volumeFile(key, 'epub');
    const page = key === undefined ? addresses.home : addresses.volumePage(`${key}/`);
    return block('entry', {}, [
      words('id', book.address),
      words('title', book.title),
      updated(book),
      block('author', {}, [words('name', editor)]),
      words('dc:language', 'en'),
      words('dc:publisher', title),
      words('rights', rightsIn(book)),
      words('summary', [...book.under, index === 0 ? description : ''].filter(Boolean).join('. ')),
      element('link', {
        rel: 'http://opds-spec.org/acquisition/open-access',
        type: epubType,
        href: home + file.slice(1),
      }),
      element('link', { rel: 'alternate', type: 'text/html', href: home + page.slice(1) }),
    ]);
  });
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/terms/',
    'xml:lang': 'en',
  };
  const root = block('feed', attributes, [
    words('id', own),
    words('title', `${title}: books`),
    updated(books[0]),
    block('author', {}, [words('name', editor), words('uri', home)]),
    element('link', { rel: 'self', type: catalogueLink, href: own }),
    element('link', { rel: 'start', type: catalogueLink, href: own }),
    ...entries,
  ]);
  return `${declaration}${root}\n`;
}
