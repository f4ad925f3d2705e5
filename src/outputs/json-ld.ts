/** The document as schema.org describes it, for search engines and other programs. */
import type {
  ArchiveComponent,
  BookSeries,
  Graph,
  Message,
  Organization,
  Person,
  PublicationVolume,
  WebPage,
} from 'schema-dts';
import { latestRevision } from '../edition/revisions.ts';

import { citationRecord } from './citation-record.ts';
import type { CitedName } from './citation-record.ts';
import { machineDate } from '../edition/historical-date.ts';
import type { Publication } from '../edition/publish.ts';

/** The `@graph`: the page, the message on it, its volume and series, the paper it goes back to. */
export function jsonLd(publication: Publication): Graph {
  const { document, settings, permalink, address, home } = publication;
  const { record } = document;
  const cited = citationRecord(publication);
  const { volume } = cited;
  const message = `${permalink}#document`;
  const revision = latestRevision(record);

  const page = {
    '@type': 'WebPage',
    '@id': address,
    name: cited.title,
    inLanguage: 'en',
    isPartOf: { '@type': 'WebSite', '@id': home, name: settings.title },
    mainEntity: { '@id': message },
    license: settings.licences.prose.url,
    ...(revision && { version: String(revision.version), dateModified: revision.date }),
  } satisfies WebPage;

  const series = {
    '@type': 'BookSeries',
    name: cited.seriesTitle,
  } satisfies BookSeries;

  const printed = {
    '@type': 'PublicationVolume',
    '@id': volume.url,
    name: volume.title,
    ...(volume.number !== undefined && { volumeNumber: volume.number }),
    ...(volume.published !== '' && { datePublished: volume.published }),
    publisher: { '@type': 'Organization', name: volume.publisher },
    isPartOf: series,
  } satisfies PublicationVolume;

  const original = {
    '@type': 'ArchiveComponent',
    identifier: record.fileNumber,
    ...(record.source.archive !== undefined && { itemLocation: record.source.archive }),
  } satisfies ArchiveComponent;

  const text = {
    '@type': 'Message',
    '@id': message,
    name: cited.title,
    genre: record.kind,
    abstract: record.summary,
    inLanguage: 'en',
    sender: cited.senders.map(party),
    recipient: cited.recipients.map(party),
    ...(record.dateSent.date !== '' && { dateSent: machineDate(record.dateSent) }),
    ...(record.dateReceived && { dateReceived: machineDate(record.dateReceived) }),
    license: settings.licences.text.url,
    isPartOf: { '@id': volume.url },
    isBasedOn: original,
  } satisfies Message;

  return { '@context': 'https://schema.org', '@graph': [page, text, printed] };
}

/**
 * The graph as the content of a `<script>`: no `<` is left in it, so that
 * nothing a document says can end the script.
 */
export function serializeJsonLd(graph: Graph): string {
  return JSON.stringify(graph).replaceAll('<', '\\u003c');
}

function party({ name, office }: CitedName): Person | Organization {
  return office ? { '@type': 'Organization', name } : { '@type': 'Person', name };
}
