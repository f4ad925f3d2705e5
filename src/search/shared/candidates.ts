/** How candidates are found: what the index is given of a document, and what it is asked for a query; checked afterwards. */
import type { Passage } from './passages.ts';
import type { Query } from './query.ts';
import { fieldWordsOfRecord, fieldWordsOfTerm } from './record.ts';
import { foldedWords, isFrequent, root } from './words.ts';

/**
 * The words by which Pagefind finds a document: each as often as it occurs, since that ranks the
 * documents, one beside the other, since that takes the least room; then those that fields ask for.
 * Their order is left out: every candidate is checked against its text.
 */
export function indexedWords(passages: readonly Passage[]): string {
  const counts = new Map<string, number>();
  for (const word of passages.flatMap(({ text }) => foldedWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].flatMap(([word, count]) => Array<string>(count).fill(word));
  return [...words, ...fieldWordsOfRecord(passages)].join(' ');
}

/** Two telling words that stand together, or with only frequent ones between. */
export interface WordLink {
  /** 32 bits that other forms of the words give too; other words may, which only adds candidates. */
  readonly key: number;
  /** How much it tells: long words are rarer. */
  readonly letters: number;
}

/**
 * The links of a row of folded words: `of the consul` is common, `government of the consul` is not.
 * A phrase can only be where all its links are.
 */
export function linksOf(words: readonly string[]): WordLink[] {
  const telling = words.flatMap((word, at) => (isFrequent(word) ? [] : [at]));
  return telling.slice(1).map((to, index) => {
    const from = telling[index] ?? 0;
    const key = hash(
      words
        .slice(from, to + 1)
        .map(root)
        .join(' '),
    );
    return { key, letters: (words[from] ?? '').length + (words[to] ?? '').length };
  });
}

/** The links of a document, each once; none runs from one passage into the next. */
export function linksIn(passages: readonly Passage[]): number[] {
  return [...new Set(passages.flatMap(({ text }) => linksOf(foldedWords(text)).map(({ key }) => key)))];
}

/** FNV-1a of UTF-16 units, 32 bits without sign; http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** What is asked for a query. */
export interface CandidatePlan {
  /** Searches as Pagefind takes them, the beginning of a word or a word and its forms in quotation marks: all must find a document. */
  readonly searches: readonly string[];
  /** Instead of a search that finds nothing: what begins so. */
  readonly insteadOf: Readonly<Record<string, string>>;
  /** Links of the phrases, the most telling first: a document must have all. */
  readonly links: readonly number[];
  /** Documents that have all of one of these rows of links come first: the words just as they were typed. */
  readonly first: readonly (readonly number[])[];
}

/**
 * Plans the searches for a query. Every word is one of its own: Pagefind takes ten times as long for
 * several at once, of which each may be a beginning (tests/make-edition.ts, 5,000 documents).
 */
export function planCandidates({ terms }: Query): CandidatePlan {
  const asked = terms.filter(({ excluded }) => !excluded);
  const inText = asked.filter(({ field }) => field === undefined || field === 'note');
  const quoted = inText.filter((term) => term.quoted).map(({ words }) => words);
  const loose = inText.filter((term) => !term.quoted).flatMap(({ words }) => words);
  const links = mostTelling(quoted.flatMap(linksOf));
  // A phrase without a link has one telling word at most, which is then all there is to ask for.
  const unlinked = quoted.filter((words) => linksOf(words).length === 0).flatMap((words) => words);
  const inRecord = asked.map(fieldWordsOfTerm);
  const begun = inRecord.flatMap((words) => words.begun);
  const whole = inRecord.flatMap((words) => words.whole);
  const tells = (word: string) => !isFrequent(word);
  const isElsewhere = [...loose, ...unlinked].some(tells) || links.length + begun.length + whole.length > 0;
  const worthAsking = (words: readonly string[]) => (isElsewhere ? words.filter(tells) : words);
  const beginnings = worthAsking(loose);
  const exact = [...whole, ...worthAsking(unlinked), ...beginnings].map(formsSearch);
  return {
    searches: [...new Set([...exact, ...begun])],
    insteadOf: Object.fromEntries(beginnings.map((word) => [formsSearch(word), word])),
    links,
    first: firstRows(asked),
  };
}

/** The search that finds a word and its other forms, and nothing that merely begins like it. */
export function formsSearch(word: string): string {
  return `"${word}"`;
}

/** All words in their order, and each word with a hyphen or the like inside; quoted phrases are sought anyway. */
function firstRows(asked: Query['terms']): number[][] {
  const plain = asked.filter(({ field }) => field === undefined);
  const loose = plain.filter(({ quoted }) => !quoted).map(({ words }) => words);
  if (loose.length === 0) return [];
  const rows = [plain.flatMap(({ words }) => words), ...(plain.length > 1 ? loose : [])];
  return rows.map((words) => mostTelling(linksOf(words))).filter((row) => row.length > 0);
}

function mostTelling(links: readonly WordLink[]): number[] {
  return [...new Set(links.toSorted((one, other) => other.letters - one.letters).map(({ key }) => key))];
}
