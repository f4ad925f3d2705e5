/** What the head of a document's page tells programs: tags for Zotero, Signposting links, schema.org. */
import type { Chapter, Graph, Organization, Person } from 'schema-dts';
import { isSent, kindInWords } from '../edition/document.ts';
import { addresses, inSpdx } from '../edition/addresses.ts';
import { machineDate } from '../edition/date-words.ts';
import type { Publication } from '../edition/publish.ts';
import { fieldsIn, wordsOf } from './citation-files.ts';
import { citationRecord, type CitedName } from './citation-record.ts';
import { documentFiles, documentForms, fileAddress } from './files.ts';

/**
 * The tags that Zotero’s own translators import exactly, `z:` and `dc:`, and the three without which Google Scholar
 * takes no page, which change nothing in Zotero; `citation_book_title` would make a journal article.
 */
export function metaTags(publication: Publication): { readonly name: string; readonly content: string }[] {
  // One tag an author: Zotero reads each as one name.
  const fields = fieldsIn('meta', citationRecord(publication)).flatMap((field) =>
    wordsOf(field).map((content) => ({ name: field.name, content })),
  );
  return [{ name: 'z:itemType', content: 'bookSection' }, ...fields];
}

/** Signposting (https://signposting.org/FAIR/). The licence is that of the page; the linkset has that of the text. */
export function signpostingLinks(publication: Publication) {
  // What schema.org calls a document: a message where it was sent, else a work.
  const type = isSent(publication.document.record) ? 'Message' : 'CreativeWork';
  return [
    { rel: 'cite-as', href: publication.permalink },
    { rel: 'type', href: 'https://schema.org/WebPage' },
    { rel: 'type', href: `https://schema.org/${type}` },
    { rel: 'license', href: inSpdx(publication.settings.licences.prose.url) },
    ...documentForms.map((form) => {
      const { relation, mediaType } = documentFiles[form];
      return { rel: relation, href: fileAddress(publication, form), type: mediaType.replace(/;.*$/, '') };
    }),
  ];
}

/** Where the linkset of a document stands on this site. */
export const linksetAddress = ({ home, document }: Publication): string =>
  home + addresses.linkset(document.id).slice(1);

/** `/documents/<id>.linkset.json` (RFC 9264): the same links from the page, and those from each file to it. */
export function linkset(publication: Publication): string {
  const { address, settings } = publication;
  const page: Record<string, object[]> = {};
  for (const { rel, ...link } of signpostingLinks(publication)) (page[rel] ??= []).push(link);
  const back = [{ href: address, type: 'text/html' }];
  const files = documentForms.map((form) => {
    const { relation } = documentFiles[form];
    return {
      anchor: fileAddress(publication, form),
      [relation === 'item' ? 'collection' : 'describes']: back,
      ...(form === 'txt' && { license: [{ href: inSpdx(settings.licences.text.url) }] }),
    };
  });
  return `${JSON.stringify({ linkset: [{ anchor: address, ...page }, ...files] }, null, 2)}\n`;
}

/** The document as schema.org describes it: the page, the message on it, its volume, the paper it goes back to. */
export function jsonLd(publication: Publication): Graph {
  const { document, settings, permalink, address, home, volume, place } = publication;
  const { kind, summary, fileNumber, source, dateSent, dateReceived } = document.record;
  const { title, language, seriesTitle, parts, senders, recipients, participants, revision } =
    citationRecord(publication);
  const message = `${permalink}#document`;
  const party = ({ id, name, office }: CitedName): Person | Organization => {
    // Where somebody is identified, the entry of the register tells who it is.
    const known = id === undefined ? { name } : { '@id': home + addresses.entry(id).slice(1), name };
    return office ? { '@type': 'Organization', ...known } : { '@type': 'Person', ...known };
  };
  // An interval is no moment of despatch: schema.org has the time that a work covers for it.
  const isSpan = dateSent?.date.includes('/') === true;
  const date = dateSent && !isSpan ? machineDate(dateSent, true) : undefined;
  const described = {
    '@id': message,
    name: title,
    genre: kindInWords(kind),
    abstract: summary,
    inLanguage: language,
    ...(isSpan && { temporalCoverage: dateSent.date }),
    ...(participants.length > 0 && { contributor: participants.map(party) }),
    license: settings.licences.text.url,
    ...(place.position !== undefined && { position: place.position }),
    isPartOf: parts.reduce<Chapter | { '@id': string }>(
      (within, { heading }) => ({ '@type': 'Chapter', name: heading, isPartOf: within }),
      { '@id': volume.url },
    ),
    isBasedOn: {
      '@type': 'ArchiveComponent',
      ...(fileNumber !== undefined && { identifier: fileNumber }),
      ...(source.archive !== undefined && { itemLocation: source.archive }),
    },
  } as const;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebPage',
        '@id': address,
        name: title,
        inLanguage: 'en',
        isPartOf: { '@type': 'WebSite', '@id': home, name: settings.title },
        mainEntity: { '@id': message },
        license: settings.licences.prose.url,
        ...(revision && { version: String(revision.version), dateModified: revision.date }),
      },
      isSent(document.record)
        ? {
            '@type': 'Message',
            ...described,
            sender: senders.map(party),
            recipient: recipients.map(party),
            ...(date !== undefined && { dateSent: date }),
            ...(dateReceived && { dateReceived: machineDate(dateReceived, true) }),
          }
        : {
            '@type': 'CreativeWork',
            ...described,
            ...(senders.length > 0 && { author: senders.map(party) }),
            ...(date !== undefined && { dateCreated: date }),
          },
      {
        '@type': 'PublicationVolume',
        '@id': volume.url,
        name: volume.title,
        ...(volume.number !== undefined && { volumeNumber: volume.number }),
        datePublished: volume.published,
        publisher: { '@type': 'Organization', name: volume.publisher },
        isPartOf: { '@type': 'BookSeries', name: seriesTitle },
      },
    ],
  };
}

/** The graph as the content of a `<script>`: no `<` is left in it, so that nothing in a document can end the script. */
export const serializeJsonLd = (graph: Graph): string => JSON.stringify(graph).replaceAll('<', '\\u003c');
