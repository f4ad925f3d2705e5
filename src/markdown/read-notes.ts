/** The notes of a document: the ones written, held against the ones called. */
import type { FootnoteDefinition } from 'mdast';
import type { Block, Inline, Note, NoteReference } from '../edition/document.ts';
import { readNoteLabel } from '../edition/notes.ts';
import { blockReader } from './read-blocks.ts';
import { offsetOf } from './read-marks.ts';
import type { Source } from './read-source.ts';
import { anchoredBlocks, callsIn, wordsIn } from '../edition/walk.ts';

/** The notes in the order in which they are first called; a note may itself call notes. */
export function readNotes(
  definitions: readonly FootnoteDefinition[],
  heading: readonly (readonly Inline[])[],
  body: readonly Block[],
  source: Source,
): Note[] {
  const written = new Map<string, Note>();
  for (const definition of definitions) {
    const label = definition.label ?? definition.identifier;
    const offset = offsetOf(definition);
    const read = readNoteLabel(label);
    const earlier = written.get(label);
    const reader = blockReader(source);
    const children = reader.blocks(definition.children);
    reader.close();
    if (anchoredBlocks(children).length === 0) source.report('note-empty', offset, label);
    if (earlier) source.report('note-twice', offset, label, earlier.at.line);
    else if (!read) source.report('note-label', offset, label);
    else written.set(label, { label, ...read, children, at: source.pointAt(offset) });
  }

  const called = new Map<string, NoteReference>();
  const inOrder: Note[] = [];
  const waiting = [...heading.flatMap(callsIn), ...wordsIn(body).flatMap(callsIn)];
  for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
    const earlier = called.get(call.label);
    if (earlier) {
      source.reportAt('note-called-twice', call.at, call.label, earlier.at.line);
      continue;
    }
    called.set(call.label, call);
    const note = written.get(call.label);
    if (note) {
      inOrder.push(note);
      waiting.push(...wordsIn(note.children).flatMap(callsIn));
    } else if (readNoteLabel(call.label)) {
      source.reportAt('note-not-written', call.at, call.label);
    }
  }
  for (const note of written.values()) {
    if (!called.has(note.label)) source.reportAt('note-not-called', note.at, note.label);
  }
  return inOrder;
}
