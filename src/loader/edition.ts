/**
 * The edition as the pages see it. A route calls one of these once, from `getStaticPaths`, not
 * once a page.
 */
import { getCollection, getEntry } from 'astro:content';
import { assignAnchors } from '../edition/anchors.ts';

import { emptyLedger, entryOf } from '../edition/ledger.ts';
import { compareInTime } from '../edition/calendar.ts';
import { dateWords } from '../edition/date-words.ts';
import { compareIdentifiers } from '../edition/identifier.ts';
import { mentionsIn, type Mention } from '../edition/mentions.ts';
import { pagesOf, type PageNumber } from '../edition/pages.ts';
import type { SiteAddress } from '../edition/publish.ts';

import type { SealedPublication } from '../outputs/edition-json.ts';
import { handedEdition, readEdition, type Edition } from './edition-file.ts';
import { sealedPublications } from './publications.ts';
import type { RegisterEntry } from '../schema/register.ts';
import type { EditionSettings } from '../schema/settings.ts';

/** Where the site stands. */
export const siteAddress: SiteAddress = {
  site: import.meta.env.SITE,
  base: import.meta.env.BASE_URL,
};

/**
 * The edition: in a build, as the checker has handed it on; else from Astro's store.
 *
 * @throws Error when edition.yaml could not be read; the checker has said why.
 */
export const loadEdition = (): Promise<Edition> => editionOfBuild ?? collectEdition();

/** A build asks for the same edition for every route: it is read once. In `dev` it changes. */
const editionOfBuild = handedEdition === undefined ? undefined : Promise.resolve(readEdition(handedEdition));

async function collectEdition(): Promise<Edition> {
  const settings = await getEntry('edition', 'settings');
  if (!settings) throw new Error('edition.yaml has problems: `npm run check` says which.');
  const [documents, entries, permalinks] = await Promise.all([
    getCollection('documents'),
    getCollection('register'),
    getEntry('ledger', 'permalinks'),
  ]);
  const ledger = permalinks?.data ?? emptyLedger;
  return {
    documents: documents
      .map(({ data }) => data)
      .sort((a, b) => compareIdentifiers(a.id, b.id))
      .map((document) => assignAnchors(document, entryOf(ledger, document.id))),
    register: new Map(entries.map(({ data }) => [data.id, data])),
    settings: settings.data,
    ledger,
  };
}

/** Every document with its addresses and its seal. */
export const loadPublications = (): Promise<SealedPublication[]> => publicationsOfBuild ?? sealEdition();

const publicationsOfBuild = handedEdition === undefined ? undefined : sealEdition();

async function sealEdition(): Promise<SealedPublication[]> {
  return sealedPublications(await loadEdition(), siteAddress);
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
    return pagesOf(named, pageSize, `${entry.id}/`, ({ date }) => date).map(({ items, path, pages }) => ({
      entry,
      settings,
      namedIn: items,
      count: named.length,
      path,
      pages,
    }));
  });
}
