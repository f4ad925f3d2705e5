/** Writes the files beside the documents' pages. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, documentForms } from '../edition/addresses.ts';
import type { SiteAddress } from '../edition/publish.ts';
import type { Edition } from '../loader/edition-file.ts';
import { publicationsOf, underEveryId } from '../loader/publications.ts';
import { documentFiles } from '../outputs/files.ts';

/** Writes every document in every form of the table of files, beside the pages of a built site. */
export function writeDocumentFiles(site: string, edition: Edition, at: SiteAddress): void {
  const publications = publicationsOf(edition, at).map((publication) => ({ publication }));
  for (const { id, publication } of underEveryId(publications, edition.ledger)) {
    for (const form of documentForms) {
      // At once and not by way of a promise: of ten thousands of small files, most of the cost.
      writeFileSync(join(site, addresses.file(id, form)), documentFiles[form].write(publication));
    }
  }
}
