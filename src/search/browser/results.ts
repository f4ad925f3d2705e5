/** The documents that answer a query: the index's candidates, checked against their texts a page of results at a time. */
import { exactToken, formsToken, linksOf, readingsOf, summaryToken } from '../shared/candidates.ts';
import { compareDate } from '../shared/dates.ts';
import { fromDistances, narrowed } from '../shared/index-files.ts';
import { compareWords, matchDocument, matchLine, type Match } from '../shared/match.ts';
import { lineFields, soughtTerms, type Node, type Piece, type Term } from '../shared/query.ts';
import type { IndexedDocument } from '../shared/record.ts';
import { daysOf, pageSize, type SearchState } from '../shared/state.ts';
import { fold, isFrequent, stem } from '../shared/words.ts';
import type { SearchEngine } from './engine.ts';

/** Candidates that are checked in the background at once, so that counts are exact where they can be. */
export const checkedAtOnce = 100;
/** A pattern that fits more words than this is not searched for. */
const mostWords = 200;

/** A pattern that cannot be searched for; the message says it to the reader. */
export class TooManyWords extends Error {
  constructor(pattern: string, words: number) {
    super(
      `“${pattern}” fits ${words.toLocaleString('en')} words of the edition, more than are looked for; give more letters of it.`,
    );
  }
}

/** A document that answers the query, with its place in the order of time. */
export type Result = IndexedDocument & { readonly place: number; readonly match: Match };

/** Documents that may answer, by their places in the order of time. */
interface Candidates {
  readonly places: Set<number>;
  /** Whether each of them does. */
  readonly sure: boolean;
}

/** Results so far. */
export interface Results {
  /** What is looked for: the query, with what the index made of it. */
  readonly tree: Node;
  readonly nearPhrases: boolean;
  /** Documents that may answer, best first or by date: exactly, then nearly. */
  readonly exact: readonly number[];
  readonly near: readonly number[];
  /** Whether all those do. */
  readonly sure: boolean;
  /** The same before facets narrow them. */
  readonly wide: readonly number[];
  /** Documents that answer, of those checked, in the order of the candidates. */
  readonly foundExact: readonly Result[];
  readonly foundNear: readonly Result[];
  /** How many candidates were checked. */
  readonly checked: number;
}

const all = ({ exact, near }: Results): number[] => [...exact, ...near];

/** Whether all candidates are checked. */
export const isComplete = (results: Results): boolean => results.checked === all(results).length;

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
export async function find(engine: SearchEngine, query: Node, state: SearchState): Promise<Results> {
  const { sort, facets } = state;
  const tree = await resolved(engine, query);
  const search = new Candidate(engine, new Set(Array(await engine.size()).keys()));
  const exactly = await search.of(tree, 'exact');
  // Other forms of what is quoted are looked for only where it is nowhere.
  const nearPhrases = exactly.places.size === 0;
  const nearly = await search.of(tree, nearPhrases ? 'any' : 'near');
  if (sort === 'relevance') await search.raise(tree, exactly.places);
  const days = daysOf(state);
  const { sent } = days ? await engine.dates() : { sent: [] };
  const isThen = (place: number) => !days || compareDate(days, sent[place] ?? '') === 'exact';
  const isNarrowed = Object.values(facets).some((chosen) => chosen.length > 0);
  const facetFile = isNarrowed ? await engine.facets() : {};
  const order = (places: readonly number[]) => {
    const inTime = narrowed(facetFile, places, facets).sort((one, other) => one - other);
    if (sort === 'newest') return inTime.reverse();
    return sort === 'oldest' ? inTime : inTime.sort((one, other) => search.scoreOf(other) - search.scoreOf(one));
  };
  const exact = [...exactly.places].filter(isThen);
  const near = [...without(nearly.places, exactly.places)].filter(isThen);
  return {
    tree,
    nearPhrases,
    exact: order(exact),
    near: order(near),
    wide: [...exact, ...near],
    sure: exactly.sure && nearly.sure,
    foundExact: [],
    foundNear: [],
    checked: 0,
  };
}

/** Looks up what the index has of each word: other forms, or only what begins so. */
async function resolved(engine: SearchEngine, node: Node): Promise<Node> {
  if (node.type === 'not') return { ...node, of: await resolved(engine, node.of) };
  if (node.type !== 'term') {
    return { ...node, of: await Promise.all(node.of.map((one) => resolved(engine, one))) };
  }
  if (isOfRecord(node) || node.field === 'summary') return node;
  const pieces = await Promise.all(
    node.pieces.map(async (piece): Promise<Piece> => {
      if (piece.pattern && /[\p{L}\p{N}]/u.test(piece.folded)) {
        const { length } = await wordsFitting(engine, piece);
        if (length > mostWords) throw new TooManyWords(piece.folded, length);
      }
      // A phrase is found by its links: what begins so would not be the phrase.
      const isAsked = !piece.pattern && !node.quoted && piece.folded.length > 2;
      return isAsked && (await isNowhere(engine, piece)) ? { ...piece, begins: true } : piece;
    }),
  );
  return { ...node, pieces };
}

