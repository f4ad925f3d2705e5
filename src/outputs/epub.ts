/**
 * A book of the edition, or of one of its volumes: EPUB 3.3 (https://www.w3.org/TR/epub-33/), with what EPUB
 * Accessibility 1.1 asks for. Its dates are those of `revisions`, never the clock's.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { isoDateWords } from '../edition/date-words.ts';
import type { Publication } from '../edition/publish.ts';
import { toldApart } from '../edition/printed-text.ts';
import { saysMoreThanNumber, type DocumentInVolume, type InVolume } from '../edition/volumes.ts';
import type { Volume } from '../schema/settings.ts';
import { coverPage, documentPage, page, partPage, registerPage, titlePage, volumePage } from './epub-pages.ts';
import { titledVolume } from './citation-record.ts';
import { volumeTitles, type Book, type BookVolume } from './epub-pages.ts';
import { block, declaration, element, words, type Attributes, type Xml } from './xml.ts';

/** What a book is set in. */
export interface Typeset {
  /** The style sheet; it names the fonts as `fonts/…`. */
  readonly css: string;
  /** By file name. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** Draws a cover, as SVG: the title, the lines under it, and what stands at the foot, if anything. */
  readonly cover: (title: string, under: readonly string[], foot: string) => string;
}

/** A page of a book, and the pages that the contents list under it. */
interface Entry {
  /** Path in the book: `documents/moscow-1936-39.xhtml`. */
  readonly path: string;
  readonly title: string;
  /** Makes what stands on it: only one page at a time is held. */
  readonly body: () => readonly Xml[];
  readonly within?: readonly Entry[];
}

/** Media type of a book. */
export const epubType = 'application/epub+zip';

/** The hour that Atom and EPUB ask for, of a revision that has a day, or of none. */
export const midnight = (day = '1970-01-01'): string => `${day}T00:00:00Z`;

/** Writes a book: the bytes of its file, the same for the same edition. */
export function epub(book: Book, { css, fonts, cover }: Typeset): Uint8Array<ArrayBuffer> {
  const ids = new Set(book.documents.map(({ document }) => document.id));
  const register = registerPage(book.documents);
  const front = [
    { path: 'cover.xhtml', title: 'Cover', body: () => [coverPage(book)] },
    { path: 'title.xhtml', title: 'Title page', body: () => titlePage(book, register.length > 0) },
  ];
  const named = { path: 'register.xhtml', title: 'Persons, places, organizations and terms', body: () => register };
  const back = [...book.volumes.map((volume) => volumeEntry(volume, ids)), ...(register.length > 0 ? [named] : [])];
  const contents = { path: 'contents.xhtml', title: 'Contents', body: () => navigation(book, [...front, ...back]) };
  const entries = [...front, contents, ...back].flatMap(withAllUnder);
  const { title, under, isWhole, settings } = book;
  const zipped: Zippable = {};
  const add = (path: string, content: string | Uint8Array): void => {
    // Fonts are compressed already; and a program knows a book by its first bytes.
    zipped[path] = typeof content === 'string' ? strToU8(content) : [content, { level: 0 }];
  };
  add('mimetype', strToU8(epubType));
  add('META-INF/container.xml', container);
  add('EPUB/package.opf', packageFile(book, entries, [...fonts.keys()]));
  add('EPUB/cover.svg', cover(title, under, isWhole ? '' : settings.title));
  add('EPUB/book.css', css);
  for (const [name, bytes] of fonts) add(`EPUB/fonts/${name}`, bytes);
  for (const one of entries) add(`EPUB/${one.path}`, page(one.path, one.title, one.body()));
  // Level 4 is as small as 6 here, in half the time. The earliest day that a zip file can give: the clock has no part.
  return zipSync(zipped, { level: 4, mtime: new Date(1980, 0, 1, 12) });
}

const withAllUnder = (entry: Entry): Entry[] => [entry, ...(entry.within ?? []).flatMap(withAllUnder)];

/** A volume: a page of its own, then its parts and documents in its own order, as far as they are in the edition. */
function volumeEntry({ volume: { key, volume, contents }, documents }: BookVolume, ids: ReadonlySet<string>): Entry {
  const byId = new Map(documents.map((one) => [one.document.id, one]));
  let parts = 0;
  const list = (some: readonly InVolume[]): readonly Entry[] =>
    some.flatMap((one): readonly Entry[] => {
      if (one.type === 'document') {
        const publication = byId.get(one.document?.id ?? '');
        if (publication === undefined) return [];
        const path = `documents/${one.document?.id}.xhtml`;
        return [{ path, title: listedTitle(one, publication), body: () => documentPage(publication, ids) }];
      }
      const { heading } = one;
      const path = `volumes/${key}-${(parts += 1)}.xhtml`;
      const within = list(one.contents);
      if (within.length === 0 || heading === '') return within;
      return [{ path, title: heading, body: () => partPage(one, documents[0], ids), within }];
    });
  const { title, under } = volumeTitles(volume);
  const body = () => [volumePage(volume, title, under)];
  return { path: `volumes/${key}.xhtml`, title: [...under, title].join(', '), body, within: list(contents) };
}

/** `32. The Chargé in the Soviet Union (Henderson) to …, January 31, 1936`: many headings are alike. */
function listedTitle({ number, heading }: DocumentInVolume, { document }: Publication): string {
  const { dateSent, dateReceived } = document.record;
  const date = (dateSent ?? dateReceived)?.date;
  // Newer volumes print the number before the heading.
  const numbered = !number || heading.startsWith(`${number}. `) ? heading : `${number}. ${heading}`;
  return toldApart(numbered, date && isoDateWords(date));
}

