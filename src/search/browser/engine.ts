/** The search index in the browser: what Pagefind finds, and files of ours. */
import { furtherToken, mostWithToken, pointsOf } from '../shared/candidates.ts';
import { fromDistances, indexFiles, linkPlace, pagefindLanguage, wordFilesFor } from '../shared/index-files.ts';
import type { Column, Contents, Entry, LinkFile, OwnPage } from '../shared/index-files.ts';
import type { PagefindModule, PagefindResult } from '../shared/index-files.ts';
import { readWords, type ReadPassage } from '../shared/match.ts';
import type { ColumnName, IndexedDocument } from '../shared/record.ts';
import { fold } from '../shared/words.ts';
import { element } from './element.ts';

/** A document of which the words are read. */
export type ReadDocument = IndexedDocument & { readonly passages: readonly ReadPassage[] };

/** The search index of the site. */
export type SearchEngine = ReturnType<typeof searchEngine>;

/**
 * The search index at `bundle`, an absolute address with a final slash, of the state of the edition (`stamp`) that the
 * page was built with. Nothing is requested before the first search. Pagefind keeps what failed for ever, so after a
 * failure another engine is made; `attempt` is how many failed before.
 */
export function searchEngine(bundle: string, stamp: string, attempt: number) {
  const names = indexFiles(stamp);
  /** Answers of Pagefind and files of ours: with each keystroke most are asked for again. */
  const kept = new Map<string, Promise<unknown>>();
  /** In milliseconds as `performance.now()`. */
  const begun = performance.now();
  /** How many answers came from Pagefind, and of how many it is known that no part of the index was missing. */
  let [answers, examined] = [0, 0];
  let opening: ReturnType<typeof openPagefind> | undefined;
  /** The place of each document in the order of time, by Pagefind's id. */
  let places: ReadonlyMap<string, number> | undefined;

  const keep = <Answer>(name: string, make: () => Promise<Answer>): Promise<Answer> => {
    const answer = kept.get(name) ?? inTime(make());
    if (kept.size > mostKept) kept.clear();
    kept.set(name, answer);
    return answer as Promise<Answer>;
  };
  const load = <Content>(name: string): Promise<Content> => keep(name, () => loadFile<Content>(bundle + name));
  /** What the index is about. */
  const contents = (): Promise<Contents> => load(names.contents);
  /** Pagefind, begun. */
  const pagefind = () => (opening ??= inTime(openPagefind(bundle, stamp, attempt, contents())));

  return {
    /** A column of the record. */
    column: (name: ColumnName): Promise<Column> => load(names.column(name)),
    /** The entries of the register. */
    register: (): Promise<Entry[]> => load(names.register),
    /** The edition's own pages, each read as one passage. */
    pages: () =>
      keep(names.pages, async () => {
        const all = await loadFile<OwnPage[]>(bundle + names.pages);
        return all.map((page) => ({ ...page, passages: [readWords({ ...page, anchor: 'p' })] }));
      }),
    /** How many documents there are. */
    size: async (): Promise<number> => (await contents()).ids.length,
    /** The words of the edition that begin so, as they are printed; all for an empty beginning. */
    words: async (beginning: string): Promise<string[]> => {
      const files = wordFilesFor(beginning, (await contents()).words);
      const words = await Promise.all(files.map((file) => load<string[]>(names.words(file))));
      return words.flat().filter((word) => fold(word).startsWith(beginning));
    },
    /** A document, by its place in the order of time, with its words: with each keystroke most are checked again. */
    document: (place: number): Promise<ReadDocument> =>
      keep(`document ${place}`, async () => {
        const document = await loadFile<IndexedDocument>(bundle + names.document(place));
        return { ...document, passages: document.passages.map(readWords) };
      }),
    /** Loads what a search for words needs: 90 kB, which phrases and fields of the record do without. */
    open: (): void => {
      // What fails is told to whoever asks for something.
      pagefind().catch(() => undefined);
    },
    /** The documents that have a token, with how much each is about it. */
    ask: (token: string): Promise<ReadonlyMap<number, number>> =>
      keep(token, async () => {
        const { ids } = await contents();
        const index = await pagefind();
        const results: PagefindResult[] = [];
        for (let full = 0; results.length === full * mostWithToken; full += 1) {
          // In quotation marks, nothing is found that merely begins like it.
          const found = await index.search(`"${furtherToken(token, full)}"`);
          results.push(...found.results);
        }
        answers += 1;
        const placeOf = (places ??= new Map(ids.map((id, place) => [id, place])));
        return new Map(
          results.map(({ id, words: [position = 0] }) => {
            const place = placeOf.get(id);
            if (place === undefined) throw new Error(`${id}: a document of another build.`);
            return [place, pointsOf(position, results.length, ids.length)];
          }),
        );
      }),
    /**
     * Fails where a part of Pagefind's index did not arrive, or not in its size, which Pagefind passes over: it would
     * find less and say nothing. The browser's own record of requests tells; https://w3c.github.io/resource-timing/
     */
    expectWhole: async (): Promise<void> => {
      const now = answers;
      if (now === examined) return;
      const { sizes } = await contents();
      // The browser writes its record of a request a moment after the answer was read.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      for (const { name, startTime, responseStatus, decodedBodySize } of requests) {
        const size = sizes[name.slice(bundle.length).replace(/\?.*/, '')];
        if (size === undefined || startTime < begun || !name.startsWith(bundle)) continue;
        // A size of 0 is a connection that broke, or one that the browser tells nothing of.
        if (responseStatus >= 400 || decodedBodySize !== size)
          throw new Error(`${name}: ${responseStatus}, ${decodedBodySize} bytes`);
      }
      examined = now;
    },
    /** The documents that have a link, and some more. */
    withLink: async (link: number): Promise<Set<number>> => {
      const { file, row } = linkPlace(link, (await contents()).linkFiles);
      const rows = await load<LinkFile>(names.links(file));
      return new Set(fromDistances(rows[row] ?? []));
    },
  };
}

