/** One document file → the document and what is wrong with it, looked at alone. */
import { readDocument, type DocumentReading } from '../markdown/read-document.ts';
import { resolvedFaults } from '../markdown/read-characters.ts';
import { documentRecord } from '../schema/frontmatter.ts';
import { idMeant, oddSign } from '../schema/scalars.ts';
import { readYaml, type FieldPath } from './read-yaml.ts';
import type { EditionDocument } from '../edition/document.ts';
import { idFault } from '../edition/identifier.ts';
import { fileStart, messageAt, saidAt, type Message } from '../edition/problems.ts';

/** A document as far as its file could be read: without a record where the record has problems. */
export type Draft = Omit<EditionDocument, 'record'> & Partial<Pick<EditionDocument, 'record'>>;

/**
 * Reads a document from the text of its file. Never throws: a file that the reader stumbles over in a way
 * nobody foresaw is a problem of that file, and the others are still read.
 *
 * @param id The name of the file without `.mdx`.
 * @returns The document where there are no problems; the draft, what could be read in spite of them, so that all
 *   are found at once; and where a field of the record stands in the file.
 */
export function readDocumentFile(id: string, text: string) {
  const named = [misnamed(`${id}.mdx`)].filter((fault) => fault !== undefined);
  try {
    const { frontmatter, heading, body, notes, messages: found, warnings } = readDocument(text);
    const { value, problems = [], pointOf = () => fileStart } = frontmatter ? readRecord(frontmatter) : {};
    const messages = [...named, ...problems, ...found];
    const draft: Draft = { id, heading, body, notes, ...(value && { record: value }) };
    const document = value && messages.length === 0 ? { ...draft, record: value } : undefined;
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

/** What is wrong with the name of a file in `documents/`; undefined where it is that of a document. */
export function misnamed(name: string): Message | undefined {
  const fault = name.endsWith('.mdx') ? idFault(name.slice(0, -'.mdx'.length)) : 'form';
  if (fault === undefined) return undefined;
  const expected = {
    form: 'of small letters, figures and hyphens, ending in .mdx',
    figure: 'that begins with a letter',
    reserved: 'that is none of the calendar’s own addresses (by-…, page-…, index)',
  };
  const meant = name.endsWith('.mdx') ? idMeant(name.slice(0, -'.mdx'.length)) : undefined;
  return saidAt(fileStart, 'file-name')`
    a name ${expected[fault]}: moscow-1936-39.mdx
    ${name}${oddSign(name)}
    Rename the file${meant === undefined ? '' : ` to ${meant}.mdx`}; what is no document is kept outside of documents/.`;
}

/** Fields whose words are printed in a line of the document. */
const printedFields = /^(?:fileNumber|fileLine|printed)$/;

/** Reads the record, and looks at its characters after YAML has read its escapes (`"\0"`). */
function readRecord({ text, firstLine }: NonNullable<DocumentReading['frontmatter']>) {
  const { value, problems, pointOf } = readYaml(text, documentRecord, firstLine);
  const found = stringsIn(value).flatMap(({ path, words }): Message[] => {
    const at = pointOf(path);
    const faults = resolvedFaults(words, text).map(({ code, ...wording }) => messageAt(at, code, wording));
    if (!printedFields.test(String(path.at(-1))) || !words.includes('\n')) return faults;
    const several = saidAt(at, 'field-lines')`
      ${path.map(String).join('.')} in one line, as it is printed
      several lines
      Write it in one line.`;
    return [...faults, several];
  });
  return { value: found.length === 0 ? value : undefined, problems: [...problems, ...found], pointOf };
}

/** Every string in some data, with the way to it. */
function stringsIn(data: unknown, path: FieldPath = []): { path: FieldPath; words: string }[] {
  if (typeof data === 'string') return [{ path, words: data }];
  if (typeof data !== 'object' || data === null) return [];
  const step = (name: string): string | number => (Array.isArray(data) ? Number(name) : name);
  return Object.entries(data).flatMap(([name, value]) => stringsIn(value, [...path, step(name)]));
}
