/** What can be subscribed to, as Atom (RFC 4287): new and revised documents, and the catalogue of the books. */
import { addresses } from '../edition/addresses.ts';
import { isoDateWords } from '../edition/date-words.ts';
import { compareIdentifiers } from '../edition/identifier.ts';
import type { Publication } from '../edition/publish.ts';
import { compareLetters } from '../edition/letters.ts';
import type { EditionSettings } from '../schema/settings.ts';
import { chicagoSubject } from './citation-forms.ts';
import { citationRecord } from './citation-record.ts';
import type { Book } from './epub-pages.ts';
import { epubType, midnight } from './epub.ts';
import { block, declaration, element, words, type Attributes, type Xml } from './xml.ts';

/** Media type of a catalogue of books that can be had at once, as links say it, and with its charset. */
export const catalogueLink = 'application/atom+xml;profile=opds-catalog;kind=acquisition';
export const catalogueType = `${catalogueLink}; charset=utf-8`;

/** How many documents a reader who comes back after a while is told of. */
const newest = 100;

/**
 * `/feed.xml`: one entry a document, the newest revised first. Its dates are those of `revisions`, never the clock's; a
 * document without any is not yet published. `home` is that of a publication.
 */
export function feed(settings: EditionSettings, home: string, publications: readonly Publication[]): string {
  const revised = publications
    .flatMap((publication) => {
      const { revisions } = publication.document.record;
      const [first, last] = [revisions[0], revisions.at(-1)];
      return first && last ? [{ publication, id: publication.document.id, first, last }] : [];
    })
    .toSorted((a, b) => compareLetters(b.last.date, a.last.date) || compareIdentifiers(a.id, b.id))
    .slice(0, newest);
  return atom({}, [
    words('id', home),
    words('title', settings.title),
    words('subtitle', settings.subtitle),
    link('self', `${home}feed.xml`, 'application/atom+xml'),
    link('alternate', home),
    updated(revised[0]?.last.date),
    block('author', {}, [words('name', settings.editor)]),
    words('rights', `© ${settings.copyright}`),
    ...revised.map(({ publication, first, last: { version, date, change } }) =>
      block('entry', {}, [
        words('id', publication.permalink),
        words('title', chicagoSubject(citationRecord(publication))),
        link('alternate', publication.permalink),
        words('published', midnight(first.date)),
        updated(date),
        // What changed, then what the document is about.
        words('summary', `Version ${version}, ${isoDateWords(date)}: ${change} ${publication.document.record.summary}`),
      ]),
    ),
  ]);
}

/**
 * `/opds.xml`: the catalogue of some books, that of the whole edition first, for reading programs (OPDS 1.2,
 * https://specs.opds.io/opds-1.2). Its dates are those of revisions.
 */
export function catalogue(books: readonly [Book, ...Book[]]): string {
  const [whole] = books;
  const { settings, home } = whole;
  const { title, editor, description } = settings;
  const own = home + addresses.catalogue.slice(1);
  const entries = books.map((book) =>
    block('entry', {}, [
      words('id', book.address),
      words('title', book.title),
      updated(book.newest),
      block('author', {}, [words('name', editor)]),
      words('dc:language', 'en'),
      words('dc:publisher', title),
      words('rights', book.rights),
      words('summary', book === whole ? description : book.under.join('. ')),
      link('http://opds-spec.org/acquisition/open-access', home + book.file.slice(1), epubType),
      link('alternate', home + book.page.slice(1)),
    ]),
  );
  return atom({ 'xmlns:dc': 'http://purl.org/dc/terms/' }, [
    words('id', own),
    words('title', `${title}: books`),
    updated(whole.newest),
    block('author', {}, [words('name', editor), words('uri', home)]),
    link('self', own, catalogueLink),
    link('start', own, catalogueLink),
    ...entries,
  ]);
}

function atom(attributes: Attributes, children: readonly Xml[]): string {
  const root = block('feed', { xmlns: 'http://www.w3.org/2005/Atom', ...attributes, 'xml:lang': 'en' }, children);
  return `${declaration}${root}\n`;
}

const link = (rel: string, href: string, type = 'text/html'): Xml => element('link', { rel, type, href });
const updated = (day: string | undefined): Xml => words('updated', midnight(day));
