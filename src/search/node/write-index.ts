/** Makes the search index of a built site from its publications: Pagefind's files, and our own beside them. */
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { close, createIndex, type IndexFile } from 'pagefind';
import { compareInTime } from '../../edition/calendar.ts';
import type { Publication } from '../../edition/publish.ts';
import { indexedTokens, wordsOfDocument } from '../shared/candidates.ts';
import { indexFiles, pagefindLanguage, toColumn, toLinkFiles, toWordFiles } from '../shared/index-files.ts';
import type { Contents, Entry, OwnPage, PagefindModule } from '../shared/index-files.ts';
import { toIndexedDocument, type ColumnName } from '../shared/record.ts';
import { fold, WordList } from '../shared/words.ts';

/** Of Pagefind's files, those that our search page asks for: what a result shows is in files of ours. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|pagefind\.\w+\.pf_meta|wasm\.unknown\.pagefind|index\/.+)$/;

/**
 * Writes `pagefind/` into the folder of a built site, in the place of what is there: documents, and other pages. The
 * stamp names the state of the edition; the search page carries it too, so that it never reads the index of another
 * build unawares. Throws an Error with a plain sentence: no documents, or what Pagefind says.
 */
export async function writeIndex(
  folder: string,
  publications: readonly Publication[],
  stamp: string,
  pages: readonly OwnPage[] = [],
): Promise<void> {
  if (publications.length === 0) throw new Error('The search index cannot be made: there are no documents.');
  const indexed = publications
    .toSorted((one, other) => compareInTime(one.document, other.document))
    .map(toIndexedDocument);
  const documents = indexed.map(({ document }) => document);
  const bundle = join(folder, 'pagefind');
  const write = (path: string, content: Uint8Array | object) => {
    mkdirSync(dirname(join(bundle, path)), { recursive: true });
    writeFileSync(join(bundle, path), content instanceof Uint8Array ? content : JSON.stringify(content));
  };
  rmSync(bundle, { recursive: true, force: true });
  try {
    const list = new WordList();
    const words = documents.map(({ passages }) => wordsOfDocument(passages, list));
    const ids = documents.map(({ id }) => id);
    const files = await pagefindFiles(ids, indexedTokens(words));
    const parts = files.filter(({ path }) => needed.test(path));
    for (const { path, content } of parts) write(path, content);
    const linkFiles = toLinkFiles(words.map(({ links }) => links));
    const wordFiles = toWordFiles(list.inOrder());
    const loadedAsTheyAre = parts.filter(({ path }) => /pf_|wasm/.test(path));
    const names = indexFiles(stamp);
    write(names.contents, {
      ids: await pagefindIds(bundle, files, ids),
      linkFiles: linkFiles.length,
      words: wordFiles.map(([first = '']) => fold(first)),
      sizes: Object.fromEntries(loadedAsTheyAre.map(({ path, content }) => [path, content.length] as const).sort()),
    } satisfies Contents);
    const all = [...(publications[0]?.register.values() ?? [])];
    const entries = all.map(({ id, name, variants = [], summary }) => ({ id, names: [name, ...variants], summary }));
    write(names.register, entries satisfies Entry[]);
    write(names.pages, pages);
    for (const name of Object.keys(indexed[0]?.columns ?? {}) as ColumnName[])
      write(names.column(name), toColumn(indexed.map(({ columns }) => columns[name])));
    wordFiles.forEach((words, file) => write(names.words(file), words));
    documents.forEach((document, place) => write(names.document(place), document));
    linkFiles.forEach((links, file) => write(names.links(file), links()));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The search index could not be made. Pagefind says: ${reason}`, { cause });
  }
}

async function pagefindFiles(ids: readonly string[], tokens: readonly string[]): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: pagefindLanguage });
    if (index === undefined) throw new Error(errors.join(' '));
    for (const [place, id] of ids.entries()) {
      const content = tokens[place] ?? '';
      const added = await index.addCustomRecord({ url: id, content, language: pagefindLanguage });
      if (added.errors.length > 0) throw new Error(`${id}: ${added.errors.join(' ')}`);
    }
    const { files, errors: problems } = await index.getFiles();
    if (problems.length > 0) throw new Error(problems.join(' '));
    return files;
  } finally {
    await close();
  }
}

/**
 * Asks the finished index, written into `bundle`, for all documents: so it is seen to answer, and tells by which id it
 * knows each, in the order in which they were added. A score of them, from the first to the last, are asked whether
 * they are. (To ask each takes a request for each: of 5,000 documents a tenth of the time of their build.)
 */
async function pagefindIds(bundle: string, files: readonly IndexFile[], added: readonly string[]): Promise<string[]> {
  const contents = new Map(files.map(({ path, content }) => [`/${path}`, content]));
  const server = createServer((request, response) => {
    const content = contents.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    // An idle connection would be closed after some seconds, under what a busy machine is about to ask.
    response.writeHead(content === undefined ? 404 : 200, { connection: 'close' }).end(content);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const { port } = server.address() as AddressInfo;
    const module = (await import(pathToFileURL(join(bundle, 'pagefind.js')).href)) as PagefindModule;
    const basePath = `http://127.0.0.1:${port}/`;
    const pagefind = module.createInstance({ basePath, language: pagefindLanguage, metaCacheTag: '', noWorker: true });
    const { results } = await pagefind.search(null);
    const asked = new Set(Array.from({ length: 20 }, (_, count) => Math.round((count * (added.length - 1)) / 19)));
    const isInOrder = async (place: number) => (await results[place]?.data())?.url === `/${added[place]}`;
    const areInOrder = (await Promise.all([...asked].map(isInOrder))).every(Boolean);
    if (results.length === added.length && areInOrder) return results.map(({ id }) => id);
    throw new Error(`The finished index has ${results.length} of ${added.length} documents, or not in their order.`);
  } finally {
    server.close();
  }
}
