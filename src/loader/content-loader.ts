/**
 * Astro's content loaders for what the content folder holds besides prose. They follow its changes in
 * `dev`; a build has the edition handed on to it, and they load nothing.
 */
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { handedEdition } from './edition-file.ts';
import { openKeptTrees } from './kept-trees.ts';
import { documentIds } from './read-content.ts';
import { keptDocumentFile } from './read-document-file.ts';
import { readRecords, type Records } from './read-records.ts';
import { readTextFile } from './text-file.ts';

/** The content folder: `CONTENT_DIR`, or `content`. */
export const contentFolder = (): string => resolve(process.env['CONTENT_DIR'] || 'content');

/** Calls `changed` in `dev` when a file under `folder` comes, changes or goes; changes at once are one. */
function watch({ watcher }: LoaderContext, folder: string, changed: () => Promise<void>): void {
  if (!watcher) return;
  watcher.add(folder);
  let running = Promise.resolve();
  const onFile = (path: string): void => {
    const inside = relative(folder, path);
    if (!inside.startsWith('..') && !inside.startsWith(sep)) running = running.then(changed);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onFile);
}

/**
 * Loads the documents: each file is read once, and only its tree is kept, under a digest of the file
 * and of the reader's own sources. A file with problems has no entry: what is wrong with it is the
 * checker's to say.
 */
export function documentsLoader(): Loader {
  return {
    name: 'edition-documents',
    load: async (context) => {
      if (handedEdition !== undefined) return;
      const { store, config } = context;
      const folder = contentFolder();
      const trees = await openKeptTrees(fileURLToPath(config.cacheDir), fileURLToPath(config.root));
      const load = async (): Promise<void> => {
        const ids = (await documentIds(folder)) ?? [];
        const gone = new Set(store.keys());
        for (const id of ids) {
          const path = join(folder, 'documents', `${id}.mdx`);
          const file = await readTextFile(path, path);
          if ('problem' in file) continue;
          const digest = trees.digest(file.text);
          if (store.get(id)?.digest === digest) {
            gone.delete(id);
            continue;
          }
          const { document } = await keptDocumentFile(id, file.text, trees);
          if (document === undefined) continue;
          gone.delete(id);
          store.set({ id, digest, data: await context.parseData({ id, data: { ...document } }) });
        }
        for (const id of gone) store.delete(id);
      };
      await load();
      watch(context, join(folder, 'documents'), load);
    },
  };
}

/** One entry of a collection made from the edition's records. */
interface Entry {
  readonly id: string;
  readonly data: Record<string, unknown>;
}

/** Loads a collection from the edition's settings, registers or ledger, by `entries`. */
export function recordsLoader(name: string, entries: (records: Records) => readonly Entry[]): Loader {
  return {
    name: `edition-${name}`,
    load: async (context) => {
      if (handedEdition !== undefined) return;
      const folder = contentFolder();
      const load = async (): Promise<void> => {
        const records = await readRecords(folder, folder);
        context.store.clear();
        for (const { id, data } of entries(records)) {
          context.store.set({ id, data: await context.parseData({ id, data }) });
        }
      };
      await load();
      watch(context, folder, load);
    },
  };
}
