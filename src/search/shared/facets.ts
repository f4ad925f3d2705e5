/** Which documents have which value of which facet, as the search page uses it. */
import type { FacetFile } from './index-files.ts';
import { fromDistances } from './index-files.ts';
import type { Facet } from './record.ts';

/**
 * The facets of all documents: read from a file of ours, since Pagefind's own filters are written in an
 * order that changes from build to build.
 */
export class FacetIndex {
  readonly #values: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;

  constructor(file: FacetFile) {
    const placesOf = (values: FacetFile[string]) =>
      new Map(Object.entries(values).map(([value, distances]) => [value, fromDistances(distances)]));
    this.#values = new Map(Object.entries(file).map(([facet, values]) => [facet, placesOf(values)]));
  }

  /** Whether a document, by its place in time, has all values that were chosen. */
  has(place: number, chosen: Readonly<Partial<Record<Facet, string>>>): boolean {
    return Object.entries(chosen).every(([facet, value]) => this.#values.get(facet)?.get(value)?.has(place) ?? false);
  }

  /** How many of some documents have each value of a facet; values that none has are left out. */
  counts(facet: Facet, places: readonly number[]): [value: string, count: number][] {
    return [...(this.#values.get(facet) ?? [])].flatMap(([value, having]): [string, number][] => {
      const count = places.filter((place) => having.has(place)).length;
      return count > 0 ? [[value, count]] : [];
    });
  }
}
