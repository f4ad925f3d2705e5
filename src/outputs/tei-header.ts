/** The TEI header: what the file is, what it was made from, who wrote to whom, what changed. */
import { authorityAddress } from '../edition/addresses.ts';
import { interventions } from '../edition/apparatus.ts';
import { isInferred, machineDate } from '../edition/historical-date.ts';
import { markRow } from '../edition/marks.ts';
import type { Publication } from '../edition/publish.ts';
import { latestRevision } from '../edition/revisions.ts';
import type { Correspondent } from '../schema/frontmatter.ts';
import type { HistoricalDate } from '../schema/historical-date.ts';
import type { Register } from '../schema/register.ts';
import { citationRecord, citedName } from './citation-record.ts';
import { block, element, nothing, text, words, type Attributes, type Xml } from './xml.ts';

/** The header of one document. */
export function teiHeader(publication: Publication): Xml {
  return block(
    'teiHeader',
    {},
    fileDesc(publication),
    encodingDesc(publication),
    block(
      'profileDesc',
      {},
      block('abstract', { resp: '#edition' }, words('p', publication.document.record.summary)),
      correspDesc(publication, { attributes: {}, reasons: true }),
      block('langUsage', {}, words('language', 'English', { ident: 'en' })),
    ),
    block(
      'revisionDesc',
      {},
      ...publication.document.record.revisions
        .toSorted((a, b) => b.version - a.version)
        .map(({ version, date, change }) => words('change', change, { n: String(version), when: date })),
    ),
  );
}

function fileDesc(publication: Publication): Xml {
  const { document, settings, permalink } = publication;
  const cited = citationRecord(publication);
  const revision = latestRevision(document.record);
  return block(
    'fileDesc',
    {},
    block(
      'titleStmt',
      {},
      words('title', cited.title),
      ...cited.senders.map((sender) => words('author', sender.name)),
      block('respStmt', { 'xml:id': 'edition' }, words('resp', 'edited by'), words('orgName', settings.editor)),
    ),
    revision &&
      block('editionStmt', {}, words('edition', `Version ${revision.version}`, { n: String(revision.version) })),
    block(
      'publicationStmt',
      {},
      words('publisher', settings.title),
      revision && words('date', revision.date, { when: revision.date }),
      words('idno', permalink, { type: 'URI' }),
      words('idno', document.id, { type: 'id' }),
      block(
        'availability',
        {},
        words('licence', `The text: ${settings.licences.text.name}.`, {
          target: settings.licences.text.url,
        }),
        words('licence', `The edition’s notes and description: ${settings.licences.prose.name}.`, {
          target: settings.licences.prose.url,
        }),
      ),
    ),
    block('sourceDesc', {}, copyText(publication), original(publication)),
  );
}

/** The volume that was transcribed; an imprint that is inferred says so. */
function copyText(publication: Publication): Xml {
  const { volume } = publication;
  const { source } = publication.document.record;
  const cited = citationRecord(publication);
  const cert = volume.imprintInferred === undefined ? undefined : 'low';
  const scope = (unit: string, n: string | number | undefined) =>
    n === undefined ? undefined : words('biblScope', String(n), { unit });
  return block(
    'bibl',
    { 'xml:id': 'copy-text' },
    words('title', cited.seriesTitle, { level: 's' }),
    words('title', volume.title, { level: 'm' }),
    scope('volume', volume.number),
    scope('part', volume.part),
    words('pubPlace', volume.place, { cert }),
    words('publisher', volume.publisher, { cert }),
    volume.published === '' ? undefined : words('date', volume.published),
    scope('document', cited.document),
    scope('page', cited.pages),
    scope('chapter', source.chapter),
    words('ref', source.url, { target: source.url }),
    words('note', `${source.copyText} ${source.collation} Rights: ${source.rights}`),
    volume.imprintInferred === undefined ? undefined : words('note', volume.imprintInferred),
  );
}

/** The paper that the volume printed, as far as the edition knows it. */
function original({ document }: Publication): Xml {
  const { fileNumber, source } = document.record;
  return block(
    'bibl',
    { type: 'original' },
    words('idno', fileNumber, { type: 'file-number' }),
    source.archive === undefined ? undefined : words('note', source.archive),
  );
}

/** How the text was treated, and what stands in print round each kind of intervention in it. */
function encodingDesc({ document }: Publication): Xml {
  const used = [...new Set(interventions(document).map(({ mark }) => mark.name))];
  return block(
    'encodingDesc',
    {},
    block(
      'editorialDecl',
      {},
      words(
        'p',
        'The text is given as printed; nothing is normalized. Brackets and words that the print puts round an intervention are not repeated in the text: the description of its element gives them.',
      ),
      ...document.record.absent.map((sentence) => words('p', sentence)),
    ),
    block(
      'tagsDecl',
      {},
      block(
        'namespace',
        { name: 'http://www.tei-c.org/ns/1.0' },
        ...used.map((name) => {
          const { tei, gloss, printed } = markRow(name);
          return element('tagUsage', { gi: tei }, text(`${gloss} In print: “${printed.before}…${printed.after}”.`));
        }),
      ),
    ),
  );
}

/** How each schema wants the description. */
export interface CorrespondenceStyle {
  readonly attributes: Attributes;
  /** Whether the reasons for what is inferred may stand in notes. */
  readonly reasons: boolean;
}

/** The description of a document's correspondence. */
export function correspDesc(publication: Publication, { attributes, reasons }: CorrespondenceStyle): Xml {
  const { record } = publication.document;
  const reason = (date: HistoricalDate | undefined) =>
    reasons && date?.reason !== undefined ? words('note', date.reason) : nothing;
  return block(
    'correspDesc',
    attributes,
    block(
      'correspAction',
      { type: 'sent' },
      ...record.sender.flatMap((one) => party(one, publication)),
      record.dateSent.date === '' ? undefined : dateElement(record.dateSent),
      reason(record.dateSent),
    ),
    block(
      'correspAction',
      { type: 'received' },
      ...record.recipient.flatMap((one) => party(one, publication)),
      record.dateReceived && dateElement(record.dateReceived),
      reason(record.dateReceived),
    ),
  );
}

/** A correspondent and the place, each with an identifier that resolves, where one was seen. */
function party(correspondent: Correspondent, { register }: Publication): Xml[] {
  const { person, place } = correspondent;
  const { name, office } = citedName(correspondent, register);
  const who = words(office ? 'orgName' : 'persName', name, { ref: authority(person, register) });
  const where = place === undefined ? undefined : register.get(place);
  return where ? [who, words('placeName', where.name, { ref: authority(place, register) })] : [who];
}

/** CMIF asks for one identifier: GeoNames for places, which it prefers, else the first that resolves. */
function authority(id: string | undefined, register: Register): string | undefined {
  const known = register.get(id ?? '')?.authorities ?? [];
  const geonames = known.filter(({ scheme }) => scheme === 'geonames');
  return [...geonames, ...known].map(authorityAddress).find((address) => address !== undefined);
}

function dateElement(date: HistoricalDate): Xml {
  return element('date', {
    when: machineDate(date).slice(0, 10),
    cert: isInferred(date) ? 'low' : undefined,
  });
}
