/** The register of set pieces: what an editor writes for the parts of a document that are no running words. */
import { alignments, type Division, type Emphasis, type ParagraphRole } from './document.ts';
import type { MarkAttribute } from './marks.ts';

/** An element that makes a paragraph a set piece. */
export interface SetPieceRow {
  readonly role: ParagraphRole;
  /** What it is, in one sentence for an editor. */
  readonly gloss: string;
  /** Where TEI has it, before (`opener`) or after (`closer`) all else in a division, and its own element there. */
  readonly tei: { readonly parents: readonly ('opener' | 'closer')[]; readonly element?: string };
}

const align = (isRequired: boolean, description: string): { readonly align: MarkAttribute } => ({
  align: { type: alignments, required: isRequired, description },
});

/** What a set piece may say of itself: where it stands on the page; of a paragraph of text, that alone makes it one. */
export const setPieceAttributes = (name: keyof typeof setPieces) =>
  name === 'Paragraph'
    ? align(true, 'Where it stands: `left`, without an indent; `center`; or `right`.')
    : align(false, 'Where it stands, `left`, `center` or `right`, if not as shown.');

export const setPieces = {
  Opener: {
    role: 'opener',
    gloss:
      'A line before the text that is none of the following: the number of a despatch, “[Extract]”, “[Translation]”, “Aide-Mémoire”. It stands above or below the dateline as in the volume.',
    tei: { parents: ['opener'] },
  },
  Dateline: {
    role: 'dateline',
    gloss:
      'Place and day where the text prints them: in a part with a heading of its own, at the end of the text, or below an opener. Otherwise those of the document stand in its record, `dateSent.printed`, and are printed once.',
    tei: { parents: ['opener', 'closer'], element: 'dateline' },
  },
  Received: {
    role: 'received',
    gloss: 'The line of receipt, where its dateline stands in the text too; otherwise it is `dateReceived.printed`.',
    tei: { parents: ['opener'], element: 'dateline' },
  },
  Salutation: {
    role: 'salutation',
    gloss: 'The words that address the recipient.',
    tei: { parents: ['opener'], element: 'salute' },
  },
  Subheading: {
    role: 'subheading',
    gloss: 'A heading inside the text, such as “Article 2”, under which no part of its own is made.',
    tei: { parents: [] },
  },
  Paragraph: {
    role: 'text',
    gloss: 'A paragraph of text that the volume sets otherwise than the others. All others are written without a name.',
    tei: { parents: [] },
  },
  Closer: { role: 'closer', gloss: 'The words that take leave, before the signature.', tei: { parents: ['closer'] } },
  Signature: {
    role: 'signature',
    gloss: 'The signature as printed, at the right.',
    tei: { parents: ['closer'], element: 'signed' },
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
  Postscript: { kind: 'postscript', gloss: 'What is added after the signature.' },
} as const satisfies Record<string, { readonly kind: Division['kind']; readonly gloss: string }>;

/** Elements that hold no words and are no mark. */
export const signs = {
  Break: { gloss: 'A line that ends inside a paragraph, as printed: in an address, under a signature.' },
  Across: { gloss: 'All that stands in a cell, where the cell before it runs on over its column.' },
} as const;

/** Words set apart by their type. Italics and bold an editor writes with stars, but for where stars cannot stand. */
export const styles = {
  Italic: { type: 'emphasis', gloss: 'Italics that stars cannot say: inside a word, or with a space at an edge.' },
  Bold: { type: 'strong', gloss: 'The same in bold.' },
  SmallCaps: { type: 'small-caps', gloss: 'Small capitals.' },
  Superscript: { type: 'superscript', gloss: 'Letters or figures above the line; a call of a note is none.' },
  Subscript: { type: 'subscript', gloss: 'Letters or figures below the line.' },
  Underline: { type: 'underline', gloss: 'Words underlined in the source.' },
} as const satisfies Record<string, { readonly type: Emphasis['type']; readonly gloss: string }>;
