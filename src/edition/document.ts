/** The edition's own tree of a document: what one parse gives, and what every output is made from. */
import type { MarkName } from './marks.ts';
import type { NoteLabel } from './notes.ts';
import type { DocumentRecord, Revision } from '../schema/frontmatter.ts';

/** A place in a source file: both numbers count from 1. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** How a volume sets words apart: in italics (`emphasis`), in bold (`strong`), and so on. */
export const emphasisTypes = ['emphasis', 'strong', 'small-caps', 'superscript', 'subscript', 'underline'] as const;

/** Words that the volume sets apart by their type. */
export interface Emphasis {
  readonly type: (typeof emphasisTypes)[number];
  readonly children: readonly Inline[];
}

/** An editorial mark; what it means and how it is shown is its row in the register of marks. */
export interface Mark {
  readonly type: 'mark';
  readonly name: MarkName;
  /** Attributes as the editor wrote them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Inline[];
  readonly at: Point;
}

/** The place in the text where a note is called. */
export interface NoteReference {
  readonly type: 'note-reference';
  /** The label as the editor wrote it: `56`, `60a`, `2.8`, `*` (source) or `a` (edition). */
  readonly label: string;
  readonly at: Point;
}

/** What stands in a line: a `text` exactly as printed; a `break` ends a printed line in a paragraph, as in an address. */
export type Inline =
  { readonly type: 'text'; readonly value: string } | Emphasis | Mark | NoteReference | { readonly type: 'break' };

/** What a paragraph is in the document: running text, or one of the set pieces before, in and after it. */
export type ParagraphRole =
  'text' | 'opener' | 'dateline' | 'received' | 'salutation' | 'subheading' | 'closer' | 'signature';

/** Where a line stands on the page of the volume, flush. */
export const alignments = ['left', 'center', 'right'] as const;
export type Alignment = (typeof alignments)[number];

/** A paragraph. In the body it has an anchor, `p1` where it is counted, else `l1` or its role's; in a note none. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly role: ParagraphRole;
  /** Only where the volume sets it otherwise than its role is usually set. */
  readonly align?: Alignment;
  readonly anchor?: string;
  readonly children: readonly Inline[];
  readonly at: Point;
}

/** One point of a list: `marker` is what the volume prints before it, e.g. `1.`, or empty. */
export interface ListItem {
  readonly marker: string;
  readonly children: readonly Block[];
}

export interface List {
  readonly type: 'list';
  readonly items: readonly ListItem[];
}

/** A cell of a table, and over how many columns it runs. */
export interface Cell {
  readonly columns: number;
  readonly children: readonly Inline[];
}

export interface Table {
  readonly type: 'table';
  readonly anchor?: string;
  /** Whether the first row is its head. */
  readonly head: boolean;
  readonly align: readonly (Alignment | null)[];
  readonly rows: readonly (readonly Cell[])[];
  readonly at: Point;
}

/** A part with a heading of its own: an enclosure, a section, a telegram quoted whole; or what follows a signature. */
export interface Division {
  readonly type: 'division';
  readonly kind: 'enclosure' | 'section' | 'quoted' | 'postscript';
  /** The lines of its heading as printed; empty where none is printed. */
  readonly heading: readonly (readonly Inline[])[];
  readonly children: readonly Block[];
}

/** A `quotation` holds what the document quotes at length, set in. */
export type Block =
  Paragraph | List | Table | Division | { readonly type: 'quotation'; readonly children: readonly Block[] };

/** A note of the source or of the edition. */
export interface Note extends NoteLabel {
  readonly label: string;
  readonly children: readonly Block[];
  readonly at: Point;
}

/** The lines that the record of a document prints. */
export type RecordLine = 'fileLine' | 'dateline' | 'received';

/** The text of a document as printed. */
export interface DocumentText {
  /** Lines that the record prints, with the notes that they call; the record itself has their words alone. */
  readonly lines?: Readonly<Partial<Record<RecordLine, readonly Inline[]>>>;
  /** The lines of the heading as printed. */
  readonly heading: readonly (readonly Inline[])[];
  readonly body: readonly Block[];
  /** In the order in which they are first called. */
  readonly notes: readonly Note[];
}

/** A document: its record, and its text. */
export interface EditionDocument extends DocumentText {
  /** File name and address: `moscow-1936-39`. */
  readonly id: string;
  readonly record: DocumentRecord;
}

/** The line above the heading, as FRUS sets it: `761.9315 Manchuria/35: Telegram`, or the number alone; often empty. */
export function fileLine(record: Pick<DocumentRecord, 'fileLine' | 'fileNumber' | 'kind'>): string {
  const { fileLine, fileNumber = '', kind } = record;
  return fileLine ?? (kind === 'telegram' && fileNumber !== '' ? `${fileNumber}: Telegram` : fileNumber);
}

/** Kinds of documents that do not go from somebody to somebody, unless they have a recipient. */
const unsent: ReadonlySet<DocumentRecord['kind']> = new Set([
  'memorandum',
  'memorandum-of-conversation',
  'minutes',
  'statement',
  'treaty',
  'editorial-note',
  'paper',
]);

/** Whether a document was sent, or only written: a memorandum has a date of its own, and no despatch. */
export const isSent = ({ kind, recipient }: Pick<DocumentRecord, 'kind' | 'recipient'>): boolean =>
  !unsent.has(kind) || recipient.length > 0;

/** The words of a line that the record of a document prints; none where it prints none. */
export function lineOf(document: Pick<EditionDocument, 'lines' | 'record'>, line: RecordLine): readonly Inline[] {
  const { lines, record } = document;
  const date = line === 'dateline' ? record.dateSent : record.dateReceived;
  const printed = line === 'fileLine' ? fileLine(record) : (date?.printed ?? '');
  return lines?.[line] ?? (printed === '' ? [] : [{ type: 'text', value: printed }]);
}

/** A kind of document in running words: `memorandum of conversation`. */
export const kindInWords = (kind: DocumentRecord['kind']): string =>
  kind === 'aide-memoire' ? 'aide-mémoire' : kind.replaceAll('-', ' ');

/** An office and where it is, unless it says so itself: `Consul at Geneva`. */
export const seated = (office: string | undefined, place: string | undefined): (string | undefined)[] =>
  place !== undefined && office?.endsWith(` ${place}`) ? [office] : [office, place];

type Revised = Pick<DocumentRecord, 'revisions'>;

/** The newest revision, which stands last; none where the list is empty. */
export const latestRevision = ({ revisions }: Revised): Revision | undefined => revisions.at(-1);

/** The day of the newest revision of some documents; undefined where none is published yet. */
export function newestRevision(documents: readonly { record: Revised }[]): string | undefined {
  const dates = documents.flatMap(({ record }) => latestRevision(record)?.date ?? []);
  return dates.toSorted().at(-1);
}
