/** The search index in the browser: what Pagefind finds, and files of ours. */
import { fromDistances, indexFiles, linkPlace } from '../shared/index-files.ts';
import type { FacetFile, LinkFile, OrderFile, PagefindModule } from '../shared/index-files.ts';
import type { IndexedDocument } from '../shared/record.ts';
import { tryWebAssembly } from './failure.ts';

/**
 * The search index of the site. Nothing is requested before the first search. Pagefind keeps what failed
 * for ever, so after a failure another engine is made.
 */
export class SearchEngine {
  readonly #bundle: string;
  readonly #names: ReturnType<typeof indexFiles>;
  readonly #attempt: number;
  #opening: ReturnType<typeof openIndex> | undefined;
  /** Answers of Pagefind and files of ours: with each keystroke most are asked for again. */
  readonly #kept = new Map<string, Promise<unknown>>();
  /** In milliseconds as `performance.now()`. */
  readonly #begun = performance.now();
  /** Parts of Pagefind's index that are known to be whole. */
  readonly #whole = new Set<string>();

  /**
   * @param bundle Absolute address of the index, with a final slash.
   * @param stamp The state of the edition that the page was built with.
   * @param attempt How many engines failed before.
   */
  constructor(bundle: string, stamp: string, attempt: number) {
    this.#bundle = bundle;
    this.#names = indexFiles(stamp);
    this.#attempt = attempt;
  }

  /** Which documents have which value of which facet. */
  facets(): Promise<FacetFile> {
    return this.#load(this.#names.facets);
  }

  /** A document, by its place in the order of time. */
  document(place: number): Promise<IndexedDocument> {
    return this.#load(this.#names.document(place));
  }

  /** Pagefind, and what it is about. */
  #opened(): ReturnType<typeof openIndex> {
    return (this.#opening ??= openIndex(this.#bundle, this.#names.order, this.#attempt));
  }

  /** The documents that a search finds, with how well. */
  ask(search: string): Promise<ReadonlyMap<number, number>> {
    return this.#keep(search, async () => {
      const { pagefind, places } = await this.#opened();
      const { results } = await pagefind.search(search);
      await this.#examineParts(results.length === 0);
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
   * Fails where a part of the index did not arrive, which Pagefind passes over. The browser's own record
   * of requests tells; https://w3c.github.io/resource-timing/
   *
   * @param wholly Whether to read them too, again and from the browser's cache: each is compressed, which ends with a checksum.
   */
  async #examineParts(wholly: boolean): Promise<void> {
    // A request is recorded a moment after its answer was read.
    if (wholly) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const request of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
      const { name, startTime, responseStatus } = request;
      if (startTime < this.#begun || !name.startsWith(`${this.#bundle}index/`)) continue;
      // 0 is a connection that broke.
      if (responseStatus === 0 || responseStatus >= 400) throw new Error(`${name}: ${responseStatus}`);
      if (!wholly || this.#whole.has(name)) continue;
      const { body } = await fetch(name, { cache: 'force-cache' });
      await new Response(body?.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
      this.#whole.add(name);
    }
  }

  /** The documents that have a link. */
  async withLink(link: number): Promise<ReadonlySet<number>> {
    const { linkFiles } = await this.#opened();
    const { file, name } = linkPlace(link, linkFiles);
    const links = await this.#load<LinkFile>(this.#names.links(file));
    return new Set(fromDistances(links[name] ?? []));
  }

  #load<Content>(name: string): Promise<Content> {
    return this.#keep(name, () => loadFile<Content>(this.#bundle + name));
  }

  #keep<Answer>(name: string, make: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(name) ?? make();
    if (this.#kept.size > mostKept) this.#kept.clear();
    this.#kept.set(name, kept);
    return kept as Promise<Answer>;
  }
}

/** Answers and files that are kept; an answer may hold every document. */
const mostKept = 100;

async function openIndex(bundle: string, order: string, attempt: number) {
  tryWebAssembly();
  // Of its own accord a browser records 250 requests.
  performance.setResourceTimingBufferSize(100_000);
  // A module that failed to load once is not asked for again under the same address.
  const script = `${bundle}pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`;
  const [{ ids, linkFiles }, { createInstance }] = await Promise.all([
    loadFile<OrderFile>(bundle + order),
    import(/* @vite-ignore */ script) as Promise<PagefindModule>,
  ]);
  return {
    // In the page itself: a worker would be another 12 kB, and what it fails to load is never told.
    pagefind: createInstance({ basePath: bundle, language: 'en', noWorker: true }),
    places: new Map(ids.map((id, place) => [id, place])),
    linkFiles,
  };
}

async function loadFile<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Content;
}
