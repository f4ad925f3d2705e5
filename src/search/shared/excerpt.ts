/** The words of a passage around what was found. */
import type { Hit } from './match.ts';

/** A passage no longer than this is shown whole; in words. */
const wholeAtMost = 60;
/** Words shown before and after what was found. */
const wordsBeside = 14;
/** No excerpt holds more stretches of text than this. */
const mostStretches = 3;

/** Cuts a hit to the stretches that hold its found words; what is left out shows as `…`. */
export function excerpt({ text, spans }: Pick<Hit, 'text' | 'spans'>) {
  /** In the order of the text; `found` just as asked for or in another form, not so the words around. */
  const pieces: { text: string; found?: 'exact' | 'near' }[] = [];
  let at = 0;
  for (const stretch of stretchesOf(text, spans)) {
    if (stretch.start > at) pieces.push({ text: at === 0 ? '… ' : ' … ' });
    at = stretch.start;
    for (const { start, end, exact } of spans) {
      if (end <= at || start >= stretch.end) continue;
      pieces.push({ text: text.slice(at, start) }, { text: text.slice(start, end), found: exact ? 'exact' : 'near' });
      at = end;
    }
    pieces.push({ text: text.slice(at, stretch.end) });
    at = Math.max(at, stretch.end);
  }
  if (at < text.length) pieces.push({ text: ' …' });
  return pieces.filter((piece) => piece.text !== '');
}

/** Offsets of the stretches to show, from space to space; those that touch are one. */
function stretchesOf(text: string, spans: Hit['spans']): { start: number; end: number }[] {
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  if (words.length <= wholeAtMost) return [{ start: 0, end: text.length }];
  const stretches: { start: number; end: number }[] = [];
  for (const span of spans) {
    const start = words[words.findIndex(({ end }) => end > span.start) - wordsBeside]?.start ?? 0;
    const end = words[words.findLastIndex((word) => word.start < span.end) + wordsBeside]?.end ?? text.length;
    const before = stretches.at(-1);
    if (before !== undefined && start <= before.end + 1) before.end = Math.max(before.end, end);
    else if (stretches.length < mostStretches) stretches.push({ start, end });
  }
  return stretches;
}
