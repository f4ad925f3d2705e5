import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, expect, test, vi } from 'vitest';
import { documentsLoader } from '../../src/loader/content-loader.ts';
import { withContent } from './problem-fixtures.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

type Stored = { id: string; digest?: string; data: unknown };

/** As much of Astro's store and context as a loader uses, and a record of what was parsed. */
function context(folder: string): {
  store: Map<string, Stored>;
  parsed: string[];
  load: () => Promise<void>;
} {
  const entries = new Map<string, Stored>();
  const parsed: string[] = [];
  const store = {
    keys: () => [...entries.keys()],
    get: (id: string) => entries.get(id),
    set: (entry: Stored) => entries.set(entry.id, entry),
    delete: (id: string) => entries.delete(id),
  };
  const given = {
    store,
    config: {
      root: pathToFileURL(`${process.cwd()}/`),
      cacheDir: pathToFileURL(join(folder, 'cache/')),
    },
    generateDigest: (text: string) => text,
    parseData: ({ id, data }: { id: string; data: unknown }) => {
      parsed.push(id);
      return Promise.resolve(data);
    },
  } as unknown as LoaderContext;
  const load = async (): Promise<void> => {
    const loader = documentsLoader();
    if (typeof loader.load === 'function') await loader.load(given);
  };
  return { store: entries, parsed, load };
}

test('a document is read once, again when its file changes, and leaves the store with its file', async () => {
  await withContent(undefined, async (folder) => {
    vi.stubEnv('CONTENT_DIR', folder);
    const { store, parsed, load } = context(folder);
    const file = join(folder, 'documents', 'harbin-1936-7.mdx');
    await load();
    await load();
    expect(parsed).toEqual(['harbin-1936-7']);

    await writeFile(file, (await readFile(file, 'utf8')).replace('melted', 'gone'));
    await load();
    expect(parsed).toEqual(['harbin-1936-7', 'harbin-1936-7']);
    expect(JSON.stringify(store.get('harbin-1936-7')?.data)).toContain('has gone.');

    await rm(file);
    await load();
    expect([...store.keys()]).toEqual([]);
  });
});

test('a document with problems is left out, without a word to the editor', async () => {
  await withContent('a number is in words', async (folder) => {
    vi.stubEnv('CONTENT_DIR', folder);
    const { store, load } = context(folder);
    await expect(load()).resolves.toBeUndefined();
    expect([...store.keys()]).toEqual([]);
  });
});
