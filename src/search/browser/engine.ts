/** Pagefind behind the query layer: gives the candidates for a query, and says when it cannot. */
import { formsSearch, planCandidates } from '../shared/candidates.ts';
import { FacetIndex } from '../shared/facets.ts';
import type { FacetFile, LinkFile, OrderFile } from '../shared/index-files.ts';
import { fromDistances, indexFiles, linkPlace } from '../shared/index-files.ts';
import type { PagefindInstance, PagefindModule } from '../shared/pagefind.ts';
import type { Query } from '../shared/query.ts';
import type { IndexedDocument } from '../shared/record.ts';
import type { SearchState } from '../shared/state.ts';
import { pageSize } from '../shared/state.ts';
import { SearchFailure, canRunWebAssembly, causeOfFailure } from './failure.ts';
import { LoadedFiles } from './loaded-files.ts';

/** A document that may answer; whether it does is not known before its text is loaded. */
export interface Candidate {
  /** Its place in the order of time. */
  readonly place: number;
  /** Loads its text. Fails with a `SearchFailure`. */
  readonly load: () => Promise<IndexedDocument>;
}

export interface Candidates {
  /** Best first, or by date. */
  readonly documents: readonly Candidate[];
  /** Whether the best are to come first; else they stand in the order of their dates. */
  readonly ranked: boolean;
  /** Whether the index has a word in any form. For a word that it has not, Pagefind gives what begins alike. */
  hasWord(word: string): Promise<boolean>;
}

/** Documents with how well they were found. */
type Scores = ReadonlyMap<number, number>;

/** What is open after the first search. */
interface OpenIndex {
  readonly pagefind: PagefindInstance;
  readonly places: ReadonlyMap<string, number>;
  readonly linkFiles: number;
}

/** The search index of the site. Nothing is requested before the first search. */
export class SearchEngine {
  readonly #bundle: string;
  readonly #names: ReturnType<typeof indexFiles>;
  readonly #loaded: LoadedFiles;
  #open: Promise<OpenIndex> | undefined;
  /** Answers of Pagefind and files of ours: with each keystroke most are asked for again. */
  readonly #kept = new Map<string, Promise<unknown>>();
  #attempts = 0;

  /**
   * @param bundle Absolute address of the index, with a final slash.
   * @param stamp The state of the edition that the page was built with.
   */
  constructor(bundle: string, stamp: string) {
    this.#bundle = bundle;
    this.#names = indexFiles(stamp);
    this.#loaded = new LoadedFiles(`${bundle}index/`);
  }

