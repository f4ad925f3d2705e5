/** Makes the search index of a built site, with Pagefind. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { IndexFile, PagefindIndex } from 'pagefind';
import { facetFileName, toFacetFile } from './facet-index.ts';
import type { IndexRecord } from './index-record.ts';
import { toIndexRecord } from './index-record.ts';
import type { IndexedPage } from './page-passages.ts';
import { readPage } from './page-passages.ts';
import { stampAttribute } from './stamp.ts';

/** Of Pagefind's files, those that our search page asks for; the rest are interfaces and a worker we have no use for. */
const needed =
  /^(?:pagefind\.js|pagefind-entry\.json|pagefind\.\w+\.pf_meta|wasm\.en\.pagefind|(?:fragment|index)\/.+)$/;

/**
 * Indexes the document pages of a built site and writes `<folder>/pagefind/`. The pages themselves
 * stay as they are. The index and the search page are stamped with what was indexed, so that a
 * search page never reads the index of another build unawares.
 *
 * @param folder The built site.
 * @returns How many documents were indexed.
 * @throws Error with a plain sentence: no documents, a page without text, or what Pagefind says.
 */
export async function indexSite(folder: string): Promise<{ documents: number }> {
  const pages = await readPages(folder);
  if (pages.size === 0) {
    throw new Error(
      `The search index cannot be made: there are no documents in ${join(folder, 'documents')}.`,
    );
  }
  const stamp = createHash('sha256')
    .update(JSON.stringify([...pages]))
    .digest('hex')
    .slice(0, 16);
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    if (index === undefined) throw new Error(errors.join(' '));
    await addRecords(
      index,
      [...pages].map(([url, page]) => toIndexRecord(url, page)),
    );
    const { files, errors: problems } = await index.getFiles();
    if (problems.length > 0) throw new Error(problems.join(' '));
    await writeIndex(join(folder, 'pagefind'), files, pages, stamp);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The search index could not be made. Pagefind says: ${reason}`, { cause });
  } finally {
    await close();
  }
  await stampSearchPage(folder, stamp);
  return { documents: pages.size };
}

/** All document pages by address, in the order of their addresses, so that every build is the same. */
async function readPages(folder: string): Promise<Map<string, IndexedPage>> {
  const documents = join(folder, 'documents');
  const entries = await readdir(documents, { withFileTypes: true }).catch(() => []);
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const pages = new Map<string, IndexedPage>();
  for (const id of ids.sort()) {
    const page = readPage(await readFile(join(documents, id, 'index.html'), 'utf8'));
    // A renamed document leaves a page that only leads on: it has no text to be found.
    if (page.meta['title'] === undefined && page.passages.length === 0) continue;
    if (page.meta['title'] === undefined || page.passages.length === 0) {
      throw new Error(
        `The page of ${id} cannot be indexed: its text or its record is missing. ` +
          `The text belongs in an element with data-pagefind-body, the record in <meta name="search-meta:…">.`,
      );
    }
    pages.set(`/documents/${id}/`, page);
  }
  return pages;
}

async function addRecords(index: PagefindIndex, records: readonly IndexRecord[]): Promise<void> {
  for (const record of records) {
    const { errors } = await index.addCustomRecord(record);
    if (errors.length > 0) throw new Error(`${record.url}: ${errors.join(' ')}`);
  }
}

async function writeIndex(
  folder: string,
  files: readonly IndexFile[],
  pages: ReadonlyMap<string, IndexedPage>,
  stamp: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const { path, content } of files) {
    if (!needed.test(path)) continue;
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, path === 'pagefind-entry.json' ? stampEntry(content, stamp) : content);
  }
  const fragments = files.filter(({ path }) => path.startsWith('fragment/'));
  const ids = new Map(
    fragments.map(({ path, content }) => [urlOf(content), basename(path, '.pf_fragment')]),
  );
  const facetFile = toFacetFile(
    [...pages].map(([url, { filters }]) => ({ id: ids.get(url) ?? '', filters })),
  );
  await writeFile(join(folder, facetFileName(stamp)), JSON.stringify(facetFile));
}

/** The address in a fragment of Pagefind's: compressed JSON after the word `pagefind_dcd`. */
function urlOf(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString('utf8');
  return (JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url;
}

/** Pagefind passes over what it does not know in its entry file; the search page reads the stamp there. */
function stampEntry(content: Uint8Array, stamp: string): string {
  const entry = JSON.parse(new TextDecoder().decode(content)) as Record<string, unknown>;
  return JSON.stringify({ ...entry, stamp });
}

async function stampSearchPage(folder: string, stamp: string): Promise<void> {
  const file = join(folder, 'search', 'index.html');
  const page = await readFile(file, 'utf8');
  const empty = `${stampAttribute}=""`;
  const before = new RegExp(`${stampAttribute}="[0-9a-f]*"`);
  if (!before.test(page)) {
    throw new Error(
      `The search page ${file} has no ${empty} to stamp; its index could not be told from another's.`,
    );
  }
  await writeFile(file, page.replace(before, `${stampAttribute}="${stamp}"`));
}
