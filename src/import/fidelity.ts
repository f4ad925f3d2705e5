/** Whether a document came through whole: its characters in the TEI against those of the tree that is read back. */
import type { Block, DocumentText } from '../edition/document.ts';
import type { Message } from '../edition/problems.ts';
import { blocksIn, inlinesIn, ownWords, type Words } from '../edition/walk.ts';
import { charactersOf, type XmlElement } from './read-volume.ts';

/** Why something is not written. */
export interface Refusal {
  readonly reason: string;
  /** The words where it fails. */
  readonly passage: string;
}

/** Why a text that was written cannot stand: what its reader stumbles over, or does not give back of the TEI. */
export function faultIn(
  written: string,
  [problem]: readonly Message[],
  element: XmlElement,
  text: DocumentText,
  fileLine: Words = [],
): Refusal | undefined {
  if (problem) {
    const { expected, actual, line, column } = problem;
    const from = Math.max(column - 40, 0);
    const passage = (written.split('\n')[line - 1] ?? '').slice(from, from + 80);
    return { reason: `expected ${expected}; found ${actual}`, passage };
  }
  const difference = firstDifference(charactersOf(element), charactersOfTree(fileLine, text));
  if (difference === undefined) return undefined;
  const reason = `its characters would not be those of the volume, which has “${difference.source}”`;
  return { reason, passage: difference.ours };
}

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
