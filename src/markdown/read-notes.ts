/** The notes of a document: the ones written, held against the ones called. */
import type { Association, FootnoteDefinition } from 'mdast';
import type { Block, Inline, Note, NoteReference, Point } from '../edition/document.ts';
import { readNoteLabel } from '../edition/notes.ts';
import { anchoredBlocks, callsIn, wordsIn } from '../edition/walk.ts';
import { offsetOf, type Source } from './read-source.ts';

/** Whether a note begins at an offset without a colon after its label: no paragraph begins so. */
export const isWithoutColon = (text: string, at: number): boolean =>
  text.charAt(at - 1) === '\n' && /^\[\^[^\]\s]+\](?!:)/.test(text.slice(at, at + 200));

function reportNotWritten(label: string, at: number | Point, source: Source): void {
  source.report('note-not-written', at)`
    a note [^${label}]: somewhere at the end of the file
    [^${label}] calls a note that is not written
    Write the note at the end of the file: [^${label}]: …`;
}

/** Reports what looks like the call of a note in a run of text, where Markdown finds no such note. */
export function checkCalls(written: string, at: number, source: Source): void {
  for (const { index, 1: label = '' } of written.matchAll(/(?<!\\)\[\^([^\]\n]*)\]/g)) {
    if (isWithoutColon(source.text, at + index))
      source.report('note-without-colon', at + index)`
        a colon after [^${label}], where the note is written
        a line that begins with [^${label}] and no colon
        Write [^${label}]: before the words of the note.`;
    else if (!isUnfinished(label, source.text)) reportNotWritten(label, at + index, source);
  }
}

/** Whether a note is written all the same, its colon missing. */
const isUnfinished = (label: string, text: string): boolean => {
  const [, ...rest] = /\s/.test(label) ? [] : text.split(`\n[^${label}]`);
  return rest.some((after) => !after.startsWith(':'));
};

/** The calls of notes in the record, where lines of the document stand too. */
export function callsInRecord({ text, firstLine }: { readonly text: string; readonly firstLine: number }) {
  return text.split('\n').flatMap((line, index) =>
    Array.from(line.matchAll(/\[\^([^\]\s]+)\]/g), ({ index: before, 1: label = '' }) => {
      const at = { line: firstLine + index, column: before + 1 };
      return { call: { type: 'note-reference', label, at } as const, isAbove: line.startsWith('fileLine:') };
    }),
  );
}

/** The label under which a note is written or called. */
export const labelOf = ({ label, identifier }: Association): string => label ?? identifier;

/** The notes in the order in which record, text and notes first call them; `blocks` reads what a note holds. */
export function readNotes(
  definitions: readonly FootnoteDefinition[],
  inRecord: ReturnType<typeof callsInRecord>,
  heading: readonly (readonly Inline[])[],
  body: readonly Block[],
  source: Source,
  blocks: (nodes: FootnoteDefinition['children']) => Block[],
): Note[] {
  const written = new Map<string, Note>();
  for (const definition of definitions) {
    const label = labelOf(definition);
    const at = offsetOf(definition);
    const read = readNoteLabel(label);
    const earlier = written.get(label);
    const children = blocks(definition.children);
    if (anchoredBlocks(children).length === 0)
      source.report('note-empty', at)`
        the words of the note after [^${label}]:
        no words
        Write the note in the same line, directly after the colon, or remove it.`;
    if (earlier)
      source.report('note-twice', at)`
        each note written once
        the note [^${label}] is already written in line ${earlier.at.line}
        ${relabel(label)}`;
    else if (read) written.set(label, { label, ...read, children, at: source.pointAt(at) });
    else
      source.report('note-label', at)`
        the printed number or sign of the note (56, 60a, *, †; 2.8 for the second 8; 1.a for a letter) or a small letter for a note of the edition (a)
        [^${label}]
        Write the label as described.`;
  }

  const called = new Map<string, NoteReference>();
  const inOrder: Note[] = [];
  const take = (calls: readonly NoteReference[]): void => {
    for (const call of calls) {
      const { label } = call;
      const earlier = called.get(label);
      const note = written.get(label);
      if (!earlier) called.set(label, call);
      if (earlier)
        source.report('note-called-twice', call.at)`
          each note called once
          [^${label}] is already called in line ${earlier.at.line}
          ${relabel(label)}`;
      else if (note) inOrder.push(note);
      else if (!definitions.some((one) => labelOf(one) === label)) reportNotWritten(label, call.at, source);
    }
  };
  const lines = (above: boolean) => inRecord.filter(({ isAbove }) => isAbove === above).map(({ call }) => call);
  take([...lines(true), ...heading.flatMap(callsIn), ...lines(false), ...wordsIn(body).flatMap(callsIn)]);
  // The list grows while it is read: a note may call another one.
  for (const note of inOrder) take(wordsIn(note.children).flatMap(callsIn));
  for (const { label, at } of written.values()) {
    if (called.has(label)) continue;
    source.report('note-not-called', at)`
      [^${label}] somewhere in the text
      the note [^${label}] is written but not called
      Write [^${label}] after the word to which the note belongs, or remove the note.`;
  }
  return inOrder;
}

function relabel(label: string): string {
  const read = readNoteLabel(label);
  if (read?.series !== 'source') return 'Give one of them another letter.';
  const next = Number(/^(\d+)\./.exec(label)?.[1] ?? 1) + 1;
  return `Give one of them another label: where the volume prints ${read.printed} once more, [^${next}.${read.printed}].`;
}
