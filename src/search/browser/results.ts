/** The candidates of a search, checked against their texts a page of results at a time. */
import type { Candidates } from './engine.ts';
import type { Match } from '../shared/match.ts';
import { matchDocument } from '../shared/match.ts';
import type { Query } from '../shared/query.ts';
import { isAnswerable } from '../shared/query.ts';
import type { IndexedDocument } from '../shared/record.ts';
import { pageSize } from '../shared/state.ts';

/** No search loads more than this without being asked: two pages. */
export const uncheckedAtOnce = 2 * pageSize;

/** A document that answers the query. */
export interface Result extends IndexedDocument {
  /** Its place in the order of time. */
  readonly place: number;
  readonly match: Match;
}

/** Results so far; grows as `check` is called. */
export class CheckedResults {
  readonly #query: Query;
  readonly #candidates: Candidates;
  readonly #found: Result[] = [];
  #checked = 0;
  /** Whether a word that was asked for is nowhere, so that no further candidate can answer. */
  #exhausted = false;

  constructor(query: Query, candidates: Candidates) {
    this.#query = query;
    this.#candidates = candidates;
  }

  /** Documents that answer, of those checked. */
  get found(): readonly Result[] {
    return this.#found;
  }

  /** How many candidates have been checked. */
  get checked(): number {
    return this.#checked;
  }

  /** How many there are to check. */
  get candidates(): number {
    return this.#exhausted ? this.#checked : this.#candidates.documents.length;
  }

  /** Places of the documents that answer, where all are checked; else of those that may. */
  get possible(): number[] {
    return (this.complete ? this.#found : this.#candidates.documents).map(({ place }) => place);
  }

  /** Whether all are checked, so that counts are right. */
  get complete(): boolean {
    return this.#checked >= this.candidates;
  }

  /**
   * Checks candidates, in order, until so many answer or so many were checked in this call.
   * Fails with a `SearchFailure`; what was checked before stays.
   */
  async check(wanted: number, atMost: number): Promise<void> {
    const limit = Math.min(this.#checked + atMost, this.candidates);
    while (this.#found.length < wanted && this.#checked < limit && !this.#exhausted) {
      const batch = this.#candidates.documents.slice(this.#checked, Math.min(this.#checked + pageSize, limit));
      const documents = await Promise.all(batch.map(async ({ place, load }) => ({ place, ...(await load()) })));
      const answering = documents.flatMap((document) => {
        const match = isAnswerable(this.#query) ? matchDocument(this.#query, document.passages) : undefined;
        return match === undefined ? [] : [{ ...document, match }];
      });
      // Only what is loaded together is put in order: a result never leaves the page it was shown on.
      if (this.#candidates.ranked) answering.sort((a, b) => b.match.rank - a.match.rank);
      this.#found.push(...answering);
      this.#checked += batch.length;
      if (this.#found.length === 0 && (await this.#lacksWord(documents))) this.#exhausted = true;
    }
  }

  /**
   * Whether a word is nowhere: not in what was just looked through, best first, and in no form in
   * the index. Pagefind then gave documents with some word that begins alike, as many as there are.
   */
  async #lacksWord(documents: readonly IndexedDocument[]): Promise<boolean> {
    for (const term of this.#query.terms) {
      const [word] = term.words;
      const loose = !term.excluded && !term.quoted && term.words.length === 1;
      if (!loose || word === undefined || (term.field !== undefined && term.field !== 'note')) continue;
      const alone = { terms: [term], notices: [] };
      const seen = documents.some(({ passages }) => matchDocument(alone, passages) !== undefined);
      if (!seen && !(await this.#candidates.hasWord(word))) return true;
    }
    return false;
  }

  /** One page of results, from 1, in the order of the candidates. */
  page(number: number): Result[] {
    return this.#found.slice((number - 1) * pageSize, number * pageSize);
  }
}
