/** The documents that answer a query: the index's candidates, checked against their texts a page of results at a time. */
import { inFigures } from '../../edition/counts.ts';
import { exactToken, formsToken, linksOf, readingsOf, summaryToken } from '../shared/candidates.ts';
import { compareDate } from '../shared/dates.ts';
import { placesWith } from '../shared/index-files.ts';
import { compareWords, isForFrequent, matchDocument, matchLine, type Match } from '../shared/match.ts';
import { lineFields, soughtTerms, wordsInRow, type Node, type Piece, type Term } from '../shared/query.ts';
import type { ColumnName, Facet } from '../shared/record.ts';
import { daysOf, pageSize, type SearchState } from '../shared/state.ts';
import { fold, isFrequent, stem } from '../shared/words.ts';
import type { ReadDocument, SearchEngine } from './engine.ts';

/** Candidates that are checked in the background at once, so that counts are exact where they can be. */
export const checkedAtOnce = 100;
/** A pattern, or the beginning of words, that fits more words than this is not searched for. */
const mostWords = 200;

/** A pattern or a beginning that cannot be searched for; the message says it to the reader. */
export class TooManyWords extends Error {
  constructor({ folded, pattern }: Piece, words: number) {
    const fits = pattern ? 'fits' : 'is in no document, and begins';
    super(
      `“${folded}” ${fits} ${inFigures(words)} words of the edition, more than are looked for; give more letters of it.`,
    );
  }
}

/** A document that answers the query, with its place in the order of time. */
export type Result = ReadDocument & { readonly place: number; readonly match: Match };

/** Results so far. */
export type Results = Readonly<Awaited<ReturnType<typeof find>>>;

const all = ({ exact, near }: Results): number[] => [...exact, ...near];

/** Whether all candidates are checked, those for other forms of what is quoted among them where it is nowhere. */
export const isComplete = (results: Results): boolean =>
  results.checked === all(results).length && (results.nearPhrases || results.foundExact.length > 0);

/** Results that can be shown in their order: near ones only when no exact one can follow. */
export const shownOf = ({ foundExact, foundNear, checked, exact }: Results): Result[] =>
  checked < exact.length ? [...foundExact] : [...foundExact, ...foundNear];

/** How many documents answer, exactly and nearly, and whether that is certain. */
export function countsOf(results: Results): { exact: number; near: number; certain: boolean } {
  const { sure, exact, near, foundExact, foundNear } = results;
  if (sure) return { exact: exact.length, near: near.length, certain: true };
  return { exact: foundExact.length, near: foundNear.length, certain: isComplete(results) };
}

/** The documents that are known to answer, or, until all are checked, may. */
export function placesOf(results: Results): number[] {
  if (results.sure || !isComplete(results)) return all(results);
  return [...results.foundExact, ...results.foundNear].map(({ place }) => place);
}

/** Finds every document that may answer a query. */
export async function find(
  engine: SearchEngine,
  query: Node,
  state: SearchState,
  nearPhrases = !soughtTerms(query).some(({ quoted }) => quoted),
) {
  const tree = await resolved(engine, query);
  const search = searching(engine, new Set(Array(await engine.size()).keys()), nearPhrases);
  // Asked for together: on a slow line one after another would be a round trip more.
  const [found, inRow] = await Promise.all([
    search.of(tree),
    state.sort === 'relevance' ? search.inRow(tree) : new Set<number>(),
  ]);
  for (const place of both(found.exact, inRow)) search.raise(place, mostPoints);
  const days = daysOf(state);
  const chosen = new Map<string, Set<number>>();
  const narrow = async (name: ColumnName, fits: (value: string) => boolean) =>
    chosen.set(name, placesWith(await engine.column(name), fits));
  if (days) await narrow('sent', (date) => compareDate(days, date) === 'exact');
  for (const [facet, values] of Object.entries(state.facets))
    await narrow(facet as Facet, (value) => values.includes(value));
  const order = (places: Set<number>) => {
    const inTime = [...places].filter((place) => [...chosen.values()].every((some) => some.has(place)));
    inTime.sort((one, other) => one - other);
    if (state.sort === 'newest') return inTime.reverse();
    if (state.sort !== 'relevance') return inTime;
    return inTime.sort((one, other) => search.scoreOf(other) - search.scoreOf(one));
  };
  return {
    /** What is looked for: the query, with what the index made of it. */
    tree,
    state,
    /** Whether other forms of what is quoted are looked for, since that is nowhere. */
    nearPhrases,
    /** Documents that may answer, best first or by date: exactly, then nearly. */
    exact: order(found.exact),
    near: order(without(found.near, found.exact)),
    /** The same before they are narrowed, and what the days and each facet in which something is chosen narrow to. */
    wide: [...either([found.exact, found.near])],
    chosen,
    /** Whether all that may answer do. */
    sure: found.sure && (nearPhrases || found.exact.size > 0),
    /** Documents that answer, of those checked, in the order of the candidates. */
    foundExact: [] as readonly Result[],
    foundNear: [] as readonly Result[],
    /** How many candidates were checked. */
    checked: 0,
  };
}

