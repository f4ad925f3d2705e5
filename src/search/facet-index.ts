/**
 * Which documents have which value of which facet, and their order in time: a file of our own beside Pagefind's.
 *
 * Pagefind's own filters are written in an order that changes from build to build (measured), and
 * counting them doubles the time of a search; its orders are a sixth of what every search must load.
 */
import type { Facet } from './record.ts';
import { facets } from './record.ts';

/** The file as it is written. Numbers are places in `documents`, each as its distance from the one before. */
export interface FacetFile {
  /** Pagefind's ids of the documents, in order of time. */
  readonly documents: readonly string[];
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** Name of the file; it changes with what was indexed, so that it is never of another build. */
export function facetFileName(stamp: string): string {
  return `facets.${stamp}.json`;
}

/** Makes the file's content from the documents, which are given in order of time. */
export function toFacetFile(
  documents: readonly { id: string; filters: Readonly<Record<string, readonly string[]>> }[],
): FacetFile {
  const values: Record<string, Record<string, number[]>> = {};
  const lasts = new Map<number[], number>();
  for (const facet of Object.keys(facets)) {
    const ofFacet = (values[facet] = Object.create(null) as Record<string, number[]>);
    documents.forEach(({ filters }, place) => {
      for (const value of new Set(filters[facet])) {
        const places = (ofFacet[value] ??= []);
        places.push(place - (lasts.get(places) ?? 0));
        lasts.set(places, place);
      }
    });
  }
  return { documents: documents.map(({ id }) => id), values };
}

/** The file as it is used. */
export class FacetIndex {
  readonly #values: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  readonly #places: ReadonlyMap<string, number>;

  constructor({ documents, values }: FacetFile) {
    this.#places = new Map(documents.map((id, place) => [id, place]));
    const idsOf = (distances: readonly number[]) => {
      let place = 0;
      return new Set(distances.map((distance) => documents[(place += distance)] ?? ''));
    };
    this.#values = new Map(
      Object.entries(values).map(([facet, ofFacet]) => [
        facet,
        new Map(Object.entries(ofFacet).map(([value, distances]) => [value, idsOf(distances)])),
      ]),
    );
  }

  /** Whether a document has all values that were chosen. */
  has(id: string, chosen: Readonly<Partial<Record<Facet, string>>>): boolean {
    return Object.entries(chosen).every(([facet, value]) => this.#values.get(facet)?.get(value)?.has(id) ?? false);
  }

  /** Compares two documents by time, the older first. */
  inTime(one: string, other: string): number {
    return (this.#places.get(one) ?? 0) - (this.#places.get(other) ?? 0);
  }

  /** How many of some documents have each value of a facet; values that none has are left out. */
  counts(facet: Facet, ids: readonly string[]): [value: string, count: number][] {
    return [...(this.#values.get(facet) ?? [])].flatMap(([value, having]): [string, number][] => {
      const count = ids.filter((id) => having.has(id)).length;
      return count > 0 ? [[value, count]] : [];
    });
  }
}
