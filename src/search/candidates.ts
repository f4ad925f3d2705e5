/** What Pagefind is asked for, so that nothing that answers a query is missed; what it gives is checked afterwards. */
import type { WordLink } from './index-words.ts';
import { linksOf } from './index-words.ts';
import type { Query } from './query.ts';
import { fieldWordsOfTerm } from './record-words.ts';
import { isFrequent } from './words.ts';

/** Searches as Pagefind takes them: the beginning of a word, or a word and its forms in quotation marks. */
export interface CandidateSearches {
  /** A document must be found by each of these; together they rank. */
  readonly all: readonly string[];
  /** Instead of one of `all` that finds nothing: what begins so. */
  readonly insteadOf: Readonly<Record<string, string>>;
  /**
   * A document must be found by each of these too, most telling first: the links of the phrases.
   * Asked only as long as many documents are left, since each costs a part of the index.
   */
  readonly narrowing: readonly string[];
  /** Documents found by all of one of these rows come first: the words just as they were typed. Asked likewise. */
  readonly first: readonly (readonly string[])[];
}

/**
 * Plans the searches for a query. Every word is one of its own: Pagefind takes ten times as long for
 * several at once, of which each may be a beginning (measured at 5,000 documents).
 */
export function candidateSearches({ terms }: Query): CandidateSearches {
  const asked = terms.filter(({ excluded }) => !excluded);
  const inText = asked.filter(({ field }) => field === undefined || field === 'note');
  const strict = inText.filter(({ quoted }) => quoted).map(({ words }) => words);
  const loose = inText.filter(({ quoted }) => !quoted).flatMap(({ words }) => words);
  const telling = loose.filter((word) => !isFrequent(word));
  const inRecord = asked.map(fieldWordsOfTerm);
  const begun = inRecord.flatMap((words) => words.begun);
  const whole = [
    ...strict.flatMap((words) => (words.length === 1 ? words : [])),
    ...inRecord.flatMap((words) => words.whole),
  ].map(formsSearch);
  const narrowing = linkSearches(strict.flatMap(linksOf));
  const isElsewhere = telling.length + whole.length + begun.length + narrowing.length > 0;
  const words = isElsewhere ? telling : loose;
  const all = [...new Set([...whole, ...words.map(formsSearch), ...begun])];
  // Something must be asked for first: where there are only phrases, their most telling link.
  const lead = all.length === 0 ? narrowing.slice(0, 1) : [];
  return {
    all: [...all, ...lead],
    insteadOf: Object.fromEntries(words.map((word) => [formsSearch(word), word])),
    narrowing: narrowing.slice(lead.length),
    first: firstSearches(asked),
  };
}

/** The search that finds a word and its other forms, and nothing that merely begins like it. */
export function formsSearch(word: string): string {
  return `"${word}"`;
}

/** All words in their order, and each word with a hyphen or the like inside; quoted phrases are sought anyway. */
function firstSearches(asked: Query['terms']): string[][] {
  const plain = asked.filter(({ field }) => field === undefined);
  const loose = plain.filter(({ quoted }) => !quoted).map(({ words }) => words);
  if (loose.length === 0) return [];
  const rows = [plain.flatMap(({ words }) => words), ...(plain.length > 1 ? loose : [])];
  return rows.map((words) => linkSearches(linksOf(words))).filter((row) => row.length > 0);
}

/** Searches for links, the most telling first: long words are rarer. */
function linkSearches(links: readonly WordLink[]): string[] {
  const sorted = links.toSorted((one, other) => other.weight - one.weight);
  return [...new Set(sorted.map(({ word }) => formsSearch(word)))];
}
