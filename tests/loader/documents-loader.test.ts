import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { expect, test } from 'vitest';
import { documentsLoader, openReader, shareReader } from '../../src/loader/edition.ts';
import { withContent } from './problem-fixtures.ts';

interface Stored {
  readonly id: string;
  readonly data: unknown;
}

/** As much of Astro's store and watcher as the loader uses, with something in it from an earlier run. */
function load(folder: string) {
  const reader = shareReader(openReader(folder, { site: 'https://example.org', base: '/' }));
  const store = new Map<string, Stored>([['stale-1936-1', { id: 'stale-1936-1', data: {} }]]);
  const listeners: ((event: string, path: string) => void)[] = [];
  const context = {
    store: { clear: () => store.clear(), set: (entry: Stored) => store.set(entry.id, entry) },
    watcher: {
      add: () => undefined,
      on: (_: string, listener: (event: string, path: string) => void) => listeners.push(listener),
    },
  } as unknown as LoaderContext;
  if (typeof documentsLoader.load === 'function') void documentsLoader.load(context);
  const changed = (path: string): void => listeners.forEach((listener) => listener('change', path));
  return { reader, store, changed };
}

test('entries are what the content says now, and nothing of an earlier run', async () => {
  await withContent(undefined, async (folder) => {
    const { reader, store, changed } = load(folder);
    const file = join(folder, 'documents', 'harbin-1936-7.mdx');
    expect([...store.keys()]).toEqual(['harbin-1936-7']);
    expect(store.get('harbin-1936-7')?.data).toEqual(reader.content().documents[0]?.record);

    await writeFile(file, (await readFile(file, 'utf8')).replace(/^summary: .*$/m, 'summary: Another one.'));
    changed(file);
    expect(store.get('harbin-1936-7')?.data).toMatchObject({ summary: 'Another one.' });

    await rm(file);
    changed(file);
    expect([...store.keys()]).toEqual([]);
  });
});

test('a file whose text has not changed is not read again', async () => {
  await withContent(undefined, (folder) => {
    const { reader, changed } = load(folder);
    const before = reader.content().documents[0]?.heading;
    changed(join(folder, 'edition.yaml'));
    expect(reader.content().documents[0]?.heading).toBe(before);
  });
});

test('a document with problems is left out, without a word to the editor', async () => {
  await withContent('a number is in words', (folder) => {
    expect([...load(folder).store.keys()]).toEqual([]);
  });
});
