/**
 * The volumes that the documents are printed in: what each holds, in its own order, and where in it every document and
 * every printed page stands. The order is that of `content/volumes/<volume>.yaml`; of a volume that has no such file,
 * its documents here by their numbers, under the chapters that their records name.
 */
import type { RelatedDocument } from '../schema/frontmatter.ts';
import type { EditionSettings, Volume } from '../schema/settings.ts';
import type { ListedDocument, VolumeContents, VolumePart } from '../schema/volume-contents.ts';
import { placedMarks } from './apparatus.ts';
import type { EditionDocument } from './document.ts';
import { compareIdentifiers } from './identifier.ts';
import { titleOf } from './printed-text.ts';

/** A compilation, a chapter or the like. */
export interface PartOfVolume {
  readonly type: 'part';
  /** Its part of the address, once in the volume: `ch6subch1`; absent where only records of documents name it. */
  readonly id: string | undefined;
  /** `compilation`, `chapter` */
  readonly kind: string;
  readonly heading: string;
  readonly contents: readonly InVolume[];
}

/** A document that a volume prints, whether it is in this edition or not. */
export interface DocumentInVolume {
  readonly type: 'document';
  /** The number under which it is counted: `340`; absent where it has none. */
  readonly number: string | undefined;
  readonly heading: string;
  /** The printed pages on which it begins and ends, as far as they are known. */
  readonly page: string | undefined;
  readonly lastPage: string | undefined;
  /** Absent where it is not in this edition. */
  readonly document: EditionDocument | undefined;
  /** Where the source shows it. */
  readonly url: string;
}

export type InVolume = PartOfVolume | DocumentInVolume;

/** A place in the edition: a document, or an anchor of its page. */
export interface PlaceHere {
  readonly id: string;
  readonly anchor?: string | undefined;
}

/** A volume, as this edition has it. */
export interface VolumeHere {
  /** Its key in edition.yaml and its address: `frus1936v03`. */
  readonly key: string;
  readonly volume: Volume;
  /** Whether all that it prints is listed, or only what is in this edition. */
  readonly isWhole: boolean;
  readonly contents: readonly InVolume[];
  /** Every document that it lists, in order. */
  readonly listed: readonly DocumentInVolume[];
  /** Its printed pages in order, as far as they are here, with where each begins. */
  readonly pages: ReadonlyMap<string, PlaceHere>;
}

/** Another document that speaks of one: by a relation of its record, or by a reference in its text. */
export interface Referral {
  readonly by: EditionDocument;
  /** What the one that speaks says of the other; `reference` for a place in its text. */
  readonly relation: RelatedDocument['relation'] | 'reference';
  /** The place in its text. */
  readonly place?: string | undefined;
  /** The printed page that the text refers to, where it names no document. */
  readonly page?: string | undefined;
}

/** Where a document stands. */
export interface PlaceInVolume {
  readonly volume: VolumeHere;
  /** The parts that it stands in, the outermost first. */
  readonly above: readonly PartOfVolume[];
  /** Which of all documents of the volume it is, from 1; absent where not all are listed. */
  readonly position: number | undefined;
  /** The nearest documents of this edition before and after it in the volume. */
  readonly previous: DocumentInVolume | undefined;
  readonly next: DocumentInVolume | undefined;
  /** The printed page that begins with its heading. */
  readonly beginsPage: string | undefined;
  readonly referrals: readonly Referral[];
}

/** All volumes with documents in this edition. */
export interface Volumes {
  /** In the order of edition.yaml. */
  readonly byKey: ReadonlyMap<string, VolumeHere>;
  /** By the id of the document. */
  readonly places: ReadonlyMap<string, PlaceInVolume>;
  /**
   * Where an address of the source leads in this edition: that of a document (`…/frus1936v03/d340`) or of a printed page
   * (`…/frus1936v03/pg_36`). Undefined where it is not here.
   */
  readonly placeOf: (url: string) => PlaceHere | undefined;
}

/** What volumes are made from. */
interface Given {
  readonly documents: readonly EditionDocument[];
  readonly settings: Pick<EditionSettings, 'volumes'>;
  /** By the key of the volume. */
  readonly contents: ReadonlyMap<string, VolumeContents>;
}

