/** Whether a document came through whole: its characters in the TEI against those of the tree that is read back. */
import type { Block, DocumentText } from '../edition/document.ts';
import { blocksIn, inlinesIn, ownWords, type Words } from '../edition/walk.ts';

/** The characters of a document's tree without white space, notes where they are called. */
export function charactersOfTree(fileLine: Words, { heading, body, notes }: DocumentText): string {
  const byLabel = new Map(notes.map((note) => [note.label, note]));
  const words = (run: Words): string =>
    inlinesIn(run)
      .map((inline) => {
        if (inline.type === 'text') return inline.value;
        return inline.type === 'note-reference' ? blocks(byLabel.get(inline.label)?.children ?? []) : '';
      })
      .join('');
  const blocks = (some: readonly Block[]): string =>
    blocksIn(some)
      // Markers of the TEI are words of their points; one that Markdown has made of such words would show here.
      .flatMap((block) => [
        ...(block.type === 'list' ? block.items : []).map(({ marker }) => marker),
        ...ownWords(block).map(words),
      ])
      .join('');
  return (words(fileLine) + heading.map(words).join('') + blocks(body)).replace(/\s+/g, '').normalize('NFC');
}

/** Where two runs of characters part, with the words on both sides from there; undefined where they are the same. */
export function firstDifference(source: string, ours: string): { source: string; ours: string } | undefined {
  if (source === ours) return undefined;
  let at = 0;
  while (source[at] === ours[at]) at += 1;
  const from = Math.max(at - 20, 0);
  return { source: source.slice(from, at + 30), ours: ours.slice(from, at + 30) };
}
