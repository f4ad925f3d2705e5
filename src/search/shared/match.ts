/** Whether a document answers a query, and where: every candidate of the index is checked here against its text. */
import { placeKind } from '../../edition/places.ts';
import type { Passage } from './passages.ts';
import type { Field, Query, Term } from './query.ts';
import { recordPassage } from './record.ts';
import type { Likeness, Word } from './words.ts';
import { compareWords, foldedWords, wordsIn } from './words.ts';

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

/** A document that answers. */
export interface Match {
  /** Whether everything that was asked for is there exactly. */
  readonly exact: boolean;
  /** How well it answers: 2 where all words stand together in their order, 1 where each is there exactly, else 0. */
  readonly rank: 0 | 1 | 2;
  /** The passages that answer best first, then in the order of the document. */
  readonly hits: readonly Hit[];
}

interface Place extends Span {
  readonly term: number;
}

/** A passage with its words, read once for all terms. */
interface Read extends Passage {
  readonly words: readonly Word[];
}

/**
 * Checks a document. Every term must be found somewhere in it, none that is excluded may stand
 * anywhere in it; a phrase never runs from one passage into the next.
 *
 * @returns undefined where the document does not answer.
 */
export function matchDocument(query: Query, passages: readonly Passage[]): Match | undefined {
  const read = passages.map((passage): Read => ({ ...passage, words: wordsIn(passage.text) }));
  const asked = query.terms.filter(({ excluded }) => !excluded);
  for (const term of query.terms) {
    if (term.excluded && placesOf(term, 0, read).some((places) => places.some(({ exact }) => exact))) {
      return undefined;
    }
  }
  const found = asked.map((term, index) => placesOf(term, index, read));
  if (found.some((byPassage) => byPassage.every((places) => places.length === 0))) return undefined;
  const together = sequence(asked);
  const exact = found.every((byPassage) => byPassage.flat().some((place) => place.exact));
  const hits = read
    .map((passage, index) => ({
      passage,
      places: found.flatMap((byPassage) => byPassage[index] ?? []),
      rank: 0,
    }))
    .filter(({ places }) => places.length > 0)
    .map((hit) => ({ ...hit, rank: rankOf(hit.passage, hit.places, together) }))
    .toSorted((one, other) => other.rank - one.rank);
  return {
    exact,
    rank: hits.some(({ rank }) => rank >= allTogether) ? 2 : exact ? 1 : 0,
    hits: hits.map(({ passage: { anchor, text }, places }) => ({
      anchor,
      text,
      spans: merged(places),
    })),
  };
}

/**
 * The places that answer a query, passage by passage, whether or not the document answers as a
 * whole: for highlighting a page, where all of the record is one passage.
 */
export function highlightSpans(query: Query, passages: readonly Passage[]): Span[][] {
  const read = passages.map((passage): Read => ({ ...passage, words: wordsIn(passage.text) }));
  const byTerm = query.terms
    .filter(({ excluded }) => !excluded)
    .map((term, index) =>
      preferExact(
        term,
        read.map((passage) => {
          const kind = placeKind(passage.anchor);
          const sought = term.field === undefined || (term.field === 'note' ? /note$/.test(kind) : kind === 'record');
          return sought ? phraseIn(term, index, passage.words) : [];
        }),
      ),
    );
  return read.map((_, at) => merged(byTerm.flatMap((byPassage) => byPassage[at] ?? [])));
}

/** The places of a term, passage by passage. */
function placesOf(term: Term, index: number, passages: readonly Read[]): Place[][] {
  const inText = preferExact(
    term,
    passages.map((passage) => (looksIn(term.field, passage) ? occurrences(term, index, passage) : [])),
  );
  if (term.field !== undefined) return inText;
  // The record repeats what is printed; it is shown only for what the text itself does not say.
  const isRecord = passages.map(({ anchor }) => placeKind(anchor) === 'record');
  const said = inText.some((places, at) => !isRecord[at] && places.length > 0);
  return said ? inText.map((places, at) => (isRecord[at] ? [] : places)) : inText;
}

/** Other forms of a word are not offered beside a phrase, or a word in quotation marks, that is there exactly. */
function preferExact(term: Term, byPassage: Place[][]): Place[][] {
  const strict = term.quoted || term.words.length > 1;
  if (!strict || !byPassage.flat().some(({ exact }) => exact)) return byPassage;
  return byPassage.map((places) => places.filter(({ exact }) => exact));
}

function looksIn(field: Field | undefined, { anchor }: Passage): boolean {
  if (field === undefined) return true;
  if (field === 'note') return /note$/.test(placeKind(anchor));
  return anchor === recordPassage[field];
}

function occurrences(term: Term, index: number, passage: Read): Place[] {
  const whole = (exact: boolean): Place[] => [{ term: index, exact, start: 0, end: passage.text.length }];
  const joined = term.words.join('');
  switch (term.field) {
    case 'file':
      return foldedWords(passage.text).join('').startsWith(joined) ? whole(true) : [];
    case 'year': {
      const [from = 0, to = from] = term.words.map(Number);
      const year = Number(passage.words.findLast(({ folded }) => /^\d{4}$/.test(folded))?.folded);
      return year >= from && year <= to ? whole(true) : [];
    }
    case 'tel':
      return passage.words.some(({ folded }) => folded === joined) ? whole(true) : [];
    default:
      return phraseIn(term, index, passage.words);
  }
}

/** Every place where the words stand one after another. */
function phraseIn(term: Term, index: number, words: readonly Word[]): Place[] {
  const places: Place[] = [];
  for (let from = 0; from + term.words.length <= words.length; from += 1) {
    const likeness = likenessAt(term, words, from);
    const first = words[from];
    const last = words[from + term.words.length - 1];
    if (likeness && first && last) {
      places.push({ term: index, exact: likeness === 'exact', start: first.start, end: last.end });
    }
  }
  return places;
}

function likenessAt(term: Term, words: readonly Word[], from: number): Likeness {
  let likeness: Likeness = 'exact';
  for (const [offset, asked] of term.words.entries()) {
    const one = compareWords(asked, words[from + offset]?.folded ?? '');
    if (one === undefined) return undefined;
    if (one === 'near') likeness = 'near';
  }
  return likeness;
}

/** All words asked for, in order, where there are several: best is the passage that has them together. */
function sequence(asked: readonly Term[]): Term | undefined {
  const words = asked.filter(({ field }) => field === undefined).flatMap((term) => term.words);
  if (words.length < 2) return undefined;
  return { words, quoted: false, excluded: false, typed: words.join(' ') };
}

/** What a passage with all words together ranks above any other. */
const allTogether = 1e6;

/**
 * How well a passage answers: all words together, then how many of the terms, exact before near,
 * the document's own words before the edition's.
 */
function rankOf(passage: Read, places: readonly Place[], together: Term | undefined): number {
  const terms = new Set(places.map(({ term }) => term)).size;
  const exact = new Set(places.filter((place) => place.exact).map(({ term }) => term)).size;
  const wholly = together !== undefined && phraseIn(together, 0, passage.words).some((place) => place.exact);
  const ownWords = placeKind(passage.anchor) === 'edition-note' ? 0 : 0.5;
  return (wholly ? allTogether : 0) + terms * 1e3 + exact + ownWords;
}

/** Spans in order, those that overlap made one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { start, end, exact } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last !== undefined && start < last.end) {
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, end),
        exact: last.exact || exact,
      };
    } else {
      result.push({ start, end, exact });
    }
  }
  return result;
}
