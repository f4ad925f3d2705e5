/** Whether a document answers a query, and where: every candidate of the index is checked here against its text. */
import { placeKind } from '../../edition/places.ts';
import { compareDate } from './dates.ts';
import type { Passage } from './passages.ts';
import { soughtTerms, wordsInRow, type Field, type Node, type Piece, type Term } from './query.ts';
import type { IndexedDocument } from './record.ts';
import { foldedOf, isFrequent, stem, wordsIn, type Word } from './words.ts';

/** How words stand: just as they were asked for, or in another form. */
type Likeness = 'exact' | 'near';

/** A place in a text that answers, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Whether the words stand there just as they were asked for, and not another form of them. */
  readonly exact: boolean;
}

/** A passage that answers. */
export interface Hit extends Passage {
  readonly spans: readonly Span[];
}

/** ISO dates of sending and receipt, to their own precision; empty where not known. */
type Dated = Pick<IndexedDocument, 'sent' | 'received'>;

/** A passage with its words. */
export type ReadPassage = Passage & { readonly words: readonly Word[] };

/** Reads the words of a passage, once for all that is asked of it. */
export const readWords = (passage: Passage): ReadPassage => ({ ...passage, words: wordsIn(passage.text) });

const someExact = (spans: readonly Span[]): boolean => spans.some(({ exact }) => exact);
const onlyExact = (spans: readonly Span[]): Span[] => spans.filter(({ exact }) => exact);

/** Whether a part of a query asks for a word that is nearly everywhere. */
export const isForFrequent = (node: Node): boolean =>
  node.type === 'term' && !node.field && !node.quoted && node.pieces.every(({ folded }) => isFrequent(folded));

/** The terms of a query whose places are shown: frequent words only where nothing else was asked for. */
function shownTerms(tree: Node | undefined): Term[] {
  const terms = soughtTerms(tree);
  const telling = terms.filter((term) => !isForFrequent(term));
  return telling.length > 0 ? telling : terms;
}

/** Finds where in a passage the words of a query stand one after another, as they were typed. */
function findTogether(tree: Node | undefined): (passage: ReadPassage) => Span[] {
  const pieces = wordsInRow(tree);
  return ({ words }) => (pieces.length > 1 ? onlyExact(phraseIn(pieces, words)) : []);
}

/**
 * How a document answers; undefined where it does not. A minus is for the whole document; a phrase never runs from one
 * passage into the next. With `nearPhrases` other forms of words in quotation marks will do, since these stand nowhere.
 */
export function matchDocument(
  tree: Node,
  document: Dated & { readonly passages: readonly ReadPassage[] },
  nearPhrases = false,
) {
  const { passages: read } = document;
  const shown = new Set(shownTerms(tree));
  /** What a part of the query found, term by term; of an OR only the sides that hold. A minus takes away what is exact. */
  const holds = (node: Node): { exact: boolean; parts: readonly (readonly (readonly Span[])[])[] } | undefined => {
    if (node.type === 'term') {
      const spans = spansToShow(node, read, document, nearPhrases);
      if (spans.flat().length === 0) return undefined;
      return { exact: someExact(spans.flat()), parts: shown.has(node) ? [spans] : [] };
    }
    if (node.type === 'not') return holds(node.of)?.exact ? undefined : { exact: true, parts: [] };
    const found = node.of.map(holds).filter((one) => one !== undefined);
    if (found.length < (node.type === 'and' ? node.of.length : 1)) return undefined;
    const exact = node.type === 'and' ? found.every((one) => one.exact) : found.some((one) => one.exact);
    return { exact, parts: found.flatMap(({ parts }) => parts) };
  };
  const answer = holds(tree);
  if (answer === undefined) return undefined;
  const together = findTogether(tree);
  const hits = read
    .map((passage, at) => {
      const byTerm = answer.parts.map((spans) => spans[at] ?? []).filter((spans) => spans.length > 0);
      const whole = byTerm.length > 0 ? together(passage) : [];
      return { passage, spans: [...byTerm.flat(), ...whole], rank: rankOf(passage, byTerm, whole.length > 0) };
    })
    .filter(({ spans }) => spans.length > 0)
    .toSorted((one, other) => other.rank - one.rank);
  return {
    /** Whether everything that was asked for is there exactly. */
    exact: answer.exact,
    /** How well it answers: 2 where all words stand together in their order, 1 where each is there exactly, else 0. */
    rank: (hits[0]?.rank ?? 0) >= allTogether ? 2 : answer.exact ? 1 : 0,
    /** The passages that answer best first, then in the order of the document. */
    hits: hits.map(({ passage: { anchor, text }, spans }): Hit => ({ anchor, text, spans: merged(spans) })),
  };
}
/** A document that answers. */
export type Match = NonNullable<ReturnType<typeof matchDocument>>;

/**
 * The places in a page that answer a query, passage by passage, whether or not the document answers as a whole; a row
 * of the page's record is a passage under the name of its line.
 */
