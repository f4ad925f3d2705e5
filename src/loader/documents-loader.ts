/** Astro's content loader for the documents: entries from the one reader. */
import type { Loader } from 'astro/loaders';
import { sharedReader } from './edition.ts';

/**
 * Loads the record of every document without problems, anew at every start (nothing of an earlier run is
 * believed), and in `dev` whenever a file of the content changes. The reader has made the records by the
 * collection's own schema, so they are not parsed again.
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
