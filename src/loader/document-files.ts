/** The files beside the documents' pages: a build writes them, `dev` serves them, from one table. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, documentForms } from '../edition/addresses.ts';
import type { SiteAddress } from '../edition/publish.ts';
import { documentFiles } from '../outputs/files.ts';
import type { Edition } from './edition-file.ts';
import { publicationsOf, underEveryId } from './publications.ts';

/** A file of a document. */
export interface WrittenFile {
  /** Under the site's base: `/documents/moscow-1936-39.txt`. */
  readonly address: string;
  readonly mediaType: string;
  /** Makes its characters. */
  readonly write: () => string;
}

/** Every document in every form of the table of files, under the ids it once had too. */
export function filesOf(edition: Edition, at: SiteAddress): WrittenFile[] {
  const publications = publicationsOf(edition, at).map((publication) => ({ publication }));
  return underEveryId(publications, edition.ledger).flatMap(({ id, publication }) =>
    documentForms.map((form) => ({
      address: addresses.file(id, form),
      mediaType: documentFiles[form].mediaType,
      write: () => documentFiles[form].write(publication),
    })),
  );
}

/** Writes all files into a built site: in one step, since a route of Astro's for each costs far more. */
export function writeDocumentFiles(site: string, edition: Edition, at: SiteAddress): void {
  for (const { address, write } of filesOf(edition, at)) writeFileSync(join(site, address), write());
}
