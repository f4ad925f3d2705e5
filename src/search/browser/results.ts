/** The documents that answer a query: the index's candidates, checked against their texts a page of results at a time. */
import { formsSearch, planCandidates } from '../shared/candidates.ts';
import { narrowed } from '../shared/index-files.ts';
import { matchDocument, type Match } from '../shared/match.ts';
import type { Query } from '../shared/query.ts';
import type { IndexedDocument } from '../shared/record.ts';
import { pageSize, type SearchState } from '../shared/state.ts';
import { compareWords, foldedWords } from '../shared/words.ts';
import type { SearchEngine } from './engine.ts';

/** No search loads more than this without being asked: two pages. */
export const uncheckedAtOnce = 2 * pageSize;

/** A document that answers the query, with its place in the order of time. */
export type Result = IndexedDocument & { readonly place: number; readonly match: Match };

/** Results so far. */
export interface Results {
  /** Documents that may answer, by their places in the order of time; best first, or by date. */
  readonly places: readonly number[];
  /** Words that the index has in no form. For these Pagefind gives what begins alike. */
  readonly unknown: readonly string[];
  /** Documents that answer, of those checked, in the order of the candidates. */
  readonly found: readonly Result[];
  /** How many candidates were checked. */
  readonly checked: number;
}

/** Whether all candidates are checked, so that counts are right. */
export const isComplete = ({ places, checked }: Results): boolean => checked === places.length;

/** Finds every document that may answer a query. */
export async function find(engine: SearchEngine, query: Query, { sort, facets }: SearchState): Promise<Results> {
  const { words, searches, links, first } = planCandidates(query);
  const unknown: string[] = [];
  const askWord = async (word: string) => {
    const found = await engine.ask(formsSearch(word));
    if (found.size > 0) return found;
    unknown.push(word);
    return engine.ask(word);
  };
  const found = await Promise.all([...words.map(askWord), ...searches.map((search) => engine.ask(search))]);
  // Something must be asked for first: where there are only phrases, their most telling link.
  const [some = await engine.withLink(links[0] ?? 0), ...others] = found;
  let all = [...some.keys()].filter((place) => others.every((other) => other.has(place)));
  if (Object.keys(facets).length > 0) all = narrowed(await engine.facets(), all, facets);
  const none = { unknown, found: [], checked: 0 };
  const left = (await withAll(engine, all, links)).toSorted((one, other) => one - other);
  if (sort !== 'relevance') return { ...none, places: sort === 'oldest' ? left : left.reverse() };
  const asTyped = await Promise.all(first.map(async (row) => new Set(await withAll(engine, left, row))));
  const scored = left.map((place) => {
    const rows = asTyped.filter((places) => places.has(place)).length;
    // No score of Pagefind's is as high as what stands just as it was typed.
    return { place, score: found.reduce((sum, scores) => sum + (scores.get(place) ?? 0), rows * 1e6) };
  });
  return { ...none, places: scored.sort((one, other) => other.score - one.score).map(({ place }) => place) };
}

/** Links asked for together: fewer would be more round trips, more would be files for nothing. */
const askedTogether = 2;

/** Those of some documents that have each of some links, until no more are left than are loaded and checked at once anyway. */
async function withAll(engine: SearchEngine, places: readonly number[], links: readonly number[]) {
  let left = places;
  for (let at = 0; at < links.length && left.length > pageSize; at += askedTogether) {
    const together = links.slice(at, at + askedTogether);
    for (const found of await Promise.all(together.map((link) => engine.withLink(link)))) {
      left = left.filter((place) => found.has(place));
    }
  }
  return left;
}

/**
 * Checks further candidates, in order, until so many answer or so many were checked.
 *
 * @param query Has something to be found.
 */
export async function checkFurther(
  engine: SearchEngine,
  before: Results,
  { query, sort, wanted, atMost }: { query: Query; sort: SearchState['sort']; wanted: number; atMost: number },
): Promise<Results> {
  const limit = before.checked + atMost;
  let results = before;
  while (results.found.length < wanted && results.checked < limit && !isComplete(results)) {
    const { places, unknown, found, checked } = results;
    const batch = places.slice(checked, Math.min(checked + pageSize, limit));
    const documents = await Promise.all(batch.map(async (place) => ({ place, ...(await engine.document(place)) })));
    const answering = documents.flatMap((document): Result[] => {
      const match = matchDocument(query, document.passages);
      return match === undefined ? [] : [{ ...document, match }];
    });
    // Only what is loaded together is put in order: a result never leaves the page it was shown on.
    if (sort === 'relevance') answering.sort((one, other) => other.match.rank - one.match.rank);
    results = { ...results, found: [...found, ...answering], checked: checked + batch.length };
    // A word that is not even in the best of the candidates is nowhere: no further one can answer.
    if (results.found.length === 0 && unknown.some((word) => !documents.some((document) => hasWord(document, word)))) {
      results = { ...results, places: places.slice(0, results.checked) };
    }
  }
  return results;
}

/** Whether a document has a word, in some form or at the beginning of another. */
const hasWord = ({ passages }: IndexedDocument, asked: string): boolean =>
  passages.some(({ text }) => foldedWords(text).some((word) => compareWords(asked, word) !== undefined));
