/** Makes the search index of a built site, with Pagefind. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { IndexFile, PagefindIndex } from 'pagefind';
import { facetFileName, toFacetFile } from './facet-index.ts';
import { toIndexedDocument, wordsOfDocument } from './index-record.ts';
import type { IndexedPage } from './page-passages.ts';
import { readPage } from './page-passages.ts';
import { stampAttribute } from './stamp.ts';

/** Of Pagefind's files, those that our search page asks for; the rest are interfaces and a worker we have no use for. */
const needed =
  /^(?:pagefind\.js|pagefind-entry\.json|pagefind\.\w+\.pf_meta|wasm\.en\.pagefind|(?:fragment|index)\/.+)$/;

/**
 * Places of words in one file of the index. Pagefind's own 20,000 make a reader of 5,000 documents
 * load 40 kB a word; with fewer still, the list of the files, which all must load, outgrows that (measured).
 */
const chunkSize = 5000;

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
  const pages = readPages(folder);
  if (pages.size === 0) {
    throw new Error(`The search index cannot be made: there are no documents in ${join(folder, 'documents')}.`);
  }
  const stamp = digestOf([...pages]);
  try {
    process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(chunkSize);
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    if (index === undefined) throw new Error(errors.join(' '));
    for (const [url, page] of pages) await addPage(index, url, page);
    const { files, errors: problems } = await index.getFiles();
    if (problems.length > 0) throw new Error(problems.join(' '));
    writeIndex(join(folder, 'pagefind'), files, pages, stamp);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The search index could not be made. Pagefind says: ${reason}`, { cause });
  } finally {
    await close();
  }
  stampSearchPage(folder, stamp);
  return { documents: pages.size };
}

/** All document pages by address, in the order of their addresses, so that every build is the same. */
function readPages(folder: string): Map<string, IndexedPage> {
  const documents = join(folder, 'documents');
  const entries = existsSync(documents) ? readdirSync(documents, { withFileTypes: true }) : [];
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const pages = new Map<string, IndexedPage>();
  for (const id of ids.sort()) {
    const page = readPage(readFileSync(join(documents, id, 'index.html'), 'utf8'));
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

async function addPage(index: PagefindIndex, url: string, page: IndexedPage): Promise<void> {
  const document = toIndexedDocument(page);
  const { errors } = await index.addCustomRecord({
    url,
    content: wordsOfDocument(document),
    language: 'en',
    // Pagefind names the fragment after what it is given: the same words with another comma are another text.
    meta: { digest: digestOf(document) },
  });
  if (errors.length > 0) throw new Error(`${url}: ${errors.join(' ')}`);
}

function writeIndex(
  folder: string,
  files: readonly IndexFile[],
  pages: ReadonlyMap<string, IndexedPage>,
  stamp: string,
): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['fragment', 'index']) mkdirSync(join(folder, part), { recursive: true });
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    if (!needed.test(path)) continue;
    const file = join(folder, path);
    if (path.startsWith('fragment/')) {
      const fragment = readFragment(content);
      const page = pages.get(fragment.url);
      if (page === undefined) throw new Error(`No page is at ${fragment.url}.`);
      ids.set(fragment.url, basename(path, '.pf_fragment'));
      writeFileSync(file, writeFragment(fragment, page));
    } else {
      writeFileSync(file, path === 'pagefind-entry.json' ? stampEntry(content, stamp) : content);
    }
  }
  const date = ([, { sort }]: readonly [string, IndexedPage]) => sort['date'] ?? '';
  const facetFile = toFacetFile(
    [...pages]
      .sort((one, other) => date(one).localeCompare(date(other)))
      .map(([url, { filters }]) => ({ id: ids.get(url) ?? '', filters })),
  );
  writeFileSync(join(folder, facetFileName(stamp)), JSON.stringify(facetFile));
}

/** What a fragment of Pagefind's begins with, once it is not compressed any more; JSON follows. */
const fragmentHead = 'pagefind_dcd';

/** What Pagefind keeps of one page. */
interface Fragment {
  readonly url: string;
}

function readFragment(content: Uint8Array): Fragment {
  return JSON.parse(gunzipSync(content).toString('utf8').slice(fragmentHead.length)) as Fragment;
}

/** The fragment with the document to be shown in the place of its words. */
function writeFragment(fragment: Fragment, page: IndexedPage): Uint8Array {
  const shown = { ...fragment, content: '', meta: {}, document: toIndexedDocument(page) };
  return gzipSync(fragmentHead + JSON.stringify(shown), { level: 9 });
}

/** Pagefind passes over what it does not know in its entry file; the search page reads the stamp there. */
function stampEntry(content: Uint8Array, stamp: string): string {
  const entry = JSON.parse(new TextDecoder().decode(content)) as Record<string, unknown>;
  return JSON.stringify({ ...entry, stamp });
}

/** 16 figures of a SHA-256: enough to tell one build's texts from another's. */
function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

function stampSearchPage(folder: string, stamp: string): void {
  const file = join(folder, 'search', 'index.html');
  const page = readFileSync(file, 'utf8');
  const empty = `${stampAttribute}=""`;
  const before = new RegExp(`${stampAttribute}="[0-9a-f]*"`);
  if (!before.test(page)) {
    throw new Error(`The search page ${file} has no ${empty} to stamp; its index could not be told from another's.`);
  }
  writeFileSync(file, page.replace(before, `${stampAttribute}="${stamp}"`));
}
