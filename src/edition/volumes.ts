/** Where every document and page stands in the volumes: by their contents, else by numbers and chapters of records. */
import type { EditionSettings, Volume } from '../schema/settings.ts';
import type { ListedDocument, VolumeContents, VolumePart } from '../schema/volume-contents.ts';
import { placedMarks } from './apparatus.ts';
import type { DocumentText, EditionDocument } from './document.ts';
import { compareIdentifiers } from './identifier.ts';
import { romanValue } from './letters.ts';
import { titleOf } from './printed-text.ts';

/** Whether words of a title say more than which volume or part it is, and years: `, 1930, Volume I` says no more. */
export const saysMoreThanNumber = (words: string): boolean =>
  /\p{L}/u.test(words.replace(/\b(?:Volume|Part) [IVXLC\d]+\b/g, ''));

/** A compilation, a chapter or the like. */
export interface PartOfVolume extends Pick<VolumePart, 'kind'> {
  readonly type: 'part';
  /** Its part of the address, once in the volume: `ch6subch1`; absent where only records of documents name it. */
  readonly id: string | undefined;
  /** Empty where none is printed. */
  readonly heading: string;
  /** Its heading with what is printed under it, and notes; absent where there is no more than a heading. */
  readonly text: DocumentText | undefined;
  readonly contents: readonly InVolume[];
}

/** A document that a volume prints, whether it is in this edition or not. */
export type DocumentInVolume = Readonly<ReturnType<typeof inVolume>>;

export type InVolume = PartOfVolume | DocumentInVolume;

/** A place in the edition: a document, or an anchor of its page. */
interface PlaceHere {
  readonly id: string;
  readonly anchor?: string | undefined;
}
type PlaceOf = (url: string) => PlaceHere | undefined;

interface Given {
  readonly documents: readonly EditionDocument[];
  readonly settings: Pick<EditionSettings, 'volumes'>;
  /** By the key of the volume. */
  readonly contents: ReadonlyMap<string, VolumeContents>;
  /** The texts of their parts, by how they are written there. */
  readonly texts?: ReadonlyMap<string, DocumentText> | undefined;
}

/** All volumes with documents in this edition. */
export type Volumes = ReturnType<typeof volumesOf>;
/** A volume, as this edition has it. */
export type VolumeHere = ReturnType<typeof volumeHere>;

/** The printed pages that begin in the text of a document, in reading order, each once. */
const pagesBegunIn = (document: EditionDocument): ReadonlySet<string> =>
  new Set(placedMarks(document).flatMap(({ mark }) => (mark.name === 'PageBreak' ? (mark.attributes['n'] ?? []) : [])));

/** Puts every document of the edition in its place. */
export function volumesOf({ documents, settings, contents, texts }: Given) {
  const byVolume = Map.groupBy(documents, ({ record }) => record.source.volume);
  const here = Object.entries(settings.volumes).flatMap(([key, volume]) => {
    const [own, given] = [byVolume.get(key), contents.get(key)];
    if (own === undefined) return [];
    const held = given ? contentsOf(given, volume, own, texts) : contentsByNumber(volume, own);
    return [volumeHere(key, volume, held, given !== undefined)];
  });
  const addresses = new Map<string, PlaceHere>();
  for (const { volume, listed, pages } of here) {
    for (const { document, url } of listed) if (document) addresses.set(url, { id: document.id });
    for (const [page, place] of pages) addresses.set(`${volume.url}/pg_${page}`, place);
  }
  const placeOf: PlaceOf = (url) => addresses.get(url.replace(/\/$/, ''));
  const referrals = referralsOf(documents, here, placeOf);
  return {
    /** In the order of edition.yaml. */
    byKey: new Map(here.map((volume) => [volume.key, volume])),
    /** Where each document stands, by its id. */
    places: new Map(here.flatMap((volume) => placesIn(volume, referrals))),
    /** Where an address of the source, `…/frus1936v03/d340` or `…/frus1936v03/pg_36`, leads here, if it does. */
    placeOf,
  };
}

