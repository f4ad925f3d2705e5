/** Words of a citation with their italics, and how they are written as HTML. */

/** Some words of a citation, in roman or italic. */
export interface Run {
  readonly text: string;
  readonly italic: boolean;
}

/** What a form is written from: roman words as strings, italic ones as runs, nothing for what is absent. */
export type Piece = string | Run | undefined;

/** Words in italics, as titles of books are set. */
export function italic(text: string): Run {
  return { text, italic: true };
}

/** Makes one citation of its pieces; neighbours in the same type become one run. */
export function runs(pieces: readonly Piece[]): Run[] {
  const made: Run[] = [];
  for (const piece of pieces) {
    if (piece === undefined) continue;
    const run = typeof piece === 'string' ? { text: piece, italic: false } : piece;
    const last = made.at(-1);
    if (run.text === '') continue;
    if (last?.italic === run.italic) made.splice(-1, 1, { ...last, text: last.text + run.text });
    else made.push(run);
  }
  return made;
}

/** The citation as HTML that keeps its italics when it is pasted; every character is escaped. */
export function runsToHtml(citation: readonly Run[]): string {
  return citation.map((run) => (run.italic ? `<i>${escapeHtml(run.text)}</i>` : escapeHtml(run.text))).join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