/** Looks up which words the index has in no form: what begins so is looked for in their place. */
async function resolved(engine: SearchEngine, node: Node): Promise<Node> {
  if (node.type === 'not') return { ...node, of: await resolved(engine, node.of) };
  if (node.type !== 'term') return { ...node, of: await Promise.all(node.of.map((one) => resolved(engine, one))) };
  if (isOfRecord(node) || node.field === 'summary') return node;
  const pieces = await Promise.all(
    node.pieces.map(async (piece): Promise<Piece> => {
      // A phrase is found by its links: what begins so would not be the phrase.
      const isAsked = !piece.pattern && !node.quoted && /\p{L}/u.test(piece.folded) && piece.folded.length > 2;
      return isAsked && (await isNowhere(engine, piece)) ? { ...piece, begins: true } : piece;
    }),
  );
  return { ...node, pieces };
}

/** Whether a word is in no document in any form. */
const isNowhere = async (engine: SearchEngine, { folded, joined, pattern }: Piece): Promise<boolean> =>
  !pattern && !joined && !isFrequent(folded) && (await withForms(engine, folded)).size === 0;

/** The words and names of a query that are in no document in any form. */
export async function unknownWords(engine: SearchEngine, tree: Node): Promise<string[]> {
  const terms = soughtTerms(tree).filter((term) => !isOfRecord(term) || /^(?:from|to|place)$/.test(term.field ?? ''));
  const pieces = terms.flatMap((term) => term.pieces);
  const unknown = await Promise.all(pieces.map((piece) => isNowhere(engine, piece)));
  return pieces.filter((_, at) => unknown[at]).map(({ folded }) => folded);
}

const both = (one: Set<number>, other: Set<number>) => new Set([...one].filter((place) => other.has(place)));
const without = (one: Set<number>, other: Set<number>) => new Set([...one].filter((place) => !other.has(place)));
const either = (sets: readonly Set<number>[]) => new Set(sets.flatMap((places) => [...places]));
const alike = (places: Set<number>, sure: boolean): Candidates => ({ exact: places, near: places, sure });

const isOfRecord = ({ field, days }: Term): boolean =>
  days !== undefined || (lineFields as readonly (string | undefined)[]).includes(field);

/** Whether a query asks for words by themselves, for which Pagefind is needed at once. */
export const asksForWords = (tree: Node): boolean =>
  soughtTerms(tree).some((term) => !isOfRecord(term) && !(term.quoted && term.pieces.length > 1));

/** The documents that have a word in any form: a number has no other. */
async function withForms(engine: SearchEngine, word: string): Promise<ReadonlyMap<number, number>> {
  const root = stem(word);
  const found = root === undefined ? undefined : await engine.ask(formsToken(root));
  return found?.size ? found : engine.ask(exactToken(root ?? word));
}

/** What stands just as it was typed comes first: no word gives as many points. */
const mostPoints = 1e6;
/** Links that are asked for of one phrase: more would be files for nothing. */
const mostLinks = 4;
const linksIn = (row: readonly Piece[]): number[] =>
  linksOf(row.map(({ folded, pattern, begins }) => (pattern || begins ? undefined : folded))).slice(0, mostLinks);

/** Documents that may answer, by their places in the order of time. */
interface Candidates {
  /** Exactly, and at least nearly. */
  readonly exact: Set<number>;
  readonly near: Set<number>;
  /** Whether each of them does. */
  readonly sure: boolean;
}

