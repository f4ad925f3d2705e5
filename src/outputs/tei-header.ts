/** The TEI header: what the file is, what it was made from, who wrote to whom, what changed. */
import { addresses, authorityAddress } from '../edition/addresses.ts';
import { interventions } from '../edition/apparatus.ts';
import { fileLine } from '../edition/document.ts';
import { endsOf, isInferred, machineDate } from '../edition/date-words.ts';
import { markRow } from '../edition/marks.ts';
import { slug } from '../edition/letters.ts';
import type { Publication } from '../edition/publish.ts';
import type { Correspondent, DocumentRecord, HistoricalDate } from '../schema/frontmatter.ts';
import { citationRecord, citedName } from './citation-record.ts';
import { block, element, words, type Attributes, type Xml } from './xml.ts';

/** The header of one document. */
export function teiHeader(publication: Publication): Xml {
  const { record } = publication.document;
  const people = record.participants.map((one) => {
    // Where nobody is named, the office stands for the name already; TEI has it in no `person`.
    if ((one.person ?? one.name) === undefined) return block('org', {}, [who(one, publication)]);
    return block('person', {}, [who(one, publication), words('occupation', one.office)]);
  });
  const changes = record.revisions
    .toReversed()
    .map(({ version, date, change }) => words('change', change, { n: String(version), when: date }));
  return block('teiHeader', {}, [
    fileDesc(publication),
    encodingDesc(publication),
    block('profileDesc', {}, [
      block('abstract', record.summaryFrom === 'edition' ? { resp: '#edition' } : { source: '#copy-text' }, [
        words('p', record.summary),
      ]),
      // Who wrote to whom and when, or when it was written; who took part in what it records.
      isCorrespondence(record)
        ? correspDesc(publication)
        : block('creation', {}, [record.dateSent && dateElement(record.dateSent)]),
      block('particDesc', {}, [block('listPerson', {}, people)]),
      block('langUsage', {}, [words('language', 'English', { ident: 'en' })]),
    ]),
    block('revisionDesc', {}, changes),
  ]);
}

/** Whether a document has a sender or a recipient, which a description of correspondence is of. */
export const isCorrespondence = ({ sender, recipient }: Pick<DocumentRecord, 'sender' | 'recipient'>): boolean =>
  sender.length + recipient.length > 0;

function fileDesc(publication: Publication): Xml {
  const { document, settings, permalink, volume, place } = publication;
  const { fileNumber, source } = document.record;
  const { title, senders, seriesTitle, parts, document: number, pages, revision } = citationRecord(publication);
  const { text, prose } = settings.licences;
  // An imprint that is inferred says so.
  const cert = volume.imprintInferred && 'low';
  const scope = (unit: string, n: string | number | undefined) => words('biblScope', n?.toString(), { unit });
  return block('fileDesc', {}, [
    block('titleStmt', {}, [
      words('title', title),
      ...senders.map(({ name }) => words('author', name)),
      block('respStmt', { 'xml:id': 'edition' }, [words('resp', 'edited by'), words('orgName', settings.editor)]),
    ]),
    revision &&
      block('editionStmt', {}, [words('edition', `Version ${revision.version}`, { n: String(revision.version) })]),
    block('publicationStmt', {}, [
      words('publisher', settings.title),
      revision && words('date', revision.date, { when: revision.date }),
      words('idno', permalink, { type: 'URI' }),
      words('idno', document.id, { type: 'id' }),
      block('availability', {}, [
        words('licence', `The text: ${text.name}.`, { target: text.url }),
        words('licence', `The edition’s notes and description: ${prose.name}.`, { target: prose.url }),
      ]),
    ]),
    block('sourceDesc', {}, [
      // The volume that was transcribed, then the paper that it printed.
      block('bibl', { 'xml:id': 'copy-text' }, [
        words('title', seriesTitle, { level: 's' }),
        words('title', volume.title, { level: 'm' }),
        scope('volume', volume.number),
        scope('part', volume.part),
        words('pubPlace', volume.place, { cert }),
        words('publisher', volume.publisher, { cert }),
        words('date', volume.published),
        scope('document', number),
        scope('page', pages),
        ...parts.map(({ kind, heading }) => scope(slug(kind), heading)),
        scope('position', place.position),
        words('ref', source.url, { target: source.url }),
        words('note', `${source.copyText} ${source.collation} Rights: ${source.rights}`),
        words('note', volume.imprintInferred),
      ]),
      block('bibl', { type: 'original' }, [
        fileNumber === undefined
          ? words('idno', fileLine(document.record) || undefined, { type: 'file-line' })
          : words('idno', fileNumber, { type: 'file-number' }),
        words('note', source.archive),
      ]),
    ]),
  ]);
}

