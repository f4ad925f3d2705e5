/**
 * The register of set pieces: what an editor writes for the parts of a document that are no running
 * words. The reader, the outputs and the method page take what they need from the row.
 */
import type { Division, Emphasis, ParagraphRole } from './document.ts';

/** An element that makes a paragraph a set piece. */
export interface SetPieceRow {
  readonly role: Exclude<ParagraphRole, 'text'>;
  /** What it is, in one sentence for an editor. */
  readonly gloss: string;
  /** Where TEI has it, before or after all else in a division, and its own element there. */
  readonly tei: { readonly around: 'opener' | 'closer'; readonly element?: string };
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
  Closer: { role: 'closer', gloss: 'The words that take leave, before the signature.', tei: { around: 'closer' } },
  Signature: {
    role: 'signature',
    gloss: 'The signature as printed, at the right.',
    tei: { around: 'closer', element: 'signed' },
  },
} as const satisfies Record<string, SetPieceRow>;

/** Elements that are parts of the document with a heading of their own. */
export const divisions = {
  Enclosure: {
    kind: 'enclosure',
    gloss: 'A document that was sent with this one. Empty lines stand inside its marks.',
  },
  Section: { kind: 'section', gloss: 'A part of the text with a heading of its own.' },
  Quoted: { kind: 'quoted', gloss: 'A telegram or paper that the text gives whole.' },
} as const satisfies Record<string, { readonly kind: Division['kind']; readonly gloss: string }>;

/** A line break that the volume prints inside a paragraph. */
export const lineBreak = {
  name: 'Break',
  gloss: 'A line that ends inside a paragraph, as printed: in an address, under a signature.',
} as const;

/** Words in italics or bold where stars cannot stand; everywhere else an editor writes the stars. */
export const styles = {
  Italic: { type: 'emphasis', gloss: 'Italics that stars cannot say: inside a word, or with a space at an edge.' },
  Bold: { type: 'strong', gloss: 'The same in bold.' },
} as const satisfies Record<string, { readonly type: Emphasis['type']; readonly gloss: string }>;