export function highlightSpans(tree: Node | undefined, passages: readonly Passage[]): Span[][] {
  const read = passages.map(readWords);
  const whole = read.map(findTogether(tree));
  const found = shownTerms(tree).map((asked) => {
    // A place, and words of a summary, may be such as the text has. Whoever comes by a date comes to that of this page.
    const term = asked.field === 'place' || asked.field === 'summary' ? { ...asked, field: undefined } : asked;
    const day = term.days?.first ?? '';
    const begins = { ...term, pieces: term.pieces.map((piece) => ({ ...piece, begins: piece.folded.length > 2 })) };
    // What begins so is shown only where the page has no form of the word.
    const ways = (term.quoted ? [term] : [term, begins]).map((one) =>
      spansOf(one, read, { sent: day, received: day }, true),
    );
    return ways.find((spans) => spans.flat().length > 0) ?? spansOfRow(asked.field, read);
  });
  return read.map((_, at) => merged([...found, whole].flatMap((byPassage) => byPassage[at] ?? [])));
}

/** Where a page says, in other words than the index has, what some fields look in. */
const saidIn: Partial<Record<Field, string>> = {
  kind: 'record-tel',
  volume: 'record-printed',
  page: 'record-printed',
  doc: 'record-printed',
  summary: 'heading',
};

/** The whole of the row of a page's record that says what a field looks in; where it has none, the heading. */
function spansOfRow(field: Field | undefined, passages: readonly ReadPassage[]): Span[][] {
  const row = field && saidIn[field];
  const at = [row, row && 'heading'].map((anchor) => passages.findLastIndex((one) => one.anchor === anchor));
  const here = at.find((index) => index >= 0);
  return passages.map(({ text }, index) => (index === here ? [{ start: 0, end: text.length, exact: true }] : []));
}

/** The places of a term by passage; beside a phrase or a quoted word that is there exactly, no other forms of it. */
function spansOf(term: Term, passages: readonly ReadPassage[], document: Dated, nearPhrases: boolean): Span[][] {
  const found = passages.map((passage) => occurrences(term, passage, document));
  const isStrict = someExact(found.flat()) ? term.quoted || term.pieces.length > 1 : term.quoted && !nearPhrases;
  return isStrict ? found.map(onlyExact) : found;
}

/** The same, less the record where the text itself says what was asked for: it repeats what is printed. */
function spansToShow(term: Term, passages: readonly ReadPassage[], document: Dated, nearPhrases: boolean): Span[][] {
  const found = spansOf(term, passages, document, nearPhrases);
  const said = found.map((spans, at) => (placeKind(passages[at]?.anchor ?? '') === 'record' ? [] : spans));
  return term.field === undefined && someExact(said.flat()) === someExact(found.flat()) && said.flat().length > 0
    ? said
    : found;
}

/** Whether a word without a field may be found in a passage: not in what all documents have, or have by accident. */
export const isSearchedByWords = ({ anchor }: Passage): boolean =>
  !/^record-(?:kind|volume|page|doc|summary)$/.test(anchor);

/** Which line of the record a field looks in. */
const lineOf = (field: Field): string => (field === 'sent' ? 'record-year' : `record-${field}`);

/** Where a passage has what a term asks for: of a line of the record that is the whole line, or some words. */
function occurrences(term: Term, passage: ReadPassage, document: Dated): Span[] {
  const { field, pieces, days } = term;
  const kind = placeKind(passage.anchor);
  const here = (isThere: boolean) => (isThere ? placesOf(term, passage.words) : []);
  const isLine = field !== undefined && passage.anchor === lineOf(field);
  const whole = (how: Likeness | undefined): Span[] =>
    how === undefined || !isLine ? [] : [{ start: 0, end: passage.text.length, exact: how === 'exact' }];
  const asked = foldedOf(pieces).join('').replaceAll('*', '');
  /** Whether a number is asked for as one of some words, or as all: `L–561` and `ETA–1` are two. */
  const isAsked = (words: readonly string[]) => words.includes(asked) || words.join('') === asked;
  switch (field) {
    case undefined:
      return here(isSearchedByWords(passage));
    case 'text':
      return here(kind !== 'record' && !kind.endsWith('note'));
    case 'note':
      return here(kind.endsWith('note'));
    case 'source':
      return here(kind === 'note');
    case 'edition':
      return here(kind === 'edition-note');
    case 'year':
    case 'sent':
    case 'received':
      return whole(days && compareDate(days, field === 'received' ? document.received : document.sent));
    case 'file':
      return whole(foldedOf(passage.words).join('').startsWith(asked) ? 'exact' : undefined);
    case 'tel':
      // The line begins with what is numbered.
      return whole(isAsked(foldedOf(passage.words).filter((word) => word !== 'telegram')) ? 'exact' : undefined);
    case 'doc':
    case 'page': {
      const there = foldedOf(passage.words);
      const [from = NaN, to = from] = there.map(Number);
      const [first = NaN, last = first] = foldedOf(pieces).map(Number);
      const isThere = Number.isNaN(first) ? isAsked(there) : last >= from && first <= to;
      return whole(isThere ? 'exact' : undefined);
    }
    default:
      return here(isLine);
  }
}