/** Whether a word is in no document in any form. */
async function isNowhere(engine: SearchEngine, { folded, joined, pattern }: Piece): Promise<boolean> {
  if (pattern || joined || isFrequent(folded) || (await engine.ask(exactToken(folded))).size > 0) return false;
  return (await withForms(engine, folded)).size === 0;
}

/** The first word of a query that is in no document in any form. */
export async function unknownWord(engine: SearchEngine, tree: Node): Promise<string | undefined> {
  const terms = soughtTerms(tree).filter((term) => !isOfRecord(term));
  for (const piece of terms.flatMap(({ pieces }) => pieces)) if (await isNowhere(engine, piece)) return piece.folded;
  return undefined;
}

const both = (one: Set<number>, other: Set<number>) => new Set([...one].filter((place) => other.has(place)));
const without = (one: Set<number>, other: Set<number>) => new Set([...one].filter((place) => !other.has(place)));

const isOfRecord = ({ field }: Term): boolean =>
  field !== undefined &&
  (field === 'year' || field === 'sent' || field === 'received' || (lineFields as readonly string[]).includes(field));

const isOnlyFrequent = (node: Node): boolean =>
  node.type === 'term' &&
  !isOfRecord(node) &&
  node.pieces.every(({ folded, pattern }) => !pattern && isFrequent(folded));

/** The documents that have any form of a word. */
async function withForms(engine: SearchEngine, word: string): Promise<ReadonlyMap<number, number>> {
  const root = stem(word);
  if (root === undefined) return new Map();
  const found = await engine.ask(formsToken(root));
  return found.size > 0 ? found : engine.ask(exactToken(root));
}

/** Links asked for together: fewer would be more round trips, more would be files for nothing. */
const askedTogether = 2;

/** Finds candidates for the parts of a query. */
class Candidate {
  readonly #engine: SearchEngine;
  readonly #everything: Set<number>;
  readonly #scores = new Map<number, number>();

  constructor(engine: SearchEngine, everything: Set<number>) {
    this.#engine = engine;
    this.#everything = everything;
  }

  /** How well a document answers, by Pagefind and by what stands as it was typed. */
  scoreOf(place: number): number {
    return this.#scores.get(place) ?? 0;
  }

