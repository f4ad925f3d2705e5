/** The text as printed, line by line: what `.txt` holds, the ledger fingerprints, every other output gives back. */
import { fileLine, type Block, type Cell, type EditionDocument, type Note, type ParagraphRole } from './document.ts';
import { noteMarker } from './notes.ts';
import { textOf } from './text.ts';

/** The heading as printed, its lines in one, less what is no name: what lists, titles and citations call a document. */
export function titleOf({ heading }: Pick<EditionDocument, 'heading'>): string {
  const lines = heading.map((line) => textOf(line));
  const named = lines.filter((line) => !noName.test(line));
  return (named.length > 0 ? named : lines).join(' ');
}

/** A title with what tells it from others like it, less what it says itself: that of a treaty names its day. */
export const toldApart = (title: string, ...by: readonly (string | undefined)[]): string =>
  [title, ...by.filter((words) => words && !title.includes(words))].join(', ');

/** A line that is no more than a day, with an hour or not, or how much it is: `September 12, 1944, noon`, `[Extract.]` */
const noName =
  /^(?:\p{Lu}\p{Ll}+ \d{1,2}, \d{4}(?:, (?:noon|midnight|[\d:.]+ [ap]\. ?m\.))?\.?|\[(?:Telegram|Extract|Translation)[^\]]*\])$/u;

/** The printed lines of some blocks: one a paragraph, one a row of a table, tabs between its columns; markers first. */
export function blockLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.type === 'paragraph') return [textOf(block.children)];
    if (block.type === 'table') return block.rows.map(rowLine);
    if (block.type === 'list')
      return block.items.flatMap(({ marker, children }) => marked(marker, blockLines(children)));
    const heading = block.type === 'division' ? block.heading.map((line) => textOf(line)) : [];
    return [...heading, ...blockLines(block.children)];
  });
}

const rowLine = (row: readonly Cell[]): string =>
  row.map(({ columns, children }) => textOf(children) + '\t'.repeat(columns - 1)).join('\t');

/** The words of those of some blocks that are paragraphs of some roles. */
export const wordsOfRole = (blocks: readonly Block[], ...roles: readonly ParagraphRole[]): string[] =>
  blocks.flatMap((block) => (block.type === 'paragraph' && roles.includes(block.role) ? [textOf(block.children)] : []));

/** The printed lines of a note, its number or sign before the first: `56. Soviet Commissar …`. */
export const noteLines = (note: Pick<Note, 'printed' | 'children'>): readonly string[] =>
  marked(noteMarker(note.printed), blockLines(note.children));

/** What `.txt` holds, in Unicode NFC with an LF after each line: what is printed, without the edition's own notes. */
export function printedText(document: EditionDocument): string {
  const { record, heading, body, notes } = document;
  const lines = [
    ...[fileLine(record)].filter((line) => line !== ''),
    ...heading.map((line) => textOf(line)),
    ...[record.dateSent?.printed, record.dateReceived?.printed].filter((line) => line !== undefined),
    ...blockLines(body),
    ...notes.filter((note) => note.series === 'source').flatMap(noteLines),
  ];
  return `${lines.join('\n')}\n`.normalize('NFC');
}

/** Puts a printed number or marker before the first of some lines. */
function marked(marker: string, lines: readonly string[]): readonly string[] {
  if (marker === '') return lines;
  const [first = '', ...rest] = lines;
  return [`${marker} ${first}`.trimEnd(), ...rest];
}
