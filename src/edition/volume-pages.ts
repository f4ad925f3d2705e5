/**
 * The pages of a volume: its contents, and of each compilation or chapter that itself holds documents a page of its own.
 * A volume of few documents shows them all at once; one of more leads on to its parts.
 */
import { pagesOf, type PageNumber } from './pages.ts';
import {
  documentsIn,
  type DocumentInVolume,
  type InVolume,
  type PartOfVolume,
  type PlaceHere,
  type VolumeHere,
  type Volumes,
} from './volumes.ts';

/** A page of a volume. */
export interface VolumePage {
  readonly volume: VolumeHere;
  /** Address under `/volumes/`: `frus1936v03/`, `frus1936v03/ch6/`. */
  readonly path: string;
  /** The part that it shows, which the parts of `above` hold; absent on the page of the whole volume. */
  readonly part: PartOfVolume | undefined;
  readonly above: readonly PartOfVolume[];
  /** What it shows, in the order of the volume. */
  readonly contents: readonly InVolume[];
  /** Whether documents are shown, or only the parts that hold them. */
  readonly showsDocuments: boolean;
  /** The printed pages of what it shows. */
  readonly printed: readonly (readonly [page: string, place: PlaceHere])[];
  /** Absent where the list fits on one page. */
  readonly pages: PageNumber | undefined;
  /** The parts with pages before and after this one. */
  readonly before: PartOfVolume | undefined;
  readonly after: PartOfVolume | undefined;
}

const isDocument = (one: InVolume): one is DocumentInVolume => one.type === 'document';

/** Whether a part has a page of its own: it does if it is in the contents of the whole volume, and documents stand in it. */
const hasPage = ({ id, contents }: PartOfVolume): boolean => id !== undefined && contents.some(isDocument);

/** Where a part is found under `/volumes/`: on a page of its own, or on that of the volume; undefined where it has no name. */
export function partPath({ key }: Pick<VolumeHere, 'key'>, part: PartOfVolume): string | undefined {
  if (part.id === undefined) return undefined;
  return hasPage(part) ? `${key}/${part.id}/` : `${key}/#${part.id}`;
}

/**
 * Every page of a volume.
 *
 * @param pageSize How many documents stand on one page at most.
 */
export function volumePages(volume: VolumeHere, pageSize = 100): VolumePage[] {
  const { key, contents, listed } = volume;
  const nameOf = ({ number, heading }: DocumentInVolume): string => (number === undefined ? heading : `no. ${number}`);
  const cut = (page: Omit<VolumePage, 'pages' | 'printed' | 'showsDocuments'>, documents: DocumentInVolume[]) =>
    pagesOf(documents, pageSize, page.path, nameOf).map(({ items, ...at }): VolumePage => {
      const shown = at.pages ? only(page.contents, new Set<InVolume>(items)) : page.contents;
      return { ...page, ...at, contents: shown, showsDocuments: true, printed: printedOn(volume, items) };
    });
  const none = { volume, part: undefined, above: [], before: undefined, after: undefined };
  const whole = { ...none, path: `${key}/`, contents };
  const parts = partsWithPages(contents, []);
  return [
    ...(volume.isWhole && listed.length > pageSize
      ? [{ ...whole, pages: undefined, showsDocuments: false, printed: printedOn(volume, listed) }]
      : cut(whole, [...listed])),
    ...parts.flatMap(({ part, above }, index) =>
      cut(
        {
          volume,
          path: `${key}/${part.id}/`,
          part,
          above,
          contents: part.contents,
          before: parts[index - 1]?.part,
          after: parts[index + 1]?.part,
        },
        part.contents.filter(isDocument),
      ),
    ),
  ];
}

function partsWithPages(contents: readonly InVolume[], above: readonly PartOfVolume[]) {
  return contents.flatMap((part): { part: PartOfVolume; above: readonly PartOfVolume[] }[] => {
    if (isDocument(part)) return [];
    return [...(hasPage(part) ? [{ part, above }] : []), ...partsWithPages(part.contents, [...above, part])];
  });
}

/** Some contents with the documents of one page alone, and the parts that hold them. */
function only(contents: readonly InVolume[], items: ReadonlySet<InVolume>): InVolume[] {
  return contents.flatMap((one): InVolume[] => {
    if (isDocument(one)) return items.has(one) ? [one] : [];
    const within = only(one.contents, items);
    return within.length > 0 ? [{ ...one, contents: within }] : [];
  });
}

function printedOn({ pages }: VolumeHere, documents: readonly DocumentInVolume[]): VolumePage['printed'] {
  const ids = new Set(documents.map(({ document }) => document?.id));
  return [...pages].filter(([, { id }]) => ids.has(id));
}

/** `1 document`, `1,163 documents`. */
export const countOf = (documents: number): string =>
  documents === 1 ? '1 document' : `${documents.toLocaleString('en')} documents`;

/** How many documents a part holds, and on which printed pages: `51 documents, pages 34–80`. */
export function extentOf(contents: readonly InVolume[]): string {
  const documents = documentsIn(contents);
  const first = documents.find(({ page }) => page !== undefined)?.page;
  const last = documents.map(({ page, lastPage = page }) => lastPage).findLast((page) => page !== undefined);
  const pages = first === undefined ? [] : [first === last ? `page ${first}` : `pages ${first}–${last}`];
  return [countOf(documents.length), ...pages].join(', ');
}

/** Whether readers gain by a link to the volumes: there are several, or one is here as it was printed. */
export const isWorthItsLink = ({ byKey }: Pick<Volumes, 'byKey'>): boolean =>
  byKey.size > 1 || [...byKey.values()].some(({ isWhole }) => isWhole);
