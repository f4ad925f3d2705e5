/** One document file → the document and what is wrong with it, looked at alone. */
import { readDocument } from '../markdown/read-document.ts';
import { documentRecord } from '../schema/frontmatter.ts';
import { readYaml, type FieldPath } from './read-yaml.ts';
import type { EditionDocument, Point } from '../edition/document.ts';
import { isDocumentId } from '../edition/identifier.ts';
import { finding, type Message } from '../edition/problems.ts';
import type { KeptTrees } from './kept-trees.ts';

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
  /** Where only the tree was kept and places are not known: reads the file, places and all. */
  readonly readAgain?: () => DocumentFile;
}

/** Reads a document from the text of its file. */
export function readDocumentFile(id: string, text: string): DocumentFile {
  const { frontmatter, heading, body, notes, problems } = readDocument(text);
  const record = frontmatter
    ? readYaml(frontmatter.text, documentRecord, frontmatter.firstLine)
    : { value: undefined, problems: [], pointOf: () => ({ line: 1, column: 1 }) };
  const named = isDocumentId(id) ? [] : [finding('file-name', { line: 1, column: 1 }, `${id}.mdx`)];
  const all = [...named, ...record.problems, ...problems];
  const draft: Draft = { id, heading, body, notes, ...(record.value && { record: record.value }) };
  const document = record.value && all.length === 0 ? { ...draft, record: record.value } : undefined;
  return { id, document, draft, problems: all, pointOf: record.pointOf };
}

/** Takes a document's tree from where an earlier run kept it, else reads its file and keeps the tree. */
export async function keptDocumentFile(id: string, text: string, trees: KeptTrees | undefined): Promise<DocumentFile> {
  const document = await trees?.find(id, text);
  if (document) {
    const pointOf = (): Point => ({ line: 1, column: 1 });
    const readAgain = () => readDocumentFile(id, text);
    return { id, document, draft: document, problems: [], pointOf, readAgain };
  }
  const file = readDocumentFile(id, text);
  if (file.document) await trees?.keep(id, text, file.document);
  return file;
}
