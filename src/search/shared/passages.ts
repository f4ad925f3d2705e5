/** A document as search sees it: passages of words, each with its address in the page; made from the tree. */
import type { Block, DocumentText, EditionDocument } from '../../edition/document.ts';
import { fileLine } from '../../edition/document.ts';
import { textOf } from '../../edition/text.ts';
import type { Words } from '../../edition/walk.ts';
import { callsIn, firstCalls, wordsIn } from '../../edition/walk.ts';

/** A run of words that a phrase may not leave. */
export interface Passage {
  /** Address in the page: `p2`, `n56`, `received`; of the record's lines, their name: `record-from`. */
  readonly anchor: string;
  readonly text: string;
}

/** Words on their way to a passage; those without an address of their own take that of the words that follow. */
interface Piece {
  readonly anchor?: string | undefined;
  readonly text: string;
}

/**
 * The passages of a document's text in the order of its page: heading, dateline, received line, then
 * each block with the notes that it is the first to call. Marks that would break a phrase (`[sic]`)
 * and the numbers of notes are left out; white space is one space.
 */
export function textPassages(document: EditionDocument): Passage[] {
  const { record, heading } = document;
  const notes = noteFinder(document);
  const pieces: Piece[] = [
    { text: fileLine(record) },
    { anchor: 'heading', text: heading.map(searchText).join(' ') },
    ...notes(heading),
    { anchor: 'dateline', text: record.dateSent.printed ?? '' },
    { anchor: 'received', text: record.dateReceived?.printed ?? '' },
    ...document.body.flatMap((block) => piecesWithNotes(block, notes)),
  ];
  let following: string | undefined;
  const placed = pieces.toReversed().map(({ anchor, text }) => {
    following = anchor ?? following;
    return { anchor: following, text: text.replace(/\s+/g, ' ').trim() };
  });
  const passages = placed.toReversed().filter(({ text }) => text !== '');
  const last = passages.findLast(({ anchor }) => anchor !== undefined)?.anchor ?? 'heading';
  return passages.map(({ anchor = last, text }) => ({ anchor, text }));
}

/** Gives the notes that stand after some words: those first called there, each with those that it calls itself. */
type NoteFinder = (words: readonly Words[]) => Piece[];

function noteFinder(document: DocumentText): NoteFinder {
  const first = firstCalls(document);
  const byLabel = new Map(document.notes.map((note) => [note.label, note]));
  const called: NoteFinder = (words) =>
    words
      .flatMap(callsIn)
      .filter((call) => first.has(call))
      .flatMap(({ label }) => byLabel.get(label) ?? [])
      .flatMap(({ anchor, children }) => {
        const text = children.flatMap((block) => piecesOf(block, called)).map((piece) => piece.text);
        return [{ anchor, text: text.join(' ') }, ...called(wordsIn(children))];
      });
  return called;
}

/** A block and the notes it calls. In a division each block has its own notes beside it. */
function piecesWithNotes(block: Block, notes: NoteFinder): Piece[] {
  if (block.type !== 'division') return [...piecesOf(block, notes), ...notes(wordsIn([block]))];
  const heading = block.heading.flatMap((line) => searchText(line).split('\n')).map((text) => ({ text }));
  return [...heading, ...notes(block.heading), ...block.children.flatMap((child) => piecesWithNotes(child, notes))];
}

function piecesOf(block: Block, notes: NoteFinder): Piece[] {
  switch (block.type) {
    case 'paragraph':
      return [{ anchor: block.anchor, text: searchText(block.children) }];
    case 'table':
      return [{ anchor: block.anchor, text: block.rows.flat().map(searchText).join(' ') }];
    case 'quotation':
      return block.children.flatMap((child) => piecesOf(child, notes));
    case 'list':
      return block.items.flatMap((item) => [
        { text: item.marker },
        ...item.children.flatMap((child) => piecesOf(child, notes)),
      ]);
    case 'division':
      // In a list, a quotation or a note, its notes stand after that, with all that are called there.
      return piecesWithNotes(block, () => []);
  }
}

const searchText = (words: Words): string => textOf(words, 'search');
