/** The pages of a volume: its contents, and one of each part with documents of its own, where the volume is large. */
import { addresses } from './addresses.ts';
import { documentsInWords } from './counts.ts';
import { capitalized } from './letters.ts';
import { pagesOf } from './pages.ts';
import { blockLines, noteLines } from './printed-text.ts';
import { documentsIn, placedIn, type DocumentInVolume, type InVolume, type PartOfVolume } from './volumes.ts';
import type { VolumeHere, Volumes } from './volumes.ts';

const isDocument = (one: InVolume): one is DocumentInVolume => one.type === 'document';

/** What a part is called: its heading, else what kind of part it is. */
export const partName = ({ heading, kind }: PartOfVolume): string => heading || capitalized(kind);

/** Whether a part has a page of its own: one of the contents of the whole volume in which documents stand. */
const hasPage = ({ id, contents }: PartOfVolume): boolean => id !== undefined && contents.some(isDocument);

/** Where a part is found under `/volumes/`: on its own page, or on that of the volume; undefined if it has no name. */
export function partPath({ key }: Pick<VolumeHere, 'key'>, part: PartOfVolume): string | undefined {
  if (part.id === undefined) return undefined;
  return hasPage(part) ? `${key}/${part.id}/` : `${key}/#${part.id}`;
}

/** Every page of a volume; on each at most `pageSize` documents. */
export function volumePages(volume: VolumeHere, pageSize = 100) {
  const { key, contents, listed } = volume;
  const isLong = volume.isWhole && listed.length > pageSize;
  const parts = placedIn(contents).flatMap(({ one, above }) =>
    one.type === 'part' && hasPage(one) ? [{ part: one, above }] : [],
  );
  return [{ part: undefined, above: [] }, ...parts].flatMap(({ part, above }, index) => {
    const shown = part?.contents ?? contents;
    const showsDocuments = part !== undefined || !isLong;
    // What a long volume prints in no part has no other page.
    const documents = part === undefined && !isLong ? listed : shown.filter(isDocument);
    const nameOf = ({ number, heading }: DocumentInVolume) => (number === undefined ? heading : `no. ${number}`);
    const first = part ? `${key}/${part.id}/` : `${key}/`;
    return pagesOf(documents, pageSize, first, nameOf).map(({ items, path, pages }) => ({
      volume,
      /** The part that it shows, which the parts of `above` hold; absent on the page of the whole volume. */
      part,
      above,
      /** Address under `/volumes/`: `frus1936v03/`, `frus1936v03/ch6/`. */
      path,
      /** Absent where the list fits on one page. */
      pages,
      /** What it shows, in the order of the volume. */
      contents: pages ? only(shown, new Set<InVolume>(items), !showsDocuments && pages.number === 1) : shown,
      /** Whether the documents of parts are shown, or only those that stand in none. */
      showsDocuments,
      /** The printed pages of what it shows, and of a whole volume. */
      printed: printedOn(volume, showsDocuments ? items : listed),
      /** The parts with pages before and after this one. */
      before: parts[index - 2]?.part,
      after: index === 0 ? undefined : parts[index]?.part,
    }));
  });
}

/** Some contents with the documents of one page alone, and the parts that hold them, or all parts. */
function only(contents: readonly InVolume[], items: ReadonlySet<InVolume>, withAllParts: boolean): InVolume[] {
  return contents.flatMap((one): InVolume[] => {
    if (isDocument(one)) return items.has(one) ? [one] : [];
    if (withAllParts) return [one];
    const within = only(one.contents, items, false);
    return within.length > 0 ? [{ ...one, contents: within }] : [];
  });
}

function printedOn({ pages }: VolumeHere, documents: readonly DocumentInVolume[]) {
  const ids = new Set(documents.map(({ document }) => document?.id));
  return [...pages].filter(([, { id }]) => ids.has(id));
}

/** How many documents a part holds, and on which printed pages: `51 documents, pages 34–80`. */
export function extentOf(contents: readonly InVolume[]): string {
  const documents = documentsIn(contents);
  const first = documents.find(({ page }) => page !== undefined)?.page;
  const last = documents.map(({ page, lastPage = page }) => lastPage).findLast((page) => page !== undefined);
  const pages = first === undefined ? [] : [first === last ? `page ${first}` : `pages ${first}–${last}`];
  return [documentsInWords(documents.length), ...pages].join(', ');
}

/** What introduces the parts of volumes, with notes, as search finds pages: where, under which title, its words. */
export const introductionsIn = ({ byKey }: Pick<Volumes, 'byKey'>) =>
  [...byKey.values()].flatMap((volume) =>
    placedIn(volume.contents).flatMap(({ one }) => {
      if (one.type !== 'part' || one.text === undefined) return [];
      const lines = [...blockLines(one.text.body), ...one.text.notes.flatMap(noteLines)];
      const address = addresses.volumePage(partPath(volume, one) ?? `${volume.key}/`);
      return [{ address, title: `${partName(one)}, ${volume.volume.title}`, text: lines.join('\n') }];
    }),
  );

/** Whether readers gain by a link to the volumes: there are several, or one is here as it was printed. */
export const isWorthItsLink = ({ byKey }: Pick<Volumes, 'byKey'>): boolean =>
  byKey.size > 1 || [...byKey.values()].some(({ isWhole }) => isWhole);