/** The printed pages that begin in the text of a document, in reading order, each once. */
export const pagesBegunIn = (document: EditionDocument): string[] => [
  ...new Set(
    placedMarks(document).flatMap(({ mark: { name, attributes } }) =>
      name === 'PageBreak' ? (attributes['n'] ?? []) : [],
    ),
  ),
];

/** Puts every document of the edition in its place. */
export function volumesOf({ documents, settings, contents }: Given): Volumes {
  const byVolume = Map.groupBy(documents, ({ record }) => record.source.volume);
  const here = Object.entries(settings.volumes).flatMap(([key, volume]): [string, VolumeHere][] => {
    const own = byVolume.get(key);
    return own ? [[key, volumeHere(key, volume, own, contents.get(key))]] : [];
  });
  const addresses = new Map(
    here.flatMap(
      ([
        ,
        {
          volume: { url },
          listed,
          pages,
        },
      ]): [string, PlaceHere][] => [
        ...listed.flatMap(({ document, url }): [string, PlaceHere][] => (document ? [[url, { id: document.id }]] : [])),
        ...[...pages].map(([page, place]): [string, PlaceHere] => [`${url}/pg_${page}`, place]),
      ],
    ),
  );
  const placeOf = (url: string): PlaceHere | undefined => addresses.get(url.replace(/\/$/, ''));
  const referrals = referralsOf(documents, here, placeOf);
  return {
    byKey: new Map(here),
    places: new Map(here.flatMap(([, volume]) => placesIn(volume, referrals))),
    placeOf,
  };
}

function volumeHere(
  key: string,
  volume: Volume,
  documents: readonly EditionDocument[],
  given: VolumeContents | undefined,
): VolumeHere {
  const contents = given ? contentsOf(given, volume, documents) : contentsByNumber(volume, documents);
  const listed = documentsIn(contents);
  const pages = new Map<string, PlaceHere>();
  // The page that the volume has reached; nobody can say where not all documents are listed.
  let reached: string | undefined;
  for (const { page, lastPage = page, document } of listed) {
    if (document) {
      const { id } = document;
      const begun = pagesBegunIn(document);
      if (page !== undefined && !pages.has(page) && !begun.includes(page)) {
        pages.set(page, { id, anchor: given && page !== reached ? `page-${page}` : undefined });
      }
      for (const n of begun) if (!pages.has(n)) pages.set(n, { id, anchor: `page-${n}` });
    }
    reached = lastPage;
  }
  return { key, volume, isWhole: given !== undefined, contents, listed, pages };
}

/** The documents among some contents, in order. */
export function documentsIn(contents: readonly InVolume[]): DocumentInVolume[] {
  return contents.flatMap((one) => (one.type === 'document' ? [one] : documentsIn(one.contents)));
}

function here(document: EditionDocument, volume: Volume, listed?: ListedDocument): DocumentInVolume {
  const { source } = document.record;
  const number = source.document?.toString() ?? listed?.number;
  return {
    type: 'document',
    number,
    heading: titleOf(document),
    page: source.page ?? listed?.page,
    lastPage: source.pages?.split('–')[1] ?? listed?.lastPage,
    document,
    url: number === undefined ? source.url : `${volume.url}/d${number}`,
  };
}

/** The contents as they are listed; documents that are not listed stand last. */
function contentsOf({ contents }: VolumeContents, volume: Volume, documents: readonly EditionDocument[]): InVolume[] {
  const left = new Map(documents.map((document) => [document.id, document]));
  const byNumber = new Map(documents.map((document) => [document.record.source.document?.toString(), document]));
  const ids = new Set<string>();
  let unnamed = 0;
  const listed = (one: ListedDocument): DocumentInVolume => {
    const document = left.get(one.id ?? '') ?? (one.id === undefined ? byNumber.get(one.number) : undefined);
    if (document && left.delete(document.id)) return here(document, volume, one);
    const { number, heading, page, lastPage } = one;
    return { type: 'document', number, heading, page, lastPage, document: undefined, url: `${volume.url}/d${number}` };
  };
  const part = ({ id, kind, heading = '', contents }: VolumePart): PartOfVolume => {
    unnamed += 1;
    // No address of a part is that of a further page of the list.
    const own = id !== undefined && /^(?!pa(?:ge|rt)-)[a-z][\w.-]*$/i.test(id) && !ids.has(id);
    const address = own ? id : `part-${unnamed}`;
    ids.add(address);
    return { type: 'part', id: address, kind, heading: heading.replace(/:$/, ''), contents: list(contents) };
  };
  const list = (some: VolumeContents['contents']): InVolume[] =>
    some.map((one) => ('contents' in one ? part(one) : listed(one)));
  const all = list(contents);
  return [...all, ...[...left.values()].map((document) => here(document, volume))];
}

