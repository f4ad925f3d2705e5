/** What a word is to search: the one rule that the index, the query and the highlighter share. */

/** A word of a text, with where it stands. */
export interface Word {
  /** The word as it is compared: lower case, without accents. */
  readonly folded: string;
  /** Offsets in the text, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text: runs of letters and figures. Whatever else stands between them (hyphens,
 * dashes, brackets, full stops, slashes, apostrophes) divides words and is never compared, so that
 * `Soviet-Japanese` is two words, `761.9315 Manchuria/35` four, and `31—2:55` three.
 */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The words of a text as they are compared, without their places. */
export const foldedWords = (text: string): string[] => wordsIn(text).map(({ folded }) => folded);

/** A word as it is compared: `Chargé` is `charge`. */
export function fold(word: string): string {
  // Most words have no accents to fold, and folding is most of the work of reading a text.
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const frequent =
  /^(?:an?|and|as|at|be|been|by|for|from|had|has|have|in|is|its?|o[fnr]|that|the|their|they|this|to|was|were|which|will|with)$/;

/** Whether a folded word is nearly everywhere, so that it tells no document from another. */
export const isFrequent = (word: string): boolean => frequent.test(word);

/**
 * Compares two folded words. Near is another form of the word (`desertion`, `deserters`), or a
 * longer word that begins with what was typed (`commun`, `Communism`). A number has no other forms.
 */
export function compareWords(asked: string, found: string): 'exact' | 'near' | undefined {
  if (asked === found) return 'exact';
  if (/\d/.test(asked) || asked.length < 3) return undefined;
  return found.startsWith(asked) || root(asked) === root(found) ? 'near' : undefined;
}

/** Endings of nouns, agents and qualities: taken off only where five letters remain. */
const ending = /(?<=.{5})(?:ion|er|or|ment|ive|ly)$/;

/**
 * What the forms of an English word have in common. Gentler than the index's stemmer: it says
 * whether a candidate of the index may be shown as near, so it must rather be too strict.
 */
export function root(word: string): string {
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x)es$/, '')
    .replace(/(?<=[^su])s$/, '');
  const infinitive = singular.replace(/(?<=[aeiouy].*[^aeiou])(?:ed|ing)$/, '').replace(/([bdgmnprt])\1$/, '$1');
  return infinitive.replace(ending, '').replace(/e$/, '').replace(/y$/, 'i');
}
