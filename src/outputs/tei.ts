/**
 * `/documents/<id>.xml`: the document in TEI P5, valid against `tei_all`.
 * Read back through the register of marks, each element printed by its row, it
 * gives the text as printed, character for character (design §6).
 */
import { interventions } from '../edition/apparatus.ts';
import { fileLine } from '../edition/document.ts';

import { isInferred, machineDate } from './machine-date.ts';
import { teiBlocks, teiDivisionContent, teiHeading } from './tei/blocks.ts';
import { teiHeader } from './tei/header.ts';
import type { TeiContext } from './tei/inline.ts';
import { responsible, teiContext } from './tei/inline.ts';
import type { Xml } from './xml.ts';
import { block, declaration, element, text, words } from './xml.ts';
import type { HistoricalDate } from '../schema/historical-date.ts';
import type { Publication } from '../edition/publish.ts';

/** The whole file. */
export function tei(publication: Publication): string {
  const { document } = publication;
  const context: TeiContext = teiContext(publication, (note) => teiBlocks(note.children, context));
  const root = block(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:id': document.id, 'xml:lang': 'en' },
    teiHeader(publication),
    block('text', {}, block('body', {}, ...divisions(publication, context)), apparatus(publication)),
  );
  return `${declaration}${root}\n`.normalize('NFC');
}

/** The document, then its enclosures, which follow its signature. */
function divisions({ document }: Publication, context: TeiContext): Xml[] {
  const { record, body } = document;
  const last = body.findLastIndex((one) => one.type !== 'division' || one.kind !== 'enclosure');
  const heading = [
    words('head', fileLine(record), { type: 'file', 'xml:id': 'heading' }),
    ...teiHeading(document.heading, context),
    ...dateLine(record.dateSent, 'dateline'),
    ...dateLine(record.dateReceived, 'received'),
  ];
  const main = teiDivisionContent(heading, body.slice(0, last + 1), context);
  return [block('div', { type: record.kind }, ...main), ...teiDivisionContent([], body.slice(last + 1), context)];
}

const printedDate =
  /(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:, \d{4})?(?:[—,-] ?(?:\d{1,2}(?::\d\d)? ?[ap]\. ?m\.|noon|midnight))?/;

/** A printed date line; the words that give the date carry it in figures. */
function dateLine(date: HistoricalDate | undefined, id: string): Xml[] {
  if (date?.printed === undefined) return [];
  const found = printedDate.exec(date.printed);
  const when = { when: machineDate(date), cert: isInferred(date) ? 'low' : undefined };
  const parts = found
    ? [
        text(date.printed.slice(0, found.index)),
        words('date', found[0], when),
        text(date.printed.slice(found.index + found[0].length)),
      ]
    : [text(date.printed)];
  return [element('opener', {}, element('dateline', { 'xml:id': id }, ...parts))];
}

/** Why each intervention was made, as the page's apparatus says it. */
function apparatus({ document }: Publication): Xml {
  const reasons = interventions(document).flatMap(({ anchor, mark }) => {
    const reason = mark.attributes['reason'];
    return reason === undefined ? [] : [words('note', reason, { target: `#${anchor}`, resp: responsible.edition })];
  });
  const notes = block('div', { type: 'apparatus' }, ...reasons);
  return block('back', {}, notes);
}
