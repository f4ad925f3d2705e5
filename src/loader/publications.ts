/** The documents of an edition with their addresses and seals, as pages and files take them. */
import { sealOf } from '../edition/ledger-check.ts';
import type { Ledger } from '../edition/ledger.ts';
import { publicationOf, type SiteAddress } from '../edition/publish.ts';

import type { SealedPublication } from '../outputs/edition-json.ts';
import type { Edition } from './edition-file.ts';
import type { Publication } from '../edition/publish.ts';

/** Every document once, with its addresses. */
export function publicationsOf(edition: Edition, at: SiteAddress): Publication[] {
  return edition.documents.flatMap((document) => publicationOf(document, edition, at) ?? []);
}

/** Every document once, with its addresses and with what the ledger promises of it. */
export function sealedPublications(edition: Edition, at: SiteAddress): SealedPublication[] {
  return publicationsOf(edition, at).map((publication) => ({
    publication,
    seal: sealOf(publication.document, edition.ledger),
  }));
}

/** Something of a document, under an id by which the document is found. */
export type Found<Of> = Of & { readonly id: string };

/** What has pages and files, each under its document's id, and again under those it once had. */
export function underEveryId<Of extends { readonly publication: Publication }>(
  all: readonly Of[],
  ledger: Ledger,
): Found<Of>[] {
  const byId = new Map(all.map((one) => [one.publication.document.id, one]));
  const former = Object.entries(ledger.redirects).flatMap(([id, now]) => {
    const one = byId.get(now);
    return one ? [{ ...one, id }] : [];
  });
  return [...[...byId].map(([id, one]) => ({ ...one, id })), ...former];
}
