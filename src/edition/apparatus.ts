/** The marks of a document with their places: the interventions, and what is named. */
import type { DocumentText, EditionDocument, Mark } from './document.ts';
import { markRow } from './marks.ts';
import { textOf } from './text.ts';
import { marksIn, placedWords } from './walk.ts';

/** Every mark of a document in reading order, with the anchor of the place that holds it: `p2`, `n56`, `heading`. */
export const placedMarks = (document: DocumentText) =>
  placedWords(document).flatMap(({ place, words }) => words.flatMap(marksIn).map((mark) => ({ mark, place })));

/** The interventions of a document in reading order, as the apparatus lists them. */
export function interventions(document: DocumentText) {
  return placedMarks(document)
    .filter(({ mark }) => markRow(mark.name).group === 'intervention')
    .map((placed, index) => ({
      ...placed,
      /** Its own anchor: `m1`, `m2`, … */
      anchor: `m${index + 1}`,
      /** Whose it is. */
      by: placed.mark.attributes['by'] === 'edition' ? ('edition' as const) : ('source' as const),
    }));
}
export type Intervention = ReturnType<typeof interventions>[number];

/** What is known of each mark of a document that intervenes. */
export const interventionsByMark = (document: DocumentText): ReadonlyMap<Mark, Intervention> =>
  new Map(interventions(document).map((one) => [one.mark, one]));

/** The words of an intervention as they stand in the text: the edition's own prints nothing around them. */
export const interventionText = ({ mark, by }: Intervention) => textOf([mark], by === 'edition' ? 'search' : 'printed');

/** What an intervention means, whose it is and why, in sentences: `Supplied: words that an editor has put in, …` */
export function interventionWords({ mark: { name, attributes }, by }: Intervention): string {
  const whose = by === 'edition' ? 'this edition’s' : 'the source’s';
  const { was, printed, reason } = attributes;
  // Where the volume prints the right words alone, the wrong ones do not stand in it.
  const stood = by === 'edition' || printed !== undefined ? 'In the source' : 'Before';
  const before = was && `${stood}: “${was}”.`;
  return [markRow(name).gloss, `It is ${whose} mark.`, before, reason].filter(Boolean).join(' ');
}

/** What a document names: register id → anchors, in reading order; those of the edition's notes only `withOurNotes`. */
export function mentions(document: DocumentText, withOurNotes = false): Map<string, string[]> {
  const ours = new Set(document.notes.filter((note) => note.series === 'edition').map((note) => note.anchor));
  const naming = placedMarks(document).filter(
    ({ mark, place }) => markRow(mark.name).group === 'name' && (withOurNotes || !ours.has(place)),
  );
  const byId = Map.groupBy(naming, ({ mark }) => mark.attributes['id'] ?? '');
  return new Map([...byId].map(([id, some]) => [id, [...new Set(some.map(({ place }) => place))]]));
}

/** The printed pages of a document, as its record says or its page breaks show: `42–45`; nothing where none is known. */
export function printedPages(document: EditionDocument): string | undefined {
  const { page, pages } = document.record.source;
  if (pages !== undefined || page === undefined) return pages;
  const last = placedMarks(document).findLast(({ mark }) => mark.name === 'PageBreak')?.mark.attributes['n'] ?? page;
  return last === page ? page : `${page}–${last}`;
}