  /** Finds every document that may answer a query. Fails with a `SearchFailure`. */
  async candidates(query: Query, { sort, facets }: SearchState): Promise<Candidates> {
    const ranked = sort === 'relevance';
    const { searches, insteadOf, links, first } = planCandidates(query);
    const open = await this.#opened();
    const index = Object.keys(facets).length > 0 ? await this.facetIndex() : undefined;
    const askOrInstead = async (search: string) => {
      const found = await this.#ask(open, search);
      const instead = insteadOf[search];
      return found.size > 0 || instead === undefined ? found : this.#ask(open, instead);
    };
    const withLink = (link: number) => this.#withLink(open, link);
    const found = await Promise.all(searches.map(askOrInstead));
    // Something must be asked for first: where there are only phrases, their most telling link.
    if (found.length === 0) found.push(await withLink(links[0] ?? 0));
    const scores = inAll(found);
    const chosen = [...scores.keys()].filter((place) => index?.has(place, facets) ?? true);
    const left = await narrow(new Set(chosen), links, withLink);
    const preferred = await Promise.all((ranked ? first : []).map((row) => narrow(left, row, withLink)));
    const preference = (place: number) => preferred.filter((places) => places.has(place)).length;
    const inOrder = (one: number, other: number): number => {
      if (!ranked) return sort === 'oldest' ? one - other : other - one;
      const better = (scores.get(other) ?? 0) - (scores.get(one) ?? 0);
      return preference(other) - preference(one) || better || one - other;
    };
    return {
      documents: [...left].sort(inOrder).map((place) => ({
        place,
        load: () => this.#load<IndexedDocument>(this.#names.document(place)),
      })),
      ranked,
      hasWord: async (word) => (await this.#ask(open, formsSearch(word))).size > 0,
    };
  }

  /** Which documents have which value of which facet. Fails with a `SearchFailure`. */
  async facetIndex(): Promise<FacetIndex> {
    return new FacetIndex(await this.#load<FacetFile>(this.#names.facets));
  }

  #opened(): Promise<OpenIndex> {
    this.#open ??= this.#start();
    return this.#open;
  }

  async #start(): Promise<OpenIndex> {
    if (!canRunWebAssembly()) throw this.#fail('no-webassembly');
    // A module that failed to load once is not asked for again under the same address.
    const attempt = this.#attempts > 0 ? `?attempt=${this.#attempts}` : '';
    const order = this.#load<OrderFile>(this.#names.order);
    const module = this.#guard(
      () => import(/* @vite-ignore */ `${this.#bundle}pagefind.js${attempt}`) as Promise<PagefindModule>,
    );
    const [{ ids, linkFiles }, { createInstance }] = await Promise.all([order, module]);
    return {
      // In the page itself: a worker would be another 12 kB, and what it fails to load is never told.
      pagefind: createInstance({ basePath: this.#bundle, language: 'en', noWorker: true }),
      places: new Map(ids.map((id, place) => [id, place])),
      linkFiles,
    };
  }

  /** The documents that a search finds. */
  #ask({ pagefind, places }: OpenIndex, search: string): Promise<Scores> {
    return this.#keep(search, async () => {
      const { results } = await this.#guard(() => pagefind.search(search));
      // Pagefind passes over a part of the index that it could not load, and then finds nothing.
      const sound = results.length > 0 ? this.#loaded.look() : await this.#loaded.examine();
      if (!sound) throw await this.#failed();
      return new Map(
        results.map(({ id, score }) => {
          const place = places.get(id);
          if (place === undefined) throw this.#fail('other-build');
          return [place, score];
        }),
      );
    });
  }

  /** The documents that have a link. */
  async #withLink({ linkFiles }: OpenIndex, link: number): Promise<Scores> {
    const { file, name } = linkPlace(link, linkFiles);
    const links = await this.#load<LinkFile>(this.#names.links(file));
    return new Map([...fromDistances(links[name] ?? [])].map((place) => [place, 0]));
  }

  /** A file of ours. */
  #load<Content>(name: string): Promise<Content> {
    return this.#keep(name, () =>
      this.#guard(async () => {
        const response = await fetch(this.#bundle + name);
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return (await response.json()) as Content;
      }),
    );
  }

  #keep<Answer>(name: string, make: () => Promise<Answer>): Promise<Answer> {
    const before = this.#kept.get(name);
    if (before !== undefined) return before as Promise<Answer>;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= mostKept) this.#kept.delete(oldest);
    const made = make();
    this.#kept.set(name, made);
    return made;
  }

  async #guard<Answer>(step: () => Promise<Answer>): Promise<Answer> {
    try {
      return await step();
    } catch (cause) {
      throw await this.#failed(cause);
    }
  }

  async #failed(cause?: unknown): Promise<SearchFailure> {
    return this.#fail(await causeOfFailure(this.#bundle, this.#names.order), cause);
  }

  /** Forgets Pagefind, which keeps what failed for ever, so that the next search begins anew. */
  #fail(failure: SearchFailure['failure'], cause?: unknown): SearchFailure {
    this.#open = undefined;
    this.#kept.clear();
    this.#loaded.forget();
    this.#attempts += 1;
    return new SearchFailure(failure, { cause });
  }
}

/** Answers and files that are kept; an answer may hold every document. */
const mostKept = 100;

/** The documents that are in every answer, each with the sum of its scores. */
function inAll([first = new Map<number, number>(), ...others]: readonly Scores[]): Scores {
  return others.reduce<Scores>((sums, scores) => {
    const both = [...sums].filter(([place]) => scores.has(place));
    return new Map(both.map(([place, sum]) => [place, sum + (scores.get(place) ?? 0)]));
  }, first);
}

/** Links asked for together: fewer would be more round trips, more would be files for nothing. */
const askedTogether = 2;

/** Those of some documents that have each of some links, until no more are left than are loaded and checked at once anyway. */
async function narrow(
  places: ReadonlySet<number>,
  links: readonly number[],
  withLink: (link: number) => Promise<Scores>,
): Promise<ReadonlySet<number>> {
  let left = places;
  for (let at = 0; at < links.length && left.size > pageSize; at += askedTogether) {
    for (const found of await Promise.all(links.slice(at, at + askedTogether).map(withLink))) {
      left = new Set([...left].filter((place) => found.has(place)));
    }
  }
  return left;
}
