/** The search index in the browser: what Pagefind finds, and files of ours. */
import { furtherToken, mostWithToken, pointsOf } from '../shared/candidates.ts';
import {
  fromDistances,
  indexFiles,
  linkPlace,
  pagefindLanguage,
  wholeToken,
  wordFilesFor,
  type Column,
  type Contents,
  type Entry,
  type LinkFile,
  type OwnPage,
  type PagefindModule,
  type PagefindResult,
} from '../shared/index-files.ts';
import { readWords, type ReadPassage } from '../shared/match.ts';
import type { ColumnName, IndexedDocument } from '../shared/record.ts';
import { fold } from '../shared/words.ts';
import { element } from './element.ts';

/** A document of which the words are read. */
export type ReadDocument = IndexedDocument & { readonly passages: readonly ReadPassage[] };

/**
 * The search index of the site. Nothing is requested before the first search. Pagefind keeps what failed
 * for ever, so after a failure another engine is made.
 */
export class SearchEngine {
  readonly #bundle: string;
  readonly #stamp: string;
  readonly #names: ReturnType<typeof indexFiles>;
  readonly #attempt: number;
  #opening: ReturnType<typeof openPagefind> | undefined;
  /** The place of each document in the order of time, by Pagefind's id. */
  #places: ReadonlyMap<string, number> | undefined;
  /** Answers of Pagefind and files of ours: with each keystroke most are asked for again. */
  readonly #kept = new Map<string, Promise<unknown>>();
  /** In milliseconds as `performance.now()`. */
  readonly #begun = performance.now();
  /** How many of the browser's records of requests were looked at. */
  #examined = 0;
  /** Whether an answer was empty since then: no such word, or no such part of the index. */
  #emptyAnswers = false;

  /**
   * @param bundle Absolute address of the index, with a final slash.
   * @param stamp The state of the edition that the page was built with.
   * @param attempt How many engines failed before.
   */
  constructor(bundle: string, stamp: string, attempt: number) {
    this.#bundle = bundle;
    this.#stamp = stamp;
    this.#names = indexFiles(stamp);
    this.#attempt = attempt;
  }

  /** A column of the record. */
  column(name: ColumnName): Promise<Column> {
    return this.#load(this.#names.column(name));
  }

  /** The entries of the register. */
  register(): Promise<Entry[]> {
    return this.#load(this.#names.register);
  }

  /** The edition's own pages, each read as one passage. */
  pages() {
    const { pages } = this.#names;
    return this.#keep(pages, async () => {
      const all = await loadFile<OwnPage[]>(this.#bundle + pages);
      return all.map((page) => ({ ...page, passages: [readWords({ ...page, anchor: 'p' })] }));
    });
  }

  /** How many documents there are. */
  async size(): Promise<number> {
    return (await this.#contents()).ids.length;
  }

  /** The words of the edition that begin so, as they are printed; all for an empty beginning. */
  async words(beginning: string): Promise<string[]> {
    const { words } = await this.#contents();
    const files = wordFilesFor(beginning, words).map((file) => this.#load<string[]>(this.#names.words(file)));
    return (await Promise.all(files)).flat().filter((word) => fold(word).startsWith(beginning));
  }

  /** A document, by its place in the order of time, with its words: with each keystroke most are checked again. */
  document(place: number): Promise<ReadDocument> {
    return this.#keep(`document ${place}`, async () => {
      const document = await loadFile<IndexedDocument>(this.#bundle + this.#names.document(place));
      return { ...document, passages: document.passages.map(readWords) };
    });
  }

  /** Loads what a search for words needs: 90 kB, which phrases and fields of the record do without. */
  open(): void {
    // What fails is told to whoever asks for something.
    this.#pagefind().catch(() => undefined);
  }

  /** What the index is about. */
  #contents(): Promise<Contents> {
    return this.#load(this.#names.contents);
  }

  /** Pagefind, begun. */
  #pagefind(): ReturnType<typeof openPagefind> {
    return (this.#opening ??= inTime(openPagefind(this.#bundle, this.#stamp, this.#attempt, this.#contents())));
  }

  /** The documents that have a token, with how much each is about it. */
  ask(token: string): Promise<ReadonlyMap<number, number>> {
    return this.#keep(token, async () => {
      const { ids, sizes } = await this.#contents();
      const pagefind = await this.#pagefind();
      const results: PagefindResult[] = [];
      for (let full = 0; results.length === full * mostWithToken; full += 1) {
        const found = await pagefind.search(wholeToken(furtherToken(token, full)));
        results.push(...found.results);
        if (found.results.length > 0) this.#examineParts(sizes);
        else this.#emptyAnswers = true;
      }
      const places = (this.#places ??= new Map(ids.map((id, place) => [id, place])));
      return new Map(
        results.map(({ id, words: [position = 0] }) => {
          const place = places.get(id);
          if (place === undefined) throw new Error(`${id}: a document of another build.`);
          return [place, pointsOf(position, results.length, ids.length)];
        }),
      );
    });
  }

  /** Fails where an answer was empty because a part of the index did not arrive. */
  async expectWhole(): Promise<void> {
    if (!this.#emptyAnswers) return;
    const { sizes } = await this.#contents();
    // The browser writes its record of a request a moment after the answer was read.
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.#examineParts(sizes);
    this.#emptyAnswers = false;
  }

  /**
   * Fails where a part of Pagefind's index did not arrive, or not whole, which Pagefind passes over: it would find
   * less and say nothing. The browser's own record of requests tells; https://w3c.github.io/resource-timing/
   *
   * @param sizes Bytes of each part.
   */
  #examineParts(sizes: Contents['sizes']): void {
    const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    for (const { name, startTime, responseStatus, decodedBodySize } of requests.slice(this.#examined)) {
      const size = sizes[name.slice(this.#bundle.length).replace(/\?.*/, '')];
      if (size === undefined || startTime < this.#begun || !name.startsWith(this.#bundle)) continue;
      // A size of 0 is a connection that broke, or one that the browser tells nothing of.
      if (responseStatus >= 400 || decodedBodySize !== size)
        throw new Error(`${name}: ${responseStatus}, ${decodedBodySize} bytes`);
    }
    this.#examined = requests.length;
  }

  /** The documents that have a link, and some more. */
  async withLink(link: number): Promise<Set<number>> {
    const { file, row } = linkPlace(link, (await this.#contents()).linkFiles);
    const rows = await this.#load<LinkFile>(this.#names.links(file));
    return new Set(fromDistances(rows[row] ?? []));
  }

  #load<Content>(name: string): Promise<Content> {
    return this.#keep(name, () => loadFile<Content>(this.#bundle + name));
  }

  #keep<Answer>(name: string, make: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(name) ?? inTime(make());
    if (this.#kept.size > mostKept) this.#kept.clear();
    this.#kept.set(name, kept);
    return kept as Promise<Answer>;
  }
}

/** Nobody waits longer for a part of the index; in milliseconds. */
const longest = 20_000;

/** An answer, or that there was none in time. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('The search index did not answer in time.', 'TimeoutError')),
      longest,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
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
