/** One document file → the document and what is wrong with it, looked at alone. */
import type { EditionDocument, Point } from '../edition/document.ts';
import { isDocumentId } from '../edition/identifier.ts';
import { finding, messageAt, type Message } from '../edition/problems.ts';
import { readDocument } from '../markdown/read-document.ts';
import { documentRecord } from '../schema/frontmatter.ts';
import { readYaml, type FieldPath } from './read-yaml.ts';

/** A document as far as its file could be read: without a record where the record has problems. */
export type Draft = Omit<EditionDocument, 'record'> & Partial<Pick<EditionDocument, 'record'>>;

/** A document file that was read. */
export interface DocumentFile {
  readonly id: string;
  /** Absent where there are problems. */
  readonly document: EditionDocument | undefined;
  /** What could be read in spite of problems, so that all of them are found at once. */
  readonly draft: Draft;
  readonly problems: readonly Message[];
  /** Where a field of the record stands in the file. */
  readonly pointOf: (path: FieldPath) => Point;
}

const start: Point = { line: 1, column: 1 };

/** Reads a document from the text of its file. Never throws: a failure of the reader itself is a message too. */
export function readDocumentFile(id: string, text: string): DocumentFile {
  try {
    return read(id, text);
  } catch (error) {
    const failed = messageAt(start, 'file-unreadable', {
      expected: 'a document that this program can read',
      actual: `one that it stumbles over (${error instanceof Error ? error.message : String(error)})`,
      mend: 'Take the file apart to find the place, and report it: this is a fault of the program too.',
    });
    const draft: Draft = { id, heading: [], body: [], notes: [] };
    return { id, document: undefined, draft, problems: [failed], pointOf: () => start };
  }
}

function read(id: string, text: string): DocumentFile {
  const { frontmatter, heading, body, notes, problems } = readDocument(text);
  const record = frontmatter
    ? readYaml(frontmatter.text, documentRecord, frontmatter.firstLine)
    : { value: undefined, problems: [], pointOf: () => start };
  const named = isDocumentId(id) ? [] : [finding('file-name', start, `${id}.mdx`)];
  const all = [...named, ...record.problems, ...problems];
  const draft: Draft = { id, heading, body, notes, ...(record.value && { record: record.value }) };
  const document = record.value && all.length === 0 ? { ...draft, record: record.value } : undefined;
  return { id, document, draft, problems: all, pointOf: record.pointOf };
}
