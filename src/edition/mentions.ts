/** Where documents name the entries of the register: derived from their marks. */
import { placedMarks } from './apparatus.ts';
import type { EditionDocument } from './document.ts';
import { markRow } from './marks.ts';
import { titleOf } from './printed-text.ts';

/** The places of one document that name an entry. */
export interface Mention {
  readonly id: string;
  /** The heading of the document, in one line. */
  readonly title: string;
  /** Anchors in the document's page, in order: `heading`, `p2`, `n56`. */
  readonly places: readonly string[];
}

/**
 * What a document names: register id → anchors of the places that name it, each once, in reading
 * order. Notes of the edition are not the document; they count only `withOurNotes`.
 */
export function mentions(document: EditionDocument, withOurNotes = false): Map<string, string[]> {
  const ours = new Set(document.notes.filter((note) => note.series === 'edition').map((note) => note.anchor));
  const naming = placedMarks(document).filter(
    ({ mark, place }) => markRow(mark.name).group === 'name' && (withOurNotes || !ours.has(place)),
  );
  const byId = Map.groupBy(naming, ({ mark }) => mark.attributes['id'] ?? '');
  return new Map([...byId].map(([id, some]) => [id, [...new Set(some.map(({ place }) => place))]]));
}

/** For every entry that is named, the documents that name it, in the order of the documents. */
export function mentionsIn(documents: readonly EditionDocument[]): Map<string, Mention[]> {
  const all = documents.flatMap((document) => {
    const title = titleOf(document);
    return [...mentions(document)].map(([entry, places]) => ({ entry, mention: { id: document.id, title, places } }));
  });
  const byEntry = Map.groupBy(all, ({ entry }) => entry);
  return new Map([...byEntry].map(([entry, some]) => [entry, some.map(({ mention }) => mention)]));
}
