/** `/edition.json`: every document's metadata, version and fingerprint, for whoever harvests or keeps a copy. */
import { documentForms } from '../edition/addresses.ts';

import type { Seal } from '../edition/ledger-check.ts';
import { latestRevision } from '../edition/revisions.ts';

import { citationRecord, citedName } from './citation-record.ts';
import { documentFiles, fileAddress } from './files.ts';
import type { Correspondent } from '../schema/frontmatter.ts';
import type { HistoricalDate } from '../schema/historical-date.ts';
import type { EditionSettings } from '../schema/settings.ts';
import type { Publication } from '../edition/publish.ts';

/** A document with what the ledger says of it. */
export interface SealedPublication {
  readonly publication: Publication;
  readonly seal: Seal;
}

/**
 * The file, in the order in which the documents are given.
 *
 * @param home Absolute address of the site's front page, with a final slash.
 */
export function editionJson(settings: EditionSettings, home: string, documents: readonly SealedPublication[]): string {
  const { title, subtitle, description, editor, version, licences } = settings;
  const edition = {
    title,
    subtitle,
    description,
    editor,
    version,
    url: home,
    licences,
    documents: documents.map(documentMetadata),
  };
  return `${JSON.stringify(edition, null, 2)}\n`;
}

/** One document. Dates keep their certainty: which parts are supplied or inferred, and why. */
function documentMetadata({ publication, seal }: SealedPublication): object {
  const { document, permalink, address, register } = publication;
  const { record } = document;
  const cited = citationRecord(publication);
  const revision = latestRevision(record);
  const parties = (list: readonly Correspondent[]) =>
    list.map((one) => ({ ...one, name: citedName(one, register).name }));
  return {
    id: document.id,
    permalink,
    url: address,
    title: cited.title,
    kind: record.kind,
    number: cited.number,
    fileNumber: record.fileNumber,
    sender: parties(record.sender),
    recipient: parties(record.recipient),
    dateSent: certainty(record.dateSent),
    dateReceived: record.dateReceived && certainty(record.dateReceived),
    summary: record.summary,
    source: { ...record.source, volume: publication.volume },
    version: revision?.version,
    date: revision?.date,
    sealed: seal.sealed,
    sha256: seal.sha256,
    files: documentForms.map((form) => ({
      url: fileAddress(publication, form),
      mediaType: documentFiles[form].mediaType,
    })),
  };
}

function certainty({ printed, date, hour, offset, supplied, inferred, reason }: HistoricalDate): object {
  return { date, hour, offset, printed, supplied, inferred, reason };
}
