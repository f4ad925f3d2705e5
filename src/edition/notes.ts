/** Two series of notes: the source's, with their printed numbers or signs, and the edition's own, lettered. */

export type NoteSeries = 'source' | 'edition';

/** What a note's label says about it. */
export interface NoteLabel {
  readonly series: NoteSeries;
  /** What is shown: `56`, `60a`, `8` for `2.8`, `*`, `b`. */
  readonly printed: string;
  /** Address in the page: `n56`, `n60a`, `n2.8`, `n-star`, `n2-star`, `nb`. */
  readonly anchor: string;
}

/** The signs by which a volume calls notes, and what they are called in addresses. */
const signs: Readonly<Record<string, string>> = {
  '*': 'star',
  '†': 'dagger',
  '‡': 'ddagger',
  '§': 'section',
  '‖': 'parallel',
  '¶': 'pilcrow',
};
const signNamed = new Map(Object.entries(signs).map(([sign, name]) => [name, sign]));

/**
 * Reads a label between `[^` and `]`: `56`, `60a`, `*`, the second `2.8`, `2.*` of the source, `a` of the edition. A
 * letter that the source prints is always counted: `1.a`.
 */
export function readNoteLabel(label: string): NoteLabel | undefined {
  const [, count = '', number, sign] =
    /^(?:(\d+)\.)?(?:(\d+[a-z]?|(?<=\.)[a-z]{1,2})|(([*†‡§‖¶])\4*))$/u.exec(label) ?? [];
  if (number !== undefined) return { series: 'source', printed: number, anchor: `n${label}` };
  const names = Array.from(sign ?? '', (one) => `-${signs[one]}`).join('');
  if (sign !== undefined) return { series: 'source', printed: sign, anchor: `n${count}${names}` };
  if (/^[a-z]{1,2}$/.test(label)) return { series: 'edition', printed: label, anchor: `n${label}` };
  return undefined;
}

/** What is printed for the source's note at an anchor: `2` for `n1.2`, `*` for `n2-star`; undefined for any other. */
export function printedAt(anchor: string): string | undefined {
  const [, number, letter, named] =
    /^n(?:(?:\d+\.)?(\d+[a-z]?)|\d+\.([a-z]{1,2})|\d*((?:-[a-z]+)+))$/.exec(anchor) ?? [];
  return number ?? letter ?? named?.slice(1).replace(/([a-z]+)-?/g, (_, name: string) => signNamed.get(name) ?? '');
}

/** What stands before the words of a note where notes are listed: a number has a full stop, `56.`, a sign has none. */
export const noteMarker = (printed: string) => (Object.hasOwn(signs, printed.charAt(0)) ? printed : `${printed}.`);
