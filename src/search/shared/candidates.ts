/** How candidates are found: what the index is given of a document, and what it is asked for; checked afterwards. */
import { isSearchedByWords } from './match.ts';
import type { Passage } from './passages.ts';
import type { Piece } from './query.ts';
import { isFrequent, stem, wordsIn, type Word, type WordList } from './words.ts';

/** The token of Pagefind's index for a word just as it is printed. */
export const exactToken = (folded: string): string => `${folded}q`;
/** The token for all forms of a word. */
export const formsToken = (root: string): string => `${root}z`;
/** The token for a word of a document's summary. */
export const summaryToken = (folded: string): string => `${folded}j`;

/** Documents with one token: Pagefind compares each of those that a token has with each of them. */
export const mostWithToken = 500;
/** The token for further documents, where so many lists of those that have it are full. */
export const furtherToken = (token: string, full: number): string => token + 'x'.repeat(full);

/** Reads the words of a document, and adds them to the list of those of all. */
export function wordsOfDocument(passages: readonly Passage[], list: WordList) {
  /** How often each word occurs, those that join others among them. */
  const counts = new Map<string, number>();
  const inSummary = new Set<string>();
  /** None runs from one passage into the next. */
  const links = new Set<number>();
  const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const passage of passages) {
    const words = wordsIn(passage.text);
    list.add(passage.text, words);
    if (passage.anchor === 'record-summary') for (const { folded } of words) inSummary.add(folded);
    if (!isSearchedByWords(passage)) continue;
    for (const { folded, joined } of words) {
      count(folded);
      if (joined && joined.folded !== folded) count(joined.folded);
    }
    for (const { key } of linksOfRow(words)) links.add(key);
  }
  return { counts, inSummary, links: [...links] };
}
/** What the index is made from of a document. */
type WordsOfDocument = ReturnType<typeof wordsOfDocument>;

/**
 * What Pagefind is given of each document: its words, each once, and what the forms of a word have in common, where the
 * word does not say it; what occurs more often stands before what occurs less, which ranks the documents. Nothing else
 * of their order is kept: every candidate is checked against its text. Documents that share a token are in lists of no
 * more than Pagefind goes through in a few milliseconds.
 */
export function indexedTokens(documents: readonly WordsOfDocument[]): string[] {
  const words = new Set(documents.flatMap(({ counts }) => [...counts.keys()]));
  const rootOf = new Map([...words].map((word) => [word, stem(word)]));
  const forms = Map.groupBy(words, (word) => rootOf.get(word));
  const having = new Map<string, number>();
  const listed = (token: string) => {
    const before = having.get(token) ?? 0;
    having.set(token, before + 1);
    return furtherToken(token, Math.floor(before / mostWithToken));
  };
  return documents.map(({ counts, inSummary }) => {
    const tokens = new Map<string, number>();
    for (const [word, count] of counts) {
      tokens.set(exactToken(word), count);
      const root = rootOf.get(word);
      // A word that is its own root and has no other form is asked for by itself.
      if (root === undefined || (forms.get(root)?.length === 1 && root === word)) continue;
      tokens.set(formsToken(root), (tokens.get(formsToken(root)) ?? 0) + count);
    }
    const inOrder = [...tokens].sort(([, one], [, other]) => other - one).map(([token]) => token);
    return [...inOrder, ...[...inSummary].map(summaryToken)].map(listed).join(' ');
  });
}

/**
 * How much a document is about a word, by where that stands in it for Pagefind and by how few documents have it: nearly
 * BM25, which Pagefind reckons for no whole word. (Of 300 words of 1936, vol. III, the first ten results had 0.98 of
 * the discounted gain of its first ten, of 39 pairs of words 0.99; by date they had 0.65 and 0.73.) The position is
 * from 0; of `all` documents so many are `having` it.
 */
export const pointsOf = (position: number, having: number, all: number): number =>
  Math.log(1 + all / having) / (100 + position);

type Row = readonly { readonly folded: string | undefined; readonly joined?: Word['joined'] }[];

/** The word that stands at a place of a row, and several that read as one: each leads to another place. */
const edgesAt = (words: Row, at: number) => {
  const { folded, joined } = words[at] ?? {};
  if (folded === undefined) return [];
  const alone = { word: folded, to: at + 1 };
  return joined ? [alone, { word: joined.folded, to: at + joined.count }] : [alone];
};

/**
 * The links of a row of words. A link is two telling words that stand together, or with only frequent ones between:
 * `of the consul` is common, `government of the consul` is not. A phrase can only be where all its links are. The key
 * of a link has 32 bits; another may have the same, which only adds candidates.
 */
function linksOfRow(words: Row): { key: number; letters: number }[] {
  const links: { key: number; letters: number }[] = [];
  const follow = (start: string, at: number, between = '') => {
    for (const { word, to } of edgesAt(words, at)) {
      if (isFrequent(word)) follow(start, to, `${between}${word} `);
      else links.push({ key: hash(`${start} ${between}${word}`), letters: start.length + word.length });
    }
  };
  for (const from of words.keys()) {
    for (const { word, to } of edgesAt(words, from)) if (!isFrequent(word)) follow(word, to);
  }
  return links;
}

/**
 * The links that a document with some words in a row must have, those of the longest words first, which are rarer.
 * None leads over a word that is not known.
 */
export function linksOf(words: readonly (string | undefined)[]): number[] {
  const links = linksOfRow(words.map((folded) => ({ folded })));
  return [...new Set(links.toSorted((one, other) => other.letters - one.letters).map(({ key }) => key))];
}

/** FNV-1a of UTF-16 units, 32 bits without sign; http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** More ways to read a row than this are not told apart. */
const mostReadings = 8;

/** The ways in which typed words can stand in a text, those that join others apart and as one; none if too many. */
export function readingsOf([first, ...rest]: readonly Piece[]): Piece[][] {
  if (first === undefined) return [[]];
  const { joined, ...alone } = first;
  // A word that a text may join and the query does not needs no reading of its own: its links are indexed.
  const apart = readingsOf(rest).map((row) => [alone, ...row]);
  if (joined === undefined || apart.length === 0) return apart;
  const asOne = readingsOf(rest.slice(joined.count - 1)).map((row) => [{ folded: joined.folded }, ...row]);
  const readings = [...apart, ...asOne];
  return readings.length > mostReadings ? [] : readings;
}
