/** The one walker of a document's tree: blocks, runs of words, and what stands among the words, in reading order. */
import type { Block, DocumentText, Inline, Mark, Note, NoteReference, Paragraph, Table } from './document.ts';

type Anchored = Paragraph | Table;
const isAnchored = (block: Block): block is Anchored => block.type === 'paragraph' || block.type === 'table';

/** Some blocks and all that stand in them, a block before what it holds. */
export const blocksIn = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => {
    if (isAnchored(block)) return [block];
    const held = block.type === 'list' ? block.items.flatMap(({ children }) => children) : block.children;
    return [block, ...blocksIn(held)];
  });

/** Every paragraph and table that has an anchor, whatever it stands in. */
export const anchoredBlocks = (blocks: readonly Block[]): Anchored[] => blocksIn(blocks).filter(isAnchored);

/** A run of words that belong together: a paragraph, a line of a heading, a cell. */
export type Words = readonly Inline[];

/** The words of a block itself, not of the blocks in it: of a table a run a cell, of a division one a heading line. */
export function ownWords(block: Block): readonly Words[] {
  if (block.type === 'paragraph') return [block.children];
  if (block.type === 'table') return block.rows.flat().map(({ children }) => children);
  if (block.type === 'list' || block.type === 'quotation') return [];
  return block.heading;
}

/** The runs of words in some blocks, a division's heading before what it holds. */
export const wordsIn = (blocks: readonly Block[]): Words[] => blocksIn(blocks).flatMap(ownWords);

/** All runs of words of a document, with the anchor of their place; of a division's heading that of its first words. */
export function placedWords({ lines = {}, heading, body, notes }: DocumentText) {
  const placed = blocksIn(body).map((block) => {
    return { place: anchoredBlocks([block])[0]?.anchor ?? 'heading', words: ownWords(block) };
  });
  const ofNotes = notes.map(({ anchor, children }) => ({ place: anchor, words: wordsIn(children) }));
  const { fileLine = [], dateline = [], received = [] } = lines;
  return [
    { place: 'heading', words: [fileLine, ...heading] },
    { place: 'dateline', words: [dateline] },
    { place: 'received', words: [received] },
    ...placed,
    ...ofNotes,
  ];
}

/** Everything that stands in some words, outer before inner; `found` is what comes before it. */
export function inlinesIn(words: Words, found: Inline[] = []): Inline[] {
  for (const inline of words) {
    found.push(inline);
    if ('children' in inline) inlinesIn(inline.children, found);
  }
  return found;
}

/** The marks among some words. */
export const marksIn = (words: Words): Mark[] => inlinesIn(words).filter((inline) => inline.type === 'mark');

/** The calls of notes among some words. */
export const callsIn = (words: Words): NoteReference[] =>
  inlinesIn(words).filter((inline) => inline.type === 'note-reference');

/** Gives the notes that some words of a document call, each with those that it calls itself. */
export function notesCalled({ notes }: DocumentText): (words: readonly Words[]) => Note[] {
  const byLabel = new Map(notes.map((note) => [note.label, note]));
  const notesOf = (words: readonly Words[]): Note[] =>
    words
      .flatMap(callsIn)
      .flatMap(({ label }) => byLabel.get(label) ?? [])
      .flatMap((note) => [note, ...notesOf(wordsIn(note.children))]);
  return notesOf;
}

/** Blocks anew, each paragraph and table as `change` makes it, in reading order. */
export function mapAnchored(blocks: readonly Block[], change: (block: Anchored) => Anchored): Block[] {
  const within = <Holder extends { readonly children: readonly Block[] }>(holder: Holder) => {
    return { ...holder, children: mapAnchored(holder.children, change) };
  };
  return blocks.map((block): Block => {
    if (isAnchored(block)) return change(block);
    return block.type === 'list' ? { ...block, items: block.items.map(within) } : within(block);
  });
}
