/** The files of the index that are ours, beside Pagefind's: what they hold, and under which names. */
import type { Facet, FacetValues } from './record.ts';
import { facets } from './record.ts';

/** A document is known by its place in the order of time, from 0; lists of places hold the distance of each from the one before. */
export type Places = readonly number[];

/**
 * Names of our files below Pagefind's folder. They change with the edition, so that a reader may keep them
 * for ever, and a page never reads those of another build.
 */
export const indexFiles = (stamp: string) => {
  const folder = `edition/${stamp}/`;
  return {
    order: `${folder}order.json`,
    facets: `${folder}facets.json`,
    document: (place: number) => `${folder}documents/${place}.json`,
    links: (file: number) => `${folder}links/${file}.json`,
  };
};

/** The file `order`: Pagefind's ids in the order of time, and how many files of links there are. */
export interface OrderFile {
  readonly ids: readonly string[];
  readonly linkFiles: number;
}

/** The file `facets`: by facet and value, the documents that have it. */
export type FacetFile = Readonly<Record<string, Readonly<Record<string, Places>>>>;

/** Makes the file of facets from those of the documents, which are given in order of time. */
export function toFacetFile(documents: readonly Partial<FacetValues>[]): FacetFile {
  return Object.fromEntries(
    (Object.keys(facets) as Facet[]).map((facet) => {
      const places = groupPlaces(documents.map((values) => values[facet] ?? []));
      return [facet, Object.fromEntries([...places].map(([value, having]) => [value, toDistances(having)]))];
    }),
  );
}

/** A file of links: by the rest of a link's key, the documents that have it. */
export type LinkFile = Readonly<Record<string, Places>>;

/** Links in one file: some 5 kB compressed, so that a phrase costs little and a round trip is worth it. */
const linksInFile = 2500;

/** Makes the files of links from those of the documents, which are given in order of time. */
export function toLinkFiles(documents: readonly (readonly number[])[]): LinkFile[] {
  const total = documents.reduce((sum, links) => sum + links.length, 0);
  const files = Array.from({ length: Math.max(1, Math.ceil(total / linksInFile)) }, (): Record<string, Places> => ({}));
  for (const [key, places] of [...groupPlaces(documents)].sort(([one], [other]) => one - other)) {
    const { file, name } = linkPlace(key, files.length);
    const group = files[file];
    if (group !== undefined) group[name] = toDistances(places);
  }
  return files;
}

/** Where a link is found: the file's number, and its name there. */
export function linkPlace(key: number, linkFiles: number): { file: number; name: string } {
  return { file: key % linkFiles, name: Math.floor(key / linkFiles).toString(36) };
}

/** Which documents have each value. */
function groupPlaces<Value>(documents: readonly (readonly Value[])[]): Map<Value, number[]> {
  const places = new Map<Value, number[]>();
  documents.forEach((values, place) => {
    for (const value of new Set(values)) {
      const having = places.get(value);
      if (having) having.push(place);
      else places.set(value, [place]);
    }
  });
  return places;
}

function toDistances(places: readonly number[]): Places {
  return places.map((place, index) => place - (places[index - 1] ?? 0));
}

/** The places that a list of distances means. */
export function fromDistances(distances: Places): Set<number> {
  let place = 0;
  return new Set(distances.map((distance) => (place += distance)));
}