const asPrinted =
  'The text is given as printed; nothing is normalized. Brackets and words that the print puts round an intervention are not repeated in the text: the description of its element gives them.';

/** How the text was treated, and what stands in print round each kind of intervention in it. */
function encodingDesc({ document }: Publication): Xml {
  const used = [...new Set(interventions(document).map(({ mark }) => mark.name))].map((name) => {
    const { tei, gloss, printed } = markRow(name);
    return words('tagUsage', `${gloss} In print: “${printed.before}…${printed.after}”.`, { gi: tei });
  });
  const sentences = [asPrinted, ...document.record.absent].map((sentence) => words('p', sentence));
  return block('encodingDesc', {}, [
    block('editorialDecl', {}, sentences),
    block('tagsDecl', {}, [block('namespace', { name: 'http://www.tei-c.org/ns/1.0' }, used)]),
  ]);
}

/** The description of a document's correspondence, with the reasons for what is inferred; CMIF has no room for them. */
export function correspDesc(publication: Publication, attributes: Attributes = {}, reasons = true): Xml {
  const { document, register } = publication;
  const { sender, recipient, dateSent, dateReceived } = document.record;
  const action = (type: string, parties: readonly Correspondent[], date: HistoricalDate | undefined) =>
    block('correspAction', { type }, [
      ...parties.flatMap((one) => [
        who(one, publication, reasons),
        words('placeName', register.get(one.place ?? '')?.name, { ref: references(one.place, publication, reasons) }),
      ]),
      date && dateElement(date),
      words('note', reasons ? date?.reason : undefined),
    ]);
  const actions = [action('sent', sender, dateSent), action('received', recipient, dateReceived)];
  return block('correspDesc', attributes, actions);
}

/** A correspondent by name, or the office that stands for it. */
function who(correspondent: Correspondent, publication: Publication, all = true): Xml {
  const { name, office } = citedName(correspondent, publication.register);
  return words(office ? 'orgName' : 'persName', name, { ref: references(correspondent.person, publication, all) });
}

/**
 * The address of an entry of the register, and one in an authority file. CMIF, where not `all` are wanted, asks for one
 * alone: GeoNames for places, which it prefers, else the first that resolves, else the register’s.
 */
function references(id: string | undefined, { register, home }: Publication, all: boolean): string | undefined {
  const entry = register.get(id ?? '');
  if (entry === undefined) return undefined;
  const geonames = entry.authorities.filter(({ scheme }) => scheme === 'geonames');
  const seen = [...geonames, ...entry.authorities].map(authorityAddress).find((address) => address !== undefined);
  const own = home + addresses.entry(entry.id).slice(1);
  return all ? [own, seen].filter(Boolean).join(' ') : (seen ?? own);
}

const dateElement = (date: HistoricalDate): Xml => element('date', teiDate({ ...date, hour: undefined }));

/** The attributes of TEI's `date`: `when` for a date, `from` and `to` for a span. */
export function teiDate(date: HistoricalDate): Attributes {
  const [from, to] = endsOf(machineDate(date));
  const cert = isInferred(date) ? 'low' : undefined;
  return from === to ? { when: from, cert } : { from, to, cert };
}