  #raise(places: Iterable<number>, points: (place: number) => number): Set<number> {
    const raised = new Set(places);
    for (const place of raised) this.#scores.set(place, this.scoreOf(place) + points(place));
    return raised;
  }

  /** @param how `near` wants other forms too, but of phrases only what is quoted; `any` of these too. */
  async of(node: Node, how: 'exact' | 'near' | 'any'): Promise<Candidates> {
    switch (node.type) {
      case 'term':
        return this.#ofTerm(node, how);
      case 'not': {
        // What is taken away is what is there exactly; what only may be there takes nothing away before it is checked.
        const { places, sure } = await this.of(node.of, 'exact');
        return sure ? { places: without(this.#everything, places), sure } : { places: this.#everything, sure };
      }
      case 'and': {
        // Words that are nearly everywhere are not asked for beside others: the check finds them.
        const telling = node.of.filter((one) => !isOnlyFrequent(one));
        const asked = telling.length > 0 ? telling : node.of;
        const found = await Promise.all(asked.map((one) => this.of(one, how)));
        const places = found.map((one) => one.places).reduce((one, other) => both(one, other), this.#everything);
        return { places, sure: asked.length === node.of.length && found.every(({ sure }) => sure) };
      }
      case 'or': {
        const found = await Promise.all(node.of.map((one) => this.of(one, how)));
        return { places: new Set(found.flatMap(({ places }) => [...places])), sure: found.every(({ sure }) => sure) };
      }
    }
  }

  async #ofTerm(term: Term, how: 'exact' | 'near' | 'any'): Promise<Candidates> {
    if (isOfRecord(term)) return { places: await this.#ofRecord(term, how), sure: true };
    if (term.field === 'summary') {
      const words = term.pieces.filter(
        ({ folded, pattern }) => !pattern && (!isFrequent(folded) || term.pieces.length === 1),
      );
      const found = await Promise.all(words.map(({ folded }) => this.#engine.ask(summaryToken(folded))));
      const places = found
        .map((some) => new Set(some.keys()))
        .reduce((one, other) => both(one, other), this.#everything);
      return { places, sure: false };
    }
    const isExact = how === 'exact' || (how === 'near' && term.quoted);
    if (term.within !== undefined) {
      const rows = term.pieces.map((piece) => this.#withRow([piece], true));
      return { places: (await Promise.all(rows)).reduce((one, other) => both(one, other)), sure: false };
    }
    const readings = readingsOf(term.pieces);
    const found = await Promise.all(readings.map((row) => this.#withRow(row, isExact)));
    const places = readings.length === 0 ? this.#everything : new Set(found.flatMap((some) => [...some]));
    return { places, sure: term.field === undefined && readings.every(({ length }) => length === 1) };
  }

  /** The documents that a field of the record finds: its lines are matched just as in a document. */
  async #ofRecord(term: Term, how: string): Promise<Set<number>> {
    const { field = '', days } = term;
    const fits = (likeness: 'exact' | 'near' | undefined) =>
      likeness === 'exact' || (likeness === 'near' && how !== 'exact');
    if (days) {
      const dates = (await this.#engine.dates())[field === 'received' ? 'received' : 'sent'];
      return new Set([...dates.keys()].filter((place) => fits(compareDate(days, dates[place] ?? ''))));
    }
    const lines = await this.#engine.field(field);
    return new Set(lines.flatMap(([line, having]) => (fits(matchLine(term, line)) ? fromDistances(having) : [])));
  }

  /** The documents that may have some words in a row. */
  async #withRow(row: readonly Piece[], exactly: boolean): Promise<Set<number>> {
    const [only] = row;
    if (only === undefined) return this.#everything;
    if (row.length === 1) return this.#withPiece(only, exactly);
    const tells = ({ folded, pattern }: Piece) => pattern === undefined && !isFrequent(folded);
    const rows = exactly ? plainRows(row) : [];
    const links = rows.flatMap((words) => linksOf(words));
    // Words without a link to another are asked for by themselves.
    const alone = exactly
      ? row.filter(
          (piece) => tells(piece) && !rows.some((words) => linksOf(words).length > 0 && words.includes(piece.folded)),
        )
      : row.filter(tells);
    const patterns = row.filter(({ pattern, folded }) => pattern && /[\p{L}\p{N}]/u.test(folded));
    const asked = [...alone, ...patterns];
    const some = await Promise.all(
      (asked.length + links.length > 0 ? asked : row.slice(0, 1)).map((piece) => this.#withPiece(piece, exactly)),
    );
    let left: Set<number> | undefined = some.length > 0 ? some.reduce((one, other) => both(one, other)) : undefined;
    for (let at = 0; at < links.length && (left?.size ?? pageSize + 1) > pageSize; at += askedTogether) {
      const found = await Promise.all(links.slice(at, at + askedTogether).map((link) => this.#engine.withLink(link)));
      left = found.reduce((one, other) => both(one, other), left ?? found[0] ?? this.#everything);
    }
    return left ?? this.#everything;
  }

  /** The documents that have a word, or a word that fits; how well is added to their scores. */
  async #withPiece(piece: Piece, exactly: boolean): Promise<Set<number>> {
    const score = (found: ReadonlyMap<number, number>) => this.#raise(found.keys(), (place) => found.get(place) ?? 0);
    const { folded, pattern, begins } = piece;
    if (pattern || (begins && !exactly)) {
      const words = await wordsFitting(this.#engine, piece);
      const found = await Promise.all(words.slice(0, mostWords).map((word) => this.#engine.ask(exactToken(word))));
      return new Set(found.flatMap((some) => [...score(some)]));
    }
    const exact = await this.#engine.ask(exactToken(folded));
    if (exactly) return score(exact);
    return new Set([...exact.keys(), ...score(await withForms(this.#engine, folded))]);
  }

  /** Raises the scores of documents where the words stand just as they were typed, as far as links tell. */
  async raise(tree: Node, places: Set<number>): Promise<void> {
    if (tree.type !== 'and' || places.size <= pageSize) return;
    const row = tree.of.flatMap((node) => (node.type === 'term' && !node.field ? node.pieces : []));
    if (row.length < 2 || row.some(({ pattern }) => pattern)) return;
    let left = places;
    for (const link of linksOf(row.map(({ folded }) => folded))) left = both(left, await this.#engine.withLink(link));
    // No score of Pagefind's is as high as what stands just as it was typed.
    this.#raise(left, () => 1e6);
  }
}

/** The stretches of a row between words that are patterns. */
function plainRows(row: readonly Piece[]): string[][] {
  const rows: string[][] = [[]];
  for (const { pattern, folded } of row) {
    if (pattern) rows.push([]);
    else rows.at(-1)?.push(folded);
  }
  return rows.filter((words) => words.length > 0);
}

/** The words of the edition that fit a pattern, or begin as a word does that is nowhere. */
async function wordsFitting(engine: SearchEngine, { folded, pattern, begins }: Piece): Promise<string[]> {
  const words = (await engine.words(/^[^*?]*/.exec(folded)?.[0] ?? '')).map(fold);
  return words.filter((word) => (pattern ? pattern.test(word) : compareWords({ folded, begins }, word, 'near')));
}

/** How many candidates are loaded first, so that the reader sees something soon; then a page of results at a time. */
const firstLoaded = 4;

/** Checks the next candidates, in their order. */
export async function checkNext(engine: SearchEngine, before: Results, sort: SearchState['sort']): Promise<Results> {
  const { exact, checked, tree, nearPhrases } = before;
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
  if (sort === 'relevance') answering.sort((one, other) => other.match.rank - one.match.rank);
  return {
    ...before,
    foundExact: [...before.foundExact, ...answering.filter(({ match }) => match.exact)],
    foundNear: [...before.foundNear, ...answering.filter(({ match }) => !match.exact)],
    checked: checked + batch.length,
  };
}
