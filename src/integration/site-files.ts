/** Every file of the site that is no page: a build writes them, `dev` serves them, from one list. */
import { absolute, addresses, documentForms } from '../edition/addresses.ts';
import type { SiteAddress } from '../edition/publish.ts';
import { sharedReader, type ContentReader } from '../loader/edition.ts';
import { cmif } from '../outputs/cmif.ts';
import { editionJson } from '../outputs/edition-json.ts';
import { feed } from '../outputs/feed.ts';
import { editionBook, epub, epubType, volumeBook, type Typeset } from '../outputs/epub.ts';
import { documentFiles, listFiles, volumeFiles } from '../outputs/files.ts';
import { linkset } from '../outputs/head.ts';
import { catalogue, catalogueType } from '../outputs/opds.ts';
import { editionSchema } from '../schema/edition-file.ts';
import { typesetOf } from './book.ts';
import { headersFile } from './headers.ts';

/** A file of the site. */
export interface SiteFile {
  /** Under the site's base: `/documents/moscow-1936-39.txt`. */
  readonly address: string;
  readonly mediaType: string;
  /** Makes its characters, to be written as UTF-8, or its bytes. */
  readonly write: () => string | Uint8Array;
}

/**
 * The files beside the documents' pages, under every id that a document has or had; then those of volumes and of the
 * whole edition.
 *
 * @param typeface The folder of the typeface's files, which books are set in.
 */
export function siteFiles(reader: ContentReader, at: SiteAddress, typeface: string): SiteFile[] {
  const { settings, ledger } = reader.edition();
  const home = absolute(at.site, at.base, addresses.home);
  const all = reader.publications();
  const publications = all.map(({ publication }) => publication);
  const former = Object.keys(ledger.redirects).map((id) => [id, reader.publication(id)] as const);
  const byId = [...all.map((one) => [one.publication.document.id, one] as const), ...former];
  const ofDocuments = byId.flatMap(([id, sealed]) => {
    if (sealed === undefined) return [];
    const { publication, seal } = sealed;
    const forms = documentForms.map((form) => ({
      address: addresses.file(id, form),
      mediaType: documentFiles[form].mediaType,
      write: () => documentFiles[form].write(publication),
    }));
    const earlier = seal.versions
      .filter(({ isReplaced }) => isReplaced)
      .map(({ version }) => ({
        address: addresses.version(id, version),
        mediaType: documentFiles.txt.mediaType,
        write: () => reader.sealedText(publication.document.id, version),
      }));
    return [...forms, ...earlier, file(addresses.linkset(id), 'application/linkset+json', () => linkset(publication))];
  });
  let made: Typeset | undefined;
  const typeset = (): Typeset => (made ??= typesetOf(typeface));
  const volumes = [...reader.volumes().byKey.values()].map((volume) => ({
    volume,
    documents: volume.listed.flatMap(({ document }) => reader.publication(document?.id ?? '') ?? []),
  }));
  const ofVolumes = volumes.flatMap((one) =>
    Object.entries(volumeFiles).map(([form, { mediaType, write }]) => ({
      address: addresses.volumeFile(one.volume.key, form),
      mediaType,
      write: () => write(one, typeset),
    })),
  );
  const ofEdition = Object.entries(listFiles).map(([form, { mediaType, write }]) => ({
    address: addresses.editionFile(form),
    mediaType,
    write: () => write(publications),
  }));
  const whole = editionBook(settings, home, volumes);
  return [
    ...ofDocuments,
    ...ofVolumes,
    ...ofEdition,
    { address: addresses.editionBook, mediaType: epubType, write: () => epub(whole, typeset()) },
    { address: addresses.catalogue, mediaType: catalogueType, write: () => catalogue(whole, volumes.map(volumeBook)) },
    file('/edition.json', 'application/json', () => editionJson(settings, home, all)),
    file('/edition.schema.json', 'application/schema+json', () => editionSchema(home)),
    file('/cmif.xml', 'application/xml', () => cmif(settings, home, publications)),
    file('/feed.xml', 'application/atom+xml', () => feed(settings, home, publications)),
    file('/robots.txt', 'text/plain', () => `User-agent: *\nAllow: /\n\nSitemap: ${home}sitemap-index.xml\n`),
    file('/_headers', 'text/plain', () => headersFile(at.base)),
  ];
}

const file = (address: string, mediaType: string, write: () => string): SiteFile => ({
  address,
  mediaType: `${mediaType}; charset=utf-8`,
  write,
});

/** An entry of the sitemap: of a document with the day of its newest version. */
export function inSitemap<Item extends { url: string; lastmod?: string | undefined }>(item: Item): Item {
  const id = /\/documents\/([^/]+)\/$/.exec(item.url)?.[1] ?? '';
  const { seal } = sharedReader().publication(id) ?? {};
  return seal?.versions[0] ? { ...item, lastmod: seal.versions[0].date } : item;
}

/**
 * Whether the sitemap lists a page: not the page 404, none that repeats documents to be printed, and none that only
 * leads on to the present address of a renamed document.
 *
 * @param page Its absolute address.
 */
export function isListed(page: string): boolean {
  const former = Object.keys(sharedReader().content().ledger.redirects);
  if (/\/volumes\/.+\/print\/$/.test(page)) return false;
  return !['/404/', ...former.map(addresses.document)].some((address) => page.endsWith(address));
}
