/**
 * The words by which the index finds a document.
 *
 * Pagefind is not given the text but its words, without their order, and its links: words that stand
 * together in a phrase, as one word. Every candidate is checked against its text anyway, and the
 * places of words are most of what an index weighs: measured at 5,000 documents, up to 190 kB for
 * one frequent word with its places, 25 kB without.
 */
import type { Passage } from './passage.ts';
import { isFrequent, root, wordsIn } from './words.ts';

/**
 * The words of some passages: each as often as it occurs, since that ranks the documents, one
 * beside the other, since that takes the least room; then each link once.
 */
export function indexWords(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>();
  const links = new Set<string>();
  for (const { text } of passages) {
    const words = wordsIn(text).map(({ folded }) => folded);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const { word } of linksOf(words)) links.add(word);
  }
  return [...[...counts].flatMap(([word, count]) => Array<string>(count).fill(word)), ...links];
}

/** Words that stand together, as one word of the index. */
export interface WordLink {
  /** A word that no reader types: `zpuneasizqfeel`. Other forms of its words give the same. */
  readonly word: string;
  /** How much it tells: letters of its words, less the frequent ones. */
  readonly weight: number;
}

/**
 * The links of a row of folded words: every two neighbours, and every two telling words with only
 * frequent ones between (`government of the`, `of the consul` are common, `government of the
 * consul` is not). A phrase can only be where all its links are.
 */
export function linksOf(words: readonly string[]): WordLink[] {
  const roots = words.map(root);
  const weights = words.map((word) => (isFrequent(word) ? 0 : word.length));
  const links: WordLink[] = [];
  let lastTelling = -1;
  const link = (from: number, to: number): void => {
    const weight = (weights[from] ?? 0) + (weights[to] ?? 0);
    links.push({ word: `zp${roots.slice(from, to + 1).join('zq')}`, weight });
  };
  words.forEach((_, at) => {
    if (at > 0) link(at - 1, at);
    if (weights[at] === 0) return;
    if (lastTelling >= 0 && lastTelling < at - 1) link(lastTelling, at);
    lastTelling = at;
  });
  return links;
}
