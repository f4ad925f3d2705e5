/** What the index knows of a document beyond its words: from the publication to the page's head. */
import { mentions } from '../edition/mentions.ts';

import { dateWords } from '../edition/date-words.ts';
import { titleOf } from '../edition/printed-text.ts';
import type { Correspondent } from '../schema/frontmatter.ts';
import type { Register, RegisterKind } from '../schema/register.ts';
import type { Publication } from '../edition/publish.ts';

/** The facets, in the order in which they are shown, with their names for the reader. */
export const facets = {
  sender: 'Sender',
  recipient: 'Recipient',
  place: 'Place',
  year: 'Year',
  mentions: 'Mentioned',
} as const;
export type Facet = keyof typeof facets;

/** A document's record for search. */
export interface SearchRecord {
  /** Values by which results can be narrowed. */
  readonly filters: Readonly<Record<Facet, readonly string[]>>;
  /** Lines of the record, by their name in the index; what a document lacks is left out. */
  readonly meta: Readonly<Record<string, string>>;
  /** What results can be sorted by. */
  readonly sort: { readonly date: string };
}

/** Makes the record that search keeps of a document. */
export function searchRecord({ document, register }: Publication): SearchRecord {
  const { record } = document;
  const mentioned = [...mentions(document).keys()];
  const named = (kinds: readonly RegisterKind[]) =>
    mentioned.flatMap((id) => {
      const entry = register.get(id);
      return entry !== undefined && kinds.includes(entry.kind) ? [entry.name] : [];
    });
  const places = unique([
    ...[...record.sender, ...record.recipient].flatMap(({ place }) => nameOf(place, register)),
    ...named(['places']),
  ]);
  const people = named(['persons', 'organizations']);
  const { telegramNumber, despatchNumber } = record;
  return {
    filters: {
      sender: unique(record.sender.map((one) => shortName(one, register))),
      recipient: unique(record.recipient.map((one) => shortName(one, register))),
      place: places,
      year: [record.dateSent.date.slice(0, 4)],
      mentions: unique(people),
    },
    meta: {
      title: titleOf(document),
      'record-file': record.fileNumber,
      ...(telegramNumber === undefined ? {} : { 'record-tel': `Telegram ${telegramNumber}` }),
      ...(despatchNumber === undefined ? {} : { 'record-despatch': `Despatch ${despatchNumber}` }),
      'record-from': record.sender.map((one) => inFull(one, register)).join('; '),
      'record-to': record.recipient.map((one) => inFull(one, register)).join('; '),
      'record-date': dateWords(record.dateSent),
      ...(record.dateReceived === undefined ? {} : { 'record-received': dateWords(record.dateReceived) }),
      'record-place': places.join('; '),
      'record-mentions': unique([...people, ...named(['terms'])]).join('; '),
    },
    sort: { date: record.dateSent.date },
  };
}

function nameOf(id: string | undefined, register: Register): string[] {
  const name = id === undefined ? undefined : register.get(id)?.name;
  return name === undefined ? [] : [name];
}

function shortName({ person, office }: Correspondent, register: Register): string {
  return nameOf(person, register)[0] ?? office;
}

function inFull({ person, office, place }: Correspondent, register: Register): string {
  return [...nameOf(person, register), office, ...nameOf(place, register)].join(', ');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
