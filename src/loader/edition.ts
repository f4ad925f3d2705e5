/**
 * The edition as this process has read it. Astro runs its configuration, the content loaders and the pages as
 * three bundles, each with modules of its own: they share one reader, which is handed to all under one symbol.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { entryPages } from '../edition/entry-pages.ts';
import { sealedTextName } from '../edition/ledger.ts';
import { volumesOf } from '../edition/volumes.ts';
import { publicationOf, type Edition, type Publication, type SiteAddress } from '../edition/publish.ts';
import { readContent, type Content, type KeptFiles } from './read-content.ts';

/** Reads the content folder when it is first asked for, and again after `forget`, as far as files have changed. */
export type ContentReader = ReturnType<typeof openReader>;

type EntryPages = ReturnType<typeof entryPages>;

/** Opens a reader of a content folder, for a site that stands there and has that stamp; nothing is read yet. */
export function openReader(folder: string, at: SiteAddress, stamp = '') {
  const kept: KeptFiles = new Map();
  let made: { content?: Content; edition?: Edition; byId?: Map<string, Publication>; pages?: EntryPages } = {};
  const content = (): Content => (made.content ??= readContent(folder, kept));
  /** The content as pages and files are made from it; throws while edition.yaml cannot be read. */
  const edition = (): Edition => {
    const { settings, ...rest } = content();
    if (!settings) throw new Error('edition.yaml has problems: `npm run check` says which.');
    return (made.edition ??= { ...rest, settings, volumes: volumesOf({ ...rest, settings }) });
  };
  const byId = () =>
    (made.byId ??= new Map(
      edition().documents.flatMap((document) => {
        const publication = publicationOf(document, edition(), at);
        return publication ? [[document.id, publication]] : [];
      }),
    ));
  return {
    folder,
    /** A fingerprint of all that the site is built from; empty where none is built. */
    stamp,
    content,
    edition,
    /** Every document once, in the order of the ids. */
    publications: (): readonly Publication[] => [...byId().values()],
    /** A document by its id, or by one that it had before. */
    publication: (id: string) => byId().get(id) ?? byId().get(content().ledger.redirects.get(id) ?? ''),
    /** The pages of the register's entries, with what names them. */
    entryPages: (): EntryPages => (made.pages ??= entryPages(edition())),
    /** The text of a version as it was sealed. */
    sealedText: (id: string, version: number) =>
      readFileSync(join(folder, 'ledger', sealedTextName(id, version)), 'utf8'),
    /** Says that files may have changed. */
    forget: (): void => void (made = {}),
  };
}

const key = Symbol.for('manchuria-file.content-reader');
const shared = globalThis as { [key]?: ContentReader };

/** Makes a reader the one that every bundle of this process finds. */
export const shareReader = (reader: ContentReader): ContentReader => (shared[key] = reader);

/** The reader of this process; throws where the integration of `astro.config.mjs` has shared none before all else. */
export function sharedReader(): ContentReader {
  if (shared[key]) return shared[key];
  throw new Error('No content was opened: is the edition’s integration in astro.config.mjs?');
}

/** The edition whole. */
export const loadEdition = (): Edition => sharedReader().edition();

/** One document, by its id or one that it had before; throws where there is none. */
export function loadPublication(id: string): Publication {
  const found = sharedReader().publication(id);
  if (found) return found;
  throw new Error(`There is no document ${id}.`);
}

/**
 * Astro's content loader for the documents: the record of each without problems, anew at every start and whenever a
 * file changes in `dev`. The reader has made the records by the collection's own schema: they are not parsed again.
 */
export const documentsLoader: Loader = {
  name: 'edition-documents',
  load: ({ store, watcher }) => {
    const reader = sharedReader();
    const load = (): void => {
      store.clear();
      for (const { id, record } of reader.content().documents) store.set({ id, data: { ...record } });
    };
    load();
    watcher?.add(reader.folder);
    watcher?.on('all', (_event, path) => {
      if (!path.startsWith(reader.folder)) return;
      reader.forget();
      load();
    });
    return Promise.resolve();
  },
};
