/** Pagefind behind the query layer: gives the candidates for a query, and says when it cannot. */
import { candidateSearches, formsSearch } from './candidates.ts';
import type { FacetFile } from './facet-index.ts';
import { FacetIndex, facetFileName } from './facet-index.ts';
import type { FailureCause } from './failure.ts';
import { SearchFailure, canRunWebAssembly } from './failure.ts';
import { IndexRequests } from './index-requests.ts';
import type { IndexRecord, IndexedDocument } from './index-record.ts';
import { fromIndexRecord } from './index-record.ts';
import type { Query } from './query.ts';
import type { SearchState } from './search-state.ts';

/** What of Pagefind's interface is used; https://pagefind.app/docs/api/ */
interface PagefindInstance {
  search(term: string | null, options: PagefindOptions): Promise<PagefindResponse>;
}
interface PagefindOptions {
  sort: Record<string, 'asc' | 'desc'>;
}
interface PagefindResponse {
  results: { id: string; data: () => Promise<IndexRecord> }[];
}
interface PagefindModule {
  createInstance(options: object): PagefindInstance;
}

/** A document that may answer; whether it does is not known before its text is loaded. */
export interface Candidate {
  readonly id: string;
  /** Loads its text. Fails with a `SearchFailure`. */
  load(): Promise<IndexedDocument & { readonly url: string }>;
}

export interface Candidates {
  /** Best first, or by date. */
  readonly documents: readonly Candidate[];
  /** Whether the index has a word in any form. For a word that it has not, Pagefind gives what begins alike. */
  hasWord(word: string): Promise<boolean>;
}

/** The search index of the site. Nothing is requested before the first search. */
export class SearchEngine {
  readonly #bundle: string;
  readonly #stamp: string;
  readonly #requests: IndexRequests;
  #pagefind: Promise<PagefindInstance> | undefined;
  #facets: Promise<FacetIndex> | undefined;
  #attempts = 0;

  /**
   * @param bundle Absolute address of the index, with a final slash.
   * @param stamp The index that the page was built with.
   */
  constructor(bundle: string, stamp: string) {
    this.#bundle = bundle;
    this.#stamp = stamp;
    this.#requests = new IndexRequests(bundle, stamp);
  }

  /** Finds every document that may answer a query. Fails with a `SearchFailure`. */
  async candidates(query: Query, { sort, facets }: SearchState): Promise<Candidates> {
    const options: PagefindOptions = {
      sort: sort === 'relevance' ? {} : { date: sort === 'oldest' ? 'asc' : 'desc' },
    };
    const narrowed = Object.keys(facets).length > 0 ? await this.facetIndex() : undefined;
    const { all, insteadOf, first } = candidateSearches(query);
    const pagefind = await this.#open();
    const ask = (term: string) => this.#guard(() => pagefind.search(term, options));
    const askOrInstead = async (term: string) => {
      const response = await ask(term);
      const instead = insteadOf[term];
      return response.results.length > 0 || instead === undefined ? response : ask(instead);
    };
    const [required, preferred] = await Promise.all([
      Promise.all(all.map(askOrInstead)),
      Promise.all(sort === 'relevance' ? first.map(ask) : []),
    ]);
    const lead = required.at(-1);
    const others = required.slice(0, -1);
    const hasWord = async (word: string) => (await ask(formsSearch(word))).results.length > 0;
    if (lead === undefined) return { documents: [], hasWord };
    const otherIds = others.map(({ results }) => new Set(results.map(({ id }) => id)));
    const preferredIds = preferred.map(({ results }) => new Set(results.map(({ id }) => id)));
    const preference = (id: string) => preferredIds.filter((ids) => ids.has(id)).length;
    return {
      documents: lead.results
        .filter(
          ({ id }) => otherIds.every((ids) => ids.has(id)) && (narrowed?.has(id, facets) ?? true),
        )
        .toSorted((a, b) => preference(b.id) - preference(a.id))
        .map(({ id, data }) => ({
          id,
          load: async () => {
            const record = await this.#guard(data);
            return { ...fromIndexRecord(record), url: record.url };
          },
        })),
      hasWord,
    };
  }

  /** Which documents have which value of which facet. Fails with a `SearchFailure`. */
  async facetIndex(): Promise<FacetIndex> {
    await this.#open();
    this.#facets ??= this.#guard(async () => {
      const response = await fetch(this.#bundle + facetFileName(this.#stamp));
      return new FacetIndex((await response.json()) as FacetFile);
    });
    return this.#facets;
  }

  #open(): Promise<PagefindInstance> {
    this.#pagefind ??= this.#start();
    return this.#pagefind;
  }

  async #start(): Promise<PagefindInstance> {
    if (!canRunWebAssembly()) throw this.#close('no-webassembly');
    this.#requests.forget();
    return this.#guard(async () => {
      // A module that failed to load once is not asked for again under the same address.
      const attempt = this.#attempts > 0 ? `?attempt=${this.#attempts}` : '';
      const address = `${this.#bundle}pagefind.js${attempt}`;
      const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
      // In the page itself: a worker would be another 12 kB, and what it fails to load is never told.
      return module.createInstance({ basePath: this.#bundle, noWorker: true });
    });
  }

  /** Runs a step of Pagefind; it swallows most failures to load, so the requests are watched too. */
  async #guard<T>(step: () => Promise<T>): Promise<T> {
    try {
      const result = await step();
      if (this.#requests.failure === undefined) return result;
    } catch (cause) {
      throw this.#close(await this.#requests.diagnose(), cause);
    }
    throw this.#close(this.#requests.failure);
  }

  /** Forgets Pagefind, which keeps what failed for ever, so that the next search begins anew. */
  #close(failure: FailureCause, cause?: unknown): SearchFailure {
    this.#pagefind = undefined;
    this.#facets = undefined;
    this.#requests.forget();
    this.#attempts += 1;
    return new SearchFailure(failure, { cause });
  }
}
