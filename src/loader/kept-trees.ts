/** Documents' trees kept on disk from one run to the next: a file that has not changed is not read again. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditionDocument } from '../edition/document.ts';

/** Trees of documents in whose files nothing was wrong. */
export interface KeptTrees {
  /** What a tree is kept under: another for every other text, and for every other reader. */
  digest(text: string): string;
  /** The tree of a file with this very text; undefined where none is kept. */
  find(id: string, text: string): Promise<EditionDocument | undefined>;
  keep(id: string, text: string, document: EditionDocument): Promise<void>;
}

interface KeptFile {
  readonly digest: string;
  readonly document: EditionDocument;
}

/** What decides what a file is read as: when one of these changes, every document is read anew. */
const readerFolders = ['src/edition', 'src/schema', 'src/markdown'];

/**
 * Opens the kept trees of a cache. What is kept of other sources or in a broken file counts as not kept;
 * where nothing can be written, nothing is kept, and the next run has to read the files again.
 *
 * @param cacheFolder folder of the build's cache, which need not be there yet
 * @param project the project's root
 */
export async function openKeptTrees(cacheFolder: string, project: string): Promise<KeptTrees> {
  const reader = await readerDigest(project);
  const folder = join(cacheFolder, 'trees');
  const digest = (text: string): string => createHash('sha256').update(reader).update(text).digest('hex');
  const fileOf = (id: string): string => join(folder, `${id}.json`);
  await mkdir(folder, { recursive: true }).catch(() => undefined);
  return {
    digest,
    find: async (id, text) => {
      try {
        const kept = JSON.parse(await readFile(fileOf(id), 'utf8')) as KeptFile;
        return kept.digest === digest(text) ? kept.document : undefined;
      } catch {
        return undefined;
      }
    },
    keep: async (id, text, document) => {
      const kept: KeptFile = { digest: digest(text), document };
      await writeFile(fileOf(id), JSON.stringify(kept)).catch(() => undefined);
    },
  };
}

/** SHA-256 of the reader's own sources and of the versions of what it stands on. */
async function readerDigest(project: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(project, 'package-lock.json')));
  for (const folder of readerFolders) {
    const names = (await readdir(join(project, folder))).filter((name) => name.endsWith('.ts'));
    for (const name of names.sort()) hash.update(await readFile(join(project, folder, name)));
  }
  return hash.digest('hex');
}
