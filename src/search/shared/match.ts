/** Whether a document answers a query, and where: every candidate of the index is checked here against its text. */
import { placeKind } from '../../edition/places.ts';
import type { Passage } from './passages.ts';
import type { Query, Term } from './query.ts';
import { compareWords, wordsIn, type Word } from './words.ts';

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

/** A passage with its words, read once for all terms. */
type Read = Passage & { readonly words: readonly Word[] };
const readWords = (passage: Passage): Read => ({ ...passage, words: wordsIn(passage.text) });

const someExact = (spans: readonly Span[]): boolean => spans.some(({ exact }) => exact);

/**
 * Checks a document. Every term must be found somewhere in it, none that is excluded may stand
 * anywhere in it; a phrase never runs from one passage into the next.
 *
 * @returns undefined where the document does not answer.
 */
export function matchDocument({ terms }: Query, passages: readonly Passage[]): Match | undefined {
  const read = passages.map(readWords);
  const [asked, excluded] = [terms.filter((term) => !term.excluded), terms.filter((term) => term.excluded)];
  if (excluded.some((term) => someExact(spansOf(term, read).flat()))) return undefined;
  const found = asked.map((term) => spansToShow(term, read));
  if (found.some((byPassage) => byPassage.flat().length === 0)) return undefined;
  const together = asked.filter(({ field }) => field === undefined).flatMap(({ words }) => words);
  const hits = read
    .map((passage, at) => {
      const byTerm = found.map((byPassage) => byPassage[at] ?? []).filter((spans) => spans.length > 0);
      return { passage, spans: byTerm.flat(), rank: rankOf(passage, byTerm, together) };
    })
    .filter(({ spans }) => spans.length > 0)
    .toSorted((one, other) => other.rank - one.rank);
  const exact = found.every((byPassage) => someExact(byPassage.flat()));
  return {
    exact,
    rank: (hits[0]?.rank ?? 0) >= allTogether ? 2 : exact ? 1 : 0,
    hits: hits.map(({ passage: { anchor, text }, spans }) => ({ anchor, text, spans: merged(spans) })),
  };
}

/**
 * The places that answer a query, passage by passage, whether or not the document answers as a
 * whole: for highlighting a page, where all of the record is one passage.
 */
export function highlightSpans({ terms }: Query, passages: readonly Passage[]): Span[][] {
  const read = passages.map(readWords);
  const found = terms.filter(({ excluded }) => !excluded).map((term) => spansOf(term, read));
  return read.map((_, at) => merged(found.flatMap((byPassage) => byPassage[at] ?? [])));
}

/**
 * The places of a term, passage by passage. Other forms of a word are not offered beside a phrase, or a
 * word in quotation marks, that is there exactly.
 */
function spansOf(term: Term, passages: readonly Read[]): Span[][] {
  const found = passages.map((passage) => occurrences(term, passage));
  if (!(term.quoted || term.words.length > 1) || !someExact(found.flat())) return found;
  return found.map((spans) => spans.filter(({ exact }) => exact));
}

/** The same, less the record where the text itself says what was asked for: it repeats what is printed. */
function spansToShow(term: Term, passages: readonly Read[]): Span[][] {
  const found = spansOf(term, passages);
  const said = found.map((spans, at) => (placeKind(passages[at]?.anchor ?? '') === 'record' ? [] : spans));
  return term.field === undefined && said.flat().length > 0 ? said : found;
}

const isNote = (anchor: string): boolean => placeKind(anchor).endsWith('note');

/** Where a passage has what a term asks for: of a line of the record that is the whole line, or some words. */
function occurrences({ field, words }: Term, passage: Read): Span[] {
  if (field === undefined) return phraseIn(words, passage.words);
  if (field === 'note') return isNote(passage.anchor) ? phraseIn(words, passage.words) : [];
  if (passage.anchor === 'record') return phraseIn(words, passage.words);
  if (passage.anchor !== `record-${field}`) return [];
  const wholeIf = (answers: boolean) => (answers ? [{ start: 0, end: passage.text.length, exact: true }] : []);
  const folded = passage.words.map((word) => word.folded);
  switch (field) {
    case 'file':
      return wholeIf(folded.join('').startsWith(words.join('')));
    case 'year': {
      const [from = 0, to = from] = words.map(Number);
      const year = Number(folded.findLast((word) => /^\d{4}$/.test(word)));
      return wholeIf(year >= from && year <= to);
    }
    case 'tel':
      return wholeIf(folded.includes(words.join('')));
    default:
      return phraseIn(words, passage.words);
  }
}

/** Every place where the words that are asked for stand one after another. */
function phraseIn(asked: readonly string[], words: readonly Word[]): Span[] {
  return words.flatMap(({ start }, from) => {
    const last = words[from + asked.length - 1];
    let exact = true;
    for (const [offset, word] of asked.entries()) {
      const likeness = compareWords(word, words[from + offset]?.folded ?? '');
      if (likeness === undefined) return [];
      if (likeness === 'near') exact = false;
    }
    return last === undefined ? [] : [{ start, end: last.end, exact }];
  });
}

/** What a passage with all words together ranks above any other. */
const allTogether = 1e6;

/**
 * How well a passage answers: all words together, where there are several, then how many of the terms,
 * exact before near, the document's own words before the edition's.
 *
 * @param byTerm What was found in the passage, for each term that was.
 */
function rankOf({ anchor, words }: Read, byTerm: readonly Span[][], together: readonly string[]): number {
  const wholly = together.length > 1 && byTerm.length > 0 && someExact(phraseIn(together, words));
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
