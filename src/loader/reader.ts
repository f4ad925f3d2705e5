/**
 * The one reader of the content of this process. Astro runs its configuration, the content loaders and the
 * pages as three bundles, each with modules of its own: what they share is handed to all under one symbol.
 */
import { sealOf } from '../edition/ledger-check.ts';
import { publicationOf, type Edition, type SiteAddress } from '../edition/publish.ts';
import type { SealedPublication } from '../outputs/edition-json.ts';
import { readContent, type Content, type KeptFiles } from './read-content.ts';

/** Reads the content folder when it is first asked for, and again after `forget`, as far as files have changed. */
export interface ContentReader {
  readonly folder: string;
  readonly content: () => Content;
  /**
   * The content as pages and files are made from it.
   *
   * @throws Error while edition.yaml cannot be read, which the check says.
   */
  readonly edition: () => Edition;
  /** Every document once, in the order of the ids, with its addresses and what the ledger promises of it. */
  readonly publications: () => readonly SealedPublication[];
  /** A document by its id, or by one that it had before. */
  readonly publication: (id: string) => SealedPublication | undefined;
  /** Says that files may have changed. */
  readonly forget: () => void;
}

/**
 * Opens a reader of a content folder; nothing is read yet.
 *
 * @param at Where the site stands, for the documents' addresses.
 */
export function openReader(folder: string, at: SiteAddress): ContentReader {
  const kept: KeptFiles = new Map();
  let content: Content | undefined;
  let publications: Map<string, SealedPublication> | undefined;
  const byId = (): Map<string, SealedPublication> => {
    const edition = reader.edition();
    publications ??= new Map(
      edition.documents.flatMap((document) => {
        const publication = publicationOf(document, edition, at);
        return publication ? [[document.id, { publication, seal: sealOf(document, edition.ledger) }]] : [];
      }),
    );
    return publications;
  };
  const reader: ContentReader = {
    folder,
    content: () => (content ??= readContent(folder, kept)),
    edition: () => {
      const { settings, ...read } = reader.content();
      if (!settings) throw new Error('edition.yaml has problems: `npm run check` says which.');
      return { ...read, settings };
    },
    publications: () => [...byId().values()],
    publication: (id) => byId().get(id) ?? byId().get(reader.content().ledger.redirects[id] ?? ''),
    forget: () => {
      content = undefined;
      publications = undefined;
    },
  };
  return reader;
}

const key = Symbol.for('manchuria-file.content-reader');
const shared = globalThis as { [key]?: ContentReader };

/** Makes a reader the one that every bundle of this process finds. */
export const shareReader = (reader: ContentReader): ContentReader => (shared[key] = reader);

/**
 * The reader of this process.
 *
 * @throws Error where none was shared: the integration of `astro.config.mjs` does so before all else.
 */
export function sharedReader(): ContentReader {
  if (shared[key] === undefined)
    throw new Error('No content was opened: is the edition’s integration in astro.config.mjs?');
  return shared[key];
}
