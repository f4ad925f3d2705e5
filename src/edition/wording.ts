/** The parts that the words of every problem are made of. */

/** What a problem says, each part a phrase or sentence for an editor. */
export interface Wording {
  /** What should stand there. */
  readonly expected: string;
  /** What stands there. */
  readonly actual: string;
  /** What to do; where possible with the mended text. */
  readonly mend: string;
}

/** Quotes what an editor wrote, shortened, so that a message stays one line. */
export const quote = (written: string): string => {
  const line = written.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
};

/** The last words of a line before an offset: where to look for a sign that cannot be seen. */
export const wordsBefore = (text: string, offset: number): string => {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const seen = line.replace(/[\p{Cc}\p{Cf}]/gu, '').trimEnd();
  return /\S*\s*\S+$/.exec(seen)?.[0].slice(-30).trim() ?? '';
};

/** Begins the mending sentence with what was probably meant, where that is known. */
export const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean ${suggestion}? `;
