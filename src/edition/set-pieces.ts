/**
 * The register of set pieces: what an editor writes for the parts of a document that are no running
 * words. The reader, the outputs and the method page take what they need from the row.
 */
import type { Division, ParagraphRole } from './document.ts';

/** An element that makes a paragraph a set piece. */
export interface SetPieceRow {
  readonly role: Exclude<ParagraphRole, 'text'>;
  /** What it is, in one sentence for an editor. */
  readonly gloss: string;
  /** Where TEI has it, before or after all else in a division, and its own element there. */
  readonly tei: { readonly around: 'opener' | 'closer'; readonly element?: string };
}

/** An element that is a part of the document with a heading of its own. */
export interface DivisionRow {
  readonly kind: Division['kind'];
  readonly gloss: string;
}

export const setPieces = {
  Opener: {
    role: 'opener',
    gloss: 'A line before the text that is none of the following, such as the number of a despatch.',
    tei: { around: 'opener' },
  },
  // That of the document itself stands in the record, `dateSent.printed`.
  Dateline: {
    role: 'dateline',
    gloss: 'Place and day of a part with a heading of its own; those of the document stand in its record.',
    tei: { around: 'opener', element: 'dateline' },
  },
  Salutation: {
    role: 'salutation',
    gloss: 'The words that address the recipient.',
    tei: { around: 'opener', element: 'salute' },
  },
  Closer: {
    role: 'closer',
    gloss: 'The words that take leave, before the signature.',
    tei: { around: 'closer' },
  },
  Signature: {
    role: 'signature',
    gloss: 'The signature as printed, at the right.',
    tei: { around: 'closer', element: 'signed' },
  },
} as const satisfies Record<string, SetPieceRow>;

export const divisions = {
  Enclosure: {
    kind: 'enclosure',
    gloss: 'A document that was sent with this one. Empty lines stand inside its marks.',
  },
  Section: { kind: 'section', gloss: 'A part of the text with a heading of its own.' },
  Quoted: { kind: 'quoted', gloss: 'A telegram or paper that the text gives whole.' },
} as const satisfies Record<string, DivisionRow>;

/** A line break that the volume prints inside a paragraph. */
export const lineBreak = {
  name: 'Break',
  gloss: 'A line that ends inside a paragraph, as printed: in an address, under a signature.',
} as const;
