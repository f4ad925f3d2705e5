/** The versions of documents, as their `revisions` count them. */
import type { DocumentRecord, Revision } from '../schema/frontmatter.ts';

type Revised = Pick<DocumentRecord, 'revisions'>;

/** The revision with the highest version, wherever the editor wrote it; none where the list is empty. */
export const latestRevision = (record: Revised): Revision | undefined =>
  record.revisions.toSorted((a, b) => a.version - b.version).at(-1);

/** The day of the newest revision of some documents; undefined where none is published yet. */
export function newestRevision(documents: readonly { record: Revised }[]): string | undefined {
  const dates = documents.flatMap(({ record }) => latestRevision(record)?.date ?? []);
  return dates.toSorted().at(-1);
}
