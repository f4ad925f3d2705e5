/**
 * The edition as the pages see it. A route calls one of these once, from `getStaticPaths`, not
 * once a page.
 */
import { getCollection, getEntry } from 'astro:content';
import { assignAnchors } from '../edition/anchors.ts';
import type { Register, RegisterEntry } from '../edition/correspondence.ts';
import type { EditionDocument } from '../edition/document.ts';
import { sealOf } from '../edition/ledger-check.ts';
import { emptyLedger, entryOf, type Ledger } from '../edition/ledger.ts';
import { compareInTime } from '../edition/calendar.ts';
import { dateWords } from '../edition/date-words.ts';
import { compareIdentifiers } from '../edition/identifier.ts';
import { mentionsIn, type Mention } from '../edition/mentions.ts';
import { pagesOf, type PageNumber } from '../edition/pages.ts';
import { publicationOf } from '../edition/publish.ts';
import type { EditionSettings, Publication } from '../edition/settings.ts';
import type { SealedPublication } from '../outputs/edition-json.ts';

/** Everything that pages are made from. */
export interface Edition {
  /** In the order of their ids. */
  readonly documents: readonly EditionDocument[];
  readonly register: Register;
  readonly settings: EditionSettings;
  /** What has been promised; empty where nothing was sealed yet. */
  readonly ledger: Ledger;
}

/**
 * The edition, from Astro's store.
 *
 * @throws Error when edition.yaml could not be read; the checker has said why.
 */
export const loadEdition = (): Promise<Edition> => editionOfBuild ?? readEdition();

/** A build asks for the same edition for every route: it is read once. In `dev` it changes. */
const editionOfBuild = import.meta.env.PROD ? readEdition() : undefined;

async function readEdition(): Promise<Edition> {
  const settings = await getEntry('edition', 'settings');
  if (!settings) throw new Error('edition.yaml has problems: `npm run check` says which.');
  const [documents, entries, permalinks] = await Promise.all([
    getCollection('documents'),
    getCollection('register'),
    getEntry('ledger', 'permalinks'),
  ]);
  const ledger = permalinks?.data ?? emptyLedger;
  return {
    documents: await Promise.all(
      documents
        .map(({ data }) => data)
        .sort((a, b) => compareIdentifiers(a.id, b.id))
        .map((document) => assignAnchors(document, entryOf(ledger, document.id))),
    ),
    register: new Map(entries.map(({ data }) => [data.id, data])),
    settings: settings.data,
    ledger,
  };
}

/** A document with its addresses and its seal, under an id by which it is found. */
export interface FoundPublication extends SealedPublication {
  readonly id: string;
}

/** Every document, for the routes of its page and files: under its id, and under those it once had. */
export async function documentPublications(): Promise<FoundPublication[]> {
  const edition = await loadEdition();
  const sealed = await sealedPublications(edition);
  const byId = new Map(sealed.map((one) => [one.publication.document.id, one]));
  const former = Object.entries(edition.ledger.redirects).flatMap(([id, now]) => {
    const found = byId.get(now);
    return found ? [{ id, ...found }] : [];
  });
  return [...[...byId].map(([id, one]) => ({ id, ...one })), ...former];
}

/** Every document once, with its addresses and with what the ledger promises of it. */
export function sealedPublications(edition: Edition): Promise<SealedPublication[]> {
  return Promise.all(
    publicationsOf(edition).map(async (publication) => ({
      publication,
      seal: await sealOf(publication.document, edition.ledger),
    })),
  );
}

/** Every document once, with its addresses. */
export function publicationsOf(edition: Edition): Publication[] {
  const at = { site: import.meta.env.SITE, base: import.meta.env.BASE_URL };
  return edition.documents.flatMap((document) => publicationOf(document, edition, at) ?? []);
}

/** A page of an entry of the register, with places that name it. */
export interface RegisterPage {
  readonly entry: RegisterEntry;
  readonly settings: EditionSettings;
  /** The documents of this page that name it, in order of time, each with its date in words. */
  readonly namedIn: readonly (Mention & { readonly date: string })[];
  /** How many documents name it, on all its pages. */
  readonly count: number;
  /** Address under `/register/`. */
  readonly path: string;
  /** Absent where all places stand on one page. */
  readonly pages: PageNumber | undefined;
}

/**
 * The pages of every entry of the registers.
 *
 * @param pageSize How many documents that name it stand on one page at most.
 */
export async function registerPages(pageSize = 100): Promise<RegisterPage[]> {
  const { documents, register, settings } = await loadEdition();
  const mentions = mentionsIn(documents.toSorted(compareInTime));
  const dates = new Map(documents.map(({ id, record }) => [id, dateWords(record.dateSent)]));
  return [...register.values()].flatMap((entry) => {
    const named = (mentions.get(entry.id) ?? []).map((mention) => ({
      ...mention,
      date: dates.get(mention.id) ?? '',
    }));
    return pagesOf(named, pageSize, `${entry.id}/`, ({ date }) => date).map(
      ({ items, path, pages }) => ({
        entry,
        settings,
        namedIn: items,
        count: named.length,
        path,
        pages,
      }),
    );
  });
}