function contentsByNumber(volume: Volume, documents: readonly EditionDocument[]): InVolume[] {
  const number = ({ record }: EditionDocument): number => record.source.document ?? Number.MAX_SAFE_INTEGER;
  const inOrder = documents.toSorted((a, b) => number(a) - number(b) || compareIdentifiers(a.id, b.id));
  const byChapter = Map.groupBy(inOrder, ({ record }) => record.source.chapter ?? '');
  return [...byChapter].flatMap(([heading, some]): InVolume[] => {
    const contents = some.map((document) => here(document, volume));
    return heading === '' ? contents : [{ type: 'part', id: undefined, kind: 'chapter', heading, contents }];
  });
}

function placesIn(volume: VolumeHere, referrals: ReadonlyMap<string, Referral[]>): [string, PlaceInVolume][] {
  const { listed, isWhole, pages } = volume;
  const present = listed.filter(({ document }) => document);
  const orderOf = new Map(present.map((one, index) => [one, index]));
  const positionOf = new Map(listed.map((one, index) => [one, index + 1]));
  const walk = (contents: readonly InVolume[], above: readonly PartOfVolume[]): [string, PlaceInVolume][] =>
    contents.flatMap((one): [string, PlaceInVolume][] => {
      if (one.type === 'part') return walk(one.contents, [...above, one]);
      const { document, page = '' } = one;
      if (!document) return [];
      const { id } = document;
      const order = orderOf.get(one) ?? 0;
      const begins = pages.get(page);
      const isFirst = begins?.id === id && begins.anchor !== undefined && !pagesBegunIn(document).includes(page);
      return [
        [
          id,
          {
            volume,
            above,
            position: isWhole ? positionOf.get(one) : undefined,
            previous: present[order - 1],
            next: present[order + 1],
            beginsPage: isFirst ? page : undefined,
            referrals: referrals.get(id) ?? [],
          },
        ],
      ];
    });
  return walk(volume.contents, []);
}

/** Who speaks of each document, in the order of those who speak. */
function referralsOf(
  documents: readonly EditionDocument[],
  volumes: readonly (readonly [string, VolumeHere])[],
  placeOf: Volumes['placeOf'],
): Map<string, Referral[]> {
  const referrals = new Map<string, Referral[]>();
  const add = (id: string, referral: Referral): void => {
    if (id === referral.by.id) return;
    const some = referrals.get(id);
    if (some) some.push(referral);
    else referrals.set(id, [referral]);
  };
  /** The documents that stand on a printed page, by the address of the page. */
  const onPage = new Map<string, string[]>();
  for (const [, { volume, listed }] of volumes) {
    for (const { document, page, lastPage } of listed) {
      if (!document) continue;
      for (const n of new Set([page, ...pagesBegunIn(document), lastPage])) {
        const url = `${volume.url}/pg_${n}`;
        onPage.set(url, [...(onPage.get(url) ?? []), document.id]);
      }
    }
  }
  const known = new Set(documents.map(({ id }) => id));
  for (const by of documents) {
    for (const { relation, id, url } of by.record.related) {
      const to = id ?? (url === undefined ? undefined : placeOf(url)?.id);
      if (to !== undefined && relation !== 'previous' && relation !== 'next') add(to, { by, relation });
    }
    for (const { mark, place } of placedMarks(by)) {
      const { to = '' } = mark.attributes;
      if (mark.name !== 'Ref' || to.startsWith('#')) continue;
      const [id = ''] = to.split('#');
      const [, page] = /\/pg_(\w+)$/.exec(to) ?? [];
      if (known.has(id)) add(id, { by, relation: 'reference', place });
      else if (page === undefined) {
        const found = placeOf(to)?.id;
        if (found !== undefined) add(found, { by, relation: 'reference', place });
      } else for (const one of onPage.get(to) ?? []) add(one, { by, relation: 'reference', place, page });
    }
  }
  return referrals;
}
