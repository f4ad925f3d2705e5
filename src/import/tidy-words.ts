/** Words of a volume as the reader of a document file gives them: runs joined, spaces where they belong. */
import type { Inline } from '../edition/document.ts';

/** Words as a reader gives them: runs joined, one space where several met, none at the ends or beside a break. */
export const tidy = (given: readonly Inline[]): Inline[] => edgesOf(joined(given)).words;

/** Words whose runs are joined: spaces and line ends at the edges of italics and marks stand outside them. */
function joined(given: readonly Inline[]): Inline[] {
  const inlines: Inline[] = [];
  const push = (one: Inline): void => {
    if (one.type === 'text') {
      const last = inlines.at(-1);
      const value = endsInSpace(inlines) ? one.value.trimStart() : one.value;
      if (value === '') return;
      if (last?.type === 'text') inlines.splice(-1, 1, { type: 'text', value: last.value + value });
      else inlines.push({ type: 'text', value });
    } else if (one.type === 'break') {
      trim(inlines, -1);
      if (lastWords(inlines)?.type !== 'break') inlines.push(one);
    } else if ('children' in one && !isPageBreak(one)) {
      const { before, words, after } = edgesOf(joined(one.children));
      before.forEach(push);
      // Neighbouring italics are one.
      const last = inlines.at(-1);
      if (one.type !== 'mark' && last?.type === one.type)
        inlines.splice(-1, 1, { ...one, children: tidy([...last.children, ...words]) });
      else if (words.length > 0) inlines.push({ ...one, children: words });
      after.forEach(push);
    } else inlines.push(one);
  };
  for (const one of given) push(one);
  return inlines;
}

/** Joined words, and the space or line end that stands before or after them. */
function edgesOf(inlines: readonly Inline[]) {
  const words = [...inlines];
  const edge = (index: 0 | -1): Inline[] => {
    const one = words.at(index);
    if (one?.type === 'break') return words.splice(index, 1);
    return trim(words, index) ? [{ type: 'text', value: ' ' }] : [];
  };
  const before = edge(0);
  return { before, words, after: edge(-1) };
}

/** Words without the spaces that stand before the call of a note where the print has none: they end, or go on apart. */
export function closedUp(inlines: readonly Inline[]): Inline[] {
  const isCall = (one: Inline | undefined): boolean => one?.type === 'note-reference';
  return inlines.map((one, index) => {
    if (one.type !== 'text' || !isCall(inlines[index + 1])) return one;
    const next = inlines.find((other, at) => at > index && !isCall(other));
    const goesOn = next === undefined || (next.type === 'text' && /^[\s.,;:?!)\]”’]/.test(next.value));
    return goesOn ? { ...one, value: one.value.trimEnd() } : one;
  });
}

const isPageBreak = (one: Inline): boolean => one.type === 'mark' && one.name === 'PageBreak';

/** The last words, a page break or none after them. */
const lastWords = (inlines: readonly Inline[]) => inlines.findLast((one) => !isPageBreak(one));

/** Whether the last words end in a space or line end. */
function endsInSpace(inlines: readonly Inline[]): boolean {
  const last = lastWords(inlines);
  return last?.type === 'break' || (last?.type === 'text' && last.value.endsWith(' '));
}

/** Takes the spaces from the first words or the last; whether there were any. */
function trim(inlines: Inline[], index: 0 | -1): boolean {
  const one = inlines.at(index);
  if (one?.type !== 'text') return false;
  const value = index === 0 ? one.value.trimStart() : one.value.trimEnd();
  if (value === one.value) return false;
  inlines.splice(index, 1, ...(value === '' ? [] : [{ type: 'text' as const, value }]));
  return true;
}
