/** Two series of notes: the source's, with their printed numbers, and the edition's own, lettered. */

export type NoteSeries = 'source' | 'edition';

/** What a note's label says about it. */
export interface NoteLabel {
  readonly series: NoteSeries;
  /** What is shown: `56`, `60a`, `2` for `1.2`, `b`. */
  readonly printed: string;
  /** Address in the page: `n56`, `n60a`, `n1.2`, `nb`. */
  readonly anchor: string;
}

/**
 * Reads a label as an editor writes it between `[^` and `]`.
 *
 * `56`, `60a`: a note of the source under its printed number. `1.2`: the second
 * note of the first series inside one document whose printed numbers restart
 * (printed 2). `a`, `b`, … `aa`: a note of the edition. Anything else: undefined.
 */
export function readNoteLabel(label: string): NoteLabel | undefined {
  const source = /^(?:\d+\.)?(\d+[a-z]?)$/.exec(label);
  if (source?.[1]) return { series: 'source', printed: source[1], anchor: `n${label}` };
  if (/^[a-z]{1,2}$/.test(label)) return { series: 'edition', printed: label, anchor: `n${label}` };
  return undefined;
}
