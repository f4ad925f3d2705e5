/** One document file → the document and what is wrong with it, looked at alone. */
import { readDocument, type DocumentReading } from '../markdown/read-document.ts';
import { sayResolved } from '../markdown/read-characters.ts';
import { documentRecord, type DocumentRecord, type HistoricalDate } from '../schema/frontmatter.ts';
import { idMeant, oddSign } from '../schema/scalars.ts';
import { readYaml, type FieldPath } from './read-yaml.ts';
import type { EditionDocument, Inline, NoteReference, RecordLine } from '../edition/document.ts';
import { idFault } from '../edition/identifier.ts';
import { fileStart, heldIn, saidAt, type Message } from '../edition/problems.ts';
import { textOf } from '../edition/text.ts';

/** A document as far as its file could be read: without a record where the record has problems. */
export type Draft = Omit<EditionDocument, 'record'> & Partial<Pick<EditionDocument, 'record'>>;

/**
 * Reads a document from the text of its file `<id>.mdx`. Never throws: whatever the reader stumbles over is a problem.
 * Gives the document where there are none; the draft, what could be read in spite of them, so that all are found at
 * once; and where a field of the record stands in the file.
 */
export function readDocumentFile(id: string, text: string) {
  const named = misnamed(`${id}.mdx`);
  try {
    const { frontmatter, callsInRecord, heading, body, notes, messages: found, warnings } = readDocument(text);
    const { value, problems = [], pointOf = () => fileStart } = frontmatter ? readRecord(frontmatter) : {};
    const messages = [...named, ...problems, ...found];
    const calls = callsInRecord.map(({ call }) => call);
    const read = value && withLines(value, calls);
    const draft: Draft = { id, heading, body, notes, ...read };
    const document = read && messages.length === 0 ? { ...draft, ...read } : undefined;
    return { id, document, draft, messages, warnings, pointOf };
  } catch (error) {
    const unreadable = saidAt(fileStart, 'unreadable')`
      a document that can be read
      something that stops the reader: ${String(error).split('\n', 1)[0] ?? ''}
      Take the newest part of the file out, and put it back piece by piece until you know what does it.`;
    const draft: Draft = { id, heading: [], body: [], notes: [] };
    return { id, document: undefined, draft, messages: [...named, unreadable], warnings: [], pointOf: () => fileStart };
  }
}

/** A document file that was read. */
export type DocumentFile = ReturnType<typeof readDocumentFile>;

/** What is wrong with the name of a file in `documents/`; nothing where it is that of a document. */
export function misnamed(name: string): Message[] {
  const [, id] = /^(.*)\.mdx$/s.exec(name) ?? [];
  const fault = id === undefined ? 'form' : idFault(id);
  if (fault === undefined) return [];
  const expected = {
    form: 'of small letters, figures and hyphens, ending in .mdx',
    figure: 'that begins with a letter',
    reserved: 'that is none of the calendar’s own addresses (by-…, page-…, index)',
  };
  // What another program has put after the name.
  const plain = id ?? name.replace(/(?:\.mdx?)?\.(?:md|txt)$/i, '');
  const meant = idMeant(plain) ?? (id === undefined && idFault(plain) === undefined ? plain : undefined);
  const message = saidAt(fileStart, 'file-name')`
    a name ${expected[fault]}: moscow-1936-39.mdx
    ${name}${oddSign(name)}
    Rename the file${meant === undefined ? '' : ` to ${meant}.mdx`}; what is no document is kept outside of documents/.`;
  return [message];
}

/** Fields whose words are printed in a line of the document. */
const printedFields = /^(?:fileNumber|fileLine|printed)$/;

/** Those of them in which notes may be called. */
const linesWithNotes = /^(?:fileLine|printed)$/;
const aCall = /(\[\^[^\]\s]+\])/;

/** A record without the calls of notes in its lines, and those lines with them. */
function withLines(record: DocumentRecord, calls: readonly NoteReference[]): Pick<EditionDocument, 'record' | 'lines'> {
  const lines: Partial<Record<RecordLine, readonly Inline[]>> = {};
  const wordsOf = (line: RecordLine, printed: string): string => {
    const words = printed.split(aCall).flatMap((part): Inline[] => {
      const call = calls.find(({ label }) => part === `[^${label}]`);
      return part === '' ? [] : [call ?? { type: 'text', value: part }];
    });
    lines[line] = words;
    return textOf(words);
  };
  const dated = (line: RecordLine, date: HistoricalDate | undefined) =>
    date?.printed === undefined ? date : { ...date, printed: wordsOf(line, date.printed) };
  const { fileLine } = record;
  const clean = {
    ...record,
    ...(fileLine !== undefined && { fileLine: wordsOf('fileLine', fileLine) }),
    dateSent: dated('dateline', record.dateSent),
    dateReceived: dated('received', record.dateReceived),
  };
  return { record: clean, lines };
}

/** Reads the record, and looks at its words after YAML has read its escapes (`"\0"`). */
function readRecord({ text, firstLine }: NonNullable<DocumentReading['frontmatter']>) {
  const { value, problems, pointOf } = readYaml(text, documentRecord, firstLine);
  const found: Message[] = [];
  /** Looks at every string in some data, with the way to it. */
  const look = (data: unknown, path: FieldPath): void => {
    if (typeof data === 'object' && data !== null)
      for (const [name, inner] of Object.entries(data))
        look(inner, [...path, Array.isArray(data) ? Number(name) : name]);
    if (typeof data !== 'string') return;
    const say = (code: string) => heldIn(found, saidAt(pointOf(path), code));
    const [name, field] = [String(path.at(-1)), path.map(String).join('.')];
    sayResolved(data, text, say);
    const [call] = linesWithNotes.test(name) ? [] : (aCall.exec(data) ?? []);
    if (call !== undefined)
      say('note-in-field')`
        the call of a note in fileLine, dateSent.printed, dateReceived.printed or the text
        ${call} in ${field}
        Move the call to where the note is called in print; if it is called nowhere, remove both.`;
    if (printedFields.test(name) && data.includes('\n'))
      say('field-lines')`
        ${field} in one line, as it is printed
        several lines
        Write it in one line.`;
  };
  look(value, []);
  return { value: found.length === 0 ? value : undefined, problems: [...problems, ...found], pointOf };
}