function volumeHere(key: string, volume: Volume, contents: readonly InVolume[], isWhole: boolean) {
  const listed = documentsIn(contents);
  const pages = new Map<string, PlaceHere>();
  // The page that the volume has reached; nobody can say where not all documents are listed.
  let reached: string | undefined;
  for (const { page, lastPage = page, document } of listed) {
    if (document) {
      const { id } = document;
      const begun = pagesBegunIn(document);
      if (page !== undefined && !pages.has(page) && !begun.has(page)) {
        pages.set(page, { id, anchor: isWhole && page !== reached ? `page-${page}` : undefined });
      }
      for (const n of begun) if (!pages.has(n)) pages.set(n, { id, anchor: `page-${n}` });
    }
    reached = lastPage;
  }
  return {
    /** Its key in edition.yaml and its address: `frus1936v03`. */
    key,
    volume,
    /** Whether all that it prints is listed, or only what is in this edition. */
    isWhole,
    contents,
    /** Every document that it lists, in order. */
    listed,
    /** Its printed pages in order, as far as they are here, with where each begins. */
    pages: pages as ReadonlyMap<string, PlaceHere>,
  };
}

/** The parts and documents among some contents, in order, each with the parts that it stands in, outermost first. */
export function placedIn(
  contents: readonly InVolume[],
  above: readonly PartOfVolume[] = [],
): { one: InVolume; above: readonly PartOfVolume[] }[] {
  return contents.flatMap((one) => [
    { one, above },
    ...(one.type === 'part' ? placedIn(one.contents, [...above, one]) : []),
  ]);
}

/** The documents among some contents, in order. */
export const documentsIn = (contents: readonly InVolume[]): DocumentInVolume[] =>
  placedIn(contents).flatMap(({ one }) => (one.type === 'document' ? [one] : []));

function inVolume(volume: Volume, document: EditionDocument | undefined, listed?: ListedDocument) {
  const { source } = document?.record ?? {};
  const number = source?.document?.toString() ?? listed?.number;
  // That of the source, where it is one of the volume: a document of an appendix has a number that is none there.
  const isOwn = number === undefined || source?.url.startsWith(`${volume.url}/`);
  return {
    type: 'document' as const,
    /** The number under which it is counted: `340`; absent where it has none. */
    number,
    heading: document ? titleOf(document) : (listed?.heading ?? ''),
    /** The printed pages on which it begins and ends, as far as they are known. */
    page: source?.page ?? listed?.page,
    lastPage: source?.pages?.split('–')[1] ?? listed?.lastPage,
    /** Absent where it is not in this edition. */
    document,
    /** Where the source shows it. */
    url: source && isOwn ? source.url : `${volume.url}/d${number}`,
  };
}

/** The contents as they are listed; documents that are not listed stand last. */
function contentsOf(
  { contents }: VolumeContents,
  volume: Volume,
  documents: readonly EditionDocument[],
  texts: Given['texts'],
): InVolume[] {
  const left = new Map(documents.map((document) => [document.id, document]));
  const byNumber = new Map(documents.map((document) => [document.record.source.document?.toString(), document]));
  const ids = new Set<string>();
  let unnamed = 0;
  const listed = (one: ListedDocument): DocumentInVolume => {
    const document = left.get(one.id ?? '') ?? (one.id === undefined ? byNumber.get(one.number) : undefined);
    return inVolume(volume, document && left.delete(document.id) ? document : undefined, one);
  };
  const part = ({ id, kind, heading = '', text, contents }: VolumePart): PartOfVolume => {
    unnamed += 1;
    // No address of a part is that of a further page of the list.
    const own = id !== undefined && /^(?!pa(?:ge|rt)-)[a-z][\w.-]*$/i.test(id) && !ids.has(id);
    const address = own ? id : `part-${unnamed}`;
    ids.add(address);
    return {
      type: 'part',
      id: address,
      kind,
      heading: heading.replace(/:$/, ''),
      text: texts?.get(text ?? ''),
      contents: list(contents),
    };
  };
  const list = (some: VolumeContents['contents']): InVolume[] =>
    some.map((one) => ('contents' in one ? part(one) : listed(one)));
  const all = list(contents);
  return [...all, ...inPrintedOrder([...left.values()].map((document) => inVolume(volume, document)))];
}

/** Documents by their numbers, those without one by their pages; what is missing stands, as letters do, after figures. */
const inPrintedOrder = <One extends Pick<DocumentInVolume, 'number' | 'page'>>(some: readonly One[]): One[] =>
  some.toSorted(
    (a, b) =>
      compareIdentifiers(a.number ?? 'none', b.number ?? 'none') || compareIdentifiers(pageOrder(a), pageOrder(b)),
  );