/** Nobody waits longer for a part of the index; in milliseconds. */
const longest = 20_000;

/** An answer, or that there was none in time. */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const say = () => reject(new DOMException('The search index did not answer in time.', 'TimeoutError'));
  const timer = setTimeout(say, longest);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Answers and files that are kept; an answer may hold every document. */
const mostKept = 1000;

async function openPagefind(bundle: string, stamp: string, attempt: number, contents: Promise<Contents>) {
  // Of its own accord a browser records 250 requests.
  performance.setResourceTimingBufferSize(100_000);
  // A module that failed to load once is not asked for again under the same address.
  const script = `${bundle}pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`;
  // What Pagefind asks for one after another is asked for at once: on a slow line each would be a round trip.
  const early = ['wasm.unknown.pagefind', `pagefind-entry.json?ts=${stamp}`];
  const preload = (path: string) =>
    document.head.append(element('link', { rel: 'preload', as: 'fetch', crossorigin: '', href: bundle + path }));
  if (attempt === 0) early.forEach(preload);
  // A preload that failed would be handed out once more: it is taken, and forgotten.
  else await Promise.allSettled(early.map((path) => fetch(bundle + path)));
  const loading = import(/* @vite-ignore */ script) as Promise<PagefindModule>;
  const parts = Object.keys((await contents).sizes);
  parts.filter((path) => path.endsWith('.pf_meta')).forEach(preload);
  // In the page itself: a worker would be another 12 kB, and what it fails to load is never told.
  const options = { basePath: bundle, language: pagefindLanguage, metaCacheTag: stamp, noWorker: true } as const;
  const pagefind = (await loading).createInstance(options);
  await pagefind.init();
  return pagefind;
}

async function loadFile<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Content;
}
