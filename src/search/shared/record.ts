/** The record of a document as search knows it: facets, lines that plain words find, and words that only fields ask for. */
import { dateWords } from '../../edition/date-words.ts';
import { mentions } from '../../edition/apparatus.ts';
import { titleOf } from '../../edition/printed-text.ts';
import type { Publication } from '../../edition/publish.ts';
import type { Correspondent } from '../../schema/frontmatter.ts';
import type { Register, RegisterKind } from '../../schema/register.ts';
import type { Passage } from './passages.ts';
import { textPassages } from './passages.ts';
import type { Field, Term } from './query.ts';
import { foldedWords } from './words.ts';

/** The facets, in the order in which they are shown, with their names for the reader. */
export const facets = {
  sender: 'Sender',
  recipient: 'Recipient',
  place: 'Place',
  year: 'Year',
  mentions: 'Mentioned',
} as const;
export type Facet = keyof typeof facets;

/** Values of each facet by which results can be narrowed. */
export type FacetValues = Readonly<Record<Facet, readonly string[]>>;

/** A document as the search page has it back: what it shows, and what candidates are checked against. */
export interface IndexedDocument {
  readonly id: string;
  readonly title: string;
  /** `761.9315 Manchuria/35 · Telegram 39 · Loy W. Henderson to Cordell Hull · [January 31, 1936]` */
  readonly recordLine: string;
  /** The text, then the record in words. */
  readonly passages: readonly Passage[];
}

/** Fields that look in the record, with the line of the record that answers them. */
export const recordPassage = {
  file: 'record-file',
  tel: 'record-tel',
  from: 'record-from',
  to: 'record-to',
  place: 'record-place',
  year: 'record-date',
} as const satisfies Record<Exclude<Field, 'note'>, string>;

/** The lines of the record, in the order in which they are shown, with their names for the reader. */
export const recordLabels = {
  'record-file': 'File number',
  'record-tel': 'Number',
  'record-despatch': 'Number',
  'record-from': 'From',
  'record-to': 'To',
  'record-date': 'Sent',
  'record-received': 'Received',
  'record-place': 'Places',
  'record-mentions': 'Mentions',
} as const satisfies Readonly<Record<string, string>>;
type RecordLine = keyof typeof recordLabels;

/** Makes of a publication what search keeps of it: the document, and the values of its facets. */
export function toIndexedDocument({ document, register }: Publication): {
  document: IndexedDocument;
  facets: FacetValues;
} {
  const { record } = document;
  const mentioned = [...mentions(document).keys()];
  const named = (...kinds: RegisterKind[]) =>
    mentioned.flatMap((id) => {
      const entry = register.get(id);
      return entry !== undefined && kinds.includes(entry.kind) ? [entry.name] : [];
    });
  const correspondents = [...record.sender, ...record.recipient];
  const places = unique([...correspondents.flatMap(({ place }) => nameOf(place, register)), ...named('places')]);
  const people = unique(named('persons', 'organizations'));
  const sender = unique(record.sender.map((one) => shortName(one, register)));
  const recipient = unique(record.recipient.map((one) => shortName(one, register)));
  const { telegramNumber, despatchNumber, dateSent, dateReceived } = record;
  const lines: Record<RecordLine, string | undefined> = {
    'record-file': record.fileNumber,
    'record-tel': telegramNumber === undefined ? undefined : `Telegram ${telegramNumber}`,
    'record-despatch': despatchNumber === undefined ? undefined : `Despatch ${despatchNumber}`,
    'record-from': record.sender.map((one) => inFull(one, register)).join('; '),
    'record-to': record.recipient.map((one) => inFull(one, register)).join('; '),
    'record-date': dateWords(dateSent),
    'record-received': dateReceived === undefined ? undefined : dateWords(dateReceived),
    'record-place': places.join('; '),
    'record-mentions': unique([...people, ...named('terms')]).join('; '),
  };
  const recordPassages = Object.entries(lines).map(([anchor, text = '']) => ({ anchor, text }));
  return {
    document: {
      id: document.id,
      title: titleOf(document),
      recordLine: [
        lines['record-file'],
        lines['record-tel'] ?? lines['record-despatch'],
        `${sender.join(', ')} to ${recipient.join(', ')}`,
        lines['record-date'],
      ]
        .filter((part) => part !== undefined)
        .join(' · '),
      passages: [...textPassages(document), ...recordPassages.filter(({ text }) => text !== '')],
    },
    facets: { sender, recipient, place: places, year: [dateSent.date.slice(0, 4)], mentions: people },
  };
}

/**
 * Words that no reader types and that tell the index which record has a value: `zqfromhenderson`.
 * A file number is one word, so that its beginning finds it.
 */
export function fieldWordsOfRecord(passages: readonly Passage[]): string[] {
  const fields = new Map(Object.entries(recordPassage).map(([field, passage]) => [passage as string, field as Field]));
  return passages.flatMap(({ anchor, text }) => {
    const field = fields.get(anchor);
    if (field === undefined) return [];
    const words = foldedWords(text);
    if (field === 'file') return [fieldWord(field, words.join(''))];
    const wanted = field === 'year' ? words.filter((word) => /^\d{4}$/.test(word)) : words;
    return [...new Set(wanted)].map((word) => fieldWord(field, word));
  });
}

/** What the index is asked for a field's term. */
export interface FieldWords {
  /** Words that must stand there whole. */
  readonly whole: readonly string[];
  /** Words of which the beginning is enough. */
  readonly begun: readonly string[];
}

/** The words of the index that a field's term asks for. */
export function fieldWordsOfTerm({ field, words }: Term): FieldWords {
  switch (field) {
    case undefined:
    case 'note':
      return { whole: [], begun: [] };
    case 'file':
      return { whole: [], begun: [fieldWord(field, words.join(''))] };
    case 'tel':
      return { whole: [fieldWord(field, words.join(''))], begun: [] };
    case 'year':
      return words.length > 1
        ? { whole: [], begun: [commonYears(words)] }
        : { whole: words.map((word) => fieldWord(field, word)), begun: [] };
    default:
      return { whole: [], begun: words.map((word) => fieldWord(field, word)) };
  }
}

/** The index finds words by their beginning: `1934`–`1936` begin with `193`. */
function commonYears([from = '', to = '']: readonly string[]): string {
  let length = 0;
  while (length < from.length && from[length] === to[length]) length += 1;
  return fieldWord('year', from.slice(0, length));
}

const fieldWord = (field: Field, word: string): string => `zq${field}${word}`;

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
