/** `/edition.json`: every document's metadata, version and fingerprint, for whoever harvests or keeps a copy. */
import { addresses } from '../edition/addresses.ts';
import type { Publication } from '../edition/publish.ts';
import type { EditionFile } from '../schema/edition-file.ts';
import type { HistoricalDate } from '../schema/frontmatter.ts';
import type { EditionSettings } from '../schema/settings.ts';
import { citationRecord } from './citation-record.ts';
import { documentFiles, documentForms, fileAddress } from './files.ts';

/** The file, in the order of the documents; `home` is that of a publication. */
export function editionJson(settings: EditionSettings, home: string, publications: readonly Publication[]): string {
  const { title, subtitle, description, editor, version, licences } = settings;
  const documents = publications.map(documentMetadata);
  const edition: EditionFile = {
    $schema: `${home}edition.schema.json`,
    title,
    subtitle,
    description,
    editor,
    version,
    url: home,
    licences,
    documents,
  };
  return `${JSON.stringify(edition, null, 2)}\n`;
}

/** One document. Dates keep their certainty: which parts are supplied or inferred, and why. */
function documentMetadata(publication: Publication): EditionFile['documents'][number] {
  const { document, permalink, address, volume, place, seal } = publication;
  const { record } = document;
  const { title, number, senders, recipients, revision } = citationRecord(publication);
  return {
    id: document.id,
    permalink,
    url: address,
    title,
    kind: record.kind,
    number,
    fileNumber: record.fileNumber,
    sender: record.sender.map((one, index) => ({ ...one, name: senders[index]?.name })),
    recipient: record.recipient.map((one, index) => ({ ...one, name: recipients[index]?.name })),
    participants: record.participants.length > 0 ? record.participants : undefined,
    dateSent: record.dateSent && certainty(record.dateSent),
    undated: record.undated,
    dateReceived: record.dateReceived && certainty(record.dateReceived),
    summary: record.summary,
    summaryFrom: record.summaryFrom === 'edition' ? undefined : record.summaryFrom,
    source: { ...record.source, volume: { key: record.source.volume, ...volume } },
    place: {
      parts: place.above.map(({ kind, id, heading }) => ({ kind, id, heading })),
      position: place.position,
      previous: place.previous?.document.id,
      next: place.next?.document.id,
    },
    version: revision?.version,
    date: revision?.date,
    versions: seal.versions.map(({ version, date, change, sha256, isReplaced }) => {
      const url = isReplaced ? publication.home + addresses.version(document.id, version).slice(1) : undefined;
      return { version, date, change, sha256, url };
    }),
    sealed: seal.sealed,
    sha256: seal.sha256,
    files: documentForms.map((form) => {
      return { url: fileAddress(publication, form), mediaType: documentFiles[form].mediaType };
    }),
  };
}

function certainty(of: HistoricalDate): EditionFile['documents'][number]['dateSent'] {
  const { printed, date, hour, offset, supplied, inferred, reason } = of;
  return { date, hour, offset, printed, supplied, inferred, reason };
}
