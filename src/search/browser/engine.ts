/** The search index in the browser: what Pagefind finds, and files of ours. */
import { fromDistances, indexFiles, linkPlace, wholeToken, wordFilesFor } from '../shared/index-files.ts';
import type {
  Beside,
  DateFile,
  FacetFile,
  FieldFile,
  LinkFile,
  OrderFile,
  PagefindModule,
} from '../shared/index-files.ts';
import type { IndexedDocument } from '../shared/record.ts';
import { fold } from '../shared/words.ts';
import { element } from './element.ts';
import { tryWebAssembly } from './failure.ts';

/**
 * The search index of the site. Nothing is requested before the first search. Pagefind keeps what failed
 * for ever, so after a failure another engine is made.
 */
export class SearchEngine {
  readonly #bundle: string;
  readonly #stamp: string;
  readonly #names: ReturnType<typeof indexFiles>;
  readonly #attempt: number;
  #opening: ReturnType<typeof openIndex> | undefined;
  /** Answers of Pagefind and files of ours: with each keystroke most are asked for again. */
  readonly #kept = new Map<string, Promise<unknown>>();
  /** In milliseconds as `performance.now()`. */
  readonly #begun = performance.now();
  /** How many of the browser's records of requests were looked at. */
  #examined = 0;

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

  /** Which documents have which value of which facet. */
  facets(): Promise<FacetFile> {
    return this.#load(this.#names.facets);
  }

  /** When each document was sent and received. */
  dates(): Promise<DateFile> {
    return this.#load(this.#names.dates);
  }

  /** The lines of a field of the record, with the documents that have them. */
  field(name: string): Promise<FieldFile> {
    return this.#load(this.#names.field(name));
  }

  /** The spellings of the names that have more than one. */
  async names(): Promise<OrderFile['names']> {
    return (await this.#opened()).names;
  }

  /** What is found beside the documents. */
  beside(): Promise<Beside[]> {
    return this.#load(this.#names.beside);
  }

  /** How many documents there are. */
  async size(): Promise<number> {
    return (await this.#opened()).places.size;
  }

  /** The words of the edition that begin so, as they are printed; all for an empty beginning. */
  async words(beginning: string): Promise<string[]> {
    const { words } = await this.#opened();
    const files = wordFilesFor(beginning, words).map((file) => this.#load<string[]>(this.#names.words(file)));
    return (await Promise.all(files)).flat().filter((word) => fold(word).startsWith(beginning));
  }

  /** A document, by its place in the order of time. */
  document(place: number): Promise<IndexedDocument> {
    return this.#load(this.#names.document(place));
  }

  /** Pagefind, and what it is about. */
  #opened(): ReturnType<typeof openIndex> {
    return (this.#opening ??= openIndex(this.#bundle, this.#stamp, this.#attempt));
  }

  /** The documents that have a token, with how well. */
  ask(token: string): Promise<ReadonlyMap<number, number>> {
    return this.#keep(token, async () => {
      const { pagefind, places, sizes } = await this.#opened();
      const { results } = await pagefind.search(wholeToken(token));
      await this.#examineParts(sizes, results.length === 0);
      return new Map(
        results.map(({ id, score }) => {
          const place = places.get(id);
          if (place === undefined) throw new Error(`${id}: a document of another build.`);
          return [place, score];
        }),
      );
    });
  }

  /**
   * Fails where a part of Pagefind's index did not arrive, or not whole, which Pagefind passes over: it would find
   * less and say nothing. The browser's own record of requests tells; https://w3c.github.io/resource-timing/
   *
   * @param sizes Bytes of each part.
   * @param patiently Whether to wait for the record, which is written a moment after an answer was read.
   */
  async #examineParts(sizes: OrderFile['sizes'], patiently: boolean): Promise<void> {
    if (patiently) await new Promise((resolve) => setTimeout(resolve, 20));
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

  /** The documents that have a link. */
  async withLink(link: number): Promise<Set<number>> {
    const { linkFiles } = await this.#opened();
    const { file, name } = linkPlace(link, linkFiles);
    const links = await this.#load<LinkFile>(this.#names.links(file));
    return new Set(fromDistances(links[name] ?? []));
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
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('The search index did not answer in time.', 'TimeoutError')),
      longest,
    );
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Answers and files that are kept; an answer may hold every document. */
const mostKept = 1000;

async function openIndex(bundle: string, stamp: string, attempt: number) {
  tryWebAssembly();
  // Of its own accord a browser records 250 requests.
  performance.setResourceTimingBufferSize(100_000);
  // A module that failed to load once is not asked for again under the same address.
  const script = `${bundle}pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`;
  // What Pagefind asks for one after another is asked for at once: on a slow line each would be a round trip.
  const early = ['wasm.en.pagefind', `pagefind-entry.json?ts=${stamp}`];
  const preload = (path: string) =>
    document.head.append(element('link', { rel: 'preload', as: 'fetch', crossorigin: '', href: bundle + path }));
  if (attempt === 0) early.forEach(preload);
  // A preload that failed would be handed out once more: it is taken, and forgotten.
  else await Promise.allSettled(early.map((path) => fetch(bundle + path)));
  const loading = import(/* @vite-ignore */ script) as Promise<PagefindModule>;
  const [{ ids, ...rest }, { createInstance }] = await Promise.all([
    loadFile<OrderFile>(bundle + indexFiles(stamp).order).then((order) => {
      Object.keys(order.sizes)
        .filter((path) => path.endsWith('.pf_meta'))
        .forEach(preload);
      return order;
    }),
    loading,
  ]);
  return {
    // In the page itself: a worker would be another 12 kB, and what it fails to load is never told.
    pagefind: createInstance({ basePath: bundle, language: 'en', metaCacheTag: stamp, noWorker: true }),
    places: new Map(ids.map((id, place) => [id, place])),
    ...rest,
  };
}

async function loadFile<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Content;
}
