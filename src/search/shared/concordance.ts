/** Hits one to a line, the words that were found in the middle. */
import { compareLetters } from '../../edition/letters.ts';
import type { Match } from './match.ts';
import { foldedWords } from './words.ts';

/** By what the lines are put in order, with the name for the reader. */
export const concordanceOrders = {
  date: 'Concordance by date',
  before: 'Concordance by word before',
  after: 'Concordance by word after',
} as const;
export type ConcordanceOrder = keyof typeof concordanceOrders;

/** Characters shown on either side, cut at a word. */
const shown = 60;

/** The lines of a document, in the order of its text: each place that answers, with the words before and after it. */
function linesOf({ hits }: Match) {
  return hits.flatMap(({ anchor, text, spans }) =>
    spans.map(({ start, end }) => ({
      anchor,
      before: text.slice(Math.max(start - shown, 0), start).replace(start > shown ? /^\S*\s/ : /^/, ''),
      found: text.slice(start, end),
      after: text.slice(end, end + shown).replace(text.length > end + shown ? /\s\S*$/ : /$/, ''),
    })),
  );
}

/** The lines of some results, each with its own: by date, or by the words beside what was found, the nearest first. */
export function concordance<Result extends { readonly place: number; readonly match: Match }>(
  results: readonly Result[],
  order: ConcordanceOrder,
) {
  const lines = results
    .toSorted((one, other) => one.place - other.place)
    .flatMap((result) => linesOf(result.match).map((line) => ({ ...line, result })));
  if (order === 'date') return lines;
  const beside = lines.map((line) => ({
    line,
    words: (order === 'before' ? foldedWords(line.before).reverse() : foldedWords(line.after)).join(' '),
  }));
  return beside.sort((one, other) => compareLetters(one.words, other.words)).map(({ line }) => line);
}
