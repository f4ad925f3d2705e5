/** The files of the index: what is used of Pagefind's; what ours hold, and under which names. */
import type { ColumnName } from './record.ts';

/** A record that Pagefind finds. */
export interface PagefindResult {
  readonly id: string;
  /** Where in it the words stand that were asked for, from 0. */
  readonly words: readonly number[];
  /** What it is, with its address below the site's root. */
  readonly data: () => Promise<{ readonly url: string }>;
}

/** What of Pagefind's JavaScript interface is used; https://pagefind.app/docs/api/ */
export interface PagefindModule {
  readonly createInstance: (options: { basePath: string; language: string; metaCacheTag: string; noWorker: true }) => {
    /** Loads what every search needs. */
    init(): Promise<void>;
    /** Finds records; for `null`, all. */
    search(term: string | null): Promise<{ results: PagefindResult[] }>;
  };
}

/** A language without a stemmer, which is 4 kB less to load: the forms of words are ours. */
export const pagefindLanguage = 'unknown';

/**
 * Names of our files below Pagefind's folder. They change with the edition, so that a reader may keep them
 * for ever, and a page never reads those of another build.
 */
export const indexFiles = (stamp: string) => {
  const folder = `edition/${stamp}/`;
  return {
    contents: `${folder}contents.json`,
    register: `${folder}register.json`,
    pages: `${folder}pages.json`,
    column: (column: ColumnName) => `${folder}columns/${column}.json`,
    words: (file: number) => `${folder}words/${file}.json`,
    document: (place: number) => `${folder}documents/${place}.json`,
    links: (file: number) => `${folder}links/${file}.json`,
  };
};

/** The file `contents`, which every search needs. */
export interface Contents {
  /** Pagefind's ids of the documents, in the order of time. */
  readonly ids: readonly string[];
  readonly linkFiles: number;
  /** The first word of each file of words. */
  readonly words: readonly string[];
  /** Bytes of each of Pagefind's files that are loaded as they are, by its path. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** An entry of the register, which is found by its names. */
export interface Entry {
  readonly id: string;
  readonly names: readonly string[];
  readonly summary?: string | undefined;
}

/** A page of the edition's own, or what introduces a chapter of a volume, which is found by its words. */
export interface OwnPage {
  /** From the site's root. */
  readonly address: string;
  readonly title: string;
  readonly text: string;
}

/** Documents, each known by its place in the order of time, from 0: the distance of each from the one before. */
type Places = readonly number[];

/** A column of the record: each value, with the documents that have it. */
export type Column = readonly (readonly [value: string, having: Places])[];

/** Makes a column from the values of the documents, which are given in order of time. */
export function toColumn(documents: readonly (readonly string[])[]): Column {
  const all = documents.flatMap((values, place) => values.map((value) => ({ value, place })));
  const byValue = Map.groupBy(all, ({ value }) => value);
  return [...byValue].map(([value, having]) => [value, toDistances(having.map(({ place }) => place))]);
}

/** The documents with a value that fits. */
export const placesWith = (column: Column, fits: (value: string) => boolean): Set<number> =>
  new Set(column.flatMap(([value, having]) => (fits(value) ? fromDistances(having) : [])));

/** How many of some documents have each value of a column; values that none has are left out. */
export function countValues(column: Column, places: readonly number[]): [value: string, count: number][] {
  const wanted = new Set(places);
  return column
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
  return firstWords.flatMap((first, file) => {
    const { [file + 1]: next = beginning } = firstWords;
    return first.slice(0, beginning.length) <= beginning && next >= beginning ? [file] : [];
  });
}

/** A file of links: by the row of a link, the documents that have one of that row. */
export type LinkFile = readonly Places[];

/** Links and rows in one file: some 4 kB compressed. Links that share a row only add candidates. */
const linksInFile = 2500;
const rowsInFile = 4096;

/** Makes the files of links from those of the documents, which are given in order of time: each when it is asked for. */
export function toLinkFiles(documents: readonly (readonly number[])[]): (() => LinkFile)[] {
  const all = documents.reduce((sum, { length }) => sum + length, 0);
  const count = Math.max(1, Math.ceil(all / linksInFile));
  // Of each file its rows and places, each with the other in one number: the rows of all would fill the memory.
  const files = Array.from({ length: count }, (): number[] => []);
  for (const [place, links] of documents.entries()) {
    for (const link of links) {
      const { file, row } = linkPlace(link, count);
      files[file]?.push(row * documents.length + place);
    }
  }
  return files.map((held) => () => {
    const rows = Array.from({ length: rowsInFile }, (): number[] => []);
    for (const one of held) {
      const having = rows[Math.floor(one / documents.length)];
      const place = one % documents.length;
      if (having?.at(-1) !== place) having?.push(place);
    }
    return rows.map(toDistances);
  });
}

/** Where a link is found. */
export const linkPlace = (link: number, linkFiles: number): { file: number; row: number } => ({
  file: link % linkFiles,
  row: Math.floor(link / linkFiles) % rowsInFile,
});

const toDistances = (places: readonly number[]): Places => places.map((place, at) => place - (places[at - 1] ?? 0));

/** The places that a list of distances means. */
export function fromDistances(distances: Places): number[] {
  let place = 0;
  return distances.map((distance) => (place += distance));
}
