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
  const found = new Map<string, string[]>();
  for (const { mark, place } of placedMarks(document)) {
    const id = mark.attributes['id'];
    if (markRow(mark.name).group !== 'name' || id === undefined) continue;
    if (ours.has(place) && !withOurNotes) continue;
    const places = found.get(id);
    if (!places) found.set(id, [place]);
    else if (!places.includes(place)) places.push(place);
  }
  return found;
}

/** For every entry that is named, the documents that name it, in the order of the documents. */
export function mentionsIn(documents: readonly EditionDocument[]): Map<string, Mention[]> {
  const found = new Map<string, Mention[]>();
  for (const document of documents) {
    const title = titleOf(document);
    for (const [entry, places] of mentions(document)) {
      const mention = { id: document.id, title, places };
      const others = found.get(entry);
      if (others) others.push(mention);
      else found.set(entry, [mention]);
    }
  }
  return found;
}
