/** One document file → the document and what is wrong with it, looked at alone. */
import { readDocument } from '../markdown/read-document.ts';
import { documentRecord } from '../schema/frontmatter.ts';
import { readYaml, type FieldPath } from '../schema/read-yaml.ts';
import type { EditionDocument, Point } from '../edition/document.ts';
import { isDocumentId } from '../edition/identifier.ts';
import { finding, type Finding } from '../edition/problems.ts';
import type { KeptTrees } from './kept-trees.ts';

/** A document file that was read. */
export interface DocumentFile {
  readonly id: string;
  /** Absent where there are problems. */
  readonly document: EditionDocument | undefined;
  readonly problems: readonly Finding[];
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
  const document =
    record.value && all.length === 0
      ? { id, record: record.value, heading, body, notes }
      : undefined;
  return { id, document, problems: all, pointOf: record.pointOf };
}

/** Takes a document's tree from where an earlier run kept it, else reads its file and keeps the tree. */
export async function keptDocumentFile(
  id: string,
  text: string,
  trees: KeptTrees | undefined,
): Promise<DocumentFile> {
  const document = await trees?.find(id, text);
  if (document) {
    const pointOf = (): Point => ({ line: 1, column: 1 });
    return { id, document, problems: [], pointOf, readAgain: () => readDocumentFile(id, text) };
  }
  const file = readDocumentFile(id, text);
  if (file.document) await trees?.keep(id, text, file.document);
  return file;
}
