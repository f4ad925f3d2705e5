/** Pagefind behind the query layer: gives the candidates for a query, and says when it cannot. */
import { candidateSearches, formsSearch } from './candidates.ts';
import type { FacetFile } from './facet-index.ts';
import { FacetIndex, facetFileName } from './facet-index.ts';
import type { FailureCause } from './failure.ts';
import { SearchFailure, canRunWebAssembly } from './failure.ts';
import { IndexRequests } from './index-requests.ts';
import type { IndexedDocument } from './index-record.ts';
import type { Query } from './query.ts';
import type { SearchState } from './search-state.ts';
import { pageSize } from './search-state.ts';

/** What of Pagefind's interface is used; https://pagefind.app/docs/api/ */
interface PagefindInstance {
  search(term: string): Promise<PagefindResponse>;
}
interface PagefindResponse {
  results: { id: string; score: number; data: () => Promise<PagefindFragment> }[];
}
/** A fragment as our own build of the index writes it. */
interface PagefindFragment {
  url: string;
  document: IndexedDocument;
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
  /** Whether the best are to come first; else they stand in the order of their dates. */
  readonly ranked: boolean;
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
  /** What Pagefind said of the searches asked last: with each keystroke most are asked again. */
  readonly #asked = new Map<string, Promise<PagefindResponse>>();
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
    const ranked = sort === 'relevance';
    const index = !ranked || Object.keys(facets).length > 0 ? await this.facetIndex() : undefined;
    const { all, insteadOf, narrowing, first } = candidateSearches(query);
    const pagefind = await this.#open();
    const ask = (term: string) => this.#ask(pagefind, term);
    const askOrInstead = async (term: string) => {
      const response = await ask(term);
      const instead = insteadOf[term];
      return response.results.length > 0 || instead === undefined ? response : ask(instead);
    };
    const idsOf = async (term: string) => new Set((await ask(term)).results.map(({ id }) => id));
    const hasWord = async (word: string) => (await ask(formsSearch(word))).results.length > 0;
    const required = await Promise.all(all.map(askOrInstead));
    const scores = scoresOf(required);
    const found = [...scores.keys()].filter((id) => index?.has(id, facets) ?? true);
    const left = await narrow(new Set(found), narrowing, idsOf);
    const preferred = await Promise.all((ranked ? first : []).map((row) => narrow(left, row, idsOf)));
    const preference = (id: string) => preferred.filter((ids) => ids.has(id)).length;
    const inOrder = (one: string, other: string): number => {
      const older = index?.inTime(one, other) ?? 0;
      if (!ranked) return sort === 'oldest' ? older : -older;
      const better = (scores.get(other) ?? 0) - (scores.get(one) ?? 0);
      return preference(other) - preference(one) || better;
    };
    return {
      documents: (required[0]?.results ?? [])
        .filter(({ id }) => left.has(id))
        .toSorted((one, other) => inOrder(one.id, other.id))
        .map(({ id, data }) => ({
          id,
          load: async () => {
            const { document, url } = await this.#guard(data);
            return { ...document, url };
          },
        })),
      ranked,
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

  #ask(pagefind: PagefindInstance, term: string): Promise<PagefindResponse> {
    const before = this.#asked.get(term);
    if (before !== undefined) return before;
    const [oldest] = this.#asked.keys();
    if (oldest !== undefined && this.#asked.size >= mostKept) this.#asked.delete(oldest);
    const response = this.#guard(() => pagefind.search(term));
    this.#asked.set(term, response);
    return response;
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
    this.#asked.clear();
    this.#requests.forget();
    this.#attempts += 1;
    return new SearchFailure(failure, { cause });
  }
}

/** Searches of which the answers are kept; each may hold every document. */
const mostKept = 24;

/** The documents that are in every response, each with the sum of its scores. */
function scoresOf([first, ...others]: readonly PagefindResponse[]): Map<string, number> {
  let sums = new Map(first?.results.map(({ id, score }) => [id, score]));
  for (const { results } of others) {
    const both = results.filter(({ id }) => sums.has(id));
    const before = sums;
    sums = new Map(both.map(({ id, score }) => [id, score + (before.get(id) ?? 0)]));
  }
  return sums;
}

/** Searches sent together: fewer would be more round trips, more would be parts of the index for nothing. */
const askedTogether = 2;

/**
 * Those of some documents that are found by each of some searches, until no more are left than are
 * loaded and checked at once anyway.
 */
async function narrow(
  ids: ReadonlySet<string>,
  searches: readonly string[],
  idsOf: (search: string) => Promise<ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  let left = ids;
  for (let at = 0; at < searches.length && left.size > pageSize; at += askedTogether) {
    for (const found of await Promise.all(searches.slice(at, at + askedTogether).map(idsOf))) {
      left = new Set([...left].filter((id) => found.has(id)));
    }
  }
  return left;
}
