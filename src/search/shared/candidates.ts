/** How candidates are found: what the index is given of a document, and what it is asked for a query; checked afterwards. */
import type { Passage } from './passages.ts';
import { fields, type Query, type Term } from './query.ts';
import { foldedWords, isFrequent, root } from './words.ts';

/**
 * The words by which Pagefind finds a document: each as often as it occurs, since that ranks the
 * documents, one beside the other, since that takes the least room; then those that fields ask for.
 * Their order is left out: every candidate is checked against its text.
 */
export function indexedWords(passages: readonly Passage[]): string {
  const words = passages.flatMap(({ text }) => foldedWords(text));
  const together = [...Map.groupBy(words, (word) => word).values()].flat();
  return [...together, ...fieldWords(passages)].join(' ');
}

/**
 * Words that no reader types and that tell the index which record has a value: `zqfromhenderson`.
 * A file number is one word, so that its beginning finds it.
 */
function fieldWords(passages: readonly Passage[]): string[] {
  return Object.keys(fields).flatMap((field) => {
    const words = foldedWords(passages.find(({ anchor }) => anchor === `record-${field}`)?.text ?? '');
    if (field === 'file' && words.length > 0) return [`zqfile${words.join('')}`];
    // `L–561` is asked for as one word.
    if (field === 'tel' && words.length > 2) words.push(words.slice(1).join(''));
    const wanted = field === 'year' ? words.filter((word) => /^\d{4}$/.test(word)) : words;
    return [...new Set(wanted)].map((word) => `zq${field}${word}`);
  });
}

/** The searches for the words of the index that a field's term asks for. */
function fieldSearches({ field, words }: Term): string[] {
  const joined = `zq${field}${words.join('')}`;
  switch (field) {
    case undefined:
    case 'note':
      return [];
    case 'file':
      return [joined];
    case 'tel':
      return [formsSearch(joined)];
    case 'year': {
      // The index finds words by their beginning: `1934`–`1936` begin with `193`.
      const [from = '', to] = words;
      if (to === undefined) return [formsSearch(joined)];
      const digits = [4, 3, 2, 1, 0].find((count) => to.startsWith(from.slice(0, count)));
      return [`zqyear${from.slice(0, digits)}`];
    }
    default:
      return words.map((word) => `zq${field}${word}`);
  }
}

/**
 * The links of a row of folded words, those of the longest words first, which are rarer. A link is two
 * telling words that stand together, or with only frequent ones between: `of the consul` is common,
 * `government of the consul` is not. A phrase can only be where all its links are.
 *
 * @returns Of each link 32 bits that other forms of the words give too; other words may, which only adds candidates.
 */
export function linksOf(words: readonly string[]): number[] {
  const telling = [...words.keys()].filter((at) => !isFrequent(words[at] ?? ''));
  const links = telling.slice(1).map((to, index) => words.slice(telling[index], to + 1));
  const letters = (link: readonly string[]) => [link[0], link.at(-1)].join('').length;
  const inOrder = links.sort((one, other) => letters(other) - letters(one));
  return [...new Set(inOrder.map((link) => hash(link.map(root).join(' '))))];
}

/** The links of a document, each once; none runs from one passage into the next. */
export function linksIn(passages: readonly Passage[]): number[] {
  return [...new Set(passages.flatMap(({ text }) => linksOf(foldedWords(text))))];
}

/** FNV-1a of UTF-16 units, 32 bits without sign; http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/**
 * Plans the searches for a query. Every word is one of its own: Pagefind takes ten times as long for
 * several at once, of which each may be a beginning (tests/make-edition.ts, 5,000 documents).
 */
export function planCandidates({ terms }: Query) {
  const asked = terms.filter(({ excluded }) => !excluded);
  const plain = asked.filter(({ field }) => field === undefined);
  const inText = asked.filter(({ field }) => field === undefined || field === 'note');
  const quoted = inText.filter((term) => term.quoted).map(({ words }) => words);
  const loose = inText.filter((term) => !term.quoted).map(({ words }) => words);
  const links = [...new Set(quoted.flatMap(linksOf))];
  // A phrase without a link has one telling word at most, which is then all there is to ask for.
  const unlinked = quoted.filter((words) => linksOf(words).length === 0).flat();
  const inRecord = asked.flatMap(fieldSearches);
  const tells = (word: string) => !isFrequent(word);
  const isElsewhere = [...loose.flat(), ...unlinked].some(tells) || links.length + inRecord.length > 0;
  const worthAsking = (words: readonly string[]) => [...new Set(isElsewhere ? words.filter(tells) : words)];
  // All words in their order, and each word with a hyphen or the like inside; quoted phrases are sought anyway.
  const rows = loose.length > 0 ? [plain.flatMap(({ words }) => words), ...loose] : [];
  return {
    /** Words of which any form will do, and where there is none, any word that begins so. */
    words: worthAsking(loose.flat()),
    /** Searches as Pagefind takes them: the beginning of a word, or a word and its forms in quotation marks. */
    searches: [...worthAsking(unlinked).map(formsSearch), ...inRecord],
    /** Links of the phrases, the most telling first: a document must have all. */
    links,
    /** Documents that have all of one of these rows of links come first: the words just as they were typed. */
    first: rows.map(linksOf).filter((row) => row.length > 0),
  };
}

/** The search that finds a word and its other forms, and nothing that merely begins like it. */
export const formsSearch = (word: string): string => `"${word}"`;
