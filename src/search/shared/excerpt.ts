/** The words of a passage around what was found. */
import type { Hit } from './match.ts';
import { wordsIn } from './words.ts';

/** A piece of an excerpt, in the order of the text. */
export interface ExcerptPiece {
  readonly text: string;
  /** Found words, just as asked for or in another form; absent for the words around them. */
  readonly found?: 'exact' | 'near';
}

/** A passage no longer than this is shown whole; in words. */
const wholeAtMost = 60;
/** Words shown before and after what was found. */
const around = 14;
/** No excerpt holds more stretches of text than this. */
const mostStretches = 3;

/** Cuts a hit to the stretches that hold its found words; what is left out shows as `…`. */
export function excerpt({ text, spans }: Pick<Hit, 'text' | 'spans'>): ExcerptPiece[] {
  const pieces: ExcerptPiece[] = [];
  const stretches = stretchesOf(text, spans);
  let end = 0;
  for (const stretch of stretches) {
    if (stretch.start > end) pieces.push({ text: end === 0 ? '… ' : ' … ' });
    let at = stretch.start;
    for (const span of spans) {
      if (span.end <= at || span.start >= stretch.end) continue;
      if (span.start > at) pieces.push({ text: text.slice(at, span.start) });
      pieces.push({ text: text.slice(span.start, span.end), found: span.exact ? 'exact' : 'near' });
      at = span.end;
    }
    if (at < stretch.end) pieces.push({ text: text.slice(at, stretch.end) });
    end = stretch.end;
  }
  if (end < text.length) pieces.push({ text: ' …' });
  return pieces;
}

/** Offsets of the stretches to show; those that touch are one. */
function stretchesOf(text: string, spans: Hit['spans']): { start: number; end: number }[] {
  const words = wordsIn(text);
  if (words.length <= wholeAtMost) return [{ start: 0, end: text.length }];
  const stretches: { start: number; end: number }[] = [];
  for (const span of spans) {
    const first = words.findIndex(({ end }) => end > span.start);
    const last = words.findLastIndex(({ start }) => start < span.end);
    const from = first - around;
    const to = last + around;
    // Punctuation belongs to the word before it, an opening bracket or quotation mark to the word after.
    const start = from <= 0 ? 0 : text.lastIndexOf(' ', words[from]?.start ?? 0) + 1;
    const space = to >= words.length - 1 ? -1 : text.indexOf(' ', words[to]?.end ?? text.length);
    const end = space < 0 ? text.length : space;
    const before = stretches.at(-1);
    if (before !== undefined && start <= before.end + 1) before.end = Math.max(before.end, end);
    else if (stretches.length < mostStretches) stretches.push({ start, end });
  }
  return stretches;
}
