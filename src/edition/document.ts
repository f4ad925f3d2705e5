/**
 * The edition's own tree of a document: what one parse gives, and what every
 * output (page, TEI, plain text, citation, search text, fingerprint) is made from.
 */
import type { Correspondent } from './correspondence.ts';
import type { HistoricalDate } from './historical-date.ts';
import type { MarkName } from './marks.ts';
import type { NoteSeries } from './notes.ts';

/** A place in a source file: both numbers count from 1. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** The kinds of document that FRUS prints. */
export const documentKinds = ['telegram', 'despatch', 'letter', 'memorandum', 'note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A run of characters, exactly as printed. */
export interface Text {
  readonly type: 'text';
  readonly value: string;
}

/** Words that the volume prints in italics (`emphasis`) or in bold (`strong`). */
export interface Emphasis {
  readonly type: 'emphasis' | 'strong';
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
  /** The label as the editor wrote it: `56`, `60a`, `1.2` (source) or `a` (edition). */
  readonly label: string;
  readonly at: Point;
}

/** A line break that the volume prints inside a paragraph, as in an address or a signature. */
export interface LineBreak {
  readonly type: 'break';
}

export type Inline = Text | Emphasis | Mark | NoteReference | LineBreak;

/** What a paragraph is in the document: running text, or one of the set pieces before and after it. */
export const paragraphRoles = ['text', 'opener', 'dateline', 'salutation', 'closer', 'signature'] as const;
export type ParagraphRole = (typeof paragraphRoles)[number];

/** A paragraph. In the body it has an anchor (`p1`, `p1a`); inside a note it has none. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly role: ParagraphRole;
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

/** A table: the first row is its head. */
export interface Table {
  readonly type: 'table';
  readonly anchor?: string;
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
  readonly at: Point;
}

/** Words that the document quotes at length, set in. */
export interface Quotation {
  readonly type: 'quotation';
  readonly children: readonly Block[];
}

/** A part with a heading of its own: an enclosure, a section, a telegram quoted whole. */
export interface Division {
  readonly type: 'division';
  readonly kind: 'enclosure' | 'section' | 'quoted';
  /** The lines of its heading as printed; empty where none is printed. */
  readonly heading: readonly (readonly Inline[])[];
  readonly children: readonly Block[];
}

export type Block = Paragraph | List | Table | Quotation | Division;

/** A note of the source or of the edition. */
export interface Note {
  readonly label: string;
  readonly series: NoteSeries;
  /** The number or letter that is shown: `56`, `60a`, `2` for the label `1.2`, `a`. */
  readonly printed: string;
  /** Its address in the page: `n56`, `na`, `n1.2`. */
  readonly anchor: string;
  readonly children: readonly Block[];
  readonly at: Point;
}

/** A change to a published document. */
export interface Revision {
  /** The version that this revision makes, from 1. */
  readonly version: number;
  /** The day, as ISO 8601 `YYYY-MM-DD`. */
  readonly date: string;
  /** One sentence: what changed. */
  readonly change: string;
}

/** Another document of the same volume, or an answer to this one. */
export interface RelatedDocument {
  readonly relation: 'previous' | 'next' | 'answer' | 'paraphrase' | 'enclosure';
  /** What it is, in the words of the source. */
  readonly title: string;
  /** Document number in the volume, where it was seen. */
  readonly document?: number | undefined;
  /** Page of the printed volume, where no number was seen. */
  readonly page?: string | undefined;
  readonly fileNumber?: string | undefined;
  /** Its address elsewhere, where it was seen. */
  readonly url?: string | undefined;
  /** Its id in this edition, if it is here. */
  readonly id?: string | undefined;
}

/** Where the text comes from. */
export interface SourceRecord {
  /** Key of the volume in `content/edition.yaml`. */
  readonly volume: string;
  /** Number of the document in the volume. */
  readonly document?: number | undefined;
  /** Pages of the printed volume, where the volume has no document numbers. */
  readonly pages?: string | undefined;
  readonly chapter?: string | undefined;
  /** What was transcribed. */
  readonly copyText: string;
  /** Address of the copy-text. */
  readonly url: string;
  readonly rights: string;
  /** Whether the transcription was compared with the printed page. */
  readonly collated: boolean;
  /** What was compared with what. */
  readonly collation: string;
  /** Where the original is held. */
  readonly archive?: string | undefined;
}

/** What the edition knows about a document: its typed frontmatter. */
export interface DocumentRecord {
  readonly fileNumber: string;
  /** The line above the heading, only where it is not what `fileLine()` derives. */
  readonly fileLine?: string | undefined;
  readonly kind: DocumentKind;
  readonly telegramNumber?: number | undefined;
  readonly despatchNumber?: number | undefined;
  readonly sender: readonly Correspondent[];
  readonly recipient: readonly Correspondent[];
  readonly dateSent: HistoricalDate;
  readonly dateReceived?: HistoricalDate | undefined;
  readonly source: SourceRecord;
  readonly summary: string;
  /** What the copy-text lacks and the reader would look for (a dateline, a signature), one sentence each. */
  readonly absent: readonly string[];
  readonly related: readonly RelatedDocument[];
  readonly revisions: readonly Revision[];
}

/** The text of a document as printed. */
export interface DocumentText {
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

/**
 * The line above the heading, as FRUS sets it: `761.9315 Manchuria/35: Telegram`
 * for a telegram, the bare file number for anything else.
 */
export function fileLine(record: Pick<DocumentRecord, 'fileLine' | 'fileNumber' | 'kind'>): string {
  if (record.fileLine !== undefined) return record.fileLine;
  return record.kind === 'telegram' ? `${record.fileNumber}: Telegram` : record.fileNumber;
}

/** Every paragraph and table that has an anchor, in order, whatever it stands in. */
export function anchoredBlocks(blocks: readonly Block[]): (Paragraph | Table)[] {
  return blocks.flatMap((block): (Paragraph | Table)[] => {
    switch (block.type) {
      case 'paragraph':
      case 'table':
        return [block];
      case 'list':
        return block.items.flatMap((item) => anchoredBlocks(item.children));
      case 'quotation':
      case 'division':
        return anchoredBlocks(block.children);
    }
  });
}

/** Every mark in the given words, in order, outer before inner. */
export function marksIn(inlines: readonly Inline[]): Mark[] {
  return inlines.flatMap((inline): Mark[] => {
    if (inline.type === 'mark') return [inline, ...marksIn(inline.children)];
    return 'children' in inline ? marksIn(inline.children) : [];
  });
}

/** The runs of words of one paragraph or table: a paragraph has one, a table one a cell. */
export function wordsOf(block: Paragraph | Table): readonly (readonly Inline[])[] {
  return block.type === 'paragraph' ? [block.children] : block.rows.flat();
}