/** The printed pages of a book's volume and where each begins; none of several volumes, which number them alike. */
function printedPages({ volumes }: Book): { page: string; href: string }[] {
  const [only, ...others] = volumes;
  if (!only || others.length > 0) return [];
  return [...only.volume.pages].flatMap(([page, { id, anchor }]) =>
    anchor === undefined ? [] : [{ page, href: `documents/${id}.xhtml#${anchor}` }],
  );
}

/** The contents, which are also how programs find their way: pages by volume and chapter, landmarks, printed pages. */
function navigation(book: Book, entries: readonly Entry[]): Xml[] {
  const item = (href: string, title: string, attributes: Attributes = {}, ...under: readonly Xml[]): Xml =>
    element('li', {}, words('a', title, { ...attributes, href }), ...under);
  const items = (some: readonly Entry[]): Xml[] =>
    some.map(({ path, title, within = [] }) => item(path, title, {}, block('ol', {}, items(within))));
  const nav = (type: string, attributes: Attributes, heading: string, lines: readonly Xml[]): Xml =>
    element('nav', { 'epub:type': type, ...attributes }, words('h1', heading), block('ol', {}, lines));
  const hidden = { hidden: 'hidden' };
  const pages = printedPages(book).map(({ page, href }) => item(href, page));
  return [
    nav('toc', { role: 'doc-toc' }, 'Contents', items(entries)),
    nav('landmarks', hidden, 'Landmarks', [
      item('cover.xhtml', 'Cover', { 'epub:type': 'cover' }),
      item('contents.xhtml', 'Contents', { 'epub:type': 'toc' }),
      item(entries[2]?.path ?? '', 'Text', { 'epub:type': 'bodymatter' }),
    ]),
    ...(pages.length > 0
      ? [nav('page-list', { role: 'doc-pagelist', ...hidden }, 'Pages of the printed volume', pages)]
      : []),
  ];
}

const containerType = { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' };
const rootfile = { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' };
const container = `${declaration}${block('container', containerType, [block('rootfiles', {}, [element('rootfile', rootfile)])])}\n`;

/** What stands in every book of the edition: words, in order, with names for what they are, and nothing that moves. */
const accessibility = [
  ['schema:accessMode', 'textual'],
  ['schema:accessModeSufficient', 'textual'],
  ['schema:accessibilityFeature', 'structuralNavigation'],
  ['schema:accessibilityFeature', 'tableOfContents'],
  ['schema:accessibilityFeature', 'readingOrder'],
  ['schema:accessibilityFeature', 'displayTransformability'],
  ['schema:accessibilityFeature', 'alternativeText'],
  ['schema:accessibilityFeature', 'ARIA'],
  ['schema:accessibilityHazard', 'none'],
  [
    'schema:accessibilitySummary',
    'All is text that takes the size, typeface and colours of the reader. Headings, notes, marks and links say what they are. The one picture is the cover, whose words stand on the title page.',
  ],
] as const;

/** The package document: what the book is, the files that it has, and the order in which they are read. */
function packageFile(book: Book, entries: readonly Entry[], fonts: readonly string[]): string {
  const { settings, title, under, isWhole, volumes, address, newest, rights } = book;
  const meta = (property: string, value: string, refines?: string): Xml => words('meta', value, { refines, property });
  const item = (id: string, href: string, mediaType: string, properties?: string): Xml =>
    element('item', { id, href, 'media-type': mediaType, properties });
  const imprint = (volume: Volume): string =>
    `${titledVolume(volume)} (${volume.place}: ${volume.publisher}, ${volume.published})`;
  const metadata = [
    words('dc:identifier', address, { id: 'book' }),
    words('dc:title', title, { id: 'title' }),
    meta('title-type', 'main', '#title'),
    ...under.flatMap((line, index) => [
      words('dc:title', line, { id: `under-${index + 1}` }),
      meta('title-type', !isWhole && saysMoreThanNumber(line) ? 'collection' : 'subtitle', `#under-${index + 1}`),
    ]),
    words('dc:language', 'en'),
    words('dc:creator', settings.editor, { id: 'editor' }),
    meta('role', 'edt', '#editor'),
    words('dc:publisher', settings.title),
    ...(isWhole ? [words('dc:description', settings.description)] : []),
    ...volumes.map(({ volume }) => words('dc:source', imprint(volume.volume))),
    words('dc:rights', rights),
    words('dc:date', newest),
    meta('dcterms:modified', midnight(newest)),
    ...accessibility.map(([property, value]) => meta(property, value)),
    ...(printedPages(book).length > 0 ? volumes : []).flatMap(({ volume }) => [
      meta('schema:accessibilityFeature', 'pageNavigation'),
      meta('schema:accessibilityFeature', 'pageBreakMarkers'),
      meta('pageBreakSource', imprint(volume.volume)),
    ]),
  ];
  const idOf = (path: string): string => `x-${path.replace(/[^\w.-]+/g, '-')}`;
  const manifest = [
    item('cover', 'cover.svg', 'image/svg+xml', 'cover-image'),
    item('style', 'book.css', 'text/css'),
    ...fonts.map((name) => item(name, `fonts/${name}`, 'font/woff2')),
    ...entries.map(({ path }) =>
      item(idOf(path), path, 'application/xhtml+xml', path === 'contents.xhtml' ? 'nav' : undefined),
    ),
  ];
  const spine = entries.map(({ path }) => element('itemref', { idref: idOf(path) }));
  const opf = { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'book', 'xml:lang': 'en' };
  const root = block('package', opf, [
    block('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata),
    block('manifest', {}, manifest),
    block('spine', {}, spine),
  ]);
  return `${declaration}${root}\n`;
}
