/** A document as search sees it: passages of words, each with its address in the page; made from the tree. */
import { lineOf, type Block, type EditionDocument } from '../../edition/document.ts';
import { textOf } from '../../edition/text.ts';
import { notesCalled, wordsIn, type Words } from '../../edition/walk.ts';

/** A run of words that a phrase may not leave. */
export interface Passage {
  /** Address in the page: `p2`, `n56`, `received`; of the record's lines, their name: `record-from`. */
  readonly anchor: string;
  readonly text: string;
}

/** Words on their way to a passage; those without an address of their own take that of the words that follow. */
type Piece = Omit<Passage, 'anchor'> & { readonly anchor?: string | undefined };

const searchText = (words: Words): string => textOf(words, 'search');

/**
 * The passages of a document's text in the order of its page: heading, dateline, received line, then each block with
 * the notes that it calls. Marks that would break a phrase (`[sic]`) and the numbers of notes are left out; white space
 * is one space.
 */
export function textPassages(document: EditionDocument): Passage[] {
  const { heading } = document;
  const fileLine = lineOf(document, 'fileLine');
  const notesOf = notesCalled(document);
  /** The notes that stand after some words. */
  const notes = (words: readonly Words[]): Piece[] =>
    notesOf(words).map(({ anchor, children }) => {
      const pieces = children.flatMap(piecesOf);
      return { anchor, text: pieces.map(({ text }) => text).join(' ') };
    });
  /** A block and the notes it calls. In a division each block has its own notes beside it. */
  const withNotes = (block: Block, notesOf = notes): Piece[] => {
    if (block.type !== 'division') return [...piecesOf(block), ...notesOf(wordsIn([block]))];
    const lines = block.heading.flatMap((line) => searchText(line).split('\n')).map((text) => ({ text }));
    return [...lines, ...notesOf(block.heading), ...block.children.flatMap((child) => withNotes(child, notesOf))];
  };
  const piecesOf = (block: Block): Piece[] => {
    if (block.type === 'paragraph') return [{ anchor: block.anchor, text: searchText(block.children) }];
    if (block.type === 'table') return [{ anchor: block.anchor, text: wordsIn([block]).map(searchText).join(' ') }];
    if (block.type === 'quotation') return block.children.flatMap(piecesOf);
    // In a list, a quotation or a note, the notes of a division stand after that, with all that are called there.
    if (block.type === 'division') return withNotes(block, () => []);
    return block.items.flatMap((item) => [{ text: item.marker }, ...item.children.flatMap(piecesOf)]);
  };
  return placed([
    { text: searchText(fileLine) },
    { anchor: 'heading', text: heading.map(searchText).join(' ') },
    ...notes([fileLine, ...heading]),
    ...(['dateline', 'received'] as const).flatMap((anchor) => {
      const line = lineOf(document, anchor);
      return [{ anchor, text: searchText(line) }, ...notes([line])];
    }),
    ...document.body.flatMap((block) => withNotes(block)),
  ]);
}

function placed(pieces: readonly Piece[]): Passage[] {
  let following: string | undefined;
  const backwards = pieces
    .toReversed()
    .map(({ anchor, text }) => ({ anchor: (following = anchor ?? following), text: text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
  const last = backwards.find(({ anchor }) => anchor !== undefined)?.anchor ?? 'heading';
  return backwards.reverse().map(({ anchor = last, text }) => ({ anchor, text }));
}