/** Pages in Roman numerals stand before all others. */
function pageOrder({ page = 'none' }: Pick<DocumentInVolume, 'page'>): string {
  const value = romanValue(page);
  return value > 0 ? `0 ${value}` : page;
}

function contentsByNumber(volume: Volume, documents: readonly EditionDocument[]): InVolume[] {
  const inOrder = inPrintedOrder(documents.map((document) => inVolume(volume, document)));
  const byChapter = Map.groupBy(inOrder, ({ document }) => document?.record.source.chapter ?? '');
  return [...byChapter].flatMap(([heading, contents]): InVolume[] => {
    const unknown = { id: undefined, kind: 'chapter', text: undefined };
    return heading === '' ? contents : [{ ...unknown, type: 'part', heading, contents }];
  });
}

/** The next in a list, where numbers of both, or their pages if neither has one, say that it is next in the volume. */
function neighbour<One extends DocumentInVolume>({ number, page }: One, next: One | undefined): One | undefined {
  const [own, other] = number === undefined && next?.number === undefined ? [page, next?.page] : [number, next?.number];
  return own === undefined || other === undefined || own === other ? undefined : next;
}

function placesIn(volume: VolumeHere, referrals: ReturnType<typeof referralsOf>) {
  const { contents, isWhole, pages } = volume;
  const listed = placedIn(contents).flatMap(({ one, above }) => (one.type === 'document' ? [{ one, above }] : []));
  const present = listed.flatMap(({ one, above }, index) =>
    one.document ? [{ ...one, document: one.document, above, position: index + 1 }] : [],
  );
  const inOrder = isWhole ? present : inPrintedOrder(present);
  return inOrder.map((one, order) => {
    const { document, number, page = '', above, position } = one;
    const { id } = document;
    const begins = pages.get(page);
    const isFirst = begins?.id === id && begins.anchor !== undefined && !pagesBegunIn(document).has(page);
    const place = {
      volume,
      above,
      /** Which of all documents of the volume it is, from 1; absent where not all are listed. */
      position: isWhole && number !== undefined ? position : undefined,
      /** The nearest documents of this edition before and after it in the volume, as far as that is known. */
      previous: neighbour(one, inOrder[order - 1]),
      next: neighbour(one, inOrder[order + 1]),
      /** The printed page that begins with its heading. */
      beginsPage: isFirst ? page : undefined,
      referrals: referrals.get(id) ?? [],
    };
    return [id, place] as const;
  });
}

/** Who speaks of each document, by a relation of a record or a reference in a text, in the order of those who speak. */
function referralsOf(documents: readonly EditionDocument[], volumes: readonly VolumeHere[], placeOf: PlaceOf) {
  const standing = volumes.flatMap(({ volume, listed }) =>
    listed.flatMap(({ document, page, lastPage }) => {
      const pages = document ? new Set([page, ...pagesBegunIn(document), lastPage]) : [];
      return Array.from(pages, (n) => ({ url: `${volume.url}/pg_${n}`, id: document?.id ?? '' }));
    }),
  );
  /** The documents that stand on a printed page, by the address of the page. */
  const onPage = Map.groupBy(standing, ({ url }) => url);
  const known = new Set(documents.map(({ id }) => id));
  const all = documents.flatMap((by) => {
    const related = by.record.related.flatMap(({ relation, id, url }) => {
      const to = id ?? placeOf(url ?? '')?.id;
      if (to === undefined || relation === 'previous' || relation === 'next') return [];
      return [{ to, by, relation, place: undefined, page: undefined }];
    });
    const references = placedMarks(by).flatMap(({ mark, place }) => {
      // A mark that leads nowhere, or within its document, finds none.
      const { to = '' } = mark.attributes;
      const [id = ''] = to.split('#');
      const [, page] = /\/pg_(\w+)$/.exec(to) ?? [];
      const here = known.has(id) ? { id } : page === undefined ? placeOf(to) : undefined;
      const there = here ? [here] : (onPage.get(to) ?? []);
      // The printed page is that which the text refers to, where it names no document.
      return there.map((one) => ({ to: one.id, by, relation: 'reference' as const, place, page }));
    });
    return [...related, ...references];
  });
  const ofOthers = all.filter(({ to, by }) => to !== by.id);
  return Map.groupBy(ofOthers, ({ to }) => to);
}
