/** The versions of a document, as its `revisions` count them. */
import type { DocumentRecord, Revision } from '../schema/frontmatter.ts';

/** The revision with the highest version, wherever the editor wrote it; none where the list is empty. */
export function latestRevision(record: Pick<DocumentRecord, 'revisions'>): Revision | undefined {
  return record.revisions.toSorted((a, b) => a.version - b.version).at(-1);
}
