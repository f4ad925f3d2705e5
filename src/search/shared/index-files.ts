/** The files of the index: what is used of Pagefind's; what ours hold, and under which names. */
import type { Spellings } from './names.ts';
import type { Facet } from './record.ts';

/** What of Pagefind's JavaScript interface is used; https://pagefind.app/docs/api/ */
export interface PagefindModule {
  readonly createInstance: (options: { basePath: string; language: string; metaCacheTag: string; noWorker: true }) => {
    /** Finds records; the `url` of each is that which it was given, below the site's root. */
    search(term: string): Promise<{ results: { id: string; score: number; data: () => Promise<{ url: string }> }[] }>;
  };
}

/** The search for one token, and nothing that merely begins like it. */
export const wholeToken = (token: string): string => `"${token}"`;

/**
 * Names of our files below Pagefind's folder. They change with the edition, so that a reader may keep them
 * for ever, and a page never reads those of another build.
 */
export const indexFiles = (stamp: string) => {
  const folder = `edition/${stamp}/`;
  return {
    order: `${folder}order.json`,
    facets: `${folder}facets.json`,
    dates: `${folder}dates.json`,
    beside: `${folder}beside.json`,
    field: (field: string) => `${folder}fields/${field}.json`,
    words: (file: number) => `${folder}words/${file}.json`,
    document: (place: number) => `${folder}documents/${place}.json`,
    links: (file: number) => `${folder}links/${file}.json`,
  };
};

/** A document is known by its place in the order of time, from 0; lists of places hold the distance of each from the one before. */
type Places = readonly number[];

/** The file `order`, which every search needs. */
export interface OrderFile {
  /** Pagefind's ids in the order of time. */
  readonly ids: readonly string[];
  readonly linkFiles: number;
  /** The first word of each file of words. */
  readonly words: readonly string[];
  /** The spellings of each entry of the register that has more than one. */
  readonly names: readonly Spellings[];
  /** Bytes of each of Pagefind's files that are loaded as they are, by its path. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** What is found beside the documents: an entry of the register, a page of the edition's own. */
export interface Beside {
  readonly group: 'register' | 'pages';
  /** From the site's root. */
  readonly address: string;
  readonly title: string;
  /** Of an entry, its spellings. */
  readonly names?: readonly string[];
  readonly text: string;
}

/** The file `dates`: ISO dates to their own precision, in the order of time; empty where not known. */
export interface DateFile {
  readonly sent: readonly string[];
  readonly received: readonly string[];
}

/** The file of a field: each line of the record that some documents have in it, with those. */
export type FieldFile = readonly (readonly [line: string, having: Places])[];

/**
 * The file `facets`: by facet, each value with the documents that have it. Pagefind's own filters are
 * written in an order that changes from build to build.
 */
export type FacetFile = Readonly<Partial<Record<Facet, FieldFile>>>;

/** Makes the file of facets from those of the documents, which are given in order of time. */
export function toFacetFile(documents: readonly Partial<Record<Facet, readonly string[]>>[]): FacetFile {
  const names = new Set(documents.flatMap((document) => Object.keys(document) as Facet[]));
  return Object.fromEntries(
    [...names].map((facet) => [facet, [...groupPlaces(documents.map((document) => document[facet] ?? []))]]),
  );
}

/** Makes the file of a field from the lines of the documents, which are given in order of time. */
export const toFieldFile = (lines: readonly (string | undefined)[]): FieldFile => [
  ...groupPlaces(lines.map((line) => (line === undefined ? [] : [line]))),
];

/** Those of some documents that have, of each facet in which values were chosen, one of these. */
export function narrowed(
  file: FacetFile,
  places: readonly number[],
  chosen: Partial<Record<Facet, readonly string[]>>,
): number[] {
  const having = (Object.entries(chosen) as [Facet, readonly string[]][])
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]) => {
      const lists = new Map(file[facet]);
      return new Set(values.flatMap((value) => fromDistances(lists.get(value) ?? [])));
    });
  return places.filter((place) => having.every((one) => one.has(place)));
}

/** How many of some documents have each value of a facet; values that none has are left out. */
export function countValues(file: FacetFile, facet: Facet, places: readonly number[]): [string, number][] {
  const wanted = new Set(places);
  return (file[facet] ?? [])
    .map(([value, having]): [string, number] => [value, fromDistances(having).filter((one) => wanted.has(one)).length])
    .filter(([, count]) => count > 0);
}

/** Words in one file: some 6 kB compressed. */
const wordsInFile = 2500;

/** Cuts the list of all words, in the order of their folded forms, into files. */
export function toWordFiles(words: readonly string[]): string[][] {
  const count = Math.max(1, Math.ceil(words.length / wordsInFile));
  return Array.from({ length: count }, (_, file) => words.slice(file * wordsInFile, (file + 1) * wordsInFile));
}

/** Which files of words hold those that begin so, given the first word of each. */
export function wordFilesFor(beginning: string, firstWords: readonly string[]): number[] {
  return [...firstWords.keys()].filter((file) => {
    const next = firstWords[file + 1];
    return (
      (firstWords[file] ?? '').slice(0, beginning.length) <= beginning && (next === undefined || next >= beginning)
    );
  });
}

/** A file of links: by the rest of a link's key, the documents that have it. */
export type LinkFile = Readonly<Record<string, Places>>;

/** Links in one file: some 5 kB compressed, so that a phrase costs little and a round trip is worth it. */
const linksInFile = 2500;

/** Makes the files of links from those of the documents, which are given in order of time. */
export function toLinkFiles(documents: readonly (readonly number[])[]): LinkFile[] {
  const count = Math.max(1, Math.ceil(documents.flat().length / linksInFile));
  const links = [...groupPlaces(documents)]
    .sort(([one], [other]) => one - other)
    .map(([key, places]) => ({ ...linkPlace(key, count), places }));
  const byFile = Map.groupBy(links, ({ file }) => file);
  return Array.from({ length: count }, (_, file) =>
    Object.fromEntries((byFile.get(file) ?? []).map(({ name, places }) => [name, places])),
  );
}

/** Where a link is found: the file's number, and its name there. */
export function linkPlace(key: number, linkFiles: number): { file: number; name: string } {
  return { file: key % linkFiles, name: Math.floor(key / linkFiles).toString(36) };
}

/** Which documents have each value, as distances. */
function groupPlaces<Value>(documents: readonly (readonly Value[])[]): Map<Value, Places> {
  const all = documents.flatMap((values, place) => [...new Set(values)].map((value) => ({ value, place })));
  const distances = (of: { place: number }[]) => of.map(({ place }, at) => place - (of[at - 1]?.place ?? 0));
  return new Map([...Map.groupBy(all, ({ value }) => value)].map(([value, having]) => [value, distances(having)]));
}

/** The places that a list of distances means. */
export function fromDistances(distances: Places): number[] {
  let place = 0;
  return distances.map((distance) => (place += distance));
}
