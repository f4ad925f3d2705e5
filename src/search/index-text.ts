/**
 * Passages ↔ the text that Pagefind keeps of a document.
 *
 * Pagefind divides words at spaces and glues the rest: `31—2:55` is one word to it, and a dash
 * between spaces is a word without letters that stands in the way of a phrase (measured). So every
 * word of ours is given exactly one space after it, and what that changed is marked with two invisible characters
 * that Pagefind leaves alone, to be undone before anyone reads the text.
 */
import type { Passage } from './passage.ts';
import { wordsIn } from './words.ts';

/** A space that is not printed follows this character. */
const added = '\u2060';
/** A printed space stands here that does not divide words. */
const joined = '\u2063';

/** The text of some passages as Pagefind is to have it, and how many words each passage is long. */
export interface IndexText {
  readonly content: string;
  /** Address and length in words of every passage: `heading 4,p1 30`. */
  readonly passages: string;
}

/** Writes passages for the index. A passage without a word cannot be found, and is left out. */
export function toIndexText(passages: readonly Passage[]): IndexText {
  const worded = passages
    .map(({ anchor, text }) => ({ anchor, ...spaced(text) }))
    .filter(({ length }) => length > 0);
  return {
    content: worded.map(({ text }) => text).join(' '),
    passages: worded.map(({ anchor, length }) => `${anchor} ${length}`).join(','),
  };
}

/** Reads passages back, character for character as they were printed. */
export function fromIndexText({ content, passages }: IndexText): Passage[] {
  const words = content.split(' ');
  let from = 0;
  return passages.split(',').map((passage) => {
    const [anchor = '', length] = passage.split(' ');
    const to = from + Number(length);
    const text = words
      .slice(from, to)
      .join(' ')
      .replaceAll(`${added} `, '')
      .replaceAll(joined, ' ');
    from = to;
    return { anchor, text };
  });
}

/** A text with exactly one space between two words and none elsewhere. */
function spaced(printed: string): { text: string; length: number } {
  const text = printed.replaceAll(added, '').replaceAll(joined, '').replace(/\s+/g, ' ').trim();
  const words = wordsIn(text);
  let spacedText = '';
  let end = 0;
  words.forEach((word, index) => {
    const gap = text.slice(end, word.start);
    spacedText += index === 0 ? gap.replaceAll(' ', joined) : betweenWords(gap);
    spacedText += text.slice(word.start, word.end);
    end = word.end;
  });
  return { text: spacedText + text.slice(end).replaceAll(' ', joined), length: words.length };
}

function betweenWords(gap: string): string {
  const last = gap.lastIndexOf(' ');
  if (last < 0) return `${gap}${added} `;
  return `${gap.slice(0, last).replaceAll(' ', joined)} ${gap.slice(last + 1)}`;
}
