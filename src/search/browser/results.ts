/** The candidates of a search, checked against their texts a page of results at a time. */
import type { Match } from '../shared/match.ts';
import { matchDocument } from '../shared/match.ts';
import type { Query } from '../shared/query.ts';
import type { IndexedDocument } from '../shared/record.ts';
import type { Sorting } from '../shared/state.ts';
import { pageSize } from '../shared/state.ts';
import { compareWords, foldedWords } from '../shared/words.ts';
import type { Candidates, SearchEngine } from './engine.ts';

/** No search loads more than this without being asked: two pages. */
export const uncheckedAtOnce = 2 * pageSize;

/** A document that answers the query, with its place in the order of time. */
export type Result = IndexedDocument & { readonly place: number; readonly match: Match };

/** Results so far. */
export interface Results extends Candidates {
  /** Documents that answer, of those checked, in the order of the candidates. */
  readonly found: readonly Result[];
  /** How many candidates were checked. */
  readonly checked: number;
}

/** Whether all candidates are checked, so that counts are right. */
export const isComplete = ({ places, checked }: Results): boolean => checked === places.length;

/**
 * Checks further candidates, in order, until so many answer or so many were checked.
 *
 * @param query Has something to be found.
 */
export async function checkFurther(
  engine: SearchEngine,
  before: Results,
  { query, sort, wanted, atMost }: { query: Query; sort: Sorting; wanted: number; atMost: number },
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
    results = { places, unknown, found: [...found, ...answering], checked: checked + batch.length };
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