/** How far a line of the record has what a field asks for, as in its document: a list of all lines tells which do. */
export function matchLine(term: Term, text: string, nearPhrases = true): Likeness | undefined {
  const passage = readWords({ anchor: lineOf(term.field ?? 'file'), text });
  const found = spansOf(term, [passage], { sent: text, received: text }, nearPhrases).flat();
  return found.length === 0 ? undefined : someExact(found) ? 'exact' : 'near';
}

/** Every place in some words where a term is found. */
const placesOf = ({ pieces, within }: Term, words: readonly Word[]): Span[] =>
  within === undefined ? phraseIn(pieces, words) : nearby(pieces, words, within);

/** Every place where the words that are asked for stand one after another. A paper `/35½` is not the paper `/35`. */
function phraseIn(pieces: readonly Piece[], words: readonly Word[]): Span[] {
  const [first] = pieces;
  return words.flatMap(({ start, folded, joined }, from) => {
    // Most words are not the first that is asked for.
    if (first && !first.joined && !joined && compareWords(first, folded) === undefined) return [];
    const found = follow(pieces, words, from);
    if (found === undefined) return [];
    const [last, next] = [words[found.next - 1], words[found.next]];
    const isCut = pieces.length > 1 && next?.start === last?.end && /^\d+$/.test(next?.folded ?? '');
    return isCut ? [] : [{ start, end: last?.end ?? start, exact: found.exact }];
  });
}

/** Follows the words that are asked for through those of a text from a place, either of which may read as joined. */
function follow(
  pieces: readonly Piece[],
  words: readonly Word[],
  at: number,
): { next: number; exact: boolean } | undefined {
  const [asked] = pieces;
  const found = words[at];
  if (asked === undefined) return { next: at, exact: true };
  if (found === undefined) return undefined;
  let near: { next: number; exact: boolean } | undefined;
  const step = (one: Piece, there: string, pieceCount: number, wordCount: number) => {
    const how = compareWords(one, there);
    const rest = how && follow(pieces.slice(pieceCount), words, at + wordCount);
    if (rest) near ??= { ...rest, exact: rest.exact && how === 'exact' };
    return rest?.exact === true && how === 'exact' ? rest : undefined;
  };
  const { joined } = found;
  return (
    step(asked, found.folded, 1, 1) ??
    (joined && step(asked, joined.folded, 1, joined.count)) ??
    (asked.joined && step({ folded: asked.joined.folded }, found.folded, asked.joined.count, 1)) ??
    near
  );
}

/**
 * Compares a word with one of a text. Near is another form of it by the index's stemmer (`desertion`, `deserters`),
 * or what begins so where it is in no document. A number has no other forms.
 */
export function compareWords({ folded, pattern, begins }: Piece, found: string): Likeness | undefined {
  if (pattern) return pattern.test(found) ? 'exact' : undefined;
  if (folded === found) return 'exact';
  if (begins) return found.startsWith(folded) ? 'near' : undefined;
  if (folded[0] !== found[0]) return undefined;
  const root = stem(folded);
  return root !== undefined && root === stem(found) ? 'near' : undefined;
}

/** Stretches with all that is asked for, in any order, and at most so many other words; `Mac-Donald` counts as one. */
function nearby(pieces: readonly Piece[], words: readonly Word[], within: number): Span[] {
  const counted: number[] = [];
  for (let count = 0; counted.length < words.length; count += 1) {
    counted.push(...Array<number>(words[counted.length]?.joined?.count ?? 1).fill(count));
  }
  const all = [...words.keys()].flatMap((from) =>
    pieces.flatMap((asked, piece) => {
      const found = follow([asked], words, from);
      return found?.exact ? [{ from, to: found.next - 1, piece }] : [];
    }),
  );
  return all.flatMap((last, index) => {
    // From each place backwards: the nearest of every other word.
    const nearest = new Map<number, number>();
    for (let back = index; back >= 0 && nearest.size < pieces.length; back -= 1) {
      const { piece, from } = all[back] ?? last;
      if (!nearest.has(piece) && ![...nearest.values()].includes(from)) nearest.set(piece, from);
    }
    const firstAt = Math.min(...nearest.values());
    const stretch = (counted[last.to] ?? 0) - (counted[firstAt] ?? 0) + 1;
    if (nearest.size < pieces.length || stretch - pieces.length > within) return [];
    return [{ start: words[firstAt]?.start ?? 0, end: words[last.to]?.end ?? 0, exact: true }];
  });
}

/** What a passage with all words together ranks above any other. */
const allTogether = 1e6;

/**
 * How well a passage answers: all words together (`wholly`), where there are several, then how many of the terms, exact
 * before near, the document's own words before the edition's. `byTerm` has what was found of each term that was.
 */
function rankOf({ anchor }: ReadPassage, byTerm: readonly (readonly Span[])[], wholly: boolean): number {
  const ownWords = placeKind(anchor) === 'edition-note' ? 0 : 0.5;
  return (wholly ? allTogether : 0) + byTerm.length * 1e3 + byTerm.filter(someExact).length + ownWords;
}

/** Spans in order, those that overlap made one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end, exact } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || start >= last.end) result.push({ start, end, exact });
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, end), exact: last.exact || exact };
  }
  return result;
}
