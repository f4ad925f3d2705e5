/** What a word is to search: the one rule that the index, the query and the highlighter share. */
import { stem as porter2 } from 'porter2';
import { inPlainLetters } from '../../edition/letters.ts';

/** A word of a text, with where it stands. */
export interface Word {
  /** The word as it is compared: lower case, without accents. */
  readonly folded: string;
  /** Offsets in the text, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /**
   * How it reads as one word with so many that follow: `U.S.S.R.` is `ussr`, `1,000,000` is `1000000`, and `its [their]`
   * is `its` to whoever passes over the correction.
   */
  readonly joined?: { readonly folded: string; readonly count: number };
}

/** Signs of which each is a word of its own, since no spaces divide words. */
const eastern = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** What no reader sees: soft hyphens, joiners, zero-width spaces. */
const unseen = String.raw`\u00AD\u200B-\u200D\u2060\uFEFF`;
/** An eastern sign, a fraction or raised figure, or a run of letters and figures, with brackets in it: `S[umner]`. */
const wordPattern = new RegExp(
  String.raw`[${eastern}]|\p{No}|(?:(?![${eastern}])[\p{L}\p{Nd}\p{Nl}\p{M}][${unseen}]*|(?<=\p{L})[\[\]]+(?=\p{L}))+`,
  'gu',
);

/**
 * The words of a text: runs of letters and figures. Whatever else stands between them (hyphens,
 * dashes, brackets, full stops, slashes, apostrophes) divides words and is never compared, so that
 * `Soviet-Japanese` is two words, `761.9315 Manchuria/35` four, and `31—2:55` three.
 */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index: start } of text.matchAll(wordPattern)) {
    const end = start + found.length;
    // `½` is two words, as `1/2` is.
    for (const folded of fold(found).split('⁄')) if (folded !== '') words.push({ folded, start, end });
  }
  return words.map((word, at) => {
    const joined = joinedFrom(text, words, at);
    return joined === undefined ? word : { ...word, joined };
  });
}

const between = (text: string, one: Word | undefined, other: Word | undefined): string =>
  one && other ? text.slice(one.end, other.start) : '\n';

/** How a word reads as one with those after it: initials, figures in groups, a correction, parts with a hyphen or an apostrophe. */
function joinedFrom(text: string, words: readonly Word[], at: number): Word['joined'] {
  // Most words are followed by a space, and join none.
  const { end = 0 } = words[at] ?? {};
  if (text.charAt(end) === ' ' && text.charAt(end + 1) !== '[') return undefined;
  const runOf = (divider: RegExp, next: RegExp) => {
    let to = at + 1;
    while (divider.test(between(text, words[to - 1], words[to])) && next.test(words[to]?.folded ?? '')) to += 1;
    return { folded: foldedOf(words.slice(at, to)).join(''), count: to - at };
  };
  const word = words[at]?.folded ?? '';
  const before = between(text, words[at - 1], words[at]);
  if (/^\p{L}$/u.test(word) && !(/^\. ?$/.test(before) && words[at - 1]?.folded.length === 1)) {
    const initials = runOf(/^\. ?$/, /^\p{L}$/u);
    if (initials.count > 2) return initials;
  }
  if (/^\d{1,3}$/.test(word) && before !== ',') {
    const figures = runOf(/^,$/, /^\d{3}$/);
    if (figures.count > 1) return figures;
  }
  const after = between(text, words[at], words[at + 1]);
  if (/^ ?\[$/.test(after) && text.charAt(words[at + 1]?.end ?? 0) === ']') return { folded: word, count: 2 };
  const next = words[at + 1]?.folded ?? '';
  // What follows the apostrophe of a genitive or a contraction is no part of a name: `Ch’en`, but `the Government’s`.
  const isPair = /^[-‐‑]$/.test(after) || (/^['’ʼ‘]$/.test(after) && !/^(?:s|t|d|m|ll|re|ve)$/.test(next));
  return isPair && /^\p{L}+$/u.test(word + next) ? { folded: word + next, count: 2 } : undefined;
}

/** Words as they are compared, without their places. */
export const foldedOf = (words: readonly Pick<Word, 'folded'>[]): string[] => words.map(({ folded }) => folded);

/** The words of a text as they are compared. */
export const foldedWords = (text: string): string[] => foldedOf(wordsIn(text));

const toDrop = new RegExp(String.raw`[\[\]${unseen}]`, 'gu');

/** A word as it is compared: `Chargé` is `charge`, `S[umner]` is `sumner`. */
export function fold(word: string): string {
  // Most words have nothing to fold, and folding is most of the work of reading a text.
  if (/^[a-zA-Z0-9]*$/.test(word)) return word.toLowerCase();
  return inPlainLetters(word).replace(toDrop, '');
}

const frequent = new Set(
  `a an and as at be been by for from had has have in is it its of on or that the their they this to was were which
  will with`.split(/\s+/),
);

/** Whether a folded word is nearly everywhere, so that it tells no document from another. */
export const isFrequent = (word: string): boolean => frequent.has(word);

/** What the forms of an English word have in common; nothing for numbers and words of other scripts. */
export const stem = (word: string): string | undefined => (/^[a-z]{2,40}$/.test(word) ? porter2(word) : undefined);

/** Every word of some texts once: as it is compared, or with its capitals where it is never printed without. */
export class WordList {
  readonly #printed = new Map<string, string>();

  /** Adds the words of a text. */
  add(text: string, words: readonly Word[]): void {
    for (const { folded, start, end, joined } of words) {
      if (joined && joined.folded !== folded) this.#printed.set(joined.folded, joined.folded);
      if (this.#printed.get(folded) === folded) continue;
      const form = text.slice(start, end);
      const isSimilar = form.toLowerCase() === folded && form !== form.toUpperCase();
      if (!isSimilar || form === folded) this.#printed.set(folded, folded);
      else if (!this.#printed.has(folded)) this.#printed.set(folded, form);
    }
  }

  /** All of them, in the order of what is compared. */
  inOrder(): string[] {
    return [...this.#printed].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, form]) => form);
  }
}
