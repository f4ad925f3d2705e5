/** The record of a document as search knows it: its facets, and the lines that words and fields find. */
import { dateWords } from '../../edition/date-words.ts';
import { mentions, printedPages } from '../../edition/apparatus.ts';
import { kindInWords, seated } from '../../edition/document.ts';
import { capitalized } from '../../edition/letters.ts';
import { titleOf } from '../../edition/printed-text.ts';
import type { Publication } from '../../edition/publish.ts';
import type { Correspondent } from '../../schema/frontmatter.ts';
import type { RegisterKind } from '../../schema/register.ts';
import { textPassages } from './passages.ts';
import { lineFields } from './query.ts';

/** The facets, in the order in which they are shown, with their names for the reader. */
export const facets = {
  sender: 'Sender',
  recipient: 'Recipient',
  place: 'Place',
  year: 'Year',
  mentions: 'Mentioned',
} as const;
export type Facet = keyof typeof facets;

/** What the lines of the record are called, for the reader; fields look in the line that has their name. */
export const recordLabels = {
  'record-file': 'File number',
  'record-tel': 'Number',
  'record-despatch': 'Number',
  'record-from': 'From',
  'record-to': 'To',
  'record-year': 'Sent',
  'record-received': 'Received',
  'record-place': 'Places',
  'record-mentions': 'Mentions',
  'record-kind': 'Kind',
  'record-volume': 'Volume',
  'record-page': 'Pages',
  'record-doc': 'Document',
  'record-summary': 'Summary',
} as const;

/** Makes of a publication what search keeps of it: the document, and its values of each column. */
export function toIndexedDocument({ document, register, volume }: Publication) {
  const { sender, recipient, participants, kind, telegramNumber, despatchNumber, ...record } = document.record;
  const { dateSent, dateReceived, fileNumber, source } = record;
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : register.get(id)?.name);
  const shortName = ({ person, name, office }: Correspondent) => nameOf(person) ?? name ?? office;
  const inFull = ({ person, name, office, place }: Correspondent) =>
    listed([nameOf(person) ?? name, ...seated(office, nameOf(place))], ', ');
  const mentioned = [...mentions(document).keys()].flatMap((id) => register.get(id) ?? []);
  const named = (...kinds: RegisterKind[]) =>
    mentioned.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  const people = unique(named('persons', 'organizations'));
  const facetValues = {
    sender: unique(sender.map(shortName)),
    recipient: unique(recipient.map(shortName)),
    place: unique([...[...sender, ...recipient].map(({ place }) => nameOf(place)), ...named('places')]),
    year: unique([dateSent?.date.slice(0, 4)]),
    mentions: people,
  };
  const lines: Record<keyof typeof recordLabels, string | undefined> = {
    'record-file': fileNumber,
    'record-tel': telegramNumber === undefined ? undefined : `Telegram ${telegramNumber}`,
    'record-despatch': despatchNumber === undefined ? undefined : capitalized(`${kindInWords(kind)} ${despatchNumber}`),
    'record-from': sender.map(inFull).join('; '),
    'record-to': recipient.map(inFull).join('; '),
    'record-year': dateWords(dateSent),
    'record-received': dateReceived === undefined ? undefined : dateWords(dateReceived),
    'record-place': facetValues.place.join('; '),
    'record-mentions': unique([participants.map(inFull).join('; '), ...people, ...named('terms')]).join('; '),
    'record-kind': kindInWords(kind),
    'record-volume': listed([source.volume, listed([volume.title, volume.years], ', ')], ': '),
    'record-page': printedPages(document),
    'record-doc': source.document?.toString(),
    'record-summary': record.summary,
  };
  const parties = listed([facetValues.sender.join(', '), facetValues.recipient.join(', ')], ' to ');
  const number = lines['record-tel'] ?? lines['record-despatch'];
  const recordPassages = Object.entries(lines).map(([anchor, text = '']) => ({ anchor, text }));
  const [sent, received] = [dateSent?.date ?? '', dateReceived?.date ?? ''];
  const linesOf = Object.fromEntries(lineFields.map((field) => [field, unique([lines[`record-${field}`]])]));
  return {
    document: {
      id: document.id,
      title: titleOf(document),
      /** `761.9315 Manchuria/35 · Telegram 39 · Loy W. Henderson to Cordell Hull · [January 31, 1936]` */
      recordLine: listed([fileNumber, number, parties, lines['record-year']], ' · '),
      sent,
      received,
      passages: [...textPassages(document), ...recordPassages.filter(({ text }) => text !== '')],
    },
    // Of the places each is a value; of the other lines, the line.
    columns: {
      ...(linesOf as Record<(typeof lineFields)[number], string[]>),
      ...facetValues,
      sent: [sent],
      received: [received],
    },
  };
}

/** A document as the search page has it back: what it shows, and what candidates are checked against. */
export type IndexedDocument = ReturnType<typeof toIndexedDocument>['document'];
/** What of the record is looked up in lists: facets, dates, and the lines that fields look in. */
export type ColumnName = keyof ReturnType<typeof toIndexedDocument>['columns'];

const listed = (parts: readonly (string | undefined)[], separator: string): string =>
  parts.filter(Boolean).join(separator);

const unique = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.flatMap((value) => value || [])),
];
