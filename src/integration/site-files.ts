/** Every file of the site that is no page: a build writes them, `dev` serves them, from one list. */
import { absolute, addresses } from '../edition/addresses.ts';
import type { Publication, SiteAddress } from '../edition/publish.ts';
import { sharedReader, type ContentReader } from '../loader/edition.ts';
import { cmif } from '../outputs/cmif.ts';
import { editionJson } from '../outputs/edition-json.ts';
import { catalogue, feed } from '../outputs/atom.ts';
import { epub, type Typeset } from '../outputs/epub.ts';
import { bookOf, type Book } from '../outputs/epub-pages.ts';
import { documentFiles, documentForms, listFiles } from '../outputs/files.ts';
import { linkset } from '../outputs/head.ts';
import { editionSchema } from '../schema/edition-file.ts';
import { typesetOf } from './book.ts';
import { headersFile } from './headers.ts';
import type { Typeface } from './typeface.ts';

/** A file under the site's base; `write` makes its characters, to be written as UTF-8, or its bytes. */
const file = (address: string, write: () => string | Uint8Array) => ({ address, write });

/**
 * The files beside the documents' pages, under every id that a document has or had; then those of volumes and of the
 * whole edition, books set in the typeface. The media type of each is that of its headers.
 */
export function siteFiles(reader: ContentReader, at: SiteAddress, typeface: Typeface) {
  const { settings, ledger, volumes: all } = reader.edition();
  const home = absolute(at.site, at.base, addresses.home);
  const publications = reader.publications();
  const ids = [...publications.map(({ document }) => document.id), ...ledger.redirects.keys()];
  const ofDocuments = ids.flatMap((id) => {
    const publication = reader.publication(id);
    if (publication === undefined) return [];
    const replaced = publication.seal.versions.filter(({ isReplaced }) => isReplaced);
    return [
      ...documentForms.map((form) => file(addresses.file(id, form), () => documentFiles[form].write(publication))),
      ...replaced.map(({ version }) =>
        file(addresses.version(id, version), () => reader.sealedText(publication.document.id, version)),
      ),
      file(addresses.linkset(id), () => linkset(publication)),
    ];
  });
  let made: Typeset | undefined;
  const typeset = (): Typeset => (made ??= typesetOf(typeface));
  const volumes = [...all.byKey.values()].map((volume) => ({
    volume,
    documents: volume.listed.flatMap(({ document }) => reader.publication(document?.id ?? '') ?? []),
  }));
  const whole = bookOf(settings, home, volumes);
  const books = volumes.map((one) => ({ ...one, book: bookOf(settings, home, [one], one.volume) }));
  const files = (book: Book, documents: readonly Publication[], address: (form: string) => string) => [
    file(address('epub'), () => epub(book, typeset())),
    ...Object.entries(listFiles).map(([form, { write }]) => file(address(form), () => write(documents))),
  ];
  return [
    ...ofDocuments,
    ...books.flatMap(({ book, documents, volume: { key } }) =>
      files(book, documents, (form) => addresses.volumeFile(key, form)),
    ),
    ...files(whole, publications, addresses.editionFile),
    file(addresses.catalogue, () => catalogue([whole, ...books.map(({ book }) => book)])),
    file('/edition.json', () => editionJson(settings, home, publications)),
    file('/edition.schema.json', () => editionSchema(home)),
    file('/cmif.xml', () => cmif(settings, home, publications)),
    file('/feed.xml', () => feed(settings, home, publications)),
    file('/robots.txt', () => `User-agent: *\nAllow: /\n\nSitemap: ${home}sitemap-index.xml\n`),
    file('/_headers', () => headersFile(at.base)),
  ];
}

/** An entry of the sitemap: of a document with the day of its newest version. */
export function inSitemap<Item extends { url: string; lastmod?: string | undefined }>(item: Item): Item {
  const id = /\/documents\/([^/]+)\/$/.exec(item.url)?.[1] ?? '';
  const { seal } = sharedReader().publication(id) ?? {};
  return seal?.versions[0] ? { ...item, lastmod: seal.versions[0].date } : item;
}

/**
 * Whether the sitemap lists the page at an absolute address: not the page 404, none that repeats documents to be
 * printed, and none that only leads on to the present address of a renamed document.
 */
export function isListed(page: string): boolean {
  const former = [...sharedReader().content().ledger.redirects.keys()];
  if (/\/volumes\/.+\/print\/$/.test(page)) return false;
  return !['/404/', ...former.map(addresses.document)].some((address) => page.endsWith(address));
}
