/** The marks of a document with their places, and the interventions among them. */
import type { Block, DocumentText, Inline, Mark } from './document.ts';
import { marksIn, wordsOf } from './document.ts';
import { markRow } from './marks.ts';

/** A mark with the place it stands in. */
export interface PlacedMark {
  readonly mark: Mark;
  /** Anchor of the heading, paragraph, table or note that holds it: `p2`, `n56`, `heading`. */
  readonly place: string;
}

/** An intervention in the text, as the apparatus lists it. */
export interface Intervention extends PlacedMark {
  /** Its own anchor: `m1`, `m2`, … in the order of the text. */
  readonly anchor: string;
  /** Whose it is. */
  readonly by: 'source' | 'edition';
}

/** Every mark of a document in reading order: heading, text, notes. */
export function placedMarks(document: DocumentText): PlacedMark[] {
  const placed = (place: string, words: readonly (readonly Inline[])[]): PlacedMark[] =>
    words.flatMap((inlines) => marksIn(inlines)).map((mark) => ({ mark, place }));
  return [
    ...placed('heading', document.heading),
    ...placedWords(document.body).flatMap(({ place, words }) => placed(place, words)),
    ...document.notes.flatMap((note) =>
      placed(
        note.anchor,
        placedWords(note.children).flatMap(({ words }) => words),
      ),
    ),
  ];
}

/** Words with the anchor of their place. */
interface PlacedWords {
  readonly place: string;
  readonly words: readonly (readonly Inline[])[];
}

/** The words of some blocks in order; the heading of a division has the place of its first paragraph. */
function placedWords(blocks: readonly Block[]): PlacedWords[] {
  return blocks.flatMap((block): PlacedWords[] => {
    switch (block.type) {
      case 'paragraph':
      case 'table':
        return [{ place: block.anchor ?? '', words: wordsOf(block) }];
      case 'list':
        return block.items.flatMap((item) => placedWords(item.children));
      case 'quotation':
        return placedWords(block.children);
      case 'division': {
        const inside = placedWords(block.children);
        return [{ place: inside[0]?.place ?? 'heading', words: block.heading }, ...inside];
      }
    }
  });
}

/** The interventions of a document, numbered in reading order. */
export function interventions(document: DocumentText): Intervention[] {
  return placedMarks(document)
    .filter(({ mark }) => markRow(mark.name).group === 'intervention')
    .map((placed, index) => ({
      ...placed,
      anchor: `m${index + 1}`,
      by: placed.mark.attributes['by'] === 'edition' ? 'edition' : 'source',
    }));
}