/** Finds candidates for the parts of a query, and how well each answers. */
function searching(engine: SearchEngine, everything: Set<number>, nearPhrases: boolean) {
  const scores = new Map<number, number>();
  /** How well a document answers, by how much it is about the words and by what stands as it was typed. */
  const scoreOf = (place: number): number => scores.get(place) ?? 0;
  const raise = (place: number, points: number) => scores.set(place, scoreOf(place) + points);

  const of = async (node: Node): Promise<Candidates> => {
    if (node.type === 'term') return ofTerm(node);
    if (node.type === 'not') {
      // What is taken away is what is there exactly; what only may be there takes nothing away before it is checked.
      const { exact, sure } = await of(node.of);
      return alike(sure ? without(everything, exact) : everything, sure);
    }
    // Words that are nearly everywhere are not asked for beside others: the check finds them.
    const telling = node.of.filter((one) => node.type === 'or' || !isForFrequent(one));
    const asked = telling.length > 0 ? telling : node.of;
    const found = await Promise.all(asked.map(of));
    const joined = (sets: Set<number>[]) => (node.type === 'or' ? either(sets) : sets.reduce(both, everything));
    return {
      exact: joined(found.map(({ exact }) => exact)),
      near: joined(found.map(({ near }) => near)),
      sure: asked.length === node.of.length && found.every(({ sure }) => sure),
    };
  };

  const ofTerm = async (term: Term): Promise<Candidates> => {
    const { field, pieces, quoted, within } = term;
    if (isOfRecord(term)) {
      // The lines of the record are matched just as in a document.
      const lines = await engine.column(field === 'year' ? 'sent' : (field as ColumnName));
      const exact = placesWith(lines, (line) => matchLine(term, line, nearPhrases) === 'exact');
      const near = placesWith(lines, (line) => matchLine(term, line, nearPhrases) !== undefined);
      return { exact, near, sure: true };
    }
    if (field === 'summary') {
      const words = pieces.filter(({ folded, pattern }) => !pattern && (!isFrequent(folded) || pieces.length === 1));
      const found = await Promise.all(words.map(({ folded }) => engine.ask(summaryToken(folded))));
      const places = found.map((some) => new Set(some.keys())).reduce(both, everything);
      return alike(places, words.length === 1 && pieces.length === 1);
    }
    if (within !== undefined) {
      const found = await Promise.all(pieces.map((piece) => withRow([piece], true)));
      return alike(found.reduce(both), false);
    }
    const readings = readingsOf(pieces);
    const withRows = async (exactly: boolean) =>
      readings.length === 0 ? everything : either(await Promise.all(readings.map((row) => withRow(row, exactly))));
    const exact = await withRows(true);
    const near = quoted && !nearPhrases ? exact : await withRows(false);
    return { exact, near, sure: field === undefined && readings.every(({ length }) => length === 1) };
  };

  /** The documents that may have some words in a row. */
  const withRow = async (row: readonly Piece[], exactly: boolean): Promise<Set<number>> => {
    // What merely begins so is nowhere, and no link leads to it: its files are not worth a round trip.
    if (exactly && row.some(({ begins }) => begins)) return new Set();
    const links = exactly ? linksIn(row) : [];
    const telling = row.filter(({ pattern, folded }) => (pattern ? /[\p{L}\p{N}]/u.test(folded) : !isFrequent(folded)));
    // What links lead to is not asked for by itself.
    const alone = telling.filter(({ pattern }) => pattern !== undefined || links.length === 0);
    const asked = alone.length + links.length > 0 ? alone : row.filter(({ pattern }) => !pattern).slice(0, 1);
    const withWords = asked.map((piece) => withPiece(piece, exactly));
    return (await Promise.all([...withWords, ...links.map(engine.withLink)])).reduce(both, everything);
  };

  /** The documents that have a word, or a word that fits; how well is added to their scores. */
  const withPiece = async (piece: Piece, exactly: boolean): Promise<Set<number>> => {
    const { folded, pattern, begins } = piece;
    const isOfMany = pattern !== undefined || begins === true;
    const words = isOfMany ? await wordsFitting(engine, piece) : [folded];
    const ask = (word: string) => (isOfMany || exactly ? engine.ask(exactToken(word)) : withForms(engine, word));
    const found = (await Promise.all(words.map(ask))).flatMap((one) => [...one]);
    for (const [place, points] of found) raise(place, points);
    return new Set(found.map(([place]) => place));
  };

  /** The documents where the words stand in a row just as they were typed, as far as links tell. */
  const inRow = async (tree: Node): Promise<Set<number>> => {
    const found = await Promise.all(linksIn(wordsInRow(tree)).map(engine.withLink));
    return found.length === 0 ? new Set() : found.reduce(both);
  };
  return { of, inRow, raise, scoreOf };
}

/** The words of the edition that fit a pattern, or begin as a word does that is nowhere. */
async function wordsFitting(engine: SearchEngine, piece: Piece): Promise<string[]> {
  const words = (await engine.words(/^[^*?]*/.exec(piece.folded)?.[0] ?? '')).map(fold);
  const fitting = words.filter((word) => compareWords(piece, word));
  if (fitting.length > mostWords) throw new TooManyWords(piece, fitting.length);
  return fitting;
}

/** How many candidates are loaded first, so that the reader sees something soon; then a page of results at a time. */
const firstLoaded = 4;

/** Checks the next candidates, in their order; of what is quoted and nowhere, finds those of other forms. */
export async function checkNext(engine: SearchEngine, before: Results): Promise<Results> {
  const { exact, checked, tree, state, nearPhrases } = before;
  if (checked === all(before).length) return find(engine, tree, state, true);
  const size = checked === 0 ? firstLoaded : pageSize;
  // Exact and near ones are not mixed in one batch.
  const end = Math.min(checked + size, checked < exact.length ? exact.length : Infinity);
  const batch = all(before).slice(checked, end);
  const documents = await Promise.all(batch.map(async (place) => ({ place, ...(await engine.document(place)) })));
  const answering = documents.flatMap((document): Result[] => {
    const match = matchDocument(tree, document, nearPhrases);
    return match === undefined ? [] : [{ ...document, match }];
  });
  // Only what is loaded together is put in order: a result never leaves the page it was shown on.
  if (state.sort === 'relevance') answering.sort((one, other) => other.match.rank - one.match.rank);
  return {
    ...before,
    foundExact: [...before.foundExact, ...answering.filter(({ match }) => match.exact)],
    foundNear: [...before.foundNear, ...answering.filter(({ match }) => !match.exact)],
    checked: checked + batch.length,
  };
}
